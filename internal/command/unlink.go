package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func (a *app) unlinkCommand() *cobra.Command {
	var o claimOptions
	c := changing(a.command("unlink", "change", func(c *cobra.Command, args []string) error {
		if len(args) == 1 {
			args = strings.Split(args[0], "/")
		}
		if len(args) < 3 || len(args) > 4 {
			return a.wrong("wrong.too-few", "Use", useOf(c), "Command", c.CommandPath())
		}
		if len(args) == 4 {
			if given(c, "start") {
				return a.wrong("wrong.start-twice")
			}
			o.start = args[3]
		}
		return a.unlink(c.Context(), args[:3], o)
	}))
	c.ValidArgsFunction = a.completeEnds
	c.Args = a.count(1, 4)
	c.Flags().StringVar(&o.start, "start", "", a.say.T("opt.unlink.start"))
	o.addDays(a, c)
	return c
}

// unlink takes a relation away, or ends it on a day.
func (a *app) unlink(ctx context.Context, ends []string, o claimOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	r, err := a.relationOf(ends[0], ends[1], ends[2])
	if err != nil {
		return err
	}
	r = byNumber(ws.Landscape(), r)
	start, err := a.whichStart(o.start)
	if err != nil {
		return err
	}
	when, err := a.when(claimOptions{from: o.from, until: o.until})
	if err != nil {
		return err
	}
	if when.From.Known() && when.Until.Known() {
		return a.wrong("wrong.both", "One", "--from", "Other", "--until")
	}
	ref := ""
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, err := ws.Unlink(l, r, start, when)
		if err == nil {
			ref = edits[0].Before.Relation.Ref()
		}
		return edits, err
	})
	return a.finish(entry, err, member{"relation", ref})
}

// whichStart reads the start that tells two relations apart; "unknown" is the
// one without a start.
func (a *app) whichStart(typed string) (*landscape.Date, error) {
	switch strings.ToLower(typed) {
	case "":
		return nil, nil //nolint:nilnil // none was named
	case "-", "unknown", "onbekend":
		return &landscape.Date{}, nil
	}
	d, err := a.date("--start", typed)
	return &d, err
}
