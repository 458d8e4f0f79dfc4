package command

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
)

func (a *app) listCommand() *cobra.Command {
	typed := make([]*string, len(filters))
	c := a.command("list", "read", func(c *cobra.Command, args []string) error {
		q := listQuery{filters: map[string]string{}}
		t, ok := a.typeOf(args[0])
		if !ok {
			return a.wrong("wrong.type", "Value", args[0], "Types", plurals())
		}
		q.of = t
		for i, f := range filters {
			if given(c, f.name) {
				q.filters[f.name] = *typed[i]
			}
		}
		return a.list(c.Context(), a.Out, q)
	})
	for i, f := range filters {
		typed[i] = c.Flags().String(f.name, "", a.optionText("opt.list."+f.name, f.prefix, f.choices(landscape.Initiative)))
	}
	c.Args = a.count(1, 1)
	c.ValidArgs = a.typeNames(landscape.Type.Plural)
	c.ValidArgsFunction = nil
	return c
}

// optionText is the help of an option with the values it may have.
func (a *app) optionText(key, prefix string, choices []string) string {
	text := a.say.T(key)
	if len(choices) > 0 {
		text += ": " + a.choices(prefix, choices)
	}
	return text
}

func (a *app) typeNames(name func(landscape.Type) string) []string {
	texts := make([]string, len(landscape.Types))
	for i, t := range landscape.Types {
		texts[i] = name(t)
	}
	return texts
}

func plurals() string {
	texts := make([]string, len(landscape.Types))
	for i, t := range landscape.Types {
		texts[i] = t.Plural()
	}
	return strings.Join(texts, ", ")
}

// listQuery is a type with the filters as they were typed.
type listQuery struct {
	of      landscape.Type
	filters map[string]string
}

// list writes the nodes of a type that pass all filters.
func (a *app) list(ctx context.Context, w io.Writer, q listQuery) error {
	for _, f := range filters {
		if _, asked := q.filters[f.name]; asked && !f.appliesTo(q.of) {
			return a.wrong("wrong.filter", "Option", "--"+f.name, "Type", a.say.T("types."+string(q.of)), "All", filtersOf(q.of))
		}
	}
	l, err := a.view(ctx)
	if err != nil {
		return err
	}
	v := &look{Landscape: l, day: a.global.day, say: a.say}
	nodes, err := a.filter(ctx, v, q)
	if err != nil {
		return err
	}
	columns := columnsOf(q.of)
	if ordered := v.stockOrder(nodes); ordered != nil && q.filters["list"] != "" {
		nodes, columns = ordered, append(columns, placeColumn, whyHereColumn)
	}
	if q.of == landscape.Meeting {
		nodes = v.byDay(nodes)
	}
	if a.global.json {
		return writeJSON(w, v.items(nodes, columns))
	}
	if len(nodes) == 0 {
		key := "list.none"
		if len(q.filters) > 0 {
			key = "list.none-left"
		}
		a.tell("%s", a.say.T(key, "Types", a.say.T("types."+string(q.of))))
		return nil
	}
	return v.table(nodes, columns).write(w, a.Width)
}

func (a *app) filter(ctx context.Context, v *look, q listQuery) ([]*landscape.Node, error) {
	nodes := v.Nodes(q.of)
	for _, f := range filters {
		typed, asked := q.filters[f.name]
		if !asked {
			continue
		}
		keep, err := f.test(ctx, a, v, q.of, typed)
		if err != nil {
			return nil, err
		}
		var kept []*landscape.Node
		for _, n := range nodes {
			if keep(n) {
				kept = append(kept, n)
			}
		}
		nodes = kept
	}
	return nodes, nil
}
