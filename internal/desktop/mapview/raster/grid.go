package raster

import (
	"math"
	"math/bits"

	"snijvlak/internal/scene"
)

// grid finds the items near a place without looking at all of them: each item
// stands in the cells that it touches.
type grid struct {
	bounds     scene.Rect
	side       float64
	cols, rows int
	cells      [][]int32
	items      int
}

// gridSide is the most cells along one side of the grid.
const gridSide = 96

func newGrid(bounds scene.Rect, extents []scene.Rect, items []scene.Item) grid {
	g := grid{bounds: bounds, side: max(bounds.W, bounds.H, 1) / gridSide, items: len(items)}
	g.cols, g.rows = int(bounds.W/g.side)+1, int(bounds.H/g.side)+1
	g.cells = make([][]int32, g.cols*g.rows)
	for i := range items {
		if items[i].Role == scene.RoleLine {
			g.putLine(i, &items[i])
			continue
		}
		g.put(i, extents[i])
	}
	return g
}

func (g *grid) put(i int, r scene.Rect) {
	g.visit(r, func(cell int) {
		held := g.cells[cell]
		if n := len(held); n == 0 || held[n-1] != int32(i) { //nolint:gosec // far fewer items
			g.cells[cell] = append(held, int32(i)) //nolint:gosec // far fewer items
		}
	})
}

// putLine puts each straight part in the cells around it: the rectangle around
// a long oblique line holds far more.
func (g *grid) putLine(i int, it *scene.Item) {
	for _, s := range it.Shapes {
		for _, part := range flatten(s.Path, identity) {
			for n := 1; n < len(part); n++ {
				g.putPart(i, part[n-1], part[n], s.Width)
			}
		}
	}
}

func (g *grid) putPart(i int, a, b scene.Point, width float64) {
	pieces := math.Ceil(distance(a, b) / g.side)
	at := a
	for n := 1.0; n <= pieces; n++ {
		t := n / pieces
		next := scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
		r := scene.Rect{X: min(at.X, next.X), Y: min(at.Y, next.Y), W: abs(next.X - at.X), H: abs(next.Y - at.Y)}
		g.put(i, r.Inset(-width))
		at = next
	}
}

func (g *grid) visit(r scene.Rect, do func(cell int)) {
	x0, x1 := g.column(r.X), g.column(r.X+r.W)
	y0, y1 := g.row(r.Y), g.row(r.Y+r.H)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			do(y*g.cols + x)
		}
	}
}

func (g *grid) column(x float64) int {
	return min(max(int((x-g.bounds.X)/g.side), 0), g.cols-1)
}

func (g *grid) row(y float64) int {
	return min(max(int((y-g.bounds.Y)/g.side), 0), g.rows-1)
}

// within is the set of items that may touch a rectangle.
func (g *grid) within(r scene.Rect) set {
	found := make(set, (g.items+63)/64)
	g.visit(r, func(cell int) {
		for _, i := range g.cells[cell] {
			found[i/64] |= 1 << (i % 64)
		}
	})
	return found
}

// set is a set of small numbers.
type set []uint64

// each visits the members from low to high.
func (s set) each(do func(int)) {
	for w, word := range s {
		for ; word != 0; word &= word - 1 {
			do(w*64 + bits.TrailingZeros64(word))
		}
	}
}
