package mapview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/scene"
)

// keys are the keys held down that matter to the mouse or to others, and
// whether Tab leaves the map.
type keys struct {
	space, shift bool
	leaving      bool
	// anchor is the box whose lines are walked, step the one walked to.
	anchor string
	step   int
}

// FocusGained shows where the keyboard is.
func (m *Map) FocusGained() {
	m.hasKeyboard, m.keys = true, keys{}
	m.marks.arrange(m)
}

// FocusLost is Fyne's.
func (m *Map) FocusLost() {
	m.hasKeyboard, m.keys = false, keys{}
	m.marks.arrange(m)
}

// AcceptsTab has Tab go from box to box, until Escape or the last one.
func (m *Map) AcceptsTab() bool { return !m.keys.leaving && m.nextInOrder() != "" }

// KeyDown notes the keys that are held.
func (m *Map) KeyDown(ev *fyne.KeyEvent) { m.hold(ev.Name, true) }

// KeyUp is Fyne's.
func (m *Map) KeyUp(ev *fyne.KeyEvent) { m.hold(ev.Name, false) }

func (m *Map) hold(k fyne.KeyName, down bool) {
	switch k {
	case fyne.KeySpace:
		m.keys.space = down
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		m.keys.shift = down
	}
}

// TypedKey moves between boxes and opens them.
func (m *Map) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		m.goTo(m.nextTowards(directions[ev.Name]), m.keys.shift)
	case fyne.KeyTab:
		m.goTo(m.nextInOrder(), false)
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.current != "" && m.OnOpen != nil {
			m.OnOpen(m.current)
		}
	case fyne.KeyHome:
		m.Fit()
	case fyne.KeyEscape:
		m.escape()
	case desktop.KeyMenu:
		m.contextOfCurrent()
	default:
		m.passKey(ev)
	}
}

// passKey and passRune give the window what the map has no use for, as F1.
func (m *Map) passKey(ev *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

func (m *Map) passRune(r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedRune zooms, widens and narrows.
func (m *Map) TypedRune(r rune) {
	switch {
	case r == '+' || r == '=':
		m.ZoomIn()
	case r == '-':
		m.ZoomOut()
	case r >= '0' && r <= '9' && m.current != "":
		m.SetFocus(m.current, int(r-'0'))
		m.tellFocus()
	case r == ']':
		m.walk(1)
	case r == '[':
		m.walk(-1)
	default:
		m.passRune(r)
	}
}

func (m *Map) tellFocus() {
	if m.OnFocus != nil {
		m.OnFocus(m.focus.id, m.focus.depth)
	}
}

// escape clears what was done last: the focus, the selection; then Tab leaves.
func (m *Map) escape() {
	switch {
	case m.focus.id != "":
		m.ClearFocus()
		m.tellFocus()
	case len(m.selected) > 0:
		m.choose(nil)
	default:
		m.keys.leaving = true
	}
}

func (m *Map) contextOfCurrent() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(m)
	if it, ok := m.drawing.Box(m.current); ok {
		at = at.Add(m.camera.toScreen(middle(it.Rect)))
	}
	m.context(m.current, at)
}

// goTo brings the keyboard to a box, selects it and brings it into sight.
func (m *Map) goTo(id string, add bool) {
	it, ok := m.drawing.Box(id)
	if !ok {
		return
	}
	m.keys.leaving, m.keys.anchor = false, ""
	ids := []string{id}
	if add {
		ids = append(ids, slices.DeleteFunc(slices.Clone(m.selected), func(s string) bool { return s == id })...)
	}
	m.choose(ids)
	m.current = id
	if !m.camera.shows(it.Rect) {
		m.CentreOn(id)
	}
	m.marks.arrange(m)
}

var directions = map[fyne.KeyName]scene.Point{
	fyne.KeyUp: {Y: -1}, fyne.KeyDown: {Y: 1}, fyne.KeyLeft: {X: -1}, fyne.KeyRight: {X: 1},
}

// nextTowards is the nearest box in a direction. What lies aside counts double,
// so that a column is walked before the next is reached; a box more aside than
// ahead is not in that direction.
func (m *Map) nextTowards(d scene.Point) string {
	from, ok := m.drawing.Box(m.current)
	if !ok {
		return m.firstSeen()
	}
	a := middle(from.Rect)
	best, nearest := "", math.Inf(1)
	for _, id := range m.drawing.Boxes() {
		it, _ := m.drawing.Box(id)
		b := middle(it.Rect)
		ahead := (b.X-a.X)*d.X + (b.Y-a.Y)*d.Y
		aside := math.Abs((b.X-a.X)*d.Y) + math.Abs((b.Y-a.Y)*d.X)
		if id == m.current || ahead <= 1 || aside > 2*ahead {
			continue
		}
		if far := ahead + 2*aside; far < nearest {
			best, nearest = id, far
		}
	}
	return best
}

// firstSeen is the first box on the screen, or of all.
func (m *Map) firstSeen() string {
	if ids := m.drawing.Within(m.camera.seen()); len(ids) > 0 {
		return ids[0]
	}
	if all := m.drawing.Boxes(); len(all) > 0 {
		return all[0]
	}
	return ""
}

// nextInOrder is the next box in reading order, or the one before with Shift;
// empty at the end.
func (m *Map) nextInOrder() string {
	all := m.drawing.Boxes()
	i := slices.Index(all, m.current)
	switch {
	case m.keys.shift:
		i--
	default:
		i++
	}
	if i < 0 || i >= len(all) {
		return ""
	}
	return all[i]
}

// walk goes round the boxes that lines join to the one where the walk began.
func (m *Map) walk(step int) {
	anchor, at := m.keys.anchor, m.keys.step+step
	if anchor == "" {
		anchor, at = m.current, min(step, 0)
	}
	around := m.drawing.Beside(anchor)
	if len(around) == 0 {
		return
	}
	at = (at + len(around)) % len(around)
	m.goTo(around[at], false)
	m.keys.anchor, m.keys.step = anchor, at
}
