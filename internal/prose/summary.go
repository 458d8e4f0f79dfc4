package prose

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Summary says what a journal entry did: what happened to the work agenda, else
// the thing itself where it is one thing, else counts. It is no sentence yet:
// it begins small and has no full stop.
func Summary(w *words.Words, e workspace.JournalEntry, name Namer) string {
	s := summary{Words: w, edits: e.Edits, name: name, meeting: e.Meeting}
	switch {
	case e.Kind == workspace.UndoEntry:
		s.edits = landscape.Inverse(e.Edits)
		return w.T("sum.undo", "Of", e.Of, "What", s.text())
	case e.Kind == workspace.RedoEntry:
		return w.T("sum.redo", "Of", e.Of, "What", s.text())
	case e.Restores > 0:
		return w.T("sum.restored", "Seq", e.Restores, "What", counted(w, count(e.Edits)))
	case e.Seq == 1:
		c := count(e.Edits)
		return w.T("sum.first", "Nodes", c.nodes.added, "Relations", c.relations.added)
	case e.Origin != "":
		file, _, _ := strings.Cut(e.Origin, " sha256:")
		return w.T("sum.import", "File", file, "What", counted(w, count(e.Edits)))
	}
	return s.text()
}

// Edits is Summary for edits that are no entry yet.
func Edits(w *words.Words, edits []landscape.Edit, name Namer) string {
	return summary{Words: w, edits: edits, name: name}.text()
}

// Checked says what the overlap check found of an action that was taken up, and
// the person's answer to it.
func Checked(w *words.Words, c *workspace.Checked, name Namer) string {
	if c == nil {
		return ""
	}
	found := make([]string, len(c.Candidates))
	for i, id := range c.Candidates {
		found[i] = name(id)
	}
	return w.T("sum.checked", "Verdict", w.T("verdict."+c.Verdict), "Found", joined(found), "Answer", Sentence(c.Answer))
}

// Joined is a relation as a sentence; most read as FROM LINK TO.
func Joined(w *words.Words, r landscape.Relation, name Namer) string {
	key := "joined." + string(r.Link)
	if r.Link == landscape.Owns && r.Certainty == landscape.Inferred {
		key += "-probable"
	}
	if !w.Has(key) {
		key = "joined"
	}
	stage := ""
	if r.Stage != "" {
		stage = w.Or("stage", r.Stage)
	}
	from, to := strings.TrimSuffix(name(r.From), "."), strings.TrimSuffix(name(r.To), ".") // either may be a sentence
	return w.T(key, "Stage", stage, "From", from, "Link", w.Or("link", string(r.Link)), "To", to)
}

// summary is a set of edits with the names of their ends.
type summary struct {
	*words.Words
	edits   []landscape.Edit
	name    Namer
	meeting landscape.ID
}

func (s summary) text() string {
	if text := s.agenda(); text != "" {
		return text
	}
	c := count(s.edits)
	switch {
	case c.nodes.all() == 1:
		return s.node(c)
	case c.nodes.all() == 0 && c.relations.all() == 1:
		return s.relation(s.edits[0])
	case c.nodes.all() == 0 && c.relations.all() == 2 && c.relations.added == 1 && c.relations.changed == 1:
		return s.relation(newest(s.edits)) // closed on a day and opened anew
	}
	return counted(s.Words, c)
}

func newest(edits []landscape.Edit) landscape.Edit {
	if edits[0].Before == nil {
		return edits[0]
	}
	return edits[1]
}

// node speaks of the one node among the edits.
func (s summary) node(c tallies) string {
	i := slices.IndexFunc(s.edits, func(e landscape.Edit) bool { return e.Key.IsNode() })
	e := s.edits[i]
	with := ""
	if n := c.relations.all(); n > 0 {
		with = " " + s.N("sum.with", n)
	}
	switch {
	case e.Before == nil:
		n := e.After.Node
		return s.T("sum.added", "Type", s.T("type."+string(n.Type)), "Name", n.Name()) + with
	case e.After == nil:
		n := e.Before.Node
		return s.T("sum.removed", "Type", s.T("type."+string(n.Type)), "Name", n.Name()) + with
	}
	return s.T("sum.changed", "Fields", s.fields(e.Before.Node, e.After.Node), "Name", e.After.Node.Name()) + with
}

// fields names the fields that two forms of a node do not have in common.
func (s summary) fields(before, after *landscape.Node) string {
	var all []string
	for _, spec := range landscape.FieldsOf(after.Type) {
		if !SameClaims(before.Claims(spec.Field), after.Claims(spec.Field)) {
			all = append(all, s.Or("field", string(spec.Field)))
		}
	}
	return joined(all)
}

// SameClaims compares what two lists of claims say, with their basis.
func SameClaims(a, b []landscape.Claim) bool {
	return slices.EqualFunc(a, b, func(x, y landscape.Claim) bool {
		return slices.Equal(x.Values, y.Values) && x.Period == y.Period &&
			x.Basis.Certainty == y.Basis.Certainty && slices.Equal(x.Basis.Evidence, y.Basis.Evidence)
	})
}

func (s summary) relation(e landscape.Edit) string {
	key, r := "sum.linked", e.After
	switch {
	case e.After == nil:
		key, r = "sum.unlinked", e.Before
	case e.Before != nil && e.Before.Relation.End != e.After.Relation.End && e.After.Relation.End.Known():
		key = "sum.ended"
	case e.Before != nil:
		key = "sum.relation-changed"
	}
	return s.T(key, "What", Joined(s.Words, *r.Relation, s.name), "Day", s.Date(r.Relation.End))
}
