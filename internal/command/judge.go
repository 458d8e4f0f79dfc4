package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// judgeOptions are what was typed beside the two ends.
type judgeOptions struct {
	why, grade string
	justified  bool
}

func (a *app) judgeCommand() *cobra.Command {
	var o judgeOptions
	c := changing(a.command("judge", "change", func(c *cobra.Command, args []string) error {
		j, err := a.judgement(args, o)
		if err != nil {
			return err
		}
		return a.judge(c.Context(), j)
	}))
	c.Args = a.count(3, 3)
	c.ValidArgsFunction = a.completeID
	f := c.Flags()
	f.StringVar(&o.why, "why", "", a.say.T("opt.judge.why"))
	f.StringVar(&o.grade, "grade", "", a.optionText("opt.judge.grade", "grade", landscape.Grades))
	f.BoolVar(&o.justified, "justified", false, a.say.T("opt.judge.justified"))
	return c
}

// judgement reads A not-same|overlaps B with its options.
func (a *app) judgement(args []string, o judgeOptions) (workspace.Judgement, error) {
	j := workspace.Judgement{A: idOf(args[0]), B: idOf(args[2]), Justified: o.justified}
	link, err := a.choice("VERBAND", "link", names(judgements), args[1])
	if err != nil {
		return j, a.wrong("wrong.judgement", "Value", args[1])
	}
	j.Link = landscape.Link(link)
	if o.grade != "" {
		if j.Grade, err = a.choice("--grade", "grade", landscape.Grades, o.grade); err != nil {
			return j, err
		}
	}
	if j.Link == landscape.NotSame && (o.grade != "" || o.justified) {
		return j, a.wrong("wrong.judged-no-grade")
	}
	if j.Why, err = a.entered("--why", o.why, true); err != nil {
		return j, err
	}
	if j.Why == "" {
		return j, a.wrong("wrong.no-why")
	}
	return j, nil
}

// judge remembers what people say of two items.
func (a *app) judge(ctx context.Context, j workspace.Judgement) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	entry, err := a.change(ctx, workspace.Why{Reason: j.Why}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		if err := a.canBeJudged(l, j.A, j.B); err != nil {
			return nil, err
		}
		return ws.Judge(l, j)
	})
	if err != nil || a.global.json {
		return a.finish(entry, err, member{"relation", j.Relation().Ref()})
	}
	what := prose.Joined(a.say, j.Relation(), prose.Names(ws.Landscape(), entry))
	return a.answer("judge.done-"+string(j.Link), "What", what, "Seq", entry.Seq)
}

// canBeJudged says in words what two things cannot be held together.
func (a *app) canBeJudged(l *landscape.Landscape, ends ...landscape.ID) error {
	spec, _ := landscape.LinkSpecOf(landscape.NotSame)
	for _, id := range ends {
		n, err := l.Find(id)
		if err != nil {
			return err
		}
		if !slices.Contains(spec.From, n.Type) {
			return a.wrong("wrong.judged-type", "Name", n.Name(), "Is", a.say.T("type."+string(n.Type)))
		}
	}
	if ends[0] == ends[1] {
		return a.wrong("wrong.judged-itself")
	}
	return nil
}
