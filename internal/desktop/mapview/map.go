package mapview

import (
	"image"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/mapview/raster"
	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// Map shows a scene. What it shows goes in by Set…, what a person wants comes
// out by On…; a function that is nil is not called. All of it happens on the UI
// goroutine.
type Map struct {
	widget.BaseWidget

	// OnSelect gives the whole new selection, what was chosen last first.
	OnSelect func(ids []string)
	// OnOpen asks to open a box: a double click, or Enter.
	OnOpen func(id string)
	// OnContext asks for the menu of a box, or of the ground where id is empty,
	// at a place in the window.
	OnContext func(id string, at fyne.Position)
	// OnHover tells the box under the pointer; empty when there is none.
	OnHover func(id string)
	// OnMove asks to put a box elsewhere: its upper left corner in the scene.
	OnMove func(id string, to scene.Point)
	// OnFocus tells that a person chose how much around a box stands out; the id
	// is empty when all does again.
	OnFocus func(id string, depth int)
	// OnView tells that zoom or place changed.
	OnView func()

	drawing  *raster.Drawing
	palette  looks.Palette
	camera   camera
	fitting  bool // keep all of it in sight when the window changes
	whole    bool // however small that makes it
	least    float64
	movable  bool
	version  int
	faded    map[string]bool
	focus    focus
	selected []string
	// current is the box the keyboard is at, hovered the one under the pointer.
	current, hovered string
	hasKeyboard      bool
	views            []func()

	worker  *worker
	ground  *ground
	marks   *marks
	tip     *tip
	minimap *minimap
	paper   *paper
	content fyne.CanvasObject

	pointer pointer
	keys    keys
	// after runs a function on the UI goroutine some time later, once; what it
	// gives stops it.
	after  func(time.Duration, func()) (stop func())
	settle func()
	now    func() time.Time
}

// focus is a box with how many lines around it stand out.
type focus struct {
	id    string
	depth int
}

// New makes an empty map.
func New() *Map {
	m := &Map{
		drawing: raster.Prepare(scene.Scene{}), palette: looks.Light, camera: camera{zoom: 1},
		fitting: true, after: later, settle: func() {}, now: time.Now, paper: newPaper(),
	}
	m.worker = newWorker(m.painted)
	if still.Load() {
		m.hush()
	}
	m.ground = newGround(m.worker)
	m.marks, m.tip, m.minimap = newMarks(), newTip(), newMinimap(m)
	m.ground.minimap = m.minimap.setPicture
	m.content = container.NewClip(newLayer(m.paper.object, m.ground.objects, m.marks.objects, m.minimap, m.tip.object))
	m.ExtendBaseWidget(m)
	m.SetPalette(looks.Light)
	return m
}

// later is after, in the program.
func later(d time.Duration, f func()) func() {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}

// SetScene shows another drawing at the same zoom and place. As long as nobody
// zoomed or moved, all of it is kept in sight.
func (m *Map) SetScene(s scene.Scene) { m.SetDrawing(raster.Prepare(s)) }

// SetDrawing is SetScene for a scene that was prepared in the background, which
// for thousands of boxes takes too long for the UI goroutine.
func (m *Map) SetDrawing(d *raster.Drawing) {
	m.drawing = d
	m.paper.paint(rgba(d.Background))
	m.forget()
	m.refit()
	m.repaint()
}

// forget drops what the new drawing does not have.
func (m *Map) forget() {
	gone := func(id string) bool { _, ok := m.drawing.Box(id); return !ok }
	m.selected = slices.DeleteFunc(slices.Clone(m.selected), gone)
	if gone(m.current) {
		m.current = ""
	}
	if gone(m.hovered) {
		m.hovered = ""
		m.tip.hide()
	}
	if gone(m.focus.id) {
		m.focus = focus{}
	}
}

// SetPalette gives the colours of what lies over the drawing.
func (m *Map) SetPalette(p looks.Palette) {
	m.palette = p
	m.paper.paint(rgba(p.Paper))
	m.marks.paint(p)
	m.tip.paint(p)
	m.minimap.paint(p)
	m.Refresh()
}

// SetSelected shows which boxes are selected, the one chosen last first.
func (m *Map) SetSelected(ids ...string) {
	if slices.Equal(ids, m.selected) {
		return
	}
	m.selected = slices.Clone(ids)
	if len(ids) > 0 {
		m.current = ids[0]
	}
	if m.crowded() { // the lines of the selection stand out
		m.repaint()
	}
	m.arrange()
}

// Leave takes the mark of the keyboard off the map until a key or a press puts it
// somewhere.
func (m *Map) Leave() {
	if m.current != "" {
		m.current = ""
		m.arrange()
	}
}

// Selected are the boxes that are selected, the one chosen last first.
func (m *Map) Selected() []string { return slices.Clone(m.selected) }

// SetFaded has boxes stand back, with their lines.
func (m *Map) SetFaded(ids map[string]bool) {
	if maps.Equal(ids, m.faded) {
		return
	}
	m.faded = maps.Clone(ids)
	m.repaint()
}

// SetFocus has all stand back but a box and what is joined to it over at most
// depth lines, 0 to 9.
func (m *Map) SetFocus(id string, depth int) {
	m.setFocus(focus{id, min(max(depth, 0), 9)})
}

// ClearFocus ends SetFocus.
func (m *Map) ClearFocus() { m.setFocus(focus{}) }

func (m *Map) setFocus(f focus) {
	if f != m.focus {
		m.focus = f
		m.repaint()
	}
}

// SetMovable says whether boxes can be dragged to another place.
func (m *Map) SetMovable(can bool) { m.movable = can }

// crowded says that the drawing shows its lines faintly.
func (m *Map) crowded() bool { return m.drawing.Crowded() }

// look is how the drawing is painted now.
func (m *Map) look() raster.Look {
	look := raster.Look{Faded: m.faded, Strong: map[string]bool{}, Unit: m.ground.pixels}
	for _, id := range m.selected {
		look.Strong[id] = true
	}
	if m.focus.id != "" {
		look.Faded = map[string]bool{}
		near := m.drawing.Around(m.focus.id, m.focus.depth)
		for _, id := range m.drawing.Boxes() {
			look.Faded[id] = m.faded[id] || !near[id]
		}
	}
	return look
}

// repaint has the drawing painted anew.
func (m *Map) repaint() {
	m.version++
	m.worker.show(m.drawing, m.look(), m.version)
	m.ground.renew(m.version, m.drawing.Bounds(), m.camera)
	m.arrange()
}

// painted takes a picture from the worker.
func (m *Map) painted(k tileKey, picture *image.RGBA) {
	m.ground.received(k, picture)
	m.arrange()
}

// arrange puts everything at its place for the camera.
func (m *Map) arrange() {
	m.paper.around(m.ground.arrange(m.camera))
	m.minimap.arrange()
	m.marks.arrange(m)
}

// redraw has the window painted: Fyne does not notice what happens to an object
// that was hidden.
func (m *Map) redraw() {
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	if painter, ok := c.(interface{ SetDirty() }); ok {
		painter.SetDirty()
	}
}
