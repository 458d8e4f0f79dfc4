package command

import (
	"context"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// answers are what another table can say.
var answers = []string{landscape.Agreed, landscape.Declined, landscape.Placed}

func (a *app) answerCommand() *cobra.Command {
	var o moveOptions
	var r recordOptions
	c := changing(a.command("answer", "agenda", func(c *cobra.Command, args []string) error {
		reply := agenda.Reply{Item: idOf(args[0]), By: idOf(o.by)}
		var err error
		if reply.Stage, err = a.choice("ANTWOORD", "stage", answers, args[1]); err != nil {
			return err
		}
		if o.lookBack != "" {
			if reply.LookBack, err = a.date("--look-back", o.lookBack); err != nil {
				return err
			}
		}
		if reply.Source.Section, err = a.entered("--section", o.section, true); err != nil {
			return err
		}
		reply.Source.Document = idOf(o.source)
		return a.record(c.Context(), reply, r)
	}))
	c.Args = a.count(2, 2)
	c.ValidArgsFunction = a.completeID
	f := c.Flags()
	f.StringVar(&o.by, "by", "", a.say.T("opt.answer.by"))
	o.addSource(a, c)
	f.StringVar(&r.meeting, "meeting", "", a.say.T("opt.answer.meeting"))
	f.StringVar(&r.why, "why", "", a.say.T("opt.answer.why"))
	f.StringVar(&o.lookBack, "look-back", "", a.say.T("opt.move.look-back"))
	return c
}

// record records what another table answered.
func (a *app) record(ctx context.Context, reply agenda.Reply, o recordOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	l := ws.Landscape()
	if err := a.isDocument(l, reply.Source.Document); err != nil {
		return err
	}
	if reply.Reason, err = a.entered("--why", o.why, true); err != nil {
		return err
	}
	r, err := a.recording(l, o)
	if err != nil {
		return err
	}
	entry, err := ws.Answer(ctx, reply, r)
	if err != nil {
		return err
	}
	a.warnOfPersonal(entry.Personal)
	if a.global.json {
		return writeLine(a.Out, a.movedJSON(reply.Item, entry))
	}
	if err := a.finish(entry, nil, member{}); err != nil {
		return err
	}
	return a.tellPlaced(entry)
}
