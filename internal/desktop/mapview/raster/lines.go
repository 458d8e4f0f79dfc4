package raster

import (
	"math"

	"snijvlak/internal/scene"
)

// ink is how much line there is in a drawing, by which its lines are made
// fainter before they become one dark ball.
type ink struct {
	count  int
	length float64 // of all lines, in points
	area   float64 // of the rectangle around them
	around scene.Rect
}

func (k *ink) add(it *scene.Item) {
	for _, s := range it.Shapes {
		r, ok := boundsOf(s.Path)
		if !ok {
			continue
		}
		if k.count == 0 {
			k.around = r
		}
		k.around = union(k.around, r)
		k.length += math.Hypot(r.W, r.H)
		k.count++
	}
	k.area = max(k.around.W*k.around.H, 1)
}

// lineLook is how lines are painted at one scale.
type lineLook struct {
	// alpha is that of every line, keep the part of them that is painted.
	alpha, keep float64
}

// Of the ground, lines may darken about this part; few lines are left alone.
const (
	inkShare = 0.065
	fewLines = 100
	faintest = 0.16
	plainest = 0.34 // of many lines, even where they are far apart
)

// at gives how lines look at a scale. A line is a pixel wide at least, so the
// smaller the scale the more of the ground they cover; beyond a share they
// become fainter, and then fewer.
func (k *ink) at(scale float64) lineLook {
	if k.count <= fewLines {
		return lineLook{1, 1}
	}
	cover := k.length * scale * max(scale, 1) / (k.area * scale * scale)
	want := min(inkShare/max(cover, 1e-9), plainest)
	if want >= faintest {
		return lineLook{want, 1}
	}
	return lineLook{faintest, max(want/faintest, 0.12)}
}

// line paints a relation. Where lines are many, those of strong boxes stand
// out, and of the rest as many stay as can be told apart.
func (p *painter) line(i int, it *scene.Item) {
	look := p.lines
	strong := p.look.Strong[it.From] || p.look.Strong[it.To]
	left := min(p.left(it.From), p.left(it.To))
	switch {
	case strong && left == 1:
		look = lineLook{1, 1}
	case left < 1:
		look.alpha *= fade
	}
	if !kept(i, look.keep) {
		return
	}
	for n := range it.Shapes {
		p.lineShape(&it.Shapes[n], look.alpha)
	}
}

// kept says whether a line is one of a part of them. The same lines stay at a
// scale whatever part of the drawing is painted.
func kept(i int, part float64) bool {
	return part >= 1 || float64(uint32(i)*2654435761>>8&0xFFFF) < part*0x10000 //nolint:gosec // a hash
}

func (p *painter) lineShape(s *scene.Shape, alpha float64) {
	if s.Stroke == nil {
		if alpha == 1 {
			p.shape(s, 1, 1)
		}
		return
	}
	b := brush{to: p.to, colour: *s.Stroke, alpha: alpha}
	width := max(s.Width*p.view.scale, 0.8)
	dash, solid := p.dash(s.Dash)
	if alpha < 0.9 { // a faint line has no pattern
		dash, solid = nil, 1
	}
	b.alpha *= solid
	for _, part := range flatten(s.Path, p.view) {
		b.polyline(part, width, dash, s.Round)
	}
}

// Crowded says that lines are so many that they are painted faintly, and those
// of strong boxes stand out.
func (d *Drawing) Crowded() bool { return d.lines.count > fewLines }
