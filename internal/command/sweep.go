package command

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

func (a *app) sweepCommand() *cobra.Command {
	var o applyOptions
	c := a.command("sweep", "agenda", func(c *cobra.Command, args []string) error {
		if len(*o.ids) > 0 {
			return a.applySweep(c.Context(), append(typedIDs(o.ids), typedIDs(&args)...), o)
		}
		return a.sweep(c.Context(), a.Out)
	})
	f := c.Flags()
	o.ids = a.textsOption(f, "apply", "id", a.say.T("opt.sweep.apply"))
	f.StringVar(&o.by, "by", "", a.say.T("opt.sweep.by"))
	f.StringVar(&o.record.why, "why", "", a.say.T("opt.move.why"))
	f.StringVar(&o.record.meeting, "meeting", "", a.say.T("opt.sweep.meeting"))
	c.ValidArgsFunction = a.completeID
	c.Args = func(c *cobra.Command, args []string) error {
		applies := given(c, "apply")
		for _, name := range []string{"by", "why", "meeting"} {
			if given(c, name) && !applies {
				return a.wrong("wrong.needs", "Option", "--"+name, "Other", "--apply")
			}
		}
		switch {
		case !applies:
			return a.count(0, 0)(c, args)
		case given(c, "as-of") || given(c, "at"):
			return a.wrong("wrong.looks-back", "Command", c.CommandPath()+" --apply")
		}
		return nil
	}
	return c
}

// swept is what the sweep found.
type swept struct {
	ToDone   []overlap.Handled
	ToReview []agenda.Returning
	Waiting  []agenda.Waiting
}

func sweepOf(q *asking) swept {
	back, waiting := agenda.Follow(q.Landscape, q.day)
	return swept{q.Sweep(), back, waiting}
}

// sweep holds the bottleneck list and the stock against the landscape.
func (a *app) sweep(ctx context.Context, w io.Writer) error {
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	s := sweepOf(q)
	if a.global.json {
		return writeJSON(w, sweepJSON(s))
	}
	return a.writeSweep(w, q, s)
}

func sweepJSON(s swept) members {
	done, review, waiting := make([]members, len(s.ToDone)), make([]members, len(s.ToReview)), make([]members, len(s.Waiting))
	for i, h := range s.ToDone {
		done[i] = members{
			{"id", h.Node.ID},
			{"by", h.By.ID},
			{"reasons", reasonsJSON(h.Reasons)},
			{"type", h.Node.Type},
			{"name", h.Node.Name()},
		}
	}
	for i, r := range s.ToReview {
		review[i] = members{
			{"id", r.Node.ID},
			{"because", r.Because},
			{"by", r.By.ID},
			{"stage", orNull(r.Relation.Stage)},
			{"look_back", orNull(r.Relation.LookBack.String())},
			{"extent", orNull(r.Relation.Extent)},
			{"returns_to", agenda.ReturnsTo(r.Node)},
			{"successors", list(ids(r.Successors))},
			{"type", r.Node.Type},
			{"name", r.Node.Name()},
		}
	}
	for i, x := range s.Waiting {
		waiting[i] = members{
			{"id", x.Node.ID},
			{"by", x.By.ID},
			{"stage", orNull(x.Relation.Stage)},
			{"since", orNull(x.Relation.Since.String())},
			{"look_back", orNull(x.Relation.LookBack.String())},
			{"type", x.Node.Type},
			{"name", x.Node.Name()},
		}
	}
	return members{{"to_done", done}, {"to_review", review}, {"waiting", waiting}}
}

// writeSweep writes three lists, each item with its reasons and what to type.
func (a *app) writeSweep(w io.Writer, q *asking, s swept) error {
	if len(s.ToDone)+len(s.ToReview)+len(s.Waiting) == 0 {
		return a.answer("sweep.none")
	}
	c := a.cards(q)
	c.heading("sweep.to-done", len(s.ToDone))
	for _, h := range s.ToDone {
		c.toDone(h)
	}
	c.heading("sweep.to-review", len(s.ToReview))
	for _, r := range s.ToReview {
		c.toReview(r)
	}
	c.heading("sweep.waiting", len(s.Waiting))
	for _, x := range s.Waiting {
		c.waiting(x)
	}
	c.line(a.say.T("sweep.note"))
	_, err := io.WriteString(w, c.String())
	return err
}

// heading begins a list; one without items has none.
func (c *cards) heading(key string, n int) {
	if n > 0 {
		c.line(c.say.N(key, n) + "\n")
	}
}

func (c *cards) toDone(h overlap.Handled) {
	c.swept(h.Node)
	c.fact("sweep.by", c.nameOf(h.By.ID))
	for i, why := range c.why(overlap.Candidate{Node: h.By, Reasons: h.Reasons}) {
		c.fact(first("card.why", i), why)
	}
	c.next(h.Node.ID, h.By.ID, "", "sweep.next-done", "sweep.next-not-same")
}

func (c *cards) toReview(r agenda.Returning) {
	c.swept(r.Node)
	c.fact("sweep.by", c.nameOf(r.By.ID))
	c.part(r.Relation)
	c.fact("card.why", c.say.T("sweep.because-"+string(r.Because), "Day", c.say.Date(r.Relation.LookBack)))
	list := agenda.ReturnsTo(r.Node)
	switch {
	case r.Because == agenda.BecauseEnded && len(r.Successors) > 0:
		c.fact("", c.ended(r.Successors))
		c.next(r.Node.ID, r.Successors[0].ID, list, "sweep.next-done", "sweep.next-back")
	case r.Because == agenda.BecauseLookBack:
		c.next(r.Node.ID, r.By.ID, list, "sweep.next-still", "sweep.next-back")
	default:
		c.next(r.Node.ID, r.By.ID, list, "sweep.next-back")
	}
}

func (c *cards) waiting(x agenda.Waiting) {
	c.swept(x.Node)
	c.fact("sweep.by", c.nameOf(x.By.ID))
	c.part(x.Relation)
	stage := c.say.Or("stage", x.Relation.Stage)
	if x.Relation.Since.Known() {
		stage = c.say.T("sweep.since", "Stage", stage, "Day", c.say.Date(x.Relation.Since))
	}
	c.fact("detail.stage", stage)
	if x.Relation.Stage == landscape.Could {
		c.next(x.Node.ID, x.By.ID, "", "sweep.next-ask")
		return
	}
	c.next(x.Node.ID, x.By.ID, "", "sweep.next-agreed", "sweep.next-declined")
}

// part says which part lies there, where it is not the whole.
func (c *cards) part(r landscape.Relation) {
	if r.Extent != "" {
		c.fact("field.extent", r.Extent)
	}
}

func (c *cards) swept(n *landscape.Node) { c.line("- " + n.Name() + " (" + string(n.ID) + ")") }

// next is what to type: one of these commands.
func (c *cards) next(id, by landscape.ID, list string, commands ...string) {
	for i, key := range commands {
		label := "sweep.next-or"
		if i == 0 {
			label = "sweep.next"
		}
		c.fact(label, c.say.T(key, "ID", string(id), "By", string(by), "List", list))
	}
	c.line("")
}
