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
		m.pass()
	}
}

// pass has what waits happen, but not what that waits for.
func (m *shown) pass() {
	now := m.later
	m.later = nil
	for _, f := range now {
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
			{Op: scene.Move, P: corner(x, y)},
			{Op: scene.Line, P: corner(x+100, y)},
			{Op: scene.Line, P: corner(x+100, y+40)},
			{Op: scene.Line, P: corner(x, y+40)},
			{Op: scene.Close},
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
