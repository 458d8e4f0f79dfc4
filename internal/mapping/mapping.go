// Package mapping places the boxes of a large map: in blocks by group, without
// overlap, in the same way whatever the order they come in, and so that a box
// more moves no other. It is quick and needs no library.
//
// What does not live here: what is in the boxes and the lines between them
// (scene), and the figures, which Graphviz lays out (figure).
package mapping

import (
	"cmp"
	"math"
	"slices"

	"snijvlak/internal/scene"
)

// Lengths in points.
const (
	gapDown   = 10 // between boxes in a column
	gapAside  = 26 // between columns
	gapBlocks = 76 // between blocks
	gapRows   = 36 // between rows of blocks
	heading   = 46 // over a block, at least
)

// headingPart is the height of a heading as a part of the widest block.
const headingPart = 0.075

// The width of a block, and of the whole, as a part of its height.
const (
	blockRatio = 1.3
	wholeRatio = 1.5
)

// Place gives the upper left corner of every box. Own are the places a person
// chose: they are kept whatever they lie on. Old are the places of an earlier
// Place: they are kept too, unless a box that came before lies there now. All
// others get a place where nothing lies: beside those of their group, or with
// their group in a block of its own. Without old places all is laid out anew.
//
// So Place(more, own, Place(some, own, nil)) leaves some where they were; keep
// the answer to keep the map the same from day to day.
func Place(boxes []scene.BoardBox, own, old map[string]scene.Point) map[string]scene.Point {
	sorted := slices.Clone(boxes)
	slices.SortFunc(sorted, func(a, b scene.BoardBox) int {
		return cmp.Or(cmp.Compare(a.Group, b.Group), cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	p := newPlacer(sorted)
	for _, b := range sorted {
		if at, ok := own[b.ID]; ok && usable(at) {
			p.put(b, at)
		}
	}
	for _, b := range sorted {
		if at, ok := old[b.ID]; ok && usable(at) && !p.placed(b) && p.free(rectOf(b, at)) {
			p.put(b, at)
		}
	}
	p.placeRest(sorted)
	return p.at
}

// usable says that a place is on any map: neither endless nor far beyond what
// can be drawn.
func usable(at scene.Point) bool {
	const far = 1e6
	return math.Abs(at.X) < far && math.Abs(at.Y) < far // false for NaN too
}

func rectOf(b scene.BoardBox, at scene.Point) scene.Rect {
	return scene.Rect{X: at.X, Y: at.Y, W: b.Width, H: b.Height}
}

// placer holds the boxes placed so far.
type placer struct {
	at     map[string]scene.Point
	groups map[string][]scene.Rect
	cells  map[[2]int][]scene.Rect
	side   float64
	bottom float64
}

func newPlacer(boxes []scene.BoardBox) *placer {
	p := &placer{
		at: map[string]scene.Point{}, groups: map[string][]scene.Rect{}, cells: map[[2]int][]scene.Rect{}, side: 64,
	}
	for _, b := range boxes {
		p.side = max(p.side, b.Width+gapAside)
	}
	return p
}

func (p *placer) placed(b scene.BoardBox) bool { _, ok := p.at[b.ID]; return ok }

func (p *placer) put(b scene.BoardBox, at scene.Point) {
	r := rectOf(b, at)
	p.at[b.ID] = at
	p.groups[b.Group] = append(p.groups[b.Group], r)
	p.bottom = max(p.bottom, r.Y+r.H)
	p.eachCell(r, func(cell [2]int) bool {
		p.cells[cell] = append(p.cells[cell], r)
		return true
	})
}

// free says that nothing lies on a rectangle.
func (p *placer) free(r scene.Rect) bool {
	return p.eachCell(r, func(cell [2]int) bool { return !slices.ContainsFunc(p.cells[cell], r.Overlaps) })
}

// eachCell visits the cells a rectangle touches until one says no.
func (p *placer) eachCell(r scene.Rect, ok func([2]int) bool) bool {
	cell := func(v float64) int { return int(math.Floor(v / p.side)) }
	for x := cell(r.X); x <= cell(r.X+r.W); x++ {
		for y := cell(r.Y); y <= cell(r.Y+r.H); y++ {
			if !ok([2]int{x, y}) {
				return false
			}
		}
	}
	return true
}

// placeRest places what has no place, group by group.
func (p *placer) placeRest(sorted []scene.BoardBox) {
	var blocks []block
	for len(sorted) > 0 {
		group := sorted[0].Group
		n := slices.IndexFunc(sorted, func(b scene.BoardBox) bool { return b.Group != group })
		if n < 0 {
			n = len(sorted)
		}
		rest := slices.DeleteFunc(slices.Clone(sorted[:n]), p.placed)
		sorted = sorted[n:]
		switch {
		case len(rest) == 0:
		case len(p.groups[group]) == 0:
			blocks = append(blocks, newBlock(rest))
		default:
			p.join(rest)
		}
	}
	p.shelve(blocks)
}
