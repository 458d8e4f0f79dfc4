package mapview

import (
	"time"

	"fyne.io/fyne/v2"

	"snijvlak/internal/scene"
)

// zoomStep is the factor of a key or button, and of one notch of a wheel.
const zoomStep = 1.25

// settleTime is how long the zoom rests before the drawing is painted sharp.
const settleTime = 90 * time.Millisecond

// Zoom is 1 where a point of the scene is a unit of the screen.
func (m *Map) Zoom() float64 { return m.camera.zoom }

// SetZoom zooms about the middle.
func (m *Map) SetZoom(zoom float64) { m.zoomAbout(m.centre(), zoom/m.camera.zoom) }

// ZoomIn makes everything one step larger.
func (m *Map) ZoomIn() { m.zoomAbout(m.centre(), zoomStep) }

// ZoomOut makes everything one step smaller.
func (m *Map) ZoomOut() { m.zoomAbout(m.centre(), 1/zoomStep) }

// Fit shows the whole drawing, and keeps it in sight until a person zooms or
// moves.
func (m *Map) Fit() {
	m.fitting, m.whole = true, true
	m.refit()
}

// SetLeast says how small the whole drawing may become before its beginning is
// shown instead, so that it can be read; only Fit makes it smaller.
func (m *Map) SetLeast(zoom float64) {
	m.least = zoom
	m.refit()
}

// Begin shows the drawing as if nobody had zoomed or moved yet.
func (m *Map) Begin() {
	m.fitting, m.whole = true, false
	m.refit()
}

// refit keeps the drawing in sight as long as nobody zooms or moves.
func (m *Map) refit() {
	if !m.fitting {
		return
	}
	c := m.camera.fitted(m.drawing.Bounds(), fitZoom)
	if !m.whole && c.zoom < m.least {
		c = m.camera.begun(m.drawing.Bounds(), m.least)
	}
	m.see(c)
}

// FitSelection shows the selected boxes as large as possible.
func (m *Map) FitSelection() {
	var all scene.Rect
	for _, id := range m.selected {
		if it, ok := m.drawing.Box(id); ok {
			all = around(all, it.Rect)
		}
	}
	if all.W > 0 {
		m.fitting = false
		m.see(m.camera.fitted(all.Inset(-24), 2))
	}
}

// CentreOn brings a box to the middle.
func (m *Map) CentreOn(id string) {
	if it, ok := m.drawing.Box(id); ok {
		m.fitting = false
		m.see(m.camera.centred(middle(it.Rect)))
	}
}

// Reveal brings a box into sight if it is not, and makes it large enough to
// read.
func (m *Map) Reveal(id string) {
	it, ok := m.drawing.Box(id)
	if !ok {
		return
	}
	const readable, comfortable = 0.44, 0.6 // a map that is fitted stays so if it can
	if m.camera.zoom*m.ground.pixels < readable {
		m.SetZoom(comfortable / m.ground.pixels)
	}
	if !m.camera.shows(it.Rect) {
		m.CentreOn(id)
	}
}

// AddView has a function called when zoom or place changed.
func (m *Map) AddView(f func()) { m.views = append(m.views, f) }

// Pressed is where a button of the mouse went down last, in the scene.
func (m *Map) Pressed() scene.Point { return m.camera.toScene(m.pointer.pressed) }

func (m *Map) centre() fyne.Position {
	return fyne.NewPos(m.camera.size.Width/2, m.camera.size.Height/2)
}

// zoomAbout zooms by a factor and leaves what is under a place where it is.
func (m *Map) zoomAbout(place fyne.Position, factor float64) {
	m.fitting = false
	m.see(m.camera.zoomedAbout(place, factor))
}

// pan moves the drawing.
func (m *Map) pan(dx, dy float32) {
	m.fitting = false
	m.see(m.camera.panned(dx, dy).kept(m.drawing.Bounds()))
}

// see looks through another camera. While the zoom changes, the pictures are
// stretched; when it rests they are painted anew.
func (m *Map) see(c camera) {
	zoomed := c.zoom != m.camera.zoom
	m.camera = c
	m.tip.hide()
	m.lookUnder()
	if zoomed {
		m.settle()
		m.ground.keepUp(c)
		m.settle = m.after(settleTime, m.sharpen)
	}
	m.arrange()
	for _, f := range m.views {
		f()
	}
	call(m.OnView)
}

// lookUnder tells what lies under the pointer where the drawing moved under it.
func (m *Map) lookUnder() {
	if m.hovered != "" && m.pointer.mode == noDrag {
		id, _ := m.drawing.Hit(m.camera.toScene(m.pointer.at))
		m.hover(id)
	}
}

func (m *Map) sharpen() {
	m.ground.sharpen(m.camera)
	m.arrange()
}

func call(f func()) {
	if f != nil {
		f()
	}
}

func around(a, b scene.Rect) scene.Rect {
	if a.W == 0 {
		return b
	}
	x0, y0 := min(a.X, b.X), min(a.Y, b.Y)
	x1, y1 := max(a.X+a.W, b.X+b.W), max(a.Y+a.H, b.Y+b.H)
	return scene.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// Sharp says that what is on the screen was painted for it: nothing is
// stretched, nothing is still to come.
func (m *Map) Sharp() bool { return m.ground.settled(m.camera) && m.ground.whole(m.camera) }
