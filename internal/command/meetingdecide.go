package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// decisionOptions are what was typed of a decision about an item.
type decisionOptions struct {
	text, to  string
	record    recordOptions
	amendment moveOptions
}

func (a *app) meetingDecideCommand() *cobra.Command {
	var o decisionOptions
	c := changing(a.meetingPart("decide", func(c *cobra.Command, args []string) error {
		v, err := a.verdict(c, args[2], o)
		if err != nil {
			return err
		}
		return a.meetingDecide(c.Context(), args, v, o.record)
	}))
	c.Args = a.count(3, 3)
	c.ValidArgsFunction = a.completeID
	f := c.Flags()
	f.StringVar(&o.text, "text", "", a.say.T("opt.meeting.text"))
	f.StringVar(&o.record.why, "why", "", a.say.T("opt.meeting.why"))
	f.StringVar(&o.record.decidedBy, "decided-by", "", a.say.T("opt.move.decided-by"))
	f.StringVar(&o.record.answer, "answer", "", a.say.T("opt.move.answer"))
	f.StringVar(&o.to, "to", "", a.optionText("opt.meeting.to", "list", agenda.Lists()))
	o.amendment.addTo(a, c)
	return c
}

// meetingDecide records what a meeting decided about one item.
func (a *app) meetingDecide(ctx context.Context, args []string, v agenda.Verdict, o recordOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	l := ws.Landscape()
	meeting, err := a.meetingOf(l, args[0])
	if err != nil {
		return err
	}
	item, err := a.itemOf(l, meeting, args[1])
	if err != nil {
		return err
	}
	v.Item = item.ID
	if err := a.isDocument(l, v.Source.Document); err != nil {
		return err
	}
	ask, err := a.asker()
	if err != nil {
		return err
	}
	o.meeting = string(meeting.ID)
	r, err := a.recording(l, o)
	if err != nil {
		return err
	}
	entry, err := ws.Conclude(ctx, ask, v, r)
	if err != nil {
		return err
	}
	a.warnOfPersonal(entry.Personal)
	a.notYetHeld(o)
	return a.concluded(entry, item.ID, v.Result)
}

// changesMove are the options of a decision that differ from what was proposed.
var changesMove = slices.Concat([]string{"to"}, placingOptions, takingOptions[:len(takingOptions)-1])

// verdict checks what can be checked without the landscape.
func (a *app) verdict(c *cobra.Command, result string, o decisionOptions) (agenda.Verdict, error) {
	var v agenda.Verdict
	var err error
	if v.Result, err = a.choice(a.fieldName(landscape.Result), "result", landscape.Results, result); err != nil {
		return v, err
	}
	if o.text != "" && o.record.why != "" {
		return v, a.wrong("wrong.both", "One", "--text", "Other", "--why")
	}
	if v.Text, err = a.entered("--text", o.text+o.record.why, true); err != nil {
		return v, err
	}
	changes := func(name string) bool { return given(c, name) }
	if i := slices.IndexFunc(changesMove, changes); i >= 0 && v.Result != landscape.Amended {
		return v, a.wrong("meeting.not-amended", "Option", "--"+changesMove[i])
	}
	if o.to != "" {
		if v.Change.To, err = a.agendaList(o.to); err != nil {
			return v, err
		}
	}
	if err := o.amendment.fill(a, &v.Change); err != nil {
		return v, err
	}
	v.Source = v.Change.Source
	return v, nil
}

// concluded answers what a decision did and what it set in motion.
func (a *app) concluded(entry workspace.JournalEntry, id landscape.ID, result string) error {
	l := a.ws.Landscape()
	var next any
	for _, r := range l.In(id, landscape.Follows) {
		next = r.From
	}
	if a.global.json {
		return writeLine(a.Out, members{
			{"id", id},
			{"seq", entry.Seq},
			{"result", result},
			{"decided_by", orNull(entry.DecidedBy)},
			{"returns_as", next},
			{"checked", checkedJSON(entry.Checked)},
		})
	}
	if err := a.answer("changed", "What", a.happened(entry), "Seq", entry.Seq); err != nil {
		return err
	}
	if entry.Checked != nil {
		what := prose.Checked(a.say, entry.Checked, prose.Names(l, entry))
		if err := a.answer("move.checked", "What", what); err != nil {
			return err
		}
	}
	return a.tellPlaced(entry)
}
