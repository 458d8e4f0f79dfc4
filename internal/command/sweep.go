package command

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/overlap"
)

// applyOptions are those of --apply, which the contract names and which comes
// with the lists of the agenda.
var applyOptions = []string{"apply", "by", "why", "meeting"}

func (a *app) sweepCommand() *cobra.Command {
	c := a.command("sweep", "read", func(c *cobra.Command, _ []string) error {
		return a.sweep(c.Context(), a.Out)
	})
	for _, name := range applyOptions {
		c.Flags().String(name, "", "")
		_ = c.Flags().MarkHidden(name) // it is there
	}
	c.Args = func(c *cobra.Command, args []string) error {
		for _, name := range applyOptions {
			if given(c, name) {
				return a.wrong("sweep.later", "Option", "--"+name)
			}
		}
		return a.count(0, 0)(c, args)
	}
	return c
}

// sweep holds the bottleneck list and the stock against the landscape.
func (a *app) sweep(ctx context.Context, w io.Writer) error {
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	s := a.swept(q)
	if a.global.json {
		return writeJSON(w, sweepJSON(s))
	}
	return a.writeSweep(w, q, s)
}

// swept is what the sweep found.
type swept struct {
	ToDone   []overlap.Handled
	ToReview []agenda.Returning
	Waiting  []agenda.Waiting
}

func (a *app) swept(q *asking) swept {
	back, waiting := agenda.Follow(q.Landscape, q.day)
	return swept{q.Sweep(), back, waiting}
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
	c.swept(h.Node.Name(), string(h.Node.ID))
	c.fact("sweep.by", c.nameOf(h.By.ID))
	for i, why := range c.why(overlap.Candidate{Node: h.By, Reasons: h.Reasons}) {
		c.fact(first("card.why", i), why)
	}
	c.next(string(h.Node.ID), string(h.By.ID), "sweep.next-done", "sweep.next-not-same")
}

func (c *cards) toReview(r agenda.Returning) {
	c.swept(r.Node.Name(), string(r.Node.ID))
	c.fact("sweep.by", c.nameOf(r.By.ID))
	c.fact("card.why", c.say.T("sweep.because-"+string(r.Because)))
	if r.Because == agenda.BecauseEnded {
		c.fact("", c.ended(r.Successors))
	}
	c.next(string(r.Node.ID), string(r.By.ID), "sweep.next-review")
}

func (c *cards) waiting(x agenda.Waiting) {
	c.swept(x.Node.Name(), string(x.Node.ID))
	c.fact("sweep.by", c.nameOf(x.By.ID))
	stage := c.say.Or("stage", x.Relation.Stage)
	if x.Relation.Since.Known() {
		stage = c.say.T("sweep.since", "Stage", stage, "Day", c.say.Date(x.Relation.Since))
	}
	c.fact("detail.stage", stage)
	c.next(string(x.Node.ID), string(x.By.ID), "sweep.next-waiting")
}

func (c *cards) swept(name, id string) { c.line("- " + name + " (" + id + ")") }

// next is what to type: one of these commands.
func (c *cards) next(id, by string, commands ...string) {
	labels := []string{"sweep.next", "sweep.next-or"}
	for i, key := range commands {
		c.fact(labels[i], c.say.T(key, "ID", id, "By", by, "Day", c.q.day.String()))
	}
	c.line("")
}
