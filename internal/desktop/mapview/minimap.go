package mapview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// minimap is the whole drawing in the corner of the map, with a rectangle of
// what is seen that can be dragged. It is there only when not all is seen.
type minimap struct {
	widget.BaseWidget

	of      *Map
	card    *canvas.Rectangle
	picture *canvas.Image
	seen    *canvas.Rectangle
	layer   *fyne.Container
}

const (
	minimapMost   = 168 // its longer side
	minimapPad    = 4
	minimapMargin = 12
)

func newMinimap(of *Map) *minimap {
	n := &minimap{
		of: of, card: canvas.NewRectangle(nil), picture: newPicture(nil), seen: canvas.NewRectangle(nil),
	}
	n.card.StrokeWidth, n.card.CornerRadius = 1, 6
	n.seen.StrokeWidth, n.seen.CornerRadius = 2, 2
	n.layer = newLayer(n.card, n.picture, n.seen)
	n.picture.Hide()
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// CreateRenderer is Fyne's.
func (n *minimap) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.layer) }

func (n *minimap) paint(p looks.Palette) {
	n.card.FillColor, n.card.StrokeColor = rgba(p.Paper), rgba(p.Line)
	veil := rgba(p.Primary)
	n.seen.StrokeColor = veil
	veil.A = 30
	n.seen.FillColor = veil
}

func (n *minimap) setPicture(p *image.RGBA) {
	n.picture.Image = p
	n.picture.Show()
	n.picture.Refresh()
}

// arrange shows what is seen, or nothing when that is half of the drawing or
// more: it would then hide more than it tells.
func (n *minimap) arrange() {
	m, bounds := n.of, n.of.drawing.Bounds()
	small := m.camera.size.Width < 3*minimapMost || m.camera.size.Height < 2*minimapMost
	if small || bounds.W <= 0 || bounds.H <= 0 || m.camera.showsHalf(bounds) {
		n.Hide()
		return
	}
	scale := n.scale()
	inner := fyne.NewSize(float32(bounds.W*scale), float32(bounds.H*scale))
	outer := inner.AddWidthHeight(2*minimapPad, 2*minimapPad)
	stretch(n.picture, fyne.NewPos(minimapPad, minimapPad), inner)
	n.card.Resize(outer)
	n.Resize(outer)
	n.Move(fyne.NewPos(m.camera.size.Width-outer.Width-minimapMargin, m.camera.size.Height-outer.Height-minimapMargin))
	seen := intersect(m.camera.seen(), bounds)
	n.seen.Move(n.toHere(scene.Point{X: seen.X, Y: seen.Y}))
	n.seen.Resize(fyne.NewSize(max(float32(seen.W*scale), 6), max(float32(seen.H*scale), 6)))
	n.Show()
}

// scale is units of the small map for each point of the scene.
func (n *minimap) scale() float64 {
	b := n.of.drawing.Bounds()
	return minimapMost / max(b.W, b.H)
}

func (n *minimap) toHere(p scene.Point) fyne.Position {
	b, scale := n.of.drawing.Bounds(), n.scale()
	return fyne.NewPos(minimapPad+float32((p.X-b.X)*scale), minimapPad+float32((p.Y-b.Y)*scale))
}

func (n *minimap) toScene(p fyne.Position) scene.Point {
	b, scale := n.of.drawing.Bounds(), n.scale()
	return scene.Point{X: b.X + float64(p.X-minimapPad)/scale, Y: b.Y + float64(p.Y-minimapPad)/scale}
}

// MouseDown brings what was clicked to the middle of the map.
func (n *minimap) MouseDown(ev *desktop.MouseEvent) { n.centre(ev.Position) }

// MouseUp is Fyne's.
func (n *minimap) MouseUp(*desktop.MouseEvent) {}

// Dragged moves the rectangle.
func (n *minimap) Dragged(ev *fyne.DragEvent) { n.centre(ev.Position) }

// DragEnd is Fyne's.
func (n *minimap) DragEnd() {}

// Scrolled zooms, as elsewhere on the map.
func (n *minimap) Scrolled(ev *fyne.ScrollEvent) {
	n.of.zoomAbout(n.of.centre(), wheelFactor(ev))
}

func (n *minimap) centre(at fyne.Position) {
	n.of.fitting = false
	n.of.see(n.of.camera.centred(n.toScene(at)).kept(n.of.drawing.Bounds()))
}
