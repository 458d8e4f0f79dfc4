package command

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// namer names a node in a sentence.
type namer func(landscape.ID) string

// namesOf takes the names of a landscape, and for what is gone the last name
// that the entries know.
func namesOf(l *landscape.Landscape, entries ...workspace.JournalEntry) namer {
	gone := map[landscape.ID]string{}
	for _, e := range entries {
		for _, edit := range e.Edits {
			for _, r := range []*landscape.Record{edit.Before, edit.After} {
				if r != nil && r.Node != nil {
					gone[r.Node.ID] = r.Node.ShortName()
				}
			}
		}
	}
	return func(id landscape.ID) string {
		if n, ok := l.Node(id); ok {
			return n.ShortName()
		}
		if name := gone[id]; name != "" {
			return name
		}
		return string(id)
	}
}

// summary says what an entry did: the thing itself where it is one thing, and
// counts where it is many.
func (a *app) summary(e workspace.JournalEntry, name namer) string {
	switch {
	case e.Kind == workspace.UndoEntry:
		return a.say.T("sum.undo", "Of", e.Of, "What", a.summaryOf(landscape.Inverse(e.Edits), name))
	case e.Kind == workspace.RedoEntry:
		return a.say.T("sum.redo", "Of", e.Of, "What", a.summaryOf(e.Edits, name))
	case e.Seq == 1:
		c := countEdits(e.Edits)
		return a.say.T("sum.first", "Nodes", c.nodes.added, "Relations", c.relations.added)
	case e.Origin != "":
		name, _, _ := strings.Cut(e.Origin, " sha256:")
		return a.say.T("sum.import", "File", name, "What", a.counted(countEdits(e.Edits)))
	}
	return a.summaryOf(e.Edits, name)
}

// summaryOf speaks of the one node that the edits are about, else of the one
// relation, else in numbers.
func (a *app) summaryOf(edits []landscape.Edit, name namer) string {
	s := summarised{app: a, edits: edits, name: name}
	c := countEdits(edits)
	switch {
	case c.nodes.all() == 1:
		return s.node(c)
	case c.nodes.all() == 0 && c.relations.all() == 1:
		return s.relation(edits[0])
	case c.nodes.all() == 0 && c.relations.all() == 2 && c.relations.added == 1 && c.relations.changed == 1:
		return s.relation(newest(edits)) // closed on a day and opened anew
	}
	return a.counted(c)
}

func newest(edits []landscape.Edit) landscape.Edit {
	if edits[0].Before == nil {
		return edits[0]
	}
	return edits[1]
}

// tally counts records by what happened to them.
type tally struct{ added, changed, removed int }

func (t tally) all() int { return t.added + t.changed + t.removed }

func (t *tally) count(e landscape.Edit) {
	switch {
	case e.Before == nil:
		t.added++
	case e.After == nil:
		t.removed++
	default:
		t.changed++
	}
}

type tallies struct{ nodes, relations tally }

func countEdits(edits []landscape.Edit) tallies {
	var c tallies
	for _, e := range edits {
		if e.Key.IsNode() {
			c.nodes.count(e)
		} else {
			c.relations.count(e)
		}
	}
	return c
}

// counted writes the numbers that are not zero.
func (a *app) counted(c tallies) string {
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{
		{"sum.nodes-added", c.nodes.added},
		{"sum.nodes-changed", c.nodes.changed},
		{"sum.nodes-removed", c.nodes.removed},
		{"sum.relations-added", c.relations.added},
		{"sum.relations-changed", c.relations.changed},
		{"sum.relations-removed", c.relations.removed},
	} {
		if p.n > 0 {
			parts = append(parts, a.say.N(p.key, p.n))
		}
	}
	if len(parts) == 0 {
		return a.say.T("sum.nothing")
	}
	return strings.Join(parts, ", ")
}

// summarised is a set of edits with the names of their ends.
type summarised struct {
	*app
	edits []landscape.Edit
	name  namer
}

// node speaks of the one node among the edits.
func (s summarised) node(c tallies) string {
	var e landscape.Edit
	for _, edit := range s.edits {
		if edit.Key.IsNode() {
			e = edit
		}
	}
	with := ""
	if n := c.relations.all(); n > 0 {
		with = " " + s.say.N("sum.with", n)
	}
	switch {
	case e.Before == nil:
		n := e.After.Node
		return s.say.T("sum.added", "Type", s.say.T("type."+string(n.Type)), "Name", n.Name()) + with
	case e.After == nil:
		n := e.Before.Node
		return s.say.T("sum.removed", "Type", s.say.T("type."+string(n.Type)), "Name", n.Name()) + with
	}
	return s.say.T("sum.changed", "Fields", s.fields(e.Before.Node, e.After.Node), "Name", e.After.Node.Name()) + with
}

// fields names the fields that two forms of a node do not have in common.
func (s summarised) fields(before, after *landscape.Node) string {
	var all []string
	for _, spec := range landscape.FieldsOf(after.Type) {
		if !sameClaims(before.Claims(spec.Field), after.Claims(spec.Field)) {
			all = append(all, s.say.Or("field", string(spec.Field)))
		}
	}
	return strings.Join(all, ", ")
}

func (s summarised) relation(e landscape.Edit) string {
	key, r := "sum.linked", e.After
	switch {
	case e.After == nil:
		key, r = "sum.unlinked", e.Before
	case e.Before != nil && e.Before.Relation.End != e.After.Relation.End && e.After.Relation.End.Known():
		key = "sum.ended"
	case e.Before != nil:
		key = "sum.relation-changed"
	}
	return s.say.T(key, "What", s.joined(*r.Relation, s.name), "Day", s.say.Date(r.Relation.End))
}

// joined is a relation as a sentence; most read as FROM LINK TO.
func (a *app) joined(r landscape.Relation, name namer) string {
	key := "joined." + string(r.Link)
	if isProbable(r) {
		key += "-probable"
	}
	if !a.say.Has(key) {
		key = "joined"
	}
	stage := ""
	if r.Stage != "" {
		stage = a.say.Or("stage", r.Stage)
	}
	return a.say.T(key, "Stage", stage, "From", name(r.From), "Link", a.say.Or("link", string(r.Link)), "To", name(r.To))
}

// capital begins a sentence.
func (a *app) capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func dayOf(t time.Time) landscape.Date { return landscape.DateOf(t.Local()) }
