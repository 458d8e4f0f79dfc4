package mapview

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// shown is a map in a window of 800 by 600 whose background work happens at
// once, and whose waiting happens when the test says so.
type shown struct {
	*Map
	t      *testing.T
	window fyne.Window
	later  []*func()
	clock  time.Time
	heard  []string
}

func show(t *testing.T, s scene.Scene) *shown {
	t.Helper()
	test.NewTempApp(t)
	m := &shown{Map: New(), t: t, clock: time.Unix(1000, 0)}
	atOnce := func(f func()) { f() }
	m.worker.start, m.worker.post = atOnce, atOnce
	m.after = func(_ time.Duration, f func()) func() {
		waiting := &f
		m.later = append(m.later, waiting)
		return func() { *waiting = func() {} }
	}
	m.now = func() time.Time { return m.clock }
	m.OnSelect = func(ids []string) { m.hear("select %v", ids) }
	m.OnOpen = func(id string) { m.hear("open %s", id) }
	m.OnContext = func(id string, _ fyne.Position) { m.hear("context %s", id) }
	m.OnHover = func(id string) { m.hear("hover %s", id) }
	m.OnMove = func(id string, p scene.Point) { m.hear("move %s %.0f %.0f", id, p.X, p.Y) }
	m.OnCreate = func(p scene.Point) { m.hear("create %.0f %.0f", p.X, p.Y) }
	m.OnFocus = func(id string, depth int) { m.hear("focus %s %d", id, depth) }
	m.SetScene(s)
	m.window = test.NewTempWindow(t, m.Map)
	m.window.SetPadded(false)
	m.window.Resize(fyne.NewSize(800, 600))
	m.wait()
	return m
}

func (m *shown) hear(format string, a ...any) { m.heard = append(m.heard, fmt.Sprintf(format, a...)) }

// wait lets the time pass for which things wait.
func (m *shown) wait() {
	for len(m.later) > 0 {
		f := m.later[0]
		m.later = m.later[1:]
		(*f)()
	}
}

// said checks what the map told since the last time.
func (m *shown) said(want ...string) {
	m.t.Helper()
	if !slices.Equal(m.heard, want) {
		m.t.Errorf("the map said %q, not %q", m.heard, want)
	}
	m.heard = nil
}

func (m *shown) at(id string) fyne.Position {
	m.t.Helper()
	it, ok := m.drawing.Box(id)
	if !ok {
		m.t.Fatalf("no box %s", id)
	}
	return m.camera.toScreen(middle(it.Rect))
}

func (m *shown) clickAt(at fyne.Position, b desktop.MouseButton, mod fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: b, Modifier: mod}
	ev.Position, ev.AbsolutePosition = at, at
	m.MouseDown(ev)
	m.MouseUp(ev)
	m.clock = m.clock.Add(100 * time.Millisecond)
}

// pick is one click, long after the last.
func (m *shown) pick(at fyne.Position, mod fyne.KeyModifier) {
	m.clock = m.clock.Add(time.Minute)
	m.clickAt(at, desktop.MouseButtonPrimary, mod)
}

// dragFrom drags in two steps.
func (m *shown) dragFrom(at fyne.Position, dx, dy float32, b desktop.MouseButton, mod fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: b, Modifier: mod}
	ev.Position = at
	m.MouseDown(ev)
	for i := 1; i <= 2; i++ {
		part := float32(i) / 2
		m.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{Position: at.AddXY(dx*part, dy*part)}, Dragged: fyne.NewDelta(dx/2, dy/2),
		})
	}
	ev.Position = at.AddXY(dx, dy)
	m.MouseUp(ev)
	m.DragEnd()
}

