// Package raster paints a scene, or a part of it, on pixels with the processor
// alone, and finds what lies where in it. It is how the map on the screen stays
// quick where there is no graphics card: the map paints tiles with it in the
// background and only moves those.
//
// What does not live here: windows and widgets (mapview), places (mapping and
// the layout of figures), the files of figures (figure).
package raster

import (
	"slices"

	"snijvlak/internal/scene"
)

// Drawing is a scene made ready for painting and searching. It does not change,
// so that any number of goroutines may use it at once.
type Drawing struct {
	scene.Scene
	bounds scene.Rect
	boxes  map[string]int
	// order are the boxes in reading order, as indexes of Items.
	order []int
	// beside are the ids of the boxes that a line joins to a box.
	beside map[string][]string
	grid   grid
	lines  ink
	plain  plain
}

// Prepare makes a scene ready.
func Prepare(s scene.Scene) *Drawing {
	d := &Drawing{Scene: s, boxes: map[string]int{}, beside: map[string][]string{}}
	d.bounds, d.plain = scene.Rect{W: s.Width, H: s.Height}, make(plain, len(s.Items))
	extents := make([]scene.Rect, len(s.Items))
	for i := range s.Items {
		it := &s.Items[i]
		extents[i] = extentOf(it)
		d.bounds = union(d.bounds, extents[i])
		switch it.Role {
		case scene.RoleBox:
			d.boxes[it.ID] = i
			d.order = append(d.order, i)
		case scene.RoleLine:
			d.join(it.From, it.To)
			d.lines.add(it)
		}
	}
	d.grid = newGrid(d.bounds, extents, s.Items)
	return d
}

func (d *Drawing) join(a, b string) {
	if a == "" || b == "" || a == b {
		return
	}
	d.beside[a] = append(d.beside[a], b)
	d.beside[b] = append(d.beside[b], a)
}

// Bounds is the rectangle around the page and everything in it.
func (d *Drawing) Bounds() scene.Rect { return d.bounds }

// Boxes are the ids of the boxes in reading order.
func (d *Drawing) Boxes() []string {
	ids := make([]string, len(d.order))
	for i, n := range d.order {
		ids[i] = d.Items[n].ID
	}
	return ids
}

// Box gives the box with an id.
func (d *Drawing) Box(id string) (scene.Item, bool) {
	i, ok := d.boxes[id]
	if !ok {
		return scene.Item{}, false
	}
	return d.Items[i], true
}

// Hit is the box at a point: the one painted last where several lie on each
// other.
func (d *Drawing) Hit(p scene.Point) (id string, ok bool) {
	d.grid.within(scene.Rect{X: p.X, Y: p.Y}).each(func(i int) {
		if it := &d.Items[i]; it.Role == scene.RoleBox && it.Rect.Contains(p) {
			id, ok = it.ID, true
		}
	})
	return id, ok
}

// Within are the boxes that lie in a rectangle, at least in part, in painting
// order.
func (d *Drawing) Within(r scene.Rect) []string {
	var ids []string
	d.grid.within(r).each(func(i int) {
		if it := &d.Items[i]; it.Role == scene.RoleBox && it.Rect.Overlaps(r) {
			ids = append(ids, it.ID)
		}
	})
	return ids
}

// Around are the boxes that can be reached from one over at most depth lines,
// itself included.
func (d *Drawing) Around(id string, depth int) map[string]bool {
	reached := map[string]bool{id: true}
	edge := []string{id}
	for range depth {
		var next []string
		for _, at := range edge {
			for _, other := range d.beside[at] {
				if !reached[other] {
					reached[other] = true
					next = append(next, other)
				}
			}
		}
		edge = next
	}
	return reached
}

// Beside are the boxes joined to one by a line, each once, in reading order.
func (d *Drawing) Beside(id string) []string {
	ids := slices.Clone(d.beside[id])
	slices.SortFunc(ids, func(a, b string) int { return d.boxes[a] - d.boxes[b] })
	return slices.Compact(ids)
}
