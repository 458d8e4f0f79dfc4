package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Chip is a filter that is on or off: a pill with a text, for a theme with its
// badge number. What is on has an outline and a tick, not only a colour.
type Chip struct {
	widget.BaseWidget
	// Changed is called when a person turns it on or off.
	Changed func(on bool)

	text             string
	ink, fill        fyne.ThemeColorName
	on, over, inside bool
}

// NewChip makes a chip in plain colours.
func NewChip(text string, changed func(on bool)) *Chip {
	c := &Chip{text: text, ink: Primary, fill: Paper, Changed: changed}
	c.ExtendBaseWidget(c)
	return c
}

// NewThemeChip makes a chip in the colours of a theme.
func NewThemeChip(number int, text string, changed func(on bool)) *Chip {
	c := NewChip(text, changed)
	c.ink, c.fill = ThemeInk(number), ThemeFill(number)
	return c
}

// On says whether it is on.
func (c *Chip) On() bool { return c.on }

// Set turns it on or off without telling.
func (c *Chip) Set(on bool) {
	c.on = on
	c.Refresh()
}

// SetText changes what it says, as where it shows a count.
func (c *Chip) SetText(text string) {
	c.text = text
	c.Refresh()
}

func (c *Chip) toggle() {
	c.Set(!c.on)
	if c.Changed != nil {
		c.Changed(c.on)
	}
}

// Tapped is part of fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if canvas := CanvasOf(c); canvas != nil {
		canvas.Focus(c)
	}
	c.toggle()
}

// TypedKey is part of fyne.Focusable.
func (c *Chip) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.toggle()
	default:
		Forward(c, key)
	}
}

// TypedRune is part of fyne.Focusable.
func (c *Chip) TypedRune(r rune) { ForwardRune(c, r) }

// FocusGained is part of fyne.Focusable.
func (c *Chip) FocusGained() { c.inside = true; c.Refresh() }

// FocusLost is part of fyne.Focusable.
func (c *Chip) FocusLost() { c.inside = false; c.Refresh() }

// MouseIn is part of desktop.Hoverable.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.over = true; c.Refresh() }

// MouseMoved is part of desktop.Hoverable.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (c *Chip) MouseOut() { c.over = false; c.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (c *Chip) AccessibilityLabel() string { return c.text }

// CreateRenderer is part of fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, pill: newRule("", "", 1), tick: Picture(NewIcon("owned"), 14), text: canvas.NewText("", color.Transparent)}
	r.pill.CornerRadius = Target / 2
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip *Chip
	pill rule
	tick *canvas.Image
	text *canvas.Text
}

const tickSide float32 = 14

func (r *chipRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.text.MinSize().Width+2*Space3+tickSide, Target)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.pill.Resize(size)
	r.tick.Resize(fyne.NewSquareSize(tickSide))
	r.tick.Move(fyne.NewPos(Space2, (size.Height-tickSide)/2))
	text := r.text.MinSize()
	left := Space2 + tickSide + Space1
	if !r.chip.on {
		left = (size.Width - text.Width) / 2
	}
	r.text.Move(fyne.NewPos(left, (size.Height-text.Height)/2))
	r.text.Resize(text)
}

func (r *chipRenderer) Refresh() {
	c := r.chip
	r.pill.fill, r.pill.stroke, r.pill.StrokeWidth = Paper, Line, 1
	ink := Ink
	if c.on {
		r.pill.fill, r.pill.stroke, ink = c.fill, c.ink, c.ink
	}
	if c.over && !c.on {
		r.pill.fill = Canvas
	}
	if c.inside {
		r.pill.stroke, r.pill.StrokeWidth = Primary, Ring
	}
	r.pill.follow()
	r.tick.Resource = NewIcon("owned").In(ink)
	r.tick.Hidden = !c.on
	r.tick.Refresh()
	r.text.Text, r.text.TextSize, r.text.Color, r.text.TextStyle.Bold = c.text, TextSize(SizeSecondary), Colour(ink), c.on
	r.text.Refresh()
	r.Layout(c.Size())
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pill.Rectangle, r.tick, r.text}
}
func (r *chipRenderer) Destroy() {}
