package command

import (
	"context"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// recordOptions say who decides, where and why, as typed.
type recordOptions struct {
	why, meeting, decidedBy, answer string
	propose                         bool
}

func (a *app) moveCommand() *cobra.Command {
	var o moveOptions
	var r recordOptions
	c := changing(a.command("move", "agenda", func(c *cobra.Command, args []string) error {
		m := agenda.Move{Item: idOf(args[0])}
		var err error
		if m.To, err = a.agendaList(args[1]); err != nil {
			return err
		}
		if err := o.fill(a, &m); err != nil {
			return err
		}
		if err := a.belongs(c, m); err != nil {
			return err
		}
		return a.move(c.Context(), m, r)
	}))
	c.Args = a.count(2, 2)
	c.ValidArgsFunction = a.completeMove
	c.Flags().StringVar(&r.why, "why", "", a.say.T("opt.move.why"))
	o.addTo(a, c)
	c.Flags().StringVar(&r.answer, "answer", "", a.say.T("opt.move.answer"))
	c.Flags().BoolVar(&r.propose, "propose", false, a.say.T("opt.move.propose"))
	c.Flags().StringVar(&r.meeting, "meeting", "", a.say.T("opt.move.meeting"))
	c.Flags().StringVar(&r.decidedBy, "decided-by", "", a.say.T("opt.move.decided-by"))
	return c
}

// completeMove completes ID LIST.
func (a *app) completeMove(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 1 {
		return agenda.Lists(), cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeID(c, args, begun)
}

// recording reads who decides and where; the reason is read apart.
func (a *app) recording(l *landscape.Landscape, o recordOptions) (workspace.Recording, error) {
	r := workspace.Recording{Meeting: idOf(o.meeting), NotBSN: a.global.notBSN}
	var err error
	if r.Answer, err = a.entered("--answer", o.answer, true); err != nil {
		return r, err
	}
	if r.DecidedBy, err = a.entered("--decided-by", o.decidedBy, false); err != nil {
		return r, err
	}
	if l.Has(idOf(r.DecidedBy)) {
		r.DecidedBy = string(idOf(r.DecidedBy))
	}
	return r, nil
}

// move decides or proposes that an item goes to a list.
func (a *app) move(ctx context.Context, m agenda.Move, o recordOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	l := ws.Landscape()
	if err := a.isDocument(l, m.Source.Document); err != nil {
		return err
	}
	if m.Reason, err = a.entered("--why", o.why, true); err != nil {
		return err
	}
	r, err := a.recording(l, o)
	if err != nil {
		return err
	}
	var entry workspace.JournalEntry
	if o.propose {
		_, entry, err = ws.Propose(ctx, m, r)
	} else {
		var ask workspace.Asker
		if ask, err = a.asker(); err == nil {
			entry, err = ws.Move(ctx, ask, m, r)
		}
	}
	if err != nil {
		return err
	}
	a.warnOfPersonal(entry.Personal)
	return a.tellMoved(m, o, entry)
}

// asker makes a landscape ready for the overlap check.
func (a *app) asker() (workspace.Asker, error) {
	lists, err := exchange.ShippedWords()
	if err != nil {
		return nil, err
	}
	return func(l *landscape.Landscape, day landscape.Date) *overlap.Index {
		return overlap.New(lists).Index(l, day)
	}, nil
}

// tellMoved answers what a move did, and what it set in motion.
func (a *app) tellMoved(m agenda.Move, o recordOptions, e workspace.JournalEntry) error {
	a.notYetHeld(o)
	if a.global.json {
		return writeLine(a.Out, a.movedJSON(m.Item, e))
	}
	if err := a.finish(e, nil, member{}); err != nil {
		return err
	}
	if e.Checked != nil {
		name := prose.Names(a.ws.Landscape())
		if err := a.answer("move.checked", "What", prose.Checked(a.say, e.Checked, name)); err != nil {
			return err
		}
	}
	if o.propose {
		return a.answer("move.proposed", "Item", string(a.decisionIn(e)), "Meeting", string(e.Meeting))
	}
	return a.tellPlaced(e)
}

// notYetHeld warns of a decision that is recorded before its meeting is held.
func (a *app) notYetHeld(o recordOptions) {
	n, ok := a.ws.Landscape().Node(idOf(o.meeting))
	if !ok || o.propose {
		return
	}
	if day := n.Date(landscape.DateOn); day.Known() && a.ws.Today().Before(day.First()) {
		a.tell("%s", a.say.T("move.not-held", "Meeting", n.Name(), "Day", a.say.Date(day)))
	}
}

// tellPlaced says of everything that was placed elsewhere when to look back, and
// what to type when the table answers.
func (a *app) tellPlaced(e workspace.JournalEntry) error {
	name := prose.Names(a.ws.Landscape())
	for _, r := range placings(e) {
		if r.Stage == landscape.Declined {
			continue
		}
		if err := a.answer("move.placed-"+r.Stage, "ID", string(r.From), "By", name(r.To), "ByID", string(r.To),
			"Day", a.say.Date(r.LookBack)); err != nil {
			return err
		}
	}
	return nil
}

// placings are the relations by which an entry placed something elsewhere.
func placings(e workspace.JournalEntry) []landscape.Relation {
	var all []landscape.Relation
	for _, edit := range e.Edits {
		if edit.After == nil || edit.After.Relation == nil {
			continue
		}
		if r := *edit.After.Relation; r.Link == landscape.HandledBy && !r.End.Known() {
			all = append(all, r)
		}
	}
	return all
}

// decisionIn is the item of an agenda that an entry made or decided on.
func (a *app) decisionIn(e workspace.JournalEntry) landscape.ID {
	for _, edit := range e.Edits {
		if edit.After != nil && edit.After.Node != nil && edit.After.Node.Type == landscape.Item {
			return edit.After.Node.ID
		}
	}
	return ""
}

// movedJSON is the answer for programs: where the item stands now, where it was
// placed, and the item of the agenda that says so.
func (a *app) movedJSON(id landscape.ID, e workspace.JournalEntry) members {
	n, _ := a.ws.Landscape().Node(id)
	var placed landscape.Relation
	for _, r := range placings(e) {
		if placed.To == "" || r.From == id {
			placed = r
		}
	}
	item := a.decisionIn(e)
	var proposed any
	if p, ok := a.ws.Landscape().Node(item); ok && p.Get(landscape.Result) == "" {
		if m, moves := agenda.MoveOf(a.ws.Landscape(), p); moves {
			proposed = m.To
		}
	}
	return members{
		{"id", id},
		{"seq", e.Seq},
		{"list", orNull(agenda.ListOf(n))},
		{"outcome", orNull(n.Get(landscape.OutcomeOf))},
		{"by", orNull(placed.To)},
		{"stage", orNull(placed.Stage)},
		{"look_back", orNull(placed.LookBack.String())},
		{"item", orNull(item)},
		{"proposed", proposed},
		{"meeting", orNull(e.Meeting)},
		{"decided_by", orNull(e.DecidedBy)},
		{"checked", checkedJSON(e.Checked)},
	}
}
