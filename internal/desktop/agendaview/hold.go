package agendaview

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	// typed keeps what was typed of an item while the page is drawn anew.
	typed map[landscape.ID]string
	said  *widget.Label
}

// holdMeeting begins with the first item that has no result.
func (v *View) holdMeeting(n *landscape.Node) {
	v.meets.at, v.meets.paper = n.ID, false
	h := &holding{view: v, meeting: n.ID, typed: map[landscape.ID]string{}}
	items := h.items()
	h.at = max(slices.IndexFunc(items, func(e agenda.Entry) bool { return e.Item.Get(landscape.Result) == "" }), 0)
	v.meets.hold = h
	v.head.Hide()
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
		v.meets.put(container.NewBorder(kit.Bar([]fyne.CanvasObject{leave}), nil, nil, nil, kit.Empty(t("board.hold.empty"))))
		return
	}
	progress := kit.Plain(kit.Section(t("board.hold.progress", "At", h.at+1, "All", len(items))))
	head := kit.Bar([]fyne.CanvasObject{leave}, progress, kit.NewButton(t("board.hold.previous"), func() { h.step(-1) }),
		kit.NewButton(t("board.hold.next"), func() { h.step(1) }), list)
	h.stage = newStage(container.NewVScroll(kit.Wide(1000, container.NewThemeOverride(h.item(items[h.at]), large{}))), h.key)
	v.meets.put(container.NewBorder(head, h.foot(items[h.at]), nil, nil, h.stage))
}

// item is what is said of an item: what is asked, where it lies, what a
// decision sets in motion.
func (h *holding) item(e agenda.Entry) fyne.CanvasObject {
	v, t := h.view, h.view.words.T
	s := v.host.State()
	rows := kit.Rows(0, kit.Secondary(t("treatment."+e.Item.Get(landscape.Treatment))), kit.Strong(fmt.Sprintf("%d. %s", e.Item.Number(), e.Item.Name())))
	set := prose.Setting{Words: v.words, Land: s.Seen, Audience: landscape.Steering, Made: s.Today}
	for _, part := range prose.Aloud(set, e) {
		rows.Add(kit.Gap(kit.Space2))
		rows.Add(kit.Secondary(part.Label))
		for _, line := range part.Lines {
			rows.Add(kit.Body(line))
		}
	}
	return rows
}

// foot asks the decision: in words, and by a button for each result that the
// item can have.
func (h *holding) foot(e agenda.Entry) fyne.CanvasObject {
	v, t := h.view, h.view.words.T
	h.said = kit.Body("")
	h.said.Importance = widget.DangerImportance
	h.said.Hide()
	if e.Item.Get(landscape.Result) != "" || v.host.State().Reads() {
		return kit.Rows(kit.Space2, h.said, kit.Bar(nil, h.onward()))
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
		v.head.Show()
		v.showPaper(n, minutesPaper)
	}
}

// decide records the result of an item and goes to the next.
func (h *holding) decide(e agenda.Entry, result string) {
	text := strings.TrimSpace(h.text.Text)
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

// refuse says what the rules do not allow.
func (h *holding) refuse(text string) {
	h.said.SetText(text)
	h.said.Hidden = text == ""
	h.view.meets.object.Refresh()
}

// stage has the keyboard while a meeting is held.
type stage struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
	onKey   func(*fyne.KeyEvent) bool
}

func newStage(content *container.Scroll, onKey func(*fyne.KeyEvent) bool) *stage {
	s := &stage{content: content, scroll: content, onKey: onKey}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *stage) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// FocusGained is part of fyne.Focusable.
func (s *stage) FocusGained() {}

// FocusLost is part of fyne.Focusable.
func (s *stage) FocusLost() {}

// TypedRune is part of fyne.Focusable.
func (s *stage) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable: the arrows turn to another item.
func (s *stage) TypedKey(key *fyne.KeyEvent) {
	turned := map[fyne.KeyName]fyne.KeyName{fyne.KeyRight: fyne.KeyPageDown, fyne.KeyLeft: fyne.KeyPageUp}[key.Name]
	switch {
	case turned != "":
		s.onKey(&fyne.KeyEvent{Name: turned})
	case key.Name == fyne.KeyDown:
		s.scroll.ScrollToOffset(s.scroll.Offset.AddXY(0, 3*kit.Target))
	case key.Name == fyne.KeyUp:
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(s.scroll.Offset.Y-3*kit.Target, 0)))
	case !s.onKey(key):
		kit.Forward(s, key)
	}
}

// large is the theme of the window with text that can be read across a room: 26
// and up.
type large struct{}

const larger = 26.0 / 14.0

func (large) of() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (l large) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return l.of().Color(n, v)
}
func (l large) Font(s fyne.TextStyle) fyne.Resource     { return l.of().Font(s) }
func (l large) Icon(n fyne.ThemeIconName) fyne.Resource { return l.of().Icon(n) }
func (l large) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case kit.SizeSecondary:
		return l.of().Size(n) * 1.6
	case kit.SizeBody:
		return l.of().Size(n) * larger
	}
	return l.of().Size(n)
}