func (m *shown) press(names ...fyne.KeyName) {
	for _, k := range names {
		m.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

var ink = looks.Light.Ink

func boxAt(id string, x, y float64) scene.Item {
	r := scene.Rect{X: x, Y: y, W: 100, H: 40}
	corner := func(x, y float64) [3]scene.Point { return [3]scene.Point{{X: x, Y: y}} }
	return scene.Item{
		Role: scene.RoleBox, ID: id, Title: "De naam van " + id, Desc: "programma; loopt", Rect: r,
		Shapes: []scene.Shape{{Stroke: &ink, Width: 1, Path: scene.Path{
			{Op: scene.Move, P: corner(x, y)}, {Op: scene.Line, P: corner(x+100, y)},
			{Op: scene.Line, P: corner(x+100, y+40)}, {Op: scene.Line, P: corner(x, y+40)}, {Op: scene.Close},
		}}},
	}
}

func joined(a, b string) scene.Item {
	return scene.Item{Role: scene.RoleLine, ID: a + "/" + b, From: a, To: b}
}

// square is four boxes, of which a is joined to b and b to d:
//
//	a b
//	c d
func square() scene.Scene {
	return scene.Scene{Width: 400, Height: 300, Background: looks.Light.Paper, Title: "Vier", Items: []scene.Item{
		boxAt("a", 20, 20), boxAt("b", 220, 20), boxAt("c", 20, 200), boxAt("d", 220, 200), joined("a", "b"), joined("b", "d"),
	}}
}

func TestTheFirstDrawingIsShownWholeAndSharp(t *testing.T) {
	m := show(t, square())
	if !m.camera.shows(m.drawing.Bounds()) || !m.Sharp() {
		t.Errorf("camera %+v, sharp %v", m.camera, m.Sharp())
	}
	if m.ground.overview.Visible() || m.minimap.Visible() {
		t.Error("overview or small map in the way")
	}
}

func TestAClickSelects(t *testing.T) {
	m := show(t, square())
	m.pick(m.at("a"), 0)
	m.said("select [a]")
	m.pick(m.at("d"), fyne.KeyModifierControl)
	m.said("select [d a]")
	m.pick(m.at("a"), fyne.KeyModifierShift)
	m.said("select [d]")
	m.pick(fyne.NewPos(400, 300), fyne.KeyModifierControl)
	m.said()
	m.pick(fyne.NewPos(400, 300), 0)
	m.said("select []")
}

func TestTheSelectionHasARing(t *testing.T) {
	m := show(t, square())
	m.SetSelected("b")
	ring := m.marks.selected[0]
	middle := ring.Position().AddXY(ring.Size().Width/2, ring.Size().Height/2)
	if at := m.at("b"); !ring.Visible() || middle.Subtract(at).X > 1 || middle.Subtract(at).Y > 1 {
		t.Errorf("ring around %v, box at %v", middle, at)
	}
	m.SetSelected()
	if ring.Visible() {
		t.Error("the ring stays")
	}
	m.said() // what the window selects is no news to it
}

func TestADoubleClickOpensABoxAndFitsTheGround(t *testing.T) {
	m := show(t, square())
	m.pick(m.at("c"), 0)
	m.clickAt(m.at("c"), desktop.MouseButtonPrimary, 0)
	m.said("select [c]", "open c")
	if at := m.at("c"); at != m.centre() {
		t.Errorf("c is at %v", at)
	}
	m.pick(fyne.NewPos(780, 10), 0)
	m.clickAt(fyne.NewPos(780, 10), desktop.MouseButtonPrimary, 0)
	if !m.camera.shows(m.drawing.Bounds()) {
		t.Error("not all is in sight")
	}
}

func TestTwoSlowClicksOpenNothing(t *testing.T) {
	m := show(t, square())
	m.pick(m.at("c"), 0)
	m.pick(m.at("c"), 0)
	m.said("select [c]")
}

func TestTheRightButtonAsksForAMenu(t *testing.T) {
	m := show(t, square())
	m.clickAt(m.at("b"), desktop.MouseButtonSecondary, 0)
	m.clickAt(fyne.NewPos(400, 300), desktop.MouseButtonSecondary, 0)
	m.said("select [b]", "context b", "context ")
}

func TestAltClickOnTheGroundCreates(t *testing.T) {
	m := show(t, square())
	at := fyne.NewPos(400, 300)
	p := m.camera.toScene(at)
	m.pick(at, fyne.KeyModifierAlt)
	m.said(fmt.Sprintf("create %.0f %.0f", p.X, p.Y))
}

func TestDraggingTheGroundPans(t *testing.T) {
	for name, mod := range map[string]desktop.MouseButton{"left": desktop.MouseButtonPrimary, "middle": desktop.MouseButtonTertiary} {
		t.Run(name, func(t *testing.T) {
			m := show(t, square())
			before := m.at("a")
			m.dragFrom(fyne.NewPos(400, 300), 60, -40, mod, 0)
			if moved := m.at("a").Subtract(before); abs32(moved.X-60) > 0.1 || abs32(moved.Y+40) > 0.1 {
				t.Errorf("a went %v", moved)
			}
			m.said()
		})
	}
}

func abs32(v float32) float32 { return max(v, -v) }

func TestShiftDragSelectsWhatItTouches(t *testing.T) {
	m := show(t, square())
	from := m.at("a").SubtractXY(5, 5)
	to := m.at("b")
	m.dragFrom(from, to.X-from.X, to.Y-from.Y, desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	m.said("select [a b]")
	if m.marks.dragged.Visible() {
		t.Error("the rectangle stays")
	}
}

func TestABoxIsDraggedOnlyWhereThatCanBe(t *testing.T) {
	m := show(t, square())
	m.SetZoom(1)
	before := m.at("a")
	m.dragFrom(m.at("a"), 30, 10, desktop.MouseButtonPrimary, 0)
	m.said()
	if m.at("a") == before {
		t.Error("the drag did not pan")
	}
	m.SetMovable(true)
	m.dragFrom(m.at("a"), 30, 10, desktop.MouseButtonPrimary, 0)
	m.said("move a 50 30")
	m.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
	m.dragFrom(m.at("a"), 30, 10, desktop.MouseButtonPrimary, 0)
	m.said() // with Space it pans
}

func TestTheWheelZoomsAboutThePointer(t *testing.T) {
	m := show(t, square())
	at := m.at("d")
	before := m.Zoom()
	m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 25)})
	if got := m.Zoom() / before; got < 1.2 || got > 1.3 {
		t.Errorf("one notch zooms %v", got)
	}
	if now := m.at("d"); abs32(now.X-at.X)+abs32(now.Y-at.Y) > 0.1 {
		t.Errorf("d went from %v to %v", at, now)
	}
	if m.Sharp() {
		t.Error("sharp before anything was painted")
	}
	m.wait()
	if !m.Sharp() {
		t.Error("not sharp after a rest")
	}
}

