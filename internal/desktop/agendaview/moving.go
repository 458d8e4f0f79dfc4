package agendaview

import (
	"context"

	"fyne.io/fyne/v2"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// candidatesMost is how many candidates the dialog names.
const candidatesMost = 3

// may says whether something can be changed, and tells why where it cannot.
func (v *View) may() bool {
	why := v.host.State().WhyNot()
	if why != "" {
		v.host.Notice(why)
	}
	return why == ""
}

// move opens the dialog of a move, or says why there is no such move.
func (v *View) move(id landscape.ID, list string) {
	n, ok := v.host.State().Land.Node(id)
	if !ok || !v.may() {
		return
	}
	m := agenda.Move{Item: id, To: list}
	if n.Type == landscape.Bottleneck && list != landscape.Done && list != agenda.BottleneckList ||
		n.Type == landscape.Action && list == agenda.BottleneckList {
		refused := &agenda.Refused{Refusals: []agenda.Refusal{{Rule: agenda.RuleList, Item: id, Args: []string{list}}}}
		v.host.Notice(prose.Refused(v.words, v.host.State().Land, refused))
		return
	}
	v.ask(n, m)
}

// askAgain asks a table, or one that came after it, about something that was
// placed before.
func (v *View) askAgain(n *landscape.Node, by landscape.ID, stage string) {
	if !v.may() {
		return
	}
	m := agenda.Move{Item: n.ID, To: landscape.Done, Outcome: landscape.Elsewhere, By: by, Stage: stage}
	for _, r := range v.host.State().Land.Out(n.ID, landscape.HandledBy) {
		if r.To != by {
			continue
		}
		m.Extent, m.Remainder, m.AskedTo = r.Extent, r.Remainder, r.AskedTo
		for _, e := range r.Evidence {
			if e.Document != "" {
				m.Source = e
			}
		}
	}
	v.ask(n, m)
}

// takeBack brings something back to the list it came from.
func (v *View) takeBack(n *landscape.Node) {
	if v.may() {
		v.ask(n, agenda.Move{Item: n.ID, To: agenda.ReturnsTo(n)})
	}
}

// ask looks what the overlap check says where that helps, and opens the dialog:
// that of the move last asked for, where no other came meanwhile.
func (v *View) ask(n *landscape.Node, m agenda.Move) {
	f := newMoveSheet(v, n, m)
	v.moves++
	number := v.moves
	if m.To != landscape.Done && m.To != landscape.Underway {
		f.show()
		return
	}
	v.host.Go(v.words.T("board.checking"), func(context.Context) func() {
		answer, err := v.host.Overlap().About(n.ID, overlap.Options{})
		return func() {
			if number != v.moves || kit.SheetOpen() {
				return
			}
			if err == nil {
				f.verdict, f.found = answer.Verdict, answer.Candidates
				f.near = answers.Telling(answer.Candidates, candidatesMost)
			}
			f.show()
		}
	})
}

// inWriting and proposed are ways to decide beside in a meeting, which its id
// names.
const (
	inWriting landscape.ID = ""
	proposed  landscape.ID = "?"
)

// change makes the change of a move: decided, or proposed for a meeting.
func (v *View) change(m agenda.Move, how, meeting landscape.ID, answer string) {
	ws := v.host.Workspace()
	r := workspace.Recording{Meeting: how, Answer: answer}
	if how == proposed {
		r.Meeting = meeting
	}
	v.host.Go(v.words.T("board.checking"), func(context.Context) func() {
		act, why := ws.Deciding(v.asker(how), m, r)
		if how == proposed {
			why.DecidedBy = "" // nobody decided yet
		}
		build := buildOf(m, how, act)
		return func() { v.host.Change(why, build, func(workspace.JournalEntry) { v.follow(m.Item) }) }
	})
}

func buildOf(m agenda.Move, how landscape.ID, act agenda.Act) workspace.Build {
	return func(l *landscape.Landscape) ([]landscape.Edit, error) {
		if how == proposed {
			edits, _, err := agenda.Propose(l, m, act)
			return edits, err
		}
		return agenda.Decide(l, m, act)
	}
}

// asker is the overlap check of a decision; a proposal is checked when it is
// decided on.
func (v *View) asker(how landscape.ID) workspace.Asker {
	if how == proposed {
		return nil
	}
	return func(*landscape.Landscape, landscape.Date) *overlap.Index { return v.host.Overlap() }
}

// follow keeps the focus on something that was moved.
func (v *View) follow(id landscape.ID) {
	if v.page == boardPage {
		v.goTo(id)
	}
}

// menu is what one can do with a card.
func (v *View) menu(id landscape.ID, at fyne.Position) {
	n, ok := v.host.State().Land.Node(id)
	if !ok {
		return
	}
	t := v.words.T
	items := []*fyne.MenuItem{fyne.NewMenuItem(t("board.details"), func() { v.host.Select(id) })}
	if !v.host.State().Reads() {
		items = append(items, fyne.NewMenuItemSeparator())
		for _, list := range wishes(n) {
			items = append(items, fyne.NewMenuItem(t("board.to."+list)+" …", func() { v.move(id, list) }))
		}
		if agenda.ListOf(n) == landscape.Stock {
			items = append(items, fyne.NewMenuItem(t("board.choose-place"), func() { v.choosePlace(n) }))
		}
		if n.Type == landscape.Bottleneck {
			items = append(items, fyne.NewMenuItem(t("board.think-action"), func() { answers.AddAction(v.host, "", answers.Subject{Item: id}, nil) }))
		}
		items = append(items, v.answerItems(n)...)
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(t("board.in-overlap"), func() { v.host.Open(kit.Place{View: kit.OverlapView, Item: id}) }),
		fyne.NewMenuItem(t("board.copy-name"), func() { v.host.Copy(n.Name()) }))
	showMenu(v.host.Window(), items, at)
}

// answerItems record the answer of each table that was asked.
func (v *View) answerItems(n *landscape.Node) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	land := v.host.State().Seen
	for _, r := range land.Out(n.ID, landscape.HandledBy) {
		if by, ok := land.Node(r.To); ok && r.Stage != landscape.Declined {
			items = append(items, fyne.NewMenuItem(v.words.T("board.answer-of", "Table", by.ShortName()), func() { v.answer(n, by) }))
		}
	}
	return items
}
