package agendaview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

func showMenu(win fyne.Window, items []*fyne.MenuItem, at fyne.Position) {
	widget.NewPopUpMenu(fyne.NewMenu("", items...), win.Canvas()).ShowAtPosition(at)
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// Actions are what one can do with the agenda.
func (v *View) Actions() []kit.Action {
	why := func() string { return v.host.State().WhyNot() }
	on := func() string { return firstOf(why(), v.whyNoCard()) }
	return []kit.Action{
		{Key: "board.new-action", Do: v.newAction, Why: why},
		{Key: "board.new-bottleneck", Do: v.newBottleneck, Why: why},
		{Key: "board.move-right", Shortcut: alt(fyne.KeyRight), Do: func() { v.moveBeside(1) }, Why: on},
		{Key: "board.move-left", Shortcut: alt(fyne.KeyLeft), Do: func() { v.moveBeside(-1) }, Why: on},
		{Key: "board.choose-place", Do: v.placeHere, Why: on},
		{Key: "board.show.board", Do: func() { v.turn(boardPage) }},
		{Key: "board.show.waiting", Do: func() { v.turn(waitingPage) }},
		{Key: "board.show.returning", Do: func() { v.turn(returnPage) }},
		{Key: "board.show.meetings", Do: func() { v.turn(meetingsPage) }},
		{Key: "board.prepare", Do: v.prepareNext},
		{Key: "board.hold", Do: v.holdNext, Why: why},
		{Key: "board.ask-papers", Do: v.askPapers},
		{Key: "board.plan", Do: v.plan, Why: why},
	}
}

// current is the item that keys are about: the card that was asked for, also
// while it is still to come on the board; else the card with the focus, else
// what is selected.
func (v *View) current() (*landscape.Node, bool) {
	s := v.host.State()
	if s.Land == nil {
		return nil, false
	}
	id := landscape.ID(firstOf(string(v.want), string(v.here)))
	if id == "" && len(s.Selected) > 0 {
		id = s.Selected[0]
	}
	n, ok := s.Land.Node(id)
	if ok && n.Type != landscape.Action && n.Type != landscape.Bottleneck {
		return nil, false
	}
	return n, ok
}

func (v *View) whyNoCard() string {
	if _, ok := v.current(); ok {
		return ""
	}
	return v.words.T("board.no-card")
}

func (v *View) moveBeside(step int) {
	n, ok := v.current()
	if !ok {
		return
	}
	if list := beside(n, step); list != "" {
		v.move(n.ID, list)
		return
	}
	v.host.Notice(v.words.T("board.no-list"))
}

func (v *View) placeHere() {
	n, ok := v.current()
	if !ok || n.Get(landscape.List) != landscape.Stock {
		v.host.Notice(v.words.T("board.place.stock"))
		return
	}
	v.choosePlace(n)
}

func (v *View) newAction() {
	if v.may() {
		answers.AddAction(v.host, "", answers.Subject{}, nil)
	}
}

func (v *View) newBottleneck() {
	if v.may() {
		answers.AddBottleneck(v.host, "", nil)
	}
}
