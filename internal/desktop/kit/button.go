package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Button is Fyne's button with a focus ring; Enter presses it, as Space does.
type Button struct {
	widget.Button
	ring   rule
	spoken string
}

// NewButton makes a quiet button.
func NewButton(text string, pressed func()) *Button {
	b := &Button{ring: newRule("", "", Ring)}
	b.Text, b.OnTapped = text, pressed
	b.ExtendBaseWidget(b)
	return b
}

// PrimaryButton is the one main action of a view or dialog.
func PrimaryButton(text string, pressed func()) *Button {
	b := NewButton(text, pressed)
	b.Importance = widget.HighImportance
	return b
}

// FlatButton has no fill until one points at it: for bars of small actions.
func FlatButton(text string, pressed func()) *Button {
	b := NewButton(text, pressed)
	b.Importance = widget.LowImportance
	return b
}

// IconButton is a flat button with only a drawing. Name is what it does, for
// those who cannot see it.
func IconButton(icon Icon, name string, pressed func()) *Button {
	b := FlatButton("", pressed)
	b.Icon = icon
	b.spoken = name
	return b
}

// FocusGained is part of fyne.Focusable.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.ring.stroke = Primary
	b.ring.follow()
}

// FocusLost is part of fyne.Focusable.
func (b *Button) FocusLost() {
	b.Button.FocusLost()
	b.ring.stroke = ""
	b.ring.follow()
}

// TypedKey is part of fyne.Focusable.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace:
		b.Button.TypedKey(key)
	default:
		Forward(b, key)
	}
}

// TypedRune is part of fyne.Focusable.
func (b *Button) TypedRune(r rune) { ForwardRune(b, r) }

// AccessibilityLabel is what a screen reader says.
func (b *Button) AccessibilityLabel() string {
	if b.Text == "" {
		return b.spoken
	}
	return b.Text
}

// CreateRenderer is part of fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return ringed{b.Button.CreateRenderer(), &b.ring}
}

// ringed draws a focus ring over what another renderer draws.
type ringed struct {
	fyne.WidgetRenderer
	ring *rule
}

func (r ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
}

func (r ringed) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.ring.Rectangle)
}

func (r ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.ring.follow()
	canvas.Refresh(r.ring.Rectangle)
}
