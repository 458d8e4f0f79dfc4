package agendaview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

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

// Tapped is part of fyne.Tappable: the keys go on working.
func (s *stage) Tapped(*fyne.PointEvent) {
	if c := kit.CanvasOf(s); c != nil {
		c.Focus(s)
	}
}

// FocusGained is part of fyne.Focusable.
func (s *stage) FocusGained() {}

// FocusLost is part of fyne.Focusable.
func (s *stage) FocusLost() {}

// TypedRune is part of fyne.Focusable.
func (s *stage) TypedRune(r rune) { kit.ForwardRune(s, r) }

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
