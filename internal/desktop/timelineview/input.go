package timelineview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// pointer is what the mouse is doing.
type pointer struct {
	at        fyne.Position
	cutting   bool // moves the day of the question
	scrolling bool // has hold of the scroll bar
}

// near is how close to a line one has hold of it.
const near = 7

// zoomStep is how much one step of the wheel or a key zooms.
const zoomStep = 1.25

var (
	_ fyne.Focusable     = (*chart)(nil)
	_ fyne.Draggable     = (*chart)(nil)
	_ fyne.Scrollable    = (*chart)(nil)
	_ fyne.Tappable      = (*chart)(nil)
	_ desktop.Mouseable  = (*chart)(nil)
	_ desktop.Hoverable  = (*chart)(nil)
	_ desktop.Cursorable = (*chart)(nil)
)

// Scrolled moves the rows; over the axis, or with Ctrl, it zooms about the
// pointer, and sideways it goes through time.
func (c *chart) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Position.Y < headHigh || ctrlDown():
		c.zoomAt(math.Pow(zoomStep, float64(sign(e.Scrolled.DY))), e.Position.X)
	case e.Scrolled.DX != 0:
		c.pan(-e.Scrolled.DX)
	default:
		c.scrollTo(c.top - e.Scrolled.DY*4)
	}
}

func sign(v float32) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

func ctrlDown() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0
}

// pan goes through time by units of the window; more is later.
func (c *chart) pan(by float32) {
	c.axis.start += days(float64(by) / c.axis.scale)
	c.Refresh()
}

// MouseDown takes the keyboard, and hold of the line that lies there.
func (c *chart) MouseDown(e *desktop.MouseEvent) {
	c.pointer.cutting = c.onCut(e.Position)
	c.pointer.scrolling = c.onBar(e.Position)
	if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil {
		on.Focus(c)
	}
}

// MouseUp is part of desktop.Mouseable.
func (c *chart) MouseUp(*desktop.MouseEvent) {}

func (c *chart) onCut(at fyne.Position) bool {
	return c.cut.Known() && at.X > c.column() && math.Abs(c.x(dayOf(c.cut.Last())+1)-float64(at.X)) < near
}

// scrollBar gives where the bar at the right begins, down from the axis, and
// what part of the rows is in sight; 1 where there is no bar.
func (c *chart) scrollBar() (from, part float32) {
	high, all := c.Size().Height-headHigh, c.tops[len(c.tops)-1]
	if high <= 0 || all <= high {
		return 0, 1
	}
	return c.top / all * high, high / all
}

func (c *chart) onBar(at fyne.Position) bool {
	_, part := c.scrollBar()
	return part < 1 && at.Y > headHigh && at.X > c.Size().Width-scrollWide
}

// Dragged moves the day of the question, or all.
func (c *chart) Dragged(e *fyne.DragEvent) {
	if c.pointer.scrolling {
		_, part := c.scrollBar()
		c.scrollTo(c.top + e.Dragged.DY/max(part, 0.001))
		return
	}
	if !c.pointer.cutting {
		c.pan(-e.Dragged.DX)
		c.scrollTo(c.top - e.Dragged.DY)
		return
	}
	d := dateAt(c.axis.day(float64(e.Position.X - c.column())))
	if d.Before(c.day.First()) {
		d = c.day.First()
	}
	c.cut = d
	c.Refresh()
}

// DragEnd tells the day to which the line was moved.
func (c *chart) DragEnd() {
	if c.pointer.cutting && c.OnCut != nil {
		c.OnCut(c.cut)
	}
	c.pointer.cutting, c.pointer.scrolling = false, false
}

// Tapped selects a row, or asks what its date means.
func (c *chart) Tapped(e *fyne.PointEvent) {
	i := c.rowAt(e.Position.Y)
	if i < 0 || c.onBar(e.Position) {
		return
	}
	c.choose(i)
	if c.onEnd(i, e.Position) && c.OnEnd != nil {
		c.OnEnd(c.rows[i].node.ID)
	}
}

// onEnd says whether a place is that of the date of a row.
func (c *chart) onEnd(i int, at fyne.Position) bool {
	s := c.statusAt(i)
	return at.X >= s.x && at.X <= s.x+s.wide && math.Abs(float64(at.Y-s.y-s.high/2)) <= float64(kit.Target)/2
}

func (c *chart) choose(i int) {
	id := c.rows[i].node.ID
	c.SetSelected(id)
	if c.OnSelect != nil {
		c.OnSelect(id)
	}
}

// MouseIn is part of desktop.Hoverable.
func (c *chart) MouseIn(e *desktop.MouseEvent) { c.pointer.at = e.Position }

// MouseMoved is part of desktop.Hoverable.
func (c *chart) MouseMoved(e *desktop.MouseEvent) { c.pointer.at = e.Position }

// MouseOut is part of desktop.Hoverable.
func (c *chart) MouseOut() {}

// Cursor shows what can be dragged or clicked.
func (c *chart) Cursor() desktop.Cursor {
	if c.onBar(c.pointer.at) {
		return desktop.DefaultCursor
	}
	if c.onCut(c.pointer.at) {
		return desktop.HResizeCursor
	}
	if i := c.rowAt(c.pointer.at.Y); i >= 0 && c.onEnd(i, c.pointer.at) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained is part of fyne.Focusable.
func (c *chart) FocusGained() { c.inside = true; c.Refresh() }

// FocusLost is part of fyne.Focusable.
func (c *chart) FocusLost() { c.inside = false; c.Refresh() }

// TypedRune zooms.
func (c *chart) TypedRune(r rune) {
	switch r {
	case '+', '=':
		c.Zoom(zoomStep)
	case '-':
		c.Zoom(1 / zoomStep)
	case '0':
		c.Fit()
	}
}

// TypedKey goes through rows and time.
func (c *chart) TypedKey(key *fyne.KeyEvent) {
	step := (c.Size().Width - c.column()) / 8
	page := max(int((c.Size().Height-headHigh)/rowHigh(1))-1, 1)
	switch key.Name {
	case fyne.KeyUp:
		c.move(-1)
	case fyne.KeyDown:
		c.move(1)
	case fyne.KeyPageUp:
		c.move(-page)
	case fyne.KeyPageDown:
		c.move(page)
	case fyne.KeyHome:
		c.move(-len(c.rows))
	case fyne.KeyEnd:
		c.move(len(c.rows))
	case fyne.KeyLeft:
		c.pan(-step)
	case fyne.KeyRight:
		c.pan(step)
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnOpen != nil && c.selected != landscape.ID("") {
			c.OnOpen(c.selected)
		}
	default:
		kit.Forward(c, key)
	}
}

// move selects a row so many further.
func (c *chart) move(by int) {
	if len(c.rows) == 0 {
		return
	}
	i := c.index(c.selected)
	if i < 0 { // the first key chooses what is in sight
		i, by = c.firstRow(c.top), by-sign(float32(by))
	}
	c.choose(min(max(i+by, 0), len(c.rows)-1))
}
