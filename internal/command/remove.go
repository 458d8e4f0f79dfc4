package command

import (
	"context"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func (a *app) removeCommand() *cobra.Command {
	var o claimOptions
	c := changing(a.command("remove", "change", func(c *cobra.Command, args []string) error {
		if o.from != "" && o.until != "" {
			return a.wrong("wrong.both", "One", "--from", "Other", "--until")
		}
		return a.remove(c.Context(), idOf(args[0]), o)
	}))
	c.ValidArgsFunction = a.completeID
	c.Args = a.count(1, 1)
	o.addDays(a, c)
	o.addSource(a, c)
	return c
}

// remove takes a node away with its relations, or ends it on a day.
func (a *app) remove(ctx context.Context, id landscape.ID, o claimOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	l := ws.Landscape()
	n, err := l.Find(id)
	if err != nil {
		return err
	}
	source, when, err := a.known(l, o)
	if err != nil {
		return err
	}
	ends := when.From.Known() || when.Until.Known()
	if _, err := landscape.FieldSpecOf(n.Type, landscape.End); ends && err != nil {
		return a.wrong("wrong.no-end", "Type", a.say.T("type."+string(n.Type)))
	}
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return ws.Remove(l, id, when, source)
	})
	if err == nil && !ends {
		a.warnOfSources(id)
	}
	return a.finish(entry, err, member{"id", id})
}

// warnOfSources says which facts still name a document that is gone.
func (a *app) warnOfSources(id landscape.ID) {
	count := 0
	for _, f := range landscape.Sources(a.ws.Landscape()) {
		if f.Code == landscape.NoDocument && f.Args[0] == string(id) {
			count++
		}
	}
	if count > 0 {
		a.tell("%s", a.say.N("remove.cited", count, "ID", string(id)))
	}
}
