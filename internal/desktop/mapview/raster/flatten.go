package raster

import (
	"math"

	"snijvlak/internal/scene"
)

// view carries points of a scene to pixels.
type view struct {
	scale float64
	// at is the point of the scene at the upper left corner.
	at scene.Point
}

var identity = view{scale: 1}

func (v view) point(p scene.Point) scene.Point {
	return scene.Point{X: (p.X - v.at.X) * v.scale, Y: (p.Y - v.at.Y) * v.scale}
}

func (v view) rect(r scene.Rect) scene.Rect {
	p := v.point(scene.Point{X: r.X, Y: r.Y})
	return scene.Rect{X: p.X, Y: p.Y, W: r.W * v.scale, H: r.H * v.scale}
}

// polyline is a run of straight parts; a closed one ends where it began.
type polyline []scene.Point

// flatten gives the subpaths of a path in pixels, with its curves as short
// straight parts.
func flatten(p scene.Path, v view) []polyline {
	var parts []polyline
	var part polyline
	end := func() {
		if len(part) > 1 {
			parts = append(parts, part)
		}
		part = nil
	}
	for _, s := range p {
		switch s.Op {
		case scene.Move:
			end()
			part = polyline{v.point(s.P[0])}
		case scene.Line:
			part = append(part, v.point(s.P[0]))
		case scene.Curve:
			if len(part) > 0 {
				part = curve(part, v.point(s.P[0]), v.point(s.P[1]), v.point(s.P[2]))
			}
		case scene.Close:
			if len(part) > 0 {
				first := part[0]
				part = append(part, first)
				end()
				part = polyline{first}
			}
		}
	}
	end()
	return parts
}

// curve adds a cubic Bézier in as many parts as its length asks for.
func curve(part polyline, b, c, d scene.Point) polyline {
	a := part[len(part)-1]
	length := distance(a, b) + distance(b, c) + distance(c, d)
	n := int(min(max(math.Sqrt(length)*0.9, 3), 24))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		part = append(part, scene.Point{
			X: w0*a.X + w1*b.X + w2*c.X + w3*d.X,
			Y: w0*a.Y + w1*b.Y + w2*c.Y + w3*d.Y,
		})
	}
	return part
}

func distance(a, b scene.Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

func abs(v float64) float64 { return math.Abs(v) }
