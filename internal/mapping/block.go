package mapping

import (
	"cmp"
	"math"
	"slices"

	"snijvlak/internal/scene"
)

// block is a group laid out by itself: columns filled from the left.
type block struct {
	boxes         []scene.BoardBox
	at            []scene.Point
	width, height float64
}

// newBlock fills as many columns as give the block its shape.
func newBlock(boxes []scene.BoardBox) block {
	b := block{boxes: boxes, at: make([]scene.Point, len(boxes))}
	wide, sum := 0.0, 0.0
	for _, x := range boxes {
		wide, sum = max(wide, x.Width+gapAside), sum+x.Height+gapDown
	}
	columns := max(math.Round(math.Sqrt(blockRatio*sum/wide)), 1)
	tall := sum / columns
	x, y := 0.0, 0.0
	for i, box := range boxes {
		if y > 0 && y+box.Height/2 > tall {
			x, y = x+wide, 0
		}
		b.at[i] = scene.Point{X: x, Y: y}
		y += box.Height + gapDown
		b.width, b.height = x+wide, max(b.height, y)
	}
	return b
}

// margin is the room to the left of the map.
const margin = 24

// shelve sets blocks side by side in rows under what is there.
func (p *placer) shelve(blocks []block) {
	if len(blocks) == 0 {
		return
	}
	corners := shelf(blocks)
	y := p.bottom
	if y > 0 {
		y += gapRows
	}
	for i, b := range blocks {
		for n, box := range b.boxes {
			p.put(box, scene.Point{X: corners[i].X + b.at[n].X, Y: y + corners[i].Y + b.at[n].Y})
		}
	}
}

// shelf gives the corner of each block, in rows so long that the whole has the
// wished shape.
func shelf(blocks []block) []scene.Point {
	room := 0.0
	for _, b := range blocks {
		room = max(room, b.width)
	}
	head := max(heading, room*headingPart)
	for {
		corners, wide, high := rows(blocks, room, head)
		if wide >= wholeRatio*high || wide < room {
			return corners
		}
		room *= 1.1
	}
}

// rows fills rows up to a length, each with room for headings over it. A width
// under the room says that all stands in one row.
func rows(blocks []block, room, head float64) (corners []scene.Point, wide, high float64) {
	x, y, tall := 0.0, head, 0.0
	for i, b := range blocks {
		if i > 0 && x+b.width > room {
			x, y, tall = 0, y+tall+gapRows+head, 0
			wide = max(wide, room)
		}
		corners = append(corners, scene.Point{X: margin + x, Y: y})
		x, tall = x+b.width+gapBlocks, max(tall, b.height)
		wide = max(wide, x-gapBlocks)
	}
	return corners, wide, y + tall
}

// join puts boxes beside those of their group: each in the first free place
// from the top, under or to the right of one of them.
func (p *placer) join(boxes []scene.BoardBox) {
	var open []scene.Point // sorted; what is taken once is never looked at again
	add := func(r scene.Rect) {
		for _, at := range []scene.Point{{X: r.X, Y: r.Y + r.H + gapDown}, {X: r.X + r.W + gapAside, Y: r.Y}} {
			i, _ := slices.BinarySearchFunc(open, at, fromTheTop)
			open = slices.Insert(open, i, at)
		}
	}
	for _, r := range p.groups[boxes[0].Group] {
		add(r)
	}
	for _, b := range boxes {
		at := scene.Point{X: p.groups[b.Group][0].X, Y: p.bottom + gapDown}
		for len(open) > 0 {
			first := open[0]
			open = open[1:]
			if p.free(rectOf(b, first).Inset(-gapDown / 2)) {
				at = first
				break
			}
		}
		p.put(b, at)
		add(rectOf(b, at))
	}
}

func fromTheTop(a, b scene.Point) int { return cmp.Or(cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X)) }
