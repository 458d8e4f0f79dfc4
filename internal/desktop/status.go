package desktop

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// status is the line at the foot: what is shown, whether it is saved, and for
// a while what was done last.
type status struct {
	window  *Window
	facts   *widget.Label
	saved   *widget.Label
	said    *widget.Label
	act     *kit.Button
	fade    func()
	content fyne.CanvasObject
}

// noticeFor is how long a notice stays.
const noticeFor = 12 * time.Second

func newStatus(w *Window) *status {
	s := &status{window: w, facts: small(), saved: small(), said: small(), act: kit.FlatButton("", nil)}
	s.act.Hide()
	kit.OneLine(s.said)
	s.said.TextStyle.Bold = true
	notice := container.NewBorder(nil, nil, nil, container.NewCenter(s.act), s.said)
	s.content = container.NewStack(kit.NewSurface(kit.Paper),
		container.New(statusLayout{}, kit.OneLine(s.facts), notice, kit.Plain(s.saved)))
	return s
}

func small() *widget.Label { return kit.Plain(kit.Secondary("")) }

// show writes the facts of a state.
func (s *status) show(state kit.State) {
	w := state.Words
	facts := []string{w.N("window.initiatives", len(state.Seen.Nodes(landscape.Initiative)))}
	if n := len(state.Selected); n > 0 {
		facts = append(facts, w.N("window.selected", n))
	}
	facts = append(facts, w.T("window.as-of-small", "Day", kit.WriteDate(state.Day)))
	s.facts.SetText(strings.Join(facts, " · "))
	s.saving(s.window.saving, s.window.saved)
}

// saving says how the file stands.
func (s *status) saving(busy int, at string) {
	w := s.window.words
	text := w.T("window.saved")
	switch {
	case busy > 0:
		text = w.T("window.saving")
	case s.window.unsaved():
		text = w.T("window.unsaved")
	case s.window.state.Reads(): // another day, or a file that cannot be written
		text = w.T("window.reading")
	case at != "":
		text = w.T("window.saved-at", "Time", at)
	}
	s.saved.SetText(text + " · " + s.window.file.name())
	s.content.Refresh()
}

// notice says what was done, and offers something about it; it fades.
func (s *status) notice(text, action string, do func()) {
	s.said.SetText(text)
	s.act.Hidden = action == ""
	s.act.SetText(action)
	s.act.OnTapped = func() {
		s.clear()
		do()
	}
	if s.fade != nil {
		s.fade()
	}
	s.fade = kit.After(noticeFor, s.clear)
	s.content.Refresh()
}

func (s *status) clear() {
	s.said.SetText("")
	s.act.Hide()
	s.content.Refresh()
}

// Notice is part of kit.Host.
func (w *Window) Notice(text string) {
	if w.frame != nil {
		w.frame.status.notice(text, "", nil)
	}
}

// statusLayout gives the facts and the state of the file what they need and the
// notice the rest; where that is too little, the facts go first.
type statusLayout struct{}

func (statusLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Space8, max(o[0].MinSize().Height, kit.Target))
}

func (statusLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := min(o[2].MinSize().Width, size.Width)
	notice := o[1].(*fyne.Container)
	left := size.Width - right
	if notice.Objects[0].(*widget.Label).Text != "" {
		left = min(left, size.Width*0.36)
	}
	place := func(obj fyne.CanvasObject, x, width float32) {
		high := min(obj.MinSize().Height, size.Height)
		obj.Resize(fyne.NewSize(max(width, 0), high))
		obj.Move(fyne.NewPos(x, (size.Height-high)/2))
	}
	place(o[0], 0, left)
	place(o[1], left, size.Width-left-right)
	place(o[2], size.Width-right, right)
}
