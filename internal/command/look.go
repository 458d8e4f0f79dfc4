package command

import (
	"slices"
	"strconv"
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// look is a landscape as of a day, in words.
type look struct {
	*landscape.Landscape
	day landscape.Date
	say *words.Words
	// ordered is the stock in its order, once it was asked for.
	ordered []agenda.Ordered
}

// column is one fact of a list: a member of the JSON and, where it has a text,
// a column of the table.
type column struct {
	name  string
	value func(*look, *landscape.Node) any
	text  func(*look, *landscape.Node) string
}

// columnsOf gives the columns between id and name.
func columnsOf(t landscape.Type) []column {
	switch t {
	case landscape.Theme:
		return []column{fieldColumn(landscape.Number, "", true), fieldColumn(landscape.PhaseOf, "phase", true)}
	case landscape.Ambition:
		return []column{fieldColumn(landscape.Number, "", true)}
	case landscape.Initiative:
		return []column{
			fieldColumn(landscape.KindOf, "kind", true), statusColumn,
			fieldColumn(landscape.Start, "", false), fieldColumn(landscape.End, "", true), themesColumn,
		}
	case landscape.Organisation:
		return []column{fieldColumn(landscape.ActorGroup, "actor-group", true)}
	case landscape.Body:
		return []column{fieldColumn(landscape.Role, "role", true)}
	case landscape.Bottleneck:
		return []column{
			themesColumn, stateColumn, ownersColumn, probableColumn,
			fieldColumn(landscape.SeatOf, "seat", false), fieldColumn(landscape.List, "list", false),
			fieldColumn(landscape.OutcomeOf, "outcome", false),
		}
	case landscape.Action:
		return []column{
			fieldColumn(landscape.List, "list", true), fieldColumn(landscape.OutcomeOf, "outcome", false),
			fieldColumn(landscape.ActionKind, "action-kind", true), themesColumn, leadsColumn,
		}
	case landscape.Meeting:
		return []column{fieldColumn(landscape.DateOn, "", true), fieldColumn(landscape.HeldBy, "", true)}
	case landscape.Item:
		return []column{
			fieldColumn(landscape.Number, "", true), tabledColumn, fieldColumn(landscape.Treatment, "treatment", true),
			fieldColumn(landscape.Result, "result", true), aboutColumn,
		}
	case landscape.Document:
		return []column{
			fieldColumn(landscape.DateOn, "", true), fieldColumn(landscape.NotBefore, "", false),
			fieldColumn(landscape.Edition, "", false), fieldColumn(landscape.URL, "", false),
		}
	}
	return []column{
		fieldColumn(landscape.Sense, "", false), fieldColumn(landscape.Words, "", true),
		fieldColumn(landscape.Suppress, "", false),
	}
}

// fieldColumn is a field as it is; prefix is that of the words of its values.
func fieldColumn(f landscape.Field, prefix string, shown bool) column {
	c := column{name: string(f), value: func(_ *look, n *landscape.Node) any { return valueOf(n, f) }}
	if shown {
		c.text = func(v *look, n *landscape.Node) string {
			var texts []string
			for _, value := range n.All(f) {
				if prefix != "" {
					value = v.say.Or(prefix, value)
				}
				texts = append(texts, value)
			}
			return strings.Join(texts, ", ")
		}
	}
	return c
}

// valueOf gives a field as JSON has it.
func valueOf(n *landscape.Node, f landscape.Field) any {
	spec, err := landscape.FieldSpecOf(n.Type, f)
	value := n.Get(f)
	switch {
	case err != nil || value == "" && !spec.Many():
		return nil
	case spec.Many():
		return list(n.All(f))
	case spec.Form == landscape.NumberForm:
		number, _ := strconv.Atoi(value) // the model lets only numbers in
		return number
	case spec.Form == landscape.FlagForm:
		return n.Flag(f)
	}
	return value
}

var statusColumn = column{
	name:  "status",
	value: func(v *look, n *landscape.Node) any { return landscape.StatusOf(n, v.day) },
	text: func(v *look, n *landscape.Node) string {
		return v.say.Or("status", string(landscape.StatusOf(n, v.day)))
	},
}

var themesColumn = column{
	name:  "themes",
	value: func(v *look, n *landscape.Node) any { return list(v.themesOf(n)) },
	text:  func(v *look, n *landscape.Node) string { return v.themeNumbers(n) },
}

var stateColumn = column{
	name:  "state",
	value: func(v *look, n *landscape.Node) any { return v.OwnershipOf(n.ID, v.day).State },
	text:  func(v *look, n *landscape.Node) string { return v.lies(v.OwnershipOf(n.ID, v.day)) },
}

// lies says where a bottleneck lies: with whom, with whom it lay, or how many
// candidates there are.
func (v *look) lies(o landscape.Ownership) string {
	text := v.say.Or("state", string(o.State))
	switch o.State {
	case landscape.Owned, landscape.Shared:
		return text + ": " + strings.Join(names(ids(o.Owners)), ", ")
	case landscape.Orphaned:
		return text + ": " + strings.Join(names(ids(o.Ended)), ", ")
	}
	if n := len(o.Probable); n > 0 {
		text += " (" + v.say.N("list.probable", n) + ")"
	}
	return text
}

var ownersColumn = column{
	name:  "owners",
	value: func(v *look, n *landscape.Node) any { return ids(v.OwnershipOf(n.ID, v.day).Owners) },
}

var probableColumn = column{
	name:  "probable",
	value: func(v *look, n *landscape.Node) any { return ids(v.OwnershipOf(n.ID, v.day).Probable) },
}

var leadsColumn = column{
	name:  "leads",
	value: func(v *look, n *landscape.Node) any { return list(v.sources(n, landscape.Leads)) },
	text: func(v *look, n *landscape.Node) string {
		return strings.Join(names(v.sources(n, landscape.Leads)), ", ")
	},
}

func ids(nodes []*landscape.Node) []landscape.ID {
	found := make([]landscape.ID, len(nodes))
	for i, n := range nodes {
		found[i] = n.ID
	}
	return found
}

// sources gives the other ends of the relations of a kind that end at a node.
func (v *look) sources(n *landscape.Node, link landscape.Link) []landscape.ID {
	var found []landscape.ID
	for _, r := range v.In(n.ID, link) {
		if !slices.Contains(found, r.From) {
			found = append(found, r.From)
		}
	}
	return found
}

// themesOf gives the themes and ambitions of a node: an action has those of
// the bottlenecks it resolves.
func (v *look) themesOf(n *landscape.Node) []landscape.ID {
	has := map[landscape.ID]bool{}
	for _, r := range v.Out(n.ID, landscape.Addresses, landscape.BelongsTo) {
		has[r.To] = true
	}
	if n.Type == landscape.Action {
		for _, r := range v.Out(n.ID, landscape.Resolves) {
			for _, b := range v.Out(r.To, landscape.BelongsTo) {
				has[b.To] = true
			}
		}
	}
	if len(has) == 0 {
		return nil
	}
	var found []landscape.ID
	for _, t := range v.Nodes(landscape.Theme, landscape.Ambition) {
		if has[t.ID] {
			found = append(found, t.ID)
		}
	}
	return found
}

// themeNumbers writes themes by their numbers, which fit a column; ambitions
// have numbers of their own and keep their id.
func (v *look) themeNumbers(n *landscape.Node) string {
	var texts []string
	for _, id := range v.themesOf(n) {
		text := string(id)
		if t, ok := v.Node(id); ok && t.Type == landscape.Theme && t.Number() > 0 {
			text = strconv.Itoa(t.Number())
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", ")
}

// items gives the list for other programs.
func (v *look) items(nodes []*landscape.Node, columns []column) []members {
	items := make([]members, len(nodes))
	for i, n := range nodes {
		items[i] = members{{"id", n.ID}, {"type", n.Type}, {"name", n.Name()}, {"short", orNull(n.Get(landscape.Short))}}
		for _, c := range columns {
			items[i] = append(items[i], member{strings.ReplaceAll(c.name, "-", "_"), c.value(v, n)})
		}
	}
	return items
}

// table gives the list for people.
func (v *look) table(nodes []*landscape.Node, columns []column) table {
	t := table{heads: []string{v.say.T("col.id")}}
	for _, c := range columns {
		if c.text != nil {
			t.heads = append(t.heads, v.say.T("col."+c.name))
		}
	}
	t.heads = append(t.heads, v.say.T("col.name"))
	for _, n := range nodes {
		row := []string{string(n.ID)}
		for _, c := range columns {
			if c.text != nil {
				row = append(row, c.text(v, n))
			}
		}
		t.rows = append(t.rows, append(row, n.Name()))
	}
	return t
}
