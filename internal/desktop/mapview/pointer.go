package mapview

import (
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/scene"
)

// pointer is what the mouse is doing.
type pointer struct {
	at       fyne.Position
	button   desktop.MouseButton
	modifier fyne.KeyModifier
	// pressed is where the button went down, box what lay there.
	pressed fyne.Position
	box     string
	mode    dragMode
	// the last click, for the double one
	clicked    time.Time
	clickedAt  fyne.Position
	clickedBox string
}

// dragMode is what a drag does.
type dragMode int

const (
	noDrag dragMode = iota
	panning
	marquee
	moving
)

// Two clicks within this time and distance are one double click.
const (
	doubleTime     = 400 * time.Millisecond
	doubleDistance = 6
)

// MouseDown takes the keyboard and remembers what lies under the pointer.
func (m *Map) MouseDown(ev *desktop.MouseEvent) {
	m.tip.hide()
	m.press(ev.Position, ev.Button, ev.Modifier)
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
}

func (m *Map) press(at fyne.Position, b desktop.MouseButton, mod fyne.KeyModifier) {
	m.pointer.pressed, m.pointer.button, m.pointer.modifier, m.pointer.mode = at, b, mod, noDrag
	m.pointer.box, _ = m.drawing.Hit(m.camera.toScene(at))
}

// MouseUp is a click, unless something was dragged.
func (m *Map) MouseUp(ev *desktop.MouseEvent) {
	if m.pointer.mode != noDrag {
		return
	}
	switch ev.Button {
	case desktop.MouseButtonPrimary:
		m.click(ev.Position)
	case desktop.MouseButtonSecondary:
		m.context(m.pointer.box, ev.AbsolutePosition)
	}
	m.pointer.button = 0
}

func (m *Map) context(id string, at fyne.Position) {
	if id != "" && !slices.Contains(m.selected, id) {
		m.choose([]string{id})
	}
	if m.OnContext != nil {
		m.OnContext(id, at)
	}
}

func (m *Map) click(at fyne.Position) {
	p, now := &m.pointer, m.now()
	double := p.clickedBox == p.box && now.Sub(p.clicked) < doubleTime &&
		math.Hypot(float64(at.X-p.clickedAt.X), float64(at.Y-p.clickedAt.Y)) < doubleDistance
	p.clicked, p.clickedAt, p.clickedBox = now, at, p.box
	switch {
	case double:
		p.clicked = time.Time{} // a third click begins anew
		m.doubleClick(p.box)
	default:
		m.clickOn(p.box, adds(p.modifier))
	}
}

func (m *Map) doubleClick(id string) {
	if id == "" {
		m.Fit()
		return
	}
	m.Reveal(id)
	if m.OnOpen != nil {
		m.OnOpen(id)
	}
}

func (m *Map) clickOn(id string, add bool) {
	switch {
	case id == "" && add:
	case id == "":
		m.choose(nil)
	case !add:
		m.choose([]string{id})
	case slices.Contains(m.selected, id):
		m.choose(slices.DeleteFunc(slices.Clone(m.selected), func(s string) bool { return s == id }))
	default:
		m.choose(append([]string{id}, m.selected...))
	}
}

// choose selects and tells so.
func (m *Map) choose(ids []string) {
	if slices.Equal(ids, m.selected) {
		return
	}
	m.SetSelected(ids...)
	if m.OnSelect != nil {
		m.OnSelect(slices.Clone(ids))
	}
}

// adds says whether a click adds to the selection.
func adds(mod fyne.KeyModifier) bool {
	return mod&(fyne.KeyModifierControl|fyne.KeyModifierShift|fyne.KeyModifierSuper) != 0
}

// Dragged pans, draws a rectangle or moves a box.
func (m *Map) Dragged(ev *fyne.DragEvent) {
	p := &m.pointer
	if p.mode == noDrag {
		if p.button == 0 { // as a test drags, or a pen
			m.press(ev.Position.Subtract(ev.Dragged), desktop.MouseButtonPrimary, 0)
		}
		p.mode = m.modeOfDrag()
		m.hover("")
	}
	p.at = ev.Position
	switch p.mode {
	case panning:
		m.pan(ev.Dragged.DX, ev.Dragged.DY)
	case marquee:
		at, size := span(p.pressed, p.at)
		m.marks.drag(at, size)
		m.redraw()
	case moving:
		m.showMove()
		m.redraw()
	}
}

