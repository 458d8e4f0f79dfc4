package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// QuietButton is a small button with an outline: for several equal choices in
// one card, of which none is the main one.
type QuietButton struct {
	widget.BaseWidget
	Text     string
	OnTapped func()

	over, inside bool
}

// NewQuiet makes a quiet button.
func NewQuiet(text string, pressed func()) *QuietButton {
	b := &QuietButton{Text: text, OnTapped: pressed}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped is part of fyne.Tappable.
func (b *QuietButton) Tapped(*fyne.PointEvent) { b.OnTapped() }

// TypedKey is part of fyne.Focusable.
func (b *QuietButton) TypedKey(key *fyne.KeyEvent) {
	if isPress(key.Name) {
		b.OnTapped()
		return
	}
	Forward(b, key)
}

// TypedRune is part of fyne.Focusable.
func (b *QuietButton) TypedRune(r rune) { ForwardRune(b, r) }

// FocusGained is part of fyne.Focusable.
func (b *QuietButton) FocusGained() { b.inside = true; b.Refresh() }

// FocusLost is part of fyne.Focusable.
func (b *QuietButton) FocusLost() { b.inside = false; b.Refresh() }

// MouseIn is part of desktop.Hoverable.
func (b *QuietButton) MouseIn(*desktop.MouseEvent) { b.over = true; b.Refresh() }

// MouseMoved is part of desktop.Hoverable.
func (b *QuietButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (b *QuietButton) MouseOut() { b.over = false; b.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (b *QuietButton) AccessibilityLabel() string { return b.Text }

// CreateRenderer is part of fyne.Widget.
func (b *QuietButton) CreateRenderer() fyne.WidgetRenderer {
	r := &quietRenderer{button: b, edge: newRule(Paper, Line, 1), text: canvas.NewText("", color.Transparent)}
	r.text.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type quietRenderer struct {
	button *QuietButton
	edge   rule
	text   *canvas.Text
}

func (r *quietRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.text.MinSize().Width+2*Space2, Target)
}

func (r *quietRenderer) Layout(size fyne.Size) {
	r.edge.Resize(size)
	high := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(0, (size.Height-high)/2))
	r.text.Resize(fyne.NewSize(size.Width, high))
}

func (r *quietRenderer) Refresh() {
	b := r.button
	r.edge.fill, r.edge.stroke, r.edge.StrokeWidth = Paper, Line, 1
	if b.over {
		r.edge.fill = Canvas
	}
	if b.inside {
		r.edge.stroke, r.edge.StrokeWidth = Primary, Ring
	}
	r.edge.follow()
	r.text.Text, r.text.TextSize, r.text.Color = b.Text, TextSize(SizeSecondary), Colour(Ink)
	r.text.Refresh()
}

func (r *quietRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.edge.Rectangle, r.text}
}
func (r *quietRenderer) Destroy() {}

// Equal puts objects in columns of one width, as many as there is room for that
// leave no row ragged: four, two or one of four. A button may give up half of
// the room beside its text for that.
func Equal(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&equal{}, objects...)
}

type equal struct{ width float32 }

func (l *equal) across(objects []fyne.CanvasObject, width float32) int {
	for n := len(objects); n > 1; n-- {
		if len(objects)%n == 0 && width >= float32(n)*(widest(objects)-Space2)+float32(n-1)*Space2 {
			return n
		}
	}
	return 1
}

func (l *equal) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	rows := len(objects) / l.across(objects, max(l.width, widest(objects)))
	high := objects[0].MinSize().Height
	return fyne.NewSize(widest(objects), float32(rows)*(high+Space2)-Space2)
}

func (l *equal) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if len(objects) == 0 {
		return
	}
	n := l.across(objects, size.Width)
	each := fyne.NewSize((size.Width-float32(n-1)*Space2)/float32(n), objects[0].MinSize().Height)
	for i, o := range objects {
		o.Resize(each)
		o.Move(fyne.NewPos(float32(i%n)*(each.Width+Space2), float32(i/n)*(each.Height+Space2)))
	}
}
