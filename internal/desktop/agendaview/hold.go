package agendaview

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// holding is a meeting that is being held: one item at a time, in large type.
type holding struct {
	view    *View
	meeting landscape.ID
	at      int
	stage   *stage
	text    *kit.Entry
	// typed keeps what was typed of an item while the page is drawn anew, faults
	// what the rules did not allow there.
	typed, faults map[landscape.ID]string
	// deciding is the item of which the decision is being held against the rules.
	deciding landscape.ID
	said     *widget.Label
}

// holdMeeting begins with the first item that has no result.
func (v *View) holdMeeting(n *landscape.Node) {
	v.meets.at, v.meets.paper = n.ID, false
	h := &holding{view: v, meeting: n.ID, typed: map[landscape.ID]string{}, faults: map[landscape.ID]string{}}
	items := h.items()
	h.at = max(slices.IndexFunc(items, func(e agenda.Entry) bool { return e.Item.Get(landscape.Result) == "" }), 0)
	v.meets.hold = h
	v.headed()
	h.show()
	h.focus()
}

func (h *holding) items() []agenda.Entry {
	land := h.view.host.State().Land
	n, ok := land.Node(h.meeting)
	if !ok {
		return nil
	}
	return inOrder(land, n)
}

// show draws the item that is being treated.
func (h *holding) show() {
	items := h.items()
	h.at = min(max(h.at, 0), max(len(items)-1, 0))
	v, t := h.view, h.view.words.T
	leave := kit.FlatButton("‹ "+t("board.hold.stop"), func() { n, _ := v.host.State().Land.Node(h.meeting); v.meets.open(n) })
	list := kit.FlatButton(t("board.hold.list"), h.minutes)
	if len(items) == 0 {
		v.meets.put(container.NewBorder(aside(kit.Bar([]fyne.CanvasObject{leave})), nil, nil, nil, kit.Empty(t("board.hold.empty"))))
		return
	}
	h.stage = newStage(container.NewVScroll(kit.Wide(1000, h.item(items[h.at]))), h.key)
	v.meets.put(aside(container.NewBorder(h.head(leave, list, len(items)), h.foot(items[h.at]), nil, nil, h.stage)))
}

// head is which meeting it is and how far it has come.
func (h *holding) head(leave, list fyne.CanvasObject, items int) fyne.CanvasObject {
	v, t := h.view, h.view.words.T
	name := ""
	if n, ok := v.host.State().Land.Node(h.meeting); ok {
		name = prose.Capital(prose.MeetingName(v.words, v.host.State().Land, n))
	}
	middle := func(o fyne.CanvasObject) *fyne.Container {
		return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
	}
	progress := kit.Plain(kit.Strong(t("board.hold.progress", "At", h.at+1, "All", items)))
	turn := func(icon, key string, by int) fyne.CanvasObject {
		return kit.IconButton(kit.NewIcon(icon), t(key), func() { h.step(by) })
	}
	turns := kit.Columns(0, turn("left", "board.hold.previous", -1), middle(progress), turn("right", "board.hold.next", 1), list)
	title := middle(kit.OneLine(kit.Strong(name)))
	row := container.NewBorder(nil, nil, leave, turns, title)
	named := kit.Folding(func(width float32) { title.Hidden = width < leave.MinSize().Width+turns.MinSize().Width+nameLeast }, row)
	return kit.Rows(kit.Space1, named, kit.Divider(), kit.Gap(kit.Space2))
}

// nameLeast is what the name of a meeting needs to be worth showing.
const nameLeast float32 = 130

// item is what is said of an item: what is asked, where it lies, what a
// decision sets in motion.
func (h *holding) item(e agenda.Entry) fyne.CanvasObject {
	v, t := h.view, h.view.words.T
	s := v.host.State()
	title := kit.Strong(fmt.Sprintf("%d. %s", e.Item.Number(), e.Item.Name()))
	title.SizeName = kit.SizeAcross
	rows := kit.Rows(0, small(prose.Capital(t("treatment."+e.Item.Get(landscape.Treatment)))), title)
	set := prose.Setting{Words: v.words, Land: s.Seen, Audience: landscape.Steering, Made: s.Today}
	for _, part := range prose.Aloud(set, e) {
		rows.Add(kit.Gap(kit.Space4))
		rows.Add(small(part.Label))
		for _, line := range part.Lines {
			body := kit.Body(line)
			body.SizeName = kit.SizeAcross
			rows.Add(body)
		}
	}
	return kit.Inset(kit.Tight(rows))
}

