package scene

import "math"

// kappa places the control points of a Bézier quarter circle.
const kappa = 0.5522847498

// path builds a Path step by step.
type path struct{ Path }

func (p *path) move(x, y float64) *path {
	p.Path = append(p.Path, Segment{Op: Move, P: [3]Point{{x, y}}})
	return p
}

func (p *path) line(x, y float64) *path {
	p.Path = append(p.Path, Segment{Op: Line, P: [3]Point{{x, y}}})
	return p
}

func (p *path) curve(a, b, c Point) *path {
	p.Path = append(p.Path, Segment{Op: Curve, P: [3]Point{a, b, c}})
	return p
}

func (p *path) close() Path {
	p.Path = append(p.Path, Segment{Op: Close})
	return p.Path
}

// rounded is a rectangle with corners of radius r.
func rounded(b Rect, r float64) Path {
	r = math.Min(r, math.Min(b.W, b.H)/2)
	x0, y0, x1, y1, k := b.X, b.Y, b.X+b.W, b.Y+b.H, r*(1-kappa)
	p := new(path).move(x0+r, y0).line(x1-r, y0)
	p.curve(Point{x1 - k, y0}, Point{x1, y0 + k}, Point{x1, y0 + r}).line(x1, y1-r)
	p.curve(Point{x1, y1 - k}, Point{x1 - k, y1}, Point{x1 - r, y1}).line(x0+r, y1)
	p.curve(Point{x0 + k, y1}, Point{x0, y1 - k}, Point{x0, y1 - r}).line(x0, y0+r)
	return p.curve(Point{x0, y0 + k}, Point{x0 + k, y0}, Point{x0 + r, y0}).close()
}

// rectangle has square corners.
func rectangle(b Rect) Path {
	return new(path).move(b.X, b.Y).line(b.X+b.W, b.Y).line(b.X+b.W, b.Y+b.H).line(b.X, b.Y+b.H).close()
}

// folded is a sheet whose upper right corner is cut; corner is the fold.
func folded(b Rect, fold float64) (sheet, corner Path) {
	x1, y1 := b.X+b.W, b.Y+b.H
	sheet = new(path).move(b.X, b.Y).line(x1-fold, b.Y).line(x1, b.Y+fold).line(x1, y1).line(b.X, y1).close()
	corner = new(path).move(x1-fold, b.Y).line(x1-fold, b.Y+fold).line(x1, b.Y+fold).Path
	return sheet, corner
}

// notched is a box with a notch in its left side.
func notched(b Rect, notch float64) Path {
	m, y1 := b.Y+b.H/2, b.Y+b.H
	return new(path).move(b.X, b.Y).line(b.X+b.W, b.Y).line(b.X+b.W, y1).line(b.X, y1).
		line(b.X, m+notch).line(b.X+notch, m).line(b.X, m-notch).close()
}

// circle has its middle at c.
func circle(c Point, r float64) Path { return rounded(Rect{c.X - r, c.Y - r, 2 * r, 2 * r}, r) }

// tick is a check mark in a square of side s whose upper left corner is (x, y).
func tick(x, y, s float64) Path {
	return new(path).move(x+0.08*s, y+0.55*s).line(x+0.38*s, y+0.85*s).line(x+0.92*s, y+0.15*s).Path
}

// shift gives the path moved by (dx, dy).
func (p Path) shift(dx, dy float64) Path {
	moved := make(Path, len(p))
	for i, s := range p {
		moved[i].Op = s.Op
		for j, at := range s.P {
			moved[i].P[j] = Point{at.X + dx, at.Y + dy}
		}
	}
	return moved
}

// Inset gives the rectangle made smaller by d on every side.
func (r Rect) Inset(d float64) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// Overlaps says whether two rectangles share more than a border.
func (r Rect) Overlaps(o Rect) bool {
	const touch = 1e-6
	return r.X+touch < o.X+o.W && o.X+touch < r.X+r.W && r.Y+touch < o.Y+o.H && o.Y+touch < r.Y+r.H
}

// Contains says whether the point lies in the rectangle or on its border.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X <= r.X+r.W && p.Y >= r.Y && p.Y <= r.Y+r.H
}
