package raster

import (
	"math"

	"snijvlak/internal/scene"
)

// extentOf is the rectangle around all that is painted of an item.
func extentOf(it *scene.Item) scene.Rect {
	all := it.Rect
	for _, s := range it.Shapes {
		if r, ok := boundsOf(s.Path); ok {
			all = union(all, r.Inset(-s.Width))
		}
	}
	for _, t := range it.Texts {
		all = union(all, scene.Rect{X: t.X, Y: t.Y - t.Size, W: t.Width, H: t.Size * 1.4})
	}
	return all
}

// boundsOf is the rectangle around a path, control points included.
func boundsOf(p scene.Path) (scene.Rect, bool) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range p {
		for _, at := range pointsOf(s) {
			x0, x1 = min(x0, at.X), max(x1, at.X)
			y0, y1 = min(y0, at.Y), max(y1, at.Y)
		}
	}
	return scene.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}, x1 >= x0
}

// pointsOf are the points of a segment that mean something.
func pointsOf(s scene.Segment) []scene.Point {
	switch s.Op {
	case scene.Close:
		return nil
	case scene.Curve:
		return s.P[:3]
	default:
		return s.P[:1]
	}
}

func union(a, b scene.Rect) scene.Rect {
	x0, y0 := min(a.X, b.X), min(a.Y, b.Y)
	x1, y1 := max(a.X+a.W, b.X+b.W), max(a.Y+a.H, b.Y+b.H)
	return scene.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}
