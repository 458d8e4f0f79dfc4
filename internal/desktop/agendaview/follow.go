package agendaview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// followList is a page of cards, each with what can be done with it.
type followList struct {
	rows   *fyne.Container
	object *container.Scroll
	shown  int
}

func newFollowList() *followList {
	l := &followList{shown: many, rows: container.New(&stackLayout{room: kit.Space2})}
	l.object = page(l.rows)
	return l
}

// pageWide is the width at which a page of cards or a paper reads well.
const pageWide float32 = 820

// page lets rows scroll, at a width that reads well, beside the bar.
func page(rows fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, kit.Space2, 0, kit.Space4), kit.Wide(pageWide, rows)))
}

// set shows so many cards, at first as many as a column does.
func (l *followList) set(w *words.Words, empty string, n int, make func(at int) fyne.CanvasObject) {
	l.rows.RemoveAll()
	if n == 0 {
		l.rows.Add(kit.Tight(kit.Body(empty)))
	}
	for at := range min(n, l.shown) {
		l.rows.Add(make(at))
	}
	if rest := n - l.shown; rest > 0 {
		l.rows.Add(kit.FlatButton(w.N("board.more", rest), func() {
			l.shown += many
			l.set(w, empty, n, make)
		}))
	}
	l.object.Refresh()
}

// fillFollows shows what waits for an answer and what comes back.
func (v *View) fillFollows(s kit.State, back []agenda.Returning, waiting []agenda.Waiting) {
	v.counts[waitingPage], v.counts[returnPage] = len(waiting), len(back)
	v.nameTabs(v.head.Size().Width)
	v.follows[waitingPage].set(v.words, v.words.T("board.empty.waiting"), len(waiting),
		func(at int) fyne.CanvasObject { return v.waitingCard(s, waiting[at]) })
	v.follows[returnPage].set(v.words, v.words.T("board.empty.returning"), len(back),
		func(at int) fyne.CanvasObject { return v.returningCard(s, back[at]) })
	v.head.Refresh()
}

// counted is a name with a count; none is not shown as 0.
func counted(name string, n int) string {
	if n == 0 {
		return name
	}
	return fmt.Sprintf("%s  %d", name, n)
}

func (v *View) waitingCard(s kit.State, w agenda.Waiting) fyne.CanvasObject {
	t, r := v.words.T, w.Relation
	lines := []string{t("board.waits."+r.Stage, "Table", w.By.Name())}
	if r.AskedTo != "" {
		lines = append(lines, t("board.asked-to", "Who", r.AskedTo))
	}
	lines = append(lines, v.partLines(r)...)
	if r.Since.Known() {
		lines = append(lines, t("board.since", "Day", v.words.ShortDate(r.Since), "Ago", writer{v.words, s.Seen, s.Day}.ago(r.Since)))
	}
	var buttons []fyne.CanvasObject
	if !s.Reads() {
		buttons = append(buttons, kit.NewQuiet(t("board.record-answer"), func() { v.answer(w.Node, w.By) }))
		if r.Stage == landscape.Could {
			buttons = append(buttons, kit.NewQuiet(t("board.put-to"), func() { v.askAgain(w.Node, w.By.ID, landscape.Asked) }))
		}
		buttons = append(buttons, kit.NewQuiet(t("board.back-to-list"), func() { v.takeBack(w.Node) }))
	}
	return v.followCard(w.Node, mark{Icon: r.Stage, Text: t("stage." + r.Stage)}, lines, buttons)
}

func (v *View) partLines(r landscape.Relation) []string {
	if r.Extent == "" {
		return nil
	}
	lines := []string{v.words.T("board.part", "What", r.Extent)}
	if r.Remainder != "" {
		lines = append(lines, v.words.T("board.remains", "What", r.Remainder))
	}
	return lines
}

func (v *View) returningCard(s kit.State, r agenda.Returning) fyne.CanvasObject {
	t := v.words.T
	lines := []string{t("board.why."+string(r.Because), "Table", r.By.Name(), "Day", v.words.Date(r.Relation.LookBack),
		"End", v.words.Date(r.By.Date(landscape.End)))}
	lines = append(lines, v.partLines(r.Relation)...)
	if len(r.Successors) > 0 {
		lines = append(lines, t("board.successors", "Names", names(r.Successors)))
	}
	var buttons []fyne.CanvasObject
	if !s.Reads() {
		buttons = v.returnButtons(r)
	}
	return v.followCard(r.Node, mark{"warning", t("board.because." + string(r.Because)), true}, lines, buttons)
}

func (v *View) returnButtons(r agenda.Returning) []fyne.CanvasObject {
	t := v.words.T
	var buttons []fyne.CanvasObject
	if r.Because == agenda.BecauseLookBack {
		buttons = append(buttons,
			kit.NewQuiet(t("board.record-answer"), func() { v.answer(r.Node, r.By) }),
			kit.NewQuiet(t("board.ask-again"), func() { v.askAgain(r.Node, r.By.ID, landscape.Asked) }),
			kit.NewQuiet(t("board.look-later"), func() { v.askAgain(r.Node, r.By.ID, r.Relation.Stage) }))
	}
	for _, n := range r.Successors {
		buttons = append(buttons, kit.NewQuiet(t("board.ask-successor", "Name", n.ShortName()), func() {
			v.askAgain(r.Node, n.ID, landscape.Asked)
		}))
	}
	return append(buttons, kit.NewQuiet(t("board.back-to-list"), func() { v.takeBack(r.Node) }))
}

func (v *View) followCard(n *landscape.Node, m mark, lines []string, buttons []fyne.CanvasObject) fyne.CanvasObject {
	texts := []paragraph{kindWord(kit.KindText(v.words, n)), strong(n.Name()), m.paragraph()}
	for _, line := range lines {
		texts = append(texts, quiet(line))
	}
	rows := container.New(&stackLayout{room: kit.Space2}, newFace(texts...))
	if len(buttons) > 0 {
		rows.Add(kit.Flow(buttons...))
	}
	card := kit.NewCard(kit.Pad(kit.Space1, rows))
	card.OnTapped = func() { v.host.Select(n.ID) }
	card.OnFocus = func() { v.here = n.ID }
	return card
}
