package mapview

import (
	"fyne.io/fyne/v2"
)

// renderer is Fyne's side of a map.
type renderer struct {
	m       *Map
	objects []fyne.CanvasObject
}

// CreateRenderer is Fyne's.
func (m *Map) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{m, []fyne.CanvasObject{m.content}}
}

// MinSize leaves the map at least so large that one can work in it.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(240, 180) }

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *renderer) Destroy() {}

// Layout keeps the whole in sight, or else the middle in the middle.
func (r *renderer) Layout(size fyne.Size) {
	m := r.m
	r.objects[0].Resize(size)
	m.paper.size = size
	r.measure()
	if m.fitting {
		m.camera.size = size
		m.refit()
	} else {
		c := m.camera.toScene(m.centre())
		m.camera.size = size
		m.see(m.camera.centred(c))
	}
	m.sharpen()
}

func (r *renderer) Refresh() {
	m := r.m
	r.measure()
	m.minimap.card.Refresh()
	m.arrange()
}

// measure has the map painted for another screen.
func (r *renderer) measure() {
	if p := pixelsFor(r.m); p != r.m.ground.pixels {
		r.m.ground.pixels = p
		r.m.repaint()
	}
}

// pixelsFor is how many pixels of the screen a unit is.
func pixelsFor(m *Map) float64 {
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	if c == nil {
		return 1
	}
	const units = 1000
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(units, 0))
	if x <= 0 {
		return 1
	}
	return float64(x) / units
}

// AccessibilityLabel says what has the keyboard.
func (m *Map) AccessibilityLabel() string {
	if it, ok := m.drawing.Box(m.current); ok {
		return it.Title + ". " + it.Desc
	}
	return m.drawing.Title
}

// AccessibilityRole is Fyne's.
func (m *Map) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
