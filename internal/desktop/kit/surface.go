package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Surface is a plain area in a colour of the theme.
type Surface struct {
	widget.BaseWidget
	colour  fyne.ThemeColorName
	edge    fyne.ThemeColorName
	rounded bool
	least   fyne.Size
}

// NewSurface makes an area in a colour.
func NewSurface(colour fyne.ThemeColorName) *Surface {
	s := &Surface{colour: colour}
	s.ExtendBaseWidget(s)
	return s
}

// NewRounded makes an area with round corners.
func NewRounded(colour fyne.ThemeColorName) *Surface {
	s := NewSurface(colour)
	s.rounded = true
	return s
}

// Framed draws a thin edge around an object, as of what floats above the rest:
// in the dark its paper alone does not show.
func Framed(o fyne.CanvasObject) *fyne.Container {
	edge := NewRounded("")
	edge.edge = Line
	return container.NewStack(o, edge)
}

// SetColour gives the area another colour.
func (s *Surface) SetColour(colour fyne.ThemeColorName) {
	s.colour = colour
	s.Refresh()
}

// MinSize is part of fyne.CanvasObject.
func (s *Surface) MinSize() fyne.Size { return s.least }

// CreateRenderer is part of fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	r := surfaceRenderer{s, newRule(s.colour, s.edge, 1)}
	if !s.rounded {
		r.area.CornerRadius = 0
	}
	if s.edge == "" {
		r.area.StrokeWidth = 0
	}
	return &r
}

type surfaceRenderer struct {
	surface *Surface
	area    rule
}

func (r *surfaceRenderer) Layout(size fyne.Size) { r.area.Resize(size) }
func (r *surfaceRenderer) MinSize() fyne.Size    { return r.surface.least }
func (r *surfaceRenderer) Destroy()              {}
func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area.Rectangle}
}

func (r *surfaceRenderer) Refresh() {
	r.area.fill = r.surface.colour
	r.area.follow()
}
