package landscapeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// heading is the name of a column; a press sorts by it.
type heading struct {
	widget.BaseWidget
	pressed func()
	area    *kit.Surface
	text    *kit.Lines
	arrow   *canvas.Image
	beside  *fyne.Container
}

func newHeading(text string, pressed func()) *heading {
	h := &heading{
		pressed: pressed, area: kit.NewRounded(""), text: kit.NewLines(2, kit.SizeSecondary, kit.Ink2, true),
		arrow: kit.Picture(kit.NewIcon("up"), 14),
	}
	h.beside = container.NewCenter(h.arrow)
	h.text.Set(text)
	h.ExtendBaseWidget(h)
	return h
}

// set says whether the table stands in the order of the column, and which way.
func (h *heading) set(on, down bool) {
	ink, icon := kit.Ink2, "up"
	if on {
		ink = kit.Ink
	}
	if down {
		icon = "down"
	}
	h.text.SetLook(ink, true)
	h.arrow.Resource = kit.NewIcon(icon)
	h.beside.Hidden = !on
	h.Refresh()
}

// Tapped is part of fyne.Tappable.
func (h *heading) Tapped(*fyne.PointEvent) { h.pressed() }

// TypedKey is part of fyne.Focusable.
func (h *heading) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		h.pressed()
	default:
		kit.Forward(h, key)
	}
}

// TypedRune is part of fyne.Focusable.
func (h *heading) TypedRune(r rune) { kit.ForwardRune(h, r) }

// FocusGained is part of fyne.Focusable.
func (h *heading) FocusGained() { h.area.SetColour(kit.Selected) }

// FocusLost is part of fyne.Focusable.
func (h *heading) FocusLost() { h.area.SetColour("") }

// AccessibilityLabel is what a screen reader says.
func (h *heading) AccessibilityLabel() string { return h.text.Text() }

// AccessibilityRole is that of a button.
func (h *heading) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of fyne.Widget.
func (h *heading) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(h.area,
		container.NewBorder(nil, nil, nil, h.beside, h.text)))
}
