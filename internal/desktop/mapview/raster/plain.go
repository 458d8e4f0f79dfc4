package raster

import (
	"strings"
	"sync/atomic"

	"snijvlak/internal/scene"
)

// Where the small lines of a box can no longer be read, as its kind, they are
// left out and its name is set larger in their place.
const (
	// readable is the size in units of the screen from which the small lines are
	// there.
	readable = 7.6
	// larger is how much a name grows at most.
	larger = 1.2
	// plainLeading is the height of a line of a name that has grown.
	plainLeading = 1.14
)

// plain are the texts of the boxes without their small lines, by the index of
// the item, each made when it is first painted.
type plain []atomic.Pointer[[]scene.Text]

// of gives the texts of a box as it is shown small. They do not depend on the
// scale, so that names do not jump while it changes.
func (p plain) of(i int, it *scene.Item) []scene.Text {
	if made := p[i].Load(); made != nil {
		return *made
	}
	texts := plainTexts(it)
	p[i].Store(&texts)
	return texts
}

// plainTexts leaves the small lines of a box out.
func plainTexts(it *scene.Item) []scene.Text {
	b := boxText{rect: it.Rect}
	main := 0.0
	for _, t := range it.Texts {
		main = max(main, t.Size)
	}
	for _, t := range it.Texts {
		switch {
		case t.Size == main:
			b.names = append(b.names, t)
		case t.Bold: // the number in a badge
			b.badges = append(b.badges, t)
		default:
			b.small = append(b.small, t)
		}
	}
	if len(b.small) == 0 {
		return it.Texts
	}
	b.mark = markOf(it, b.small[0].Size)
	if b.aligned() {
		for size := main * larger; size > main; size *= 0.96 {
			if lines := b.set(b.name(it.Title), size); lines != nil {
				return append(lines, b.badges...)
			}
		}
	}
	return append(b.names, b.badges...)
}

// smallest is the size of the smallest lines of a box; 0 where all are alike.
func smallest(it *scene.Item) float64 {
	least, most := 0.0, 0.0
	for _, t := range it.Texts {
		if most = max(most, t.Size); !t.Bold && (least == 0 || t.Size < least) {
			least = t.Size
		}
	}
	if least == most {
		return 0
	}
	return least
}

// boxText is what stands in a box.
type boxText struct {
	rect                 scene.Rect
	names, badges, small []scene.Text
	// mark is the sign of a state, before the word for it; it stays.
	mark scene.Rect
}

// markOf is where the small shapes on the left of a box lie; nothing where there
// are none.
func markOf(it *scene.Item, size float64) scene.Rect {
	var mark scene.Rect
	for _, s := range it.Shapes[min(1, len(it.Shapes)):] {
		r, ok := boundsOf(s.Path)
		if !ok || max(r.W, r.H) > 1.6*size || r.X > it.Rect.X+it.Rect.W/2 {
			continue
		}
		if mark == (scene.Rect{}) {
			mark = r
		}
		mark = union(mark, r)
	}
	return mark
}

// aligned says that the name can be set anew: it stands on the left and the
// badges to the right of it, in the first line.
func (b boxText) aligned() bool {
	for _, t := range b.names {
		if t.X != b.names[0].X {
			return false
		}
	}
	for _, t := range b.badges {
		if t.X < b.rect.X+b.rect.W/2 {
			return false
		}
	}
	return true
}

// name is the whole name: as the box is called, where that is what stands in it.
func (b boxText) name(title string) string {
	var lines []string
	for _, t := range b.names {
		lines = append(lines, t.String)
	}
	joined := strings.Join(lines, " ")
	if bare(joined) == bare(title) {
		return title
	}
	return joined
}

func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// set sets a name at a size in the middle of the box's height, beside the badges;
// nil where there is no room.
func (b boxText) set(name string, size float64) []scene.Text {
	lead := size * plainLeading
	for n := 1; float64(n)*lead <= b.rect.H-2; n++ {
		top := b.rect.Y + (b.rect.H-float64(n)*lead)/2
		if b.mark.W > 0 { // the first line stands beside it
			top = max(b.mark.Y+b.mark.H/2-size*0.55, b.rect.Y)
		}
		if top+float64(n)*lead > b.rect.Y+b.rect.H {
			return nil
		}
		if lines := b.wrap(name, size, top, n); lines != nil {
			return b.note(lines)
		}
	}
	return nil
}

// note sets what asks for attention, as "ends 2026", behind the name where there
// is room: the small line that has not the colour of the others.
func (b boxText) note(lines []scene.Text) []scene.Text {
	for _, t := range b.small {
		last := lines[len(lines)-1]
		if t.Colour == b.small[0].Colour {
			continue
		}
		t.Size *= larger
		t.Width *= larger
		t.X, t.Y = b.right(last.Y-t.Size)-t.Width, last.Y
		if t.X > last.X+last.Width+t.Size {
			return append(lines, t)
		}
	}
	return lines
}

// wrap sets a name over at most so many lines from a height on.
func (b boxText) wrap(name string, size, top float64, most int) []scene.Text {
	t := b.names[0]
	t.Size = size
	var lines []scene.Text
	words := strings.Fields(name)
	for len(words) > 0 {
		if len(lines) == most {
			return nil
		}
		y := top + float64(len(lines))*size*plainLeading
		t.X = b.left(y)
		room := b.right(y) - t.X
		n := 0
		for n < len(words) {
			s := strings.Join(words[:n+1], " ")
			width := scene.NotoSans.Width(s, size, t.Bold, t.Spacing)
			if width > room {
				break
			}
			t.String, t.Width = s, width
			n++
		}
		if n == 0 {
			return nil
		}
		t.Y = y + size*0.92
		lines = append(lines, t)
		words = words[n:]
	}
	return lines
}

// left is where a line that begins at a height begins: behind the mark, or at
// the edge below it.
func (b boxText) left(y float64) float64 {
	x := b.names[0].X
	if b.mark.W > 0 && y < b.mark.Y+b.mark.H/2 {
		x = max(x, b.mark.X+b.mark.W+b.small[0].Size*0.4)
	}
	return x
}

// right is where a line that begins at a height must end: at the badges, or at
// the edge below them.
func (b boxText) right(y float64) float64 {
	right := b.rect.X + b.rect.W - (b.names[0].X-b.rect.X)*0.7
	for _, t := range b.badges {
		if y < t.Y+t.Size*0.3 {
			right = min(right, t.X-t.Size*0.6)
		}
	}
	return right
}
