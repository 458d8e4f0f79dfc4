package scene

import (
	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
)

// lineStyle is how a relation is drawn: full where a source states it, dashed
// where it is inferred, full with a dot at its end where it is confirmed.
type lineStyle struct {
	colour looks.Colour
	width  float64
	dash   []float64
	dot    bool
	round  bool
}

func lineStyleOf(c landscape.Certainty, ink looks.Colour) lineStyle {
	s := lineStyle{colour: ink, width: 1.3}
	switch c {
	case landscape.Inferred:
		s.width, s.dash = 0.85, []float64{3, 2.2}
	case landscape.Confirmed:
		s.dot = true
	}
	return s
}

func (m *maker) newLink(r landscape.Relation, ink looks.Colour) *link {
	from, to := m.nameOf(r.From), m.nameOf(r.To)
	return &link{
		id: r.Ref(), relation: r, style: lineStyleOf(r.Certainty, ink),
		title: m.w.T("figure.line", "From", from, "Link", m.w.T("link."+string(r.Link)), "To", to,
			"Certainty", m.w.T("certainty."+string(r.Certainty))),
	}
}

func (m *maker) nameOf(id landscape.ID) string {
	if n, ok := m.l.Node(id); ok {
		return n.Name()
	}
	return string(id)
}

// item is the finished line along its course.
func (k *link) item(course Path) Item {
	shape := Shape{Path: course, Stroke: &k.style.colour, Width: k.style.width, Dash: k.style.dash, Round: k.style.round}
	it := Item{
		Role: RoleLine, ID: k.id, From: string(k.relation.From), To: string(k.relation.To), Title: k.title,
		Shapes: []Shape{shape}, Rect: course.bounds(),
	}
	if k.ends[0] != "" {
		it.From, it.To = k.ends[0], k.ends[1]
	}
	if k.style.dot {
		end := course.last()
		it.Shapes = append(it.Shapes, Shape{Path: circle(end, 2.2), Fill: &k.style.colour})
	}
	return it
}

func (p Path) last() Point {
	s := p[len(p)-1]
	if s.Op == Curve {
		return s.P[2]
	}
	return s.P[0]
}

// bounds is the rectangle around all points of a path, control points
// included.
func (p Path) bounds() Rect {
	var r Rect
	first := true
	for _, s := range p {
		for _, at := range s.points() {
			if first {
				r, first = Rect{at.X, at.Y, 0, 0}, false
				continue
			}
			r = r.around(at)
		}
	}
	return r
}

// points are those of the segment that mean something.
func (s Segment) points() []Point {
	switch s.Op {
	case Move, Line:
		return s.P[:1]
	case Curve:
		return s.P[:3]
	}
	return nil
}

func (r Rect) around(p Point) Rect {
	x0, y0 := min(r.X, p.X), min(r.Y, p.Y)
	x1, y1 := max(r.X+r.W, p.X), max(r.Y+r.H, p.Y)
	return Rect{x0, y0, x1 - x0, y1 - y0}
}