// small is the least text of a meeting that is held.
func small(text string) *widget.Label {
	l := kit.Secondary(text)
	l.SizeName = kit.SizeAcrossSmall
	return l
}

// foot asks the decision: in words, and by a button for each result that the
// item can have.
func (h *holding) foot(e agenda.Entry) fyne.CanvasObject {
	v, t := h.view, h.view.words.T
	h.said = kit.Body(h.faults[e.Item.ID])
	h.said.Importance = widget.DangerImportance
	h.said.Hidden = h.said.Text == ""
	if result := e.Item.Get(landscape.Result); result != "" || v.host.State().Reads() {
		return kit.Rows(kit.Space2, kit.Divider(), kit.Bar([]fyne.CanvasObject{h.outcome(result)}, h.onward()))
	}
	h.text = kit.NewArea(t("board.hold.text.hint"), 2)
	h.text.SetText(h.typed[e.Item.ID])
	h.text.OnKey = h.key
	h.text.OnChanged = func(text string) { h.typed[e.Item.ID] = text }
	buttons := kit.Flow()
	for i, result := range agenda.ResultsFor(e.Item.Get(landscape.Treatment)) {
		make := kit.NewButton
		if i == 0 {
			make = kit.PrimaryButton
		}
		buttons.Add(make(t("board.result."+result), func() { h.decide(e, result) }))
	}
	return kit.Rows(kit.Space2, kit.Divider(), h.said, kit.Field(t("board.hold.text"), h.text, ""), buttons)
}

// outcome says what was decided, or why nothing can be now.
func (h *holding) outcome(result string) fyne.CanvasObject {
	w, s := h.view.words, h.view.host.State()
	if result == "" {
		return kit.Plain(kit.Secondary(s.WhyNot()))
	}
	icon := kit.Picture(kit.NewIcon("placed").In(kit.Ink), 20)
	return kit.Columns(0, container.NewCenter(icon), kit.Plain(kit.Strong(w.T("board.hold.done", "Result", w.T("result."+result)))))
}

// onward is what comes after an item that was decided on.
func (h *holding) onward() fyne.CanvasObject {
	t := h.view.words.T
	if h.at+1 < len(h.items()) {
		return kit.PrimaryButton(t("board.hold.next"), func() { h.step(1) })
	}
	return kit.PrimaryButton(t("board.hold.list"), h.minutes)
}

// key turns to another item.
func (h *holding) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyPageDown:
		h.step(1)
	case fyne.KeyPageUp:
		h.step(-1)
	default:
		return false
	}
	return true
}

func (h *holding) step(by int) {
	h.at += by
	h.show()
	h.focus()
}

func (h *holding) focus() {
	if h.stage != nil {
		h.view.host.Window().Canvas().Focus(h.stage)
	}
}

func (h *holding) minutes() {
	v := h.view
	n, ok := v.host.State().Land.Node(h.meeting)
	if ok {
		v.meets.hold = nil
		v.headed()
		v.showPaper(n, minutesPaper)
	}
}

// decide records the result of an item and goes to the next.
func (h *holding) decide(e agenda.Entry, result string) {
	text := strings.TrimSpace(h.text.Text)
	delete(h.faults, e.Item.ID)
	if result == landscape.Amended && e.Move != nil {
		h.amend(e, text)
		return
	}
	h.conclude(agenda.Verdict{Item: e.Item.ID, Result: result, Text: text}, e.Move)
}

// amend asks what is decided otherwise than was proposed.
func (h *holding) amend(e agenda.Entry, text string) *moveSheet {
	m := *e.Move
	m.Reason = text
	s := newMoveSheet(h.view, e.Subject, m)
	s.in = h.meeting
	s.amends = func(changed agenda.Move, _ string) {
		h.conclude(agenda.Verdict{Item: e.Item.ID, Result: landscape.Amended, Text: changed.Reason, Change: changed}, &changed)
	}
	s.show()
	return s
}

// refuse says at an item what the rules do not allow, also where one has gone
// on to another meanwhile.
func (h *holding) refuse(item landscape.ID, text string) {
	h.faults[item] = text
	if h.view.meets.hold != h {
		h.view.host.Notice(text)
		return
	}
	if at := slices.IndexFunc(h.items(), func(e agenda.Entry) bool { return e.Item.ID == item }); at >= 0 {
		h.at = at
	}
	h.show()
	if h.text != nil {
		h.view.host.Window().Canvas().Focus(h.text) // where the reason goes
	}
}