func TestTheSmallMapComesWhenNotAllIsSeen(t *testing.T) {
	m := show(t, square())
	m.SetZoom(4)
	if !m.minimap.Visible() {
		t.Fatal("no small map")
	}
	m.minimap.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: m.minimap.toHere(scene.Point{X: 300, Y: 220})}})
	if p := m.camera.toScene(m.centre()); abs32(float32(p.X-300))+abs32(float32(p.Y-220)) > 4 {
		t.Errorf("the middle is %v", p)
	}
}

func TestArrowsGoToTheNextBoxThatWay(t *testing.T) {
	m := show(t, square())
	m.press(fyne.KeyDown)
	m.said("select [a]")
	m.press(fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp)
	m.said("select [b]", "select [d]", "select [c]", "select [a]")
	m.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	m.press(fyne.KeyRight)
	m.said("select [b a]")
}

func TestTabGoesRoundAndLeavesAtTheEnd(t *testing.T) {
	m := show(t, square())
	m.window.Canvas().Focus(m.Map)
	for m.AcceptsTab() {
		m.press(fyne.KeyTab)
		if len(m.heard) > 4 {
			t.Fatal("Tab is caught")
		}
	}
	m.said("select [a]", "select [b]", "select [c]", "select [d]")
	m.press(fyne.KeyUp, fyne.KeyEscape)
	if !m.AcceptsTab() {
		t.Error("Escape that clears the selection already lets Tab leave")
	}
	m.press(fyne.KeyEscape)
	if m.AcceptsTab() {
		t.Error("after Escape Tab must leave")
	}
}

func TestTheRingOfTheKeyboardIsSeenOnlyThen(t *testing.T) {
	m := show(t, square())
	m.press(fyne.KeyDown)
	if m.marks.current.Visible() {
		t.Error("a ring without the keyboard")
	}
	m.window.Canvas().Focus(m.Map)
	if !m.marks.current.Visible() {
		t.Error("no ring")
	}
	m.window.Canvas().Unfocus()
	if m.marks.current.Visible() {
		t.Error("the ring stays")
	}
}

func TestBracketsWalkAlongTheLines(t *testing.T) {
	m := show(t, square())
	m.SetSelected("b")
	for range 3 {
		m.TypedRune(']')
	}
	m.TypedRune('[')
	m.said("select [a]", "select [d]", "select [a]", "select [d]")
}

func TestEnterOpensAndKeysZoom(t *testing.T) {
	m := show(t, square())
	m.SetSelected("d")
	m.press(fyne.KeyReturn)
	m.said("open d")
	before := m.Zoom()
	m.TypedRune('+')
	m.TypedRune('-')
	m.TypedRune('-')
	if got := m.Zoom() / before; got > 0.81 || got < 0.79 {
		t.Errorf("the zoom went by %v", got)
	}
	m.press(fyne.KeyHome)
	if !m.camera.shows(m.drawing.Bounds()) {
		t.Error("Home does not show all")
	}
}