func (m *Map) modeOfDrag() dragMode {
	p := &m.pointer
	switch {
	case p.button == desktop.MouseButtonTertiary || m.keys.space:
		return panning
	case p.modifier&fyne.KeyModifierShift != 0:
		return marquee
	case p.box != "" && m.movable:
		return moving
	}
	return panning
}

// DragEnd does what was dragged for.
func (m *Map) DragEnd() {
	p := &m.pointer
	mode := p.mode
	p.mode, p.button = noDrag, 0
	m.marks.hideDrag()
	m.redraw()
	switch mode {
	case marquee:
		m.chooseWithin()
	case moving:
		if m.OnMove != nil {
			m.OnMove(p.box, m.movedTo())
		}
	}
}

func (m *Map) chooseWithin() {
	at, size := span(m.pointer.pressed, m.pointer.at)
	a, b := m.camera.toScene(at), m.camera.toScene(at.Add(size))
	ids := m.drawing.Within(scene.Rect{X: a.X, Y: a.Y, W: b.X - a.X, H: b.Y - a.Y})
	if m.pointer.modifier&fyne.KeyModifierControl != 0 {
		for _, id := range m.selected {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	m.choose(ids)
}

// movedTo is where the box being dragged would come.
func (m *Map) movedTo() scene.Point {
	it, _ := m.drawing.Box(m.pointer.box)
	a, b := m.camera.toScene(m.pointer.pressed), m.camera.toScene(m.pointer.at)
	return scene.Point{X: it.Rect.X + b.X - a.X, Y: it.Rect.Y + b.Y - a.Y}
}

func (m *Map) showMove() {
	it, _ := m.drawing.Box(m.pointer.box)
	size := fyne.NewSize(float32(it.Rect.W*m.camera.zoom), float32(it.Rect.H*m.camera.zoom))
	m.marks.drag(m.camera.toScreen(m.movedTo()), size)
}

// span is the upright rectangle between two corners.
func span(a, b fyne.Position) (fyne.Position, fyne.Size) {
	at := fyne.NewPos(min(a.X, b.X), min(a.Y, b.Y))
	return at, fyne.NewSize(max(a.X, b.X)-at.X, max(a.Y, b.Y)-at.Y)
}

// Scrolled zooms about the pointer; a wheel or pad that goes sideways pans.
func (m *Map) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DX != 0 {
		m.pan(ev.Scrolled.DX, 0)
	}
	if ev.Scrolled.DY != 0 {
		m.zoomAbout(ev.Position, wheelFactor(ev))
	}
}

// wheelFactor is a step of zoom for a notch of the wheel, which Fyne gives as
// 25 units.
func wheelFactor(ev *fyne.ScrollEvent) float64 {
	const notch = 25
	return math.Pow(zoomStep, min(max(float64(ev.Scrolled.DY)/notch, -4), 4))
}

// MouseIn is Fyne's.
func (m *Map) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved tells what lies under the pointer.
func (m *Map) MouseMoved(ev *desktop.MouseEvent) {
	m.pointer.at = ev.Position
	if m.pointer.mode == noDrag {
		id, _ := m.drawing.Hit(m.camera.toScene(ev.Position))
		m.hover(id)
	}
}

// MouseOut is Fyne's.
func (m *Map) MouseOut() { m.hover("") }

func (m *Map) hover(id string) {
	if id == m.hovered {
		return
	}
	m.hovered = id
	m.tip.hide()
	if id != "" {
		m.tip.cancel = m.after(tipDelay, m.showTip)
	}
	m.marks.arrange(m)
	if m.OnHover != nil {
		m.OnHover(id)
	}
}

func (m *Map) showTip() {
	it, ok := m.drawing.Box(m.hovered)
	if !ok || !m.Visible() {
		return
	}
	at := m.camera.toScreen(scene.Point{X: it.Rect.X, Y: it.Rect.Y})
	size := fyne.NewSize(float32(it.Rect.W*m.camera.zoom), float32(it.Rect.H*m.camera.zoom))
	m.tip.show(it, at, size, m.camera.size)
	m.tip.cancel = m.after(tipTime, func() { m.tip.object.Hide(); m.redraw() })
	m.redraw()
}

// Cursor is a hand over a box.
func (m *Map) Cursor() desktop.Cursor {
	if m.hovered != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
