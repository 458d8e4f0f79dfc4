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
	m.paper.Resize(size)
	m.ground.pixels = pixelsFor(m)
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
	if p := pixelsFor(m); p != m.ground.pixels { // another screen
		m.ground.pixels = p
		m.sharpen()
	}
	m.paper.Refresh()
	m.minimap.card.Refresh()
	m.arrange()
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
