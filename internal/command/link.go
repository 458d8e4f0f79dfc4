package command

import (
	"context"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func (a *app) linkCommand() *cobra.Command {
	var o claimOptions
	c := changing(a.command("link", "change", func(c *cobra.Command, args []string) error {
		r, err := a.relationOf(args[0], args[1], args[2])
		if err != nil {
			return err
		}
		read := []landscape.Relation{r}
		if err := a.readDetails(c, read); err != nil {
			return err
		}
		return a.link(c.Context(), read[0], o)
	}))
	c.ValidArgsFunction = a.completeEnds
	c.Args = a.count(3, 3)
	o.addTo(a, c, true)
	a.addDetails(c, allLinks())
	return c
}

func allLinks() []landscape.Link {
	all := make([]landscape.Link, len(landscape.Links))
	for i, spec := range landscape.Links {
		all[i] = spec.Link
	}
	return all
}

// link joins two nodes.
func (a *app) link(ctx context.Context, r landscape.Relation, o claimOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	r = byNumber(ws.Landscape(), r)
	source, when, err := a.known(ws.Landscape(), o)
	if err != nil {
		return err
	}
	ref := ""
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, err := ws.Link(l, r, when, source)
		if err == nil {
			ref = edits[len(edits)-1].After.Relation.Ref()
		}
		return edits, err
	})
	return a.finish(entry, err, member{"relation", ref})
}
