package mapview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/scene"
)

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
	before := m.at("c")
	m.pick(m.at("c"), 0)
	m.clickAt(m.at("c"), desktop.MouseButtonPrimary, 0)
	m.said("select [c]", "open c")
	if at := m.at("c"); at != before {
		t.Errorf("what can be read moves to %v", at)
	}
	m.SetZoom(0.1)
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

func TestATipComesAfterARest(t *testing.T) {
	m := show(t, square())
	over := func(at fyne.Position) {
		m.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	over(m.at("b"))
	if m.tip.object.Visible() || m.Cursor() != desktop.PointerCursor {
		t.Error("the tip is there at once, or the pointer is no hand")
	}
	m.pass()
	if !m.tip.object.Visible() {
		t.Fatal("no tip")
	}
	if end := m.tip.object.Position().Add(m.tip.object.Size()); end.X > 800 || end.Y > 600 {
		t.Errorf("the tip ends at %v", end)
	}
	m.wait()
	if m.tip.object.Visible() {
		t.Error("the tip stays for ever")
	}
	m.showTip()
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

// The old pictures under the rings of the new drawing would mislead.
func TestAnotherDrawingIsNotShownAsTheOldOne(t *testing.T) {
	m := show(t, square())
	var background []func()
	m.worker.start = func(f func()) { background = append(background, f) }
	pictures := func() (n int) {
		for _, o := range m.ground.objects.Objects {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	same := square()
	same.Items[0].Title = "Anders"
	m.SetScene(same)
	if pictures() == 0 {
		t.Error("a change of one box empties the map")
	}
	other := square()
	other.Width = 900
	m.SetScene(other)
	if n := pictures(); n != 0 {
		t.Errorf("%d pictures of the old drawing", n)
	}
	for len(background) > 0 {
		f := background[0]
		background = background[1:]
		f()
	}
	if pictures() == 0 {
		t.Error("the new drawing does not come")
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

func TestThePaperIsThereWhereNoPictureIs(t *testing.T) {
	s := square()
	s.Width, s.Height = 40000, 30000
	m := show(t, s)
	m.SetZoom(1)
	m.wait()
	m.see(m.camera.centred(scene.Point{X: 20000, Y: 15000}))
	if !m.Sharp() || m.paper.seen() {
		t.Error("paper under pictures that cover it")
	}
	m.see(m.camera.centred(scene.Point{}))
	if !m.paper.seen() {
		t.Error("no paper beside the drawing")
	}
}

func (p *paper) seen() bool {
	return slices.ContainsFunc(p.strips[:], func(s *canvas.Rectangle) bool { return s.Visible() })
}

// A map that was fitted stays so where one can read the box there.
func TestRevealLeavesAFittedMapAsItIs(t *testing.T) {
	s := square()
	s.Width, s.Height = 1400, 1000
	m := show(t, s)
	m.Fit()
	before := m.Zoom()
	if m.Reveal("d"); m.Zoom() != before || !m.fitting {
		t.Errorf("the zoom went from %v to %v", before, m.Zoom())
	}
	m.SetZoom(0.1)
	if m.Reveal("d"); m.Zoom() < 0.44 {
		t.Errorf("the zoom is %v", m.Zoom())
	}
}

func TestTheBoxUnderThePointerIsAnotherAfterAZoom(t *testing.T) {
	m := show(t, square())
	m.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: m.at("b")}})
	m.CentreOn("a")
	m.said("hover b", "hover ")
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
