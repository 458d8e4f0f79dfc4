package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func (a *app) setCommand() *cobra.Command {
	var o claimOptions
	c := changing(a.command("set", "change", func(c *cobra.Command, args []string) error {
		return a.set(c.Context(), idOf(args[0]), args[1:], o)
	}))
	c.ValidArgsFunction = a.completeID
	c.Args = a.count(2, -1)
	o.addTo(a, c, true)
	return c
}

// set changes fields of a node.
func (a *app) set(ctx context.Context, id landscape.ID, typed []string, o claimOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	l := ws.Landscape()
	n, err := l.Find(id)
	if err != nil {
		return err
	}
	assignments, err := a.assignments(n.Type, typed)
	if err != nil {
		return err
	}
	if err := a.settable(n, assignments); err != nil {
		return err
	}
	source, when, err := a.known(l, o)
	if err != nil {
		return err
	}
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return ws.Set(l, id, assignments, when, source)
	})
	return a.finish(entry, err, member{"id", id})
}

// decidedOn are the fields that change by a decision only.
var decidedOn = []landscape.Field{landscape.List, landscape.OutcomeOf, landscape.MovedOn, landscape.CameFrom}

// settable refuses what changes by a decision only, and half of a chosen place
// in the stock.
func (a *app) settable(n *landscape.Node, all []workspace.Assignment) error {
	given := map[landscape.Field]workspace.Assignment{}
	for _, s := range all {
		given[s.Field] = s
		moves := slices.Contains(decidedOn, s.Field)
		switch {
		case moves && n.Type == landscape.Bottleneck:
			return a.wrong("wrong.moves-bottleneck", "Field", a.fieldName(s.Field), "ID", string(n.ID))
		case moves && n.Type == landscape.Action:
			return a.wrong("wrong.moves", "Field", a.fieldName(s.Field), "ID", string(n.ID))
		}
	}
	place, placed := given[landscape.Rank]
	why, reasoned := given[landscape.RankReason]
	if placed != reasoned || len(place.Values) != len(why.Values) {
		return a.wrong("wrong.rank", "ID", string(n.ID))
	}
	return nil
}

// known reads all options of a claim.
func (a *app) known(l *landscape.Landscape, o claimOptions) (workspace.Source, workspace.When, error) {
	source, err := a.basis(o)
	if err != nil {
		return source, workspace.When{}, err
	}
	if err := a.isDocument(l, source.Document); err != nil {
		return source, workspace.When{}, err
	}
	when, err := a.when(o)
	return source, when, err
}

// assignments reads FIELD=VALUE; the same field again adds to a list.
func (a *app) assignments(t landscape.Type, typed []string) ([]workspace.Assignment, error) {
	var order []landscape.Field
	values := map[landscape.Field][]string{}
	for _, text := range typed {
		name, value, found := strings.Cut(text, "=")
		if !found {
			return nil, a.wrong("wrong.assignment", "Text", text)
		}
		f := fieldOf(name)
		if _, seen := values[f]; !seen {
			order = append(order, f)
		}
		values[f] = append(values[f], value)
	}
	var all []workspace.Assignment
	for _, f := range order {
		read, err := a.fieldValues(t, f, values[f])
		if err != nil {
			return nil, err
		}
		all = append(all, workspace.Assignment{Field: f, Values: read})
	}
	return all, nil
}

// fieldOf reads the name of a field, also as JSON has it.
func fieldOf(name string) landscape.Field {
	name = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-")
	if name == "aliases" {
		return landscape.Alias
	}
	return landscape.Field(name)
}

// fieldValues checks the values of a field and gives them as the model has
// them; an empty value is none.
func (a *app) fieldValues(t landscape.Type, f landscape.Field, typed []string) ([]string, error) {
	spec, err := landscape.FieldSpecOf(t, f)
	if err != nil {
		return nil, a.wrong("wrong.field", "Field", string(f), "Type", a.say.T("type."+string(t)), "All", fieldNames(t))
	}
	var values []string
	for _, text := range split(spec, typed) {
		value, err := a.fieldValue(spec, text)
		if err != nil {
			return nil, err
		}
		if value != "" {
			values = append(values, value)
		}
	}
	if !spec.Many() && len(values) > 1 {
		return nil, a.wrong("wrong.one-value", "Field", a.fieldName(f))
	}
	if f == landscape.Name && len(values) == 0 {
		return nil, a.wrong("wrong.no-name")
	}
	return values, nil
}

// split lets dates and choices stand behind commas, which other texts may hold.
func split(spec landscape.FieldSpec, typed []string) []string {
	if spec.Form != landscape.ChoiceListForm && spec.Form != landscape.DateListForm {
		return typed
	}
	return strings.Split(strings.Join(typed, ","), ",")
}

func (a *app) fieldValue(spec landscape.FieldSpec, text string) (string, error) {
	lines := spec.Form == landscape.TextForm && spec.Field != landscape.Name && spec.Field != landscape.Short
	value, err := a.entered(a.fieldName(spec.Field), text, lines)
	if err != nil || value == "" {
		return value, err
	}
	if len(spec.Choices) > 0 {
		return a.choice(a.fieldName(spec.Field), string(spec.Field), spec.Choices, value)
	}
	if spec.Form == landscape.FlagForm {
		value = a.flagValue(value)
	}
	if spec.Check([]string{value}) != nil {
		return "", a.wrong("wrong.field-value", "Field", a.fieldName(spec.Field), "Value", value, "Form", a.form(spec))
	}
	return value, nil
}

// flagValue reads yes and no in both languages.
func (a *app) flagValue(value string) string {
	switch strings.ToLower(value) {
	case "ja", "yes", "true":
		return "true"
	case "nee", "no", "false":
		return "false"
	}
	return value
}

func fieldNames(t landscape.Type) string {
	var all []string
	for _, spec := range landscape.FieldsOf(t) {
		all = append(all, string(spec.Field))
	}
	return strings.Join(all, ", ")
}
