package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

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

func TestKeysWithoutUseGoToTheWindow(t *testing.T) {
	m := show(t, square())
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	var keys []fyne.KeyName
	var runes []rune
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	c.SetOnTypedRune(func(r rune) { runes = append(runes, r) })
	m.press(fyne.KeyF1)
	m.press(fyne.KeyRight)
	m.TypedRune('?')
	m.TypedRune('+')
	if len(keys) != 1 || keys[0] != fyne.KeyF1 || string(runes) != "?" {
		t.Errorf("the window was given %v and %q", keys, string(runes))
	}
}
