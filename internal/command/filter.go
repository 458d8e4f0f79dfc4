package command

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// test says whether a node is in the list.
type test func(*landscape.Node) bool

// filter is one option of list: for which types it is, and what it asks.
type filter struct {
	name   string
	types  []landscape.Type
	prefix string
	// choices are the values it may have; nil where it takes an id.
	choices func(landscape.Type) []string
	// has is for a choice: whether a node has the value.
	has func(v *look, n *landscape.Node, value string) bool
	// refers is for an id: it reads it and gives the test.
	refers func(ctx context.Context, a *app, v *look, typed string) (test, error)
}

var filters = []filter{
	{
		name: "theme", refers: byTheme, choices: noChoices,
		types: []landscape.Type{landscape.Initiative, landscape.Bottleneck, landscape.Action},
	},
	{
		name: "kind", prefix: "kind", choices: kindsOf, has: hasKind,
		types: []landscape.Type{landscape.Initiative, landscape.Action},
	},
	{
		name: "status", prefix: "status", choices: fixed(names(landscape.Statuses)), has: hasStatus,
		types: []landscape.Type{landscape.Initiative},
	},
	{
		name: "list", prefix: "list", choices: listsOf, has: standsOn,
		types: []landscape.Type{landscape.Action, landscape.Bottleneck},
	},
	{
		name: "state", prefix: "state", choices: fixed(names(landscape.States)), has: hasState,
		types: []landscape.Type{landscape.Bottleneck},
	},
	{
		name: "lead", refers: byLead, choices: noChoices,
		types: []landscape.Type{landscape.Initiative, landscape.Action},
	},
	{
		name: "meeting", refers: byMeeting, choices: noChoices,
		types: []landscape.Type{landscape.Action, landscape.Bottleneck, landscape.Item},
	},
}

func (f filter) appliesTo(t landscape.Type) bool { return slices.Contains(f.types, t) }

func (f filter) test(ctx context.Context, a *app, v *look, t landscape.Type, typed string) (test, error) {
	if f.refers != nil {
		return f.refers(ctx, a, v, typed)
	}
	prefix := f.prefix
	if f.name == "kind" && t == landscape.Action {
		prefix = "action-kind"
	}
	read := a.choice
	if f.name == "list" {
		read = a.listChoice
	}
	value, err := read("--"+f.name, prefix, f.choices(t), typed)
	return func(n *landscape.Node) bool { return f.has(v, n, value) }, err
}

// filtersOf names the filters of a type, or says that there are none.
func filtersOf(t landscape.Type) string {
	var all []string
	for _, f := range filters {
		if f.appliesTo(t) {
			all = append(all, "--"+f.name)
		}
	}
	return strings.Join(all, ", ")
}

func noChoices(landscape.Type) []string { return nil }

func fixed(choices []string) func(landscape.Type) []string {
	return func(landscape.Type) []string { return choices }
}

func kindsOf(t landscape.Type) []string {
	field := landscape.KindOf
	if t == landscape.Action {
		field = landscape.ActionKind
	}
	spec, _ := landscape.FieldSpecOf(t, field) // both have it
	return spec.Choices
}

// listsOf are the lists that a type stands on.
func listsOf(t landscape.Type) []string {
	switch t {
	case landscape.Action:
		return landscape.AgendaLists
	case landscape.Bottleneck:
		return []string{agenda.BottleneckList, landscape.Done}
	}
	return agenda.Lists()
}

func standsOn(_ *look, n *landscape.Node, list string) bool { return agenda.ListOf(n) == list }

func hasKind(_ *look, n *landscape.Node, value string) bool {
	return n.Kind() == value || n.Get(landscape.ActionKind) == value
}

func hasStatus(v *look, n *landscape.Node, value string) bool {
	return string(landscape.StatusOf(n, v.day)) == value
}

func hasState(v *look, n *landscape.Node, value string) bool {
	return string(v.OwnershipOf(n.ID, v.day).State) == value
}

func byTheme(_ context.Context, a *app, v *look, typed string) (test, error) {
	theme, err := a.theme(v.Landscape, typed)
	if err != nil {
		return nil, err
	}
	return func(n *landscape.Node) bool { return slices.Contains(v.themesOf(n), theme) }, nil
}

// theme finds a theme by its number or id, or an ambition by its id.
func (a *app) theme(l *landscape.Landscape, typed string) (landscape.ID, error) {
	number, err := strconv.Atoi(typed)
	var all []string
	for _, n := range l.Nodes(landscape.Theme, landscape.Ambition) {
		if string(n.ID) == typed || n.Type == landscape.Theme && err == nil && n.Number() == number {
			return n.ID, nil
		}
		if n.Type == landscape.Theme {
			all = append(all, strconv.Itoa(n.Number())+" ("+string(n.ID)+")")
		}
	}
	return "", a.wrong("wrong.theme", "Value", typed, "Themes", strings.Join(all, ", "))
}

func byLead(_ context.Context, a *app, v *look, typed string) (test, error) {
	lead, err := v.Find(idOf(typed))
	if err != nil {
		return nil, err
	}
	if lead.Type != landscape.Organisation {
		return nil, a.wrong("wrong.other-type", "Option", "--lead", "Name", lead.Name(),
			"Is", a.say.T("type."+string(lead.Type)), "Want", a.say.T("type.organisation"))
	}
	return func(n *landscape.Node) bool { return slices.Contains(v.sources(n, landscape.Leads), lead.ID) }, nil
}

// byMeeting keeps what stood on the agenda of a meeting, and what was changed
// in it by the journal.
func byMeeting(ctx context.Context, a *app, v *look, typed string) (test, error) {
	meeting, err := v.Find(idOf(typed))
	if err != nil {
		return nil, err
	}
	if meeting.Type != landscape.Meeting {
		return nil, a.wrong("wrong.other-type", "Option", "--meeting", "Name", meeting.Name(),
			"Is", a.say.T("type."+string(meeting.Type)), "Want", a.say.T("type.meeting"))
	}
	entries, err := a.entries(ctx, 1)
	if err != nil {
		return nil, err
	}
	touched := onAgenda(v.Landscape, meeting.ID)
	for _, e := range entries {
		for _, edit := range e.Edits {
			if e.Meeting == meeting.ID && isListed(edit) {
				touched[landscape.ID(landscape.Finding{Key: edit.Key}.Subject())] = true
			}
		}
	}
	return func(n *landscape.Node) bool { return touched[n.ID] }, nil
}

// isListed says whether an edit is of a bottleneck or an action; the items of a
// meeting are those on its agenda, though a decision may make one for the next.
func isListed(e landscape.Edit) bool {
	r := e.After
	if r == nil {
		r = e.Before
	}
	return r.Node != nil && (r.Node.Type == landscape.Bottleneck || r.Node.Type == landscape.Action)
}

// onAgenda gives the items of a meeting and what they are about.
func onAgenda(l *landscape.Landscape, meeting landscape.ID) map[landscape.ID]bool {
	on := map[landscape.ID]bool{}
	for _, item := range agenda.ItemsOf(l, meeting) {
		on[item.ID] = true
		for _, about := range l.Out(item.ID, landscape.Concerns) {
			on[about.To] = true
		}
	}
	return on
}
