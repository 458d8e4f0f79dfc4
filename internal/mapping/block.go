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

// shelve sets blocks side by side in rows under what is there.
func (p *placer) shelve(blocks []block) {
	area, widest := 0.0, 0.0
	for _, b := range blocks {
		area += (b.width + gapBlocks) * (b.height + gapBlocks)
		widest = max(widest, b.width)
	}
	room := max(math.Sqrt(area*wholeRatio), widest)
	const margin = 24
	x, y, tall := float64(margin), p.bottom+heading, 0.0
	if p.bottom > 0 {
		y += gapBlocks / 2
	}
	for _, b := range blocks {
		if x > margin && x+b.width > room {
			x, y, tall = margin, y+tall+gapBlocks, 0
		}
		for i, box := range b.boxes {
			p.put(box, scene.Point{X: x + b.at[i].X, Y: y + b.at[i].Y})
		}
		x, tall = x+b.width+gapBlocks, max(tall, b.height)
	}
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
