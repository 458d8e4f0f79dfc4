package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Card is paper with an outline. With OnTapped it can be chosen: by mouse, or
// by Tab and Enter.
type Card struct {
	widget.BaseWidget
	OnTapped func()
	// OnMenu is called by the right button and the menu key, at a place of the
	// window.
	OnMenu func(at fyne.Position)
	// OnKey is asked first; it answers whether it used the key.
	OnKey func(*fyne.KeyEvent) bool
	// OnFocus is called when the card has the focus.
	OnFocus func()

	content                                   fyne.CanvasObject
	bare, dashed, field, chosen, over, inside bool
}

// NewCard puts content on a card.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{content: content}
	c.ExtendBaseWidget(c)
	return c
}

// Bare leaves the outline away until one points at the card or comes to it, as
// of a row among others.
func (c *Card) Bare() *Card { c.bare = true; return c }

// Dashed gives the card the dashed edge of a proposal.
func (c *Card) Dashed(on bool) { c.dashed = on; c.Refresh() }

// Field gives the card the outline of a field that one fills in.
func (c *Card) Field() *Card { c.field = true; return c }

// Choose marks the card as the one that is selected.
func (c *Card) Choose(on bool) { c.chosen = on; c.Refresh() }

// Tapped is part of fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) {
	if c.OnTapped == nil {
		return
	}
	if on := CanvasOf(c); on != nil {
		on.Focus(c)
	}
	c.OnTapped()
}

// TappedSecondary is part of fyne.SecondaryTappable.
func (c *Card) TappedSecondary(e *fyne.PointEvent) {
	if c.OnMenu != nil {
		c.OnMenu(e.AbsolutePosition)
	}
}

// TypedKey is part of fyne.Focusable.
func (c *Card) TypedKey(key *fyne.KeyEvent) {
	switch {
	case c.OnKey != nil && c.OnKey(key):
	case isPress(key.Name) && c.OnTapped != nil:
		c.OnTapped()
	case key.Name == desktop.KeyMenu && c.OnMenu != nil:
		c.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(Space4, Space4))
	default:
		Forward(c, key)
	}
}

func isPress(k fyne.KeyName) bool {
	return k == fyne.KeySpace || k == fyne.KeyReturn || k == fyne.KeyEnter
}

// TypedRune is part of fyne.Focusable.
func (c *Card) TypedRune(r rune) { ForwardRune(c, r) }

// FocusGained is part of fyne.Focusable.
func (c *Card) FocusGained() {
	c.inside = true
	c.Refresh()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// FocusLost is part of fyne.Focusable.
func (c *Card) FocusLost() { c.inside = false; c.Refresh() }

// Disabled takes a card that cannot be chosen out of the Tab order.
func (c *Card) Disabled() bool { return c.OnTapped == nil }

// Enable and Disable are of fyne.Disableable; a card follows OnTapped.
func (c *Card) Enable() {}

// Disable does nothing; see Enable.
func (c *Card) Disable() {}

// MouseIn is part of desktop.Hoverable.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.over = true; c.Refresh() }

// MouseMoved is part of desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (c *Card) MouseOut() { c.over = false; c.Refresh() }

// CreateRenderer is part of fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c, paper: newRule(Paper, Hairline, 1), dashes: newDashes()}
	r.Refresh()
	return r
}

type cardRenderer struct {
	card   *Card
	paper  rule
	dashes *canvas.Raster
}

func (r *cardRenderer) MinSize() fyne.Size {
	return r.card.content.MinSize().AddWidthHeight(2*Space2, 2*Space2)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.paper.Resize(size)
	r.dashes.Resize(size)
	r.card.content.Move(fyne.NewPos(Space2, Space2))
	r.card.content.Resize(size.SubtractWidthHeight(2*Space2, 2*Space2))
}

func (r *cardRenderer) Refresh() {
	c := r.card
	r.paper.stroke, r.paper.StrokeWidth = Hairline, 1
	switch {
	case c.inside || c.chosen:
		r.paper.stroke, r.paper.StrokeWidth = Primary, Ring
	case c.dashed || c.bare && !c.over:
		r.paper.stroke, r.paper.StrokeWidth = "", 0
	case c.field, c.over && c.OnTapped != nil:
		r.paper.stroke = Line
	}
	r.paper.follow()
	r.dashes.Hidden = !c.dashed || c.inside || c.chosen
	r.dashes.Refresh()
	canvas.Refresh(c.content)
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.paper.Rectangle, r.dashes, r.card.content}
}
func (r *cardRenderer) Destroy() {}

// newDashes draws a dashed edge; Fyne's rectangles have none.
func newDashes() *canvas.Raster {
	const dash, gap = 7, 5
	return canvas.NewRasterWithPixels(func(x, y, w, h int) color.Color {
		along := -1
		switch {
		case y < 2 || y >= h-2:
			along = x
		case x < 2 || x >= w-2:
			along = y
		}
		if along < 0 || along%(dash+gap) >= dash {
			return color.Transparent
		}
		return Colour(Line)
	})
}
