package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// marks are the live objects over the drawing: rings around the boxes that are
// selected, under the pointer and at the keyboard, and what is being dragged.
type marks struct {
	objects        *fyne.Container
	selected       []*canvas.Rectangle
	hover, current *canvas.Rectangle
	// dragged is the rectangle being drawn, or the box being moved.
	dragged *canvas.Rectangle
	colours looks.Palette
}

// maxRings is the most selected boxes that get a ring of their own: more slow
// the window down where there is no graphics card.
const maxRings = 150

func newMarks() *marks {
	k := &marks{hover: newRing(1.5), current: newRing(2), dragged: newRing(1)}
	k.objects = newLayer(k.hover, k.current, k.dragged)
	return k
}

func newRing(width float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeWidth, r.CornerRadius = width, 6
	r.Hide()
	return r
}

func (k *marks) paint(p looks.Palette) {
	k.colours = p
	k.hover.StrokeColor, k.current.StrokeColor = rgba(p.Ink2), rgba(p.Primary)
	k.dragged.StrokeColor = rgba(p.Primary)
	veil := rgba(p.Primary)
	veil.A = 40
	k.dragged.FillColor = color.NRGBA(veil)
	for _, r := range k.selected {
		r.StrokeColor = rgba(p.Primary)
	}
}

// arrange puts the rings around their boxes.
func (k *marks) arrange(m *Map) {
	n := 0
	for _, id := range m.selected {
		it, ok := m.drawing.Box(id)
		if n < maxRings && ok && it.Rect.Overlaps(m.camera.seen()) {
			k.ring(k.selection(n), m, it.Rect, 2)
			n++
		}
	}
	for _, r := range k.selected[n:] {
		r.Hide()
	}
	k.ringBox(k.hover, m, m.hovered, 1)
	current := ""
	if m.hasKeyboard {
		current = m.current
	}
	// Far enough from the ring of the selection, near enough to leave the boxes
	// beside it alone.
	k.ringBox(k.current, m, current, float32(min(max(8*m.camera.zoom, 4), 6)))
	m.redraw()
}

// selection is the ring of the nth selected box.
func (k *marks) selection(n int) *canvas.Rectangle {
	for len(k.selected) <= n {
		r := newRing(2.5)
		r.StrokeColor = rgba(k.colours.Primary)
		k.selected = append(k.selected, r)
		k.objects.Add(r)
	}
	return k.selected[n]
}

func (k *marks) ringBox(ring *canvas.Rectangle, m *Map, id string, distance float32) {
	it, ok := m.drawing.Box(id)
	if !ok {
		ring.Hide()
		return
	}
	k.ring(ring, m, it.Rect, distance)
}

// ring puts a ring around a rectangle of the scene, at a distance from it.
func (k *marks) ring(ring *canvas.Rectangle, m *Map, r scene.Rect, distance float32) {
	a := m.camera.toScreen(scene.Point{X: r.X, Y: r.Y})
	b := m.camera.toScreen(scene.Point{X: r.X + r.W, Y: r.Y + r.H})
	ring.Move(a.SubtractXY(distance, distance))
	ring.Resize(fyne.NewSize(b.X-a.X+2*distance, b.Y-a.Y+2*distance))
	ring.Show()
}

// drag shows a rectangle of the screen; hideDrag ends it.
func (k *marks) drag(at fyne.Position, size fyne.Size) {
	k.dragged.Move(at)
	k.dragged.Resize(size)
	k.dragged.Show()
}

func (k *marks) hideDrag() { k.dragged.Hide() }

func rgba(c looks.Colour) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 255} }
