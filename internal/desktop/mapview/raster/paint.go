package raster

import (
	"image"

	"golang.org/x/image/vector"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// Look says how the drawing is shown apart from what it shows.
type Look struct {
	// Faded are the boxes that stand back, with their lines.
	Faded map[string]bool
	// Strong are the boxes whose lines stand out where there are too many.
	Strong map[string]bool
	// Unit is how many pixels a unit of the screen is, by which one sees what is
	// large enough to read; 0 is 1.
	Unit float64
}

// Sizes in pixels below which less is painted.
const (
	legible  = 4.5 // type is painted as letters from here on
	hinted   = 1.8 // as grey bars from here on, then not at all
	detailed = 12  // the height from which a box has all its shapes
)

// fade is how much is left of what stands back.
const fade = 0.22

// Paint fills a picture with the part of the drawing whose upper left corner is
// at a point, at a number of pixels for each point of the scene.
func (d *Drawing) Paint(to *image.RGBA, at scene.Point, scale float64, look Look) {
	ground(to, d.Background)
	p := painter{
		d: d, to: to, look: look, view: view{scale, at},
		lines: d.lines.at(scale), fills: vector.NewRasterizer(1, 1),
	}
	size := to.Rect.Size()
	part := scene.Rect{X: at.X, Y: at.Y, W: float64(size.X) / scale, H: float64(size.Y) / scale}
	d.grid.within(part).each(p.item)
}

// painter paints one picture.
type painter struct {
	d     *Drawing
	to    *image.RGBA
	look  Look
	view  view
	lines lineLook
	fills *vector.Rasterizer
}

func (p *painter) item(i int) {
	it := &p.d.Items[i]
	switch {
	case it.Role == scene.RoleLine:
		p.line(i, it)
	case it.Role == scene.RoleBox && it.Rect.H*p.view.scale < detailed && len(it.Shapes) > 0:
		p.smallBox(it)
	case it.Role == scene.RoleBox && smallest(it)*p.view.scale < readable*max(p.look.Unit, 1):
		p.whole(it, p.d.plain.of(i, it))
	default:
		p.whole(it, it.Texts)
	}
}

// whole paints an item with everything in it, and texts.
func (p *painter) whole(it *scene.Item, texts []scene.Text) {
	left := p.left(it.ID)
	for i := range it.Shapes {
		p.shape(&it.Shapes[i], 1, left)
	}
	for i := range texts {
		p.text(&texts[i], left)
	}
}

// left is how much is left of a box: all, unless it stands back.
func (p *painter) left(id string) float64 {
	if p.look.Faded[id] {
		return fade
	}
	return 1
}

func (p *painter) shape(s *scene.Shape, widen, left float64) {
	parts := flatten(s.Path, p.view)
	if s.Fill != nil {
		fillPath(p.to, p.fills, parts, p.faded(*s.Fill, left))
	}
	if s.Stroke == nil || s.Width <= 0 {
		return
	}
	b := brush{to: p.to, colour: p.faded(*s.Stroke, left), alpha: 1}
	width := max(s.Width*p.view.scale*widen, 0.7)
	dash, solid := p.dash(s.Dash)
	b.alpha *= solid
	for _, part := range parts {
		b.polyline(part, width, dash, s.Round)
	}
}

// dash gives a pattern in pixels, or, where it is too fine to see, none and how
// much of a full line it is.
func (p *painter) dash(points []float64) (pixels []float64, solid float64) {
	if len(points) == 0 {
		return nil, 1
	}
	sum, drawn := 0.0, 0.0
	for i, d := range points {
		sum += d
		if i%2 == 0 {
			drawn += d
		}
		pixels = append(pixels, d*p.view.scale)
	}
	if sum*p.view.scale < 2.5 {
		return nil, max(drawn/sum, 0.3)
	}
	return pixels, 1
}

// faded brings a colour nearer to the ground.
func (p *painter) faded(c looks.Colour, left float64) looks.Colour {
	if left == 1 {
		return c
	}
	return mix(p.d.Background, c, left)
}

func (p *painter) text(t *scene.Text, left float64) {
	size := t.Size * p.view.scale
	at := p.view.point(scene.Point{X: t.X, Y: t.Y})
	b := brush{to: p.to, colour: p.faded(t.Colour, left), alpha: 1}
	switch {
	case size >= legible:
		b.text(t, at, p.view.scale)
	case size >= hinted:
		b.alpha = 0.35
		b.fillRect(scene.Rect{X: at.X, Y: at.Y - size*0.5, W: t.Width * p.view.scale, H: size * 0.4})
	}
}

// usualHeight is that of most boxes, in points. It decides how small boxes look,
// so that all look alike at one scale.
const usualHeight = 48

// smallBox paints a box that has no room for its shapes as a block of its
// colours, the smaller the more of its edge, so that it can still be told from
// the ground and from others.
func (p *painter) smallBox(it *scene.Item) {
	left := p.left(it.ID)
	r := p.view.rect(it.Rect)
	fill, edge := frameColours(&it.Shapes[0], p.d.Background)
	usual := usualHeight * p.view.scale
	part := min(max((9-usual)/6, 0), 1) * 0.6
	b := brush{to: p.to, colour: p.faded(mix(fill, edge, part), left), alpha: 1}
	r.W, r.H = max(r.W, 1), max(r.H, 1)
	b.fillRect(r)
	if usual < 5 {
		return
	}
	b.colour = p.faded(edge, left)
	corners := polyline{{X: r.X, Y: r.Y}, {X: r.X + r.W, Y: r.Y}, {X: r.X + r.W, Y: r.Y + r.H}, {X: r.X, Y: r.Y + r.H}, {X: r.X, Y: r.Y}}
	b.polyline(corners, 0.8, nil, false)
	for i := range it.Texts {
		p.text(&it.Texts[i], left)
	}
}

// frameColours are those of a box's first shape.
func frameColours(s *scene.Shape, ground looks.Colour) (fill, edge looks.Colour) {
	fill = ground
	if s.Fill != nil {
		fill = *s.Fill
	}
	edge = fill
	if s.Stroke != nil {
		edge = *s.Stroke
	}
	return fill, edge
}
