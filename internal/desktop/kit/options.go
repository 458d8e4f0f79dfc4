package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Options shows a few answers under each other, of which one is chosen. It is
// one stop of the Tab key; the arrows choose.
type Options[T comparable] struct {
	*options
	values []T
}

// NewOptions makes the answers; the first is chosen. Changed is called when a
// person chooses, not by Set.
func NewOptions[T comparable](values []T, say func(T) string, changed func(T)) *Options[T] {
	o := &Options[T]{options: &options{}, values: values}
	for _, v := range values {
		o.texts = append(o.texts, say(v))
	}
	o.changed = func(at int) {
		if changed != nil {
			changed(o.values[at])
		}
	}
	o.ExtendBaseWidget(o.options)
	return o
}

// Set chooses a value without telling.
func (o *Options[T]) Set(v T) {
	if at := slices.Index(o.values, v); at >= 0 {
		o.at = at
		o.Refresh()
	}
}

// OnChange has another function called when a person chooses.
func (o *Options[T]) OnChange(f func()) {
	before := o.changed
	o.changed = func(at int) {
		before(at)
		f()
	}
}

// Value is what is chosen.
func (o *Options[T]) Value() T { return o.values[o.at] }

// options is the widget of Options.
type options struct {
	widget.BaseWidget
	// OnKey is asked first; it answers whether it used the key.
	OnKey func(*fyne.KeyEvent) bool

	texts   []string
	at      int
	changed func(int)
	inside  bool
}

// Field is what takes the focus.
func (o *options) Field() fyne.Focusable { return o }

// Line is where the widget goes into a layout.
func (o *options) Line() fyne.CanvasObject { return o }

func (o *options) choose(at int) {
	if at < 0 || at >= len(o.texts) || at == o.at {
		return
	}
	o.at = at
	o.Refresh()
	o.changed(at)
}

// Tapped is part of fyne.Tappable.
func (o *options) Tapped(e *fyne.PointEvent) {
	if on := CanvasOf(o); on != nil {
		on.Focus(o)
	}
	o.choose(int(e.Position.Y / Target))
}

// TypedKey is part of fyne.Focusable.
func (o *options) TypedKey(key *fyne.KeyEvent) {
	switch {
	case o.OnKey != nil && o.OnKey(key):
	case key.Name == fyne.KeyDown || key.Name == fyne.KeyRight:
		o.choose(o.at + 1)
	case key.Name == fyne.KeyUp || key.Name == fyne.KeyLeft:
		o.choose(o.at - 1)
	default:
		Forward(o, key)
	}
}

// TypedRune is part of fyne.Focusable.
func (o *options) TypedRune(r rune) { ForwardRune(o, r) }

// FocusGained is part of fyne.Focusable.
func (o *options) FocusGained() { o.inside = true; o.Refresh() }

// FocusLost is part of fyne.Focusable.
func (o *options) FocusLost() { o.inside = false; o.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (o *options) AccessibilityLabel() string { return o.texts[o.at] }

// CreateRenderer is part of fyne.Widget.
func (o *options) CreateRenderer() fyne.WidgetRenderer {
	r := &optionsRenderer{options: o, ring: newRule("", "", Ring)}
	for range o.texts {
		circle, dot := canvas.NewCircle(color.Transparent), canvas.NewCircle(color.Transparent)
		circle.StrokeWidth = 1.5
		r.circles, r.dots = append(r.circles, circle), append(r.dots, dot)
		r.texts = append(r.texts, LineOf("", SizeBody, Ink, false))
	}
	r.Refresh()
	return r
}

type optionsRenderer struct {
	options       *options
	ring          rule
	circles, dots []*canvas.Circle
	texts         []*canvas.Text
}

const optionSide, optionDot float32 = 16, 8

func (r *optionsRenderer) MinSize() fyne.Size {
	var wide float32
	for _, t := range r.texts {
		wide = max(wide, t.MinSize().Width)
	}
	return fyne.NewSize(wide+optionSide+3*Space2, Target*float32(len(r.texts)))
}

func (r *optionsRenderer) Layout(size fyne.Size) {
	r.ring.Resize(size)
	for i, t := range r.texts {
		middle := Target*float32(i) + Target/2
		r.circles[i].Resize(fyne.NewSquareSize(optionSide))
		r.circles[i].Move(fyne.NewPos(Space2, middle-optionSide/2))
		r.dots[i].Resize(fyne.NewSquareSize(optionDot))
		r.dots[i].Move(fyne.NewPos(Space2+(optionSide-optionDot)/2, middle-optionDot/2))
		t.Move(fyne.NewPos(optionSide+2*Space2, middle-t.MinSize().Height/2))
	}
}

func (r *optionsRenderer) Refresh() {
	o := r.options
	r.ring.stroke = ""
	if o.inside {
		r.ring.stroke = Primary
	}
	r.ring.follow()
	for i, t := range r.texts {
		t.Text, t.TextSize, t.Color = o.texts[i], TextSize(SizeBody), Colour(Ink)
		r.circles[i].StrokeColor, r.dots[i].FillColor = Colour(Line), Colour(Primary)
		if i == o.at {
			r.circles[i].StrokeColor = Colour(Primary)
		}
		r.dots[i].Hidden = i != o.at
		t.Refresh()
		r.circles[i].Refresh()
		r.dots[i].Refresh()
	}
	r.Layout(o.Size())
}

func (r *optionsRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ring.Rectangle}
	for i := range r.texts {
		all = append(all, r.circles[i], r.dots[i], r.texts[i])
	}
	return all
}
func (r *optionsRenderer) Destroy() {}