func TestADigitHasTheRestStandBack(t *testing.T) {
	m := show(t, square())
	m.SetSelected("a")
	m.SetFaded(map[string]bool{"b": true})
	m.TypedRune('1')
	m.said("focus a 1")
	faded := m.look().Faded
	if faded["a"] || !faded["b"] || !faded["c"] || !faded["d"] {
		t.Errorf("faded %v", faded)
	}
	m.SetFaded(nil)
	m.TypedRune('2')
	if faded := m.look().Faded; faded["b"] || faded["d"] || !faded["c"] {
		t.Errorf("faded %v", faded)
	}
	m.press(fyne.KeyEscape)
	m.said("focus a 2", "focus  0")
	m.press(fyne.KeyEscape)
	m.said("select []")
}

func TestATipComesAfterARest(t *testing.T) {
	m := show(t, square())
	over := func(at fyne.Position) {
		m.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	over(m.at("b"))
	if m.tip.object.Visible() || m.Cursor() != desktop.PointerCursor {
		t.Error("the tip is there at once, or the pointer is no hand")
	}
	m.wait()
	if !m.tip.object.Visible() {
		t.Fatal("no tip")
	}
	if end := m.tip.object.Position().Add(m.tip.object.Size()); end.X > 800 || end.Y > 600 {
		t.Errorf("the tip ends at %v", end)
	}
	over(fyne.NewPos(400, 300))
	if m.tip.object.Visible() {
		t.Error("the tip stays")
	}
	m.said("hover b", "hover ")
}

func TestAnotherDrawingKeepsThePlace(t *testing.T) {
	m := show(t, square())
	m.SetZoom(2)
	m.SetSelected("a", "b")
	before := m.camera
	s := square()
	s.Items = s.Items[1:]
	m.SetScene(s)
	if m.camera != before {
		t.Errorf("camera %+v, was %+v", m.camera, before)
	}
	if got := m.Selected(); !slices.Equal(got, []string{"b"}) {
		t.Errorf("selected %v", got)
	}
	m.wait()
	if !m.Sharp() {
		t.Error("not painted")
	}
}

func TestTheWholeStaysInSightUntilSomeoneMoves(t *testing.T) {
	m := show(t, square())
	m.window.Resize(fyne.NewSize(500, 300))
	if !m.camera.shows(m.drawing.Bounds()) {
		t.Error("not all in sight in a smaller window")
	}
	m.ZoomIn()
	zoom := m.Zoom()
	m.window.Resize(fyne.NewSize(900, 700))
	if m.Zoom() != zoom {
		t.Error("a larger window changes a zoom that was chosen")
	}
}

func TestAnEmptyDrawingIsHarmless(t *testing.T) {
	m := show(t, scene.Scene{})
	m.press(fyne.KeyDown, fyne.KeyTab, fyne.KeyReturn, fyne.KeyHome)
	m.TypedRune('3')
	m.TypedRune(']')
	m.pick(fyne.NewPos(10, 10), 0)
	m.ZoomIn()
	m.CentreOn("x")
	m.Reveal("x")
	m.FitSelection()
	m.said()
}

// Pictures are used again: a long walk must not fill the memory.
func TestALongWalkKeepsFewPictures(t *testing.T) {
	s := square()
	s.Width, s.Height = 40000, 30000
	m := show(t, s)
	m.SetZoom(1)
	m.wait()
	for i := range 200 {
		m.pan(-180, float32(i%7)*-20)
	}
	if n := len(m.ground.tiles); n > 60 {
		t.Errorf("%d pictures", n)
	}
	if !m.Sharp() {
		t.Error("not sharp")
	}
}

func TestTheControlsFollowTheMap(t *testing.T) {
	m := show(t, square())
	c := NewControls(m.Map, words.In("nl"))
	m.SetZoom(1.5)
	if c.percent.Text != "150 %" {
		t.Errorf("the button says %q", c.percent.Text)
	}
	test.Tap(c.percent)
	if m.Zoom() != 1 {
		t.Errorf("zoom %v", m.Zoom())
	}
	for _, b := range c.content.(*fyne.Container).Objects {
		if size := b.MinSize(); size.Width < 24 || size.Height < 24 {
			t.Errorf("a target of %v", size)
		}
	}
}
