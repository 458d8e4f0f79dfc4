package mapview

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// tipDelay is how long the pointer rests before the tip appears, tipTime how
// long it stays: the pointer may have left the window, which nobody tells.
const (
	tipDelay = 500 * time.Millisecond
	tipTime  = 12 * time.Second
)

// tip is the small card that says of the box under the pointer what it is: its
// whole name, and the beginning of its description.
type tip struct {
	object *fyne.Container
	card   *canvas.Rectangle
	cancel func()
	inks   [2]looks.Colour
}

const (
	tipWidth = 300
	tipPad   = 8
	tipType  = 13
	tipLines = 3
)

func newTip() *tip {
	t := &tip{card: canvas.NewRectangle(nil), cancel: func() {}}
	t.card.CornerRadius, t.card.StrokeWidth = 6, 1
	t.object = newLayer(t.card)
	t.object.Hide()
	return t
}

func (t *tip) paint(p looks.Palette) {
	t.card.FillColor, t.card.StrokeColor = rgba(p.Paper), rgba(p.Line)
	t.inks = [2]looks.Colour{p.Ink, p.Ink2}
}

func (t *tip) hide() {
	t.cancel()
	t.object.Hide()
}

// show writes the card beside a box, within the map.
func (t *tip) show(it scene.Item, at fyne.Position, box fyne.Size, within fyne.Size) {
	t.object.Objects = []fyne.CanvasObject{t.card}
	name := wrapped(it.Title, true, tipLines)
	y, wide := t.write(name, true, t.inks[0], tipPad)
	end, other := t.write(wrapped(it.Desc, false, tipLines-len(name)), false, t.inks[1], y)
	size := fyne.NewSize(max(wide, other)+2*tipPad, end+tipPad)
	t.card.Resize(size)
	t.object.Resize(size)
	t.object.Move(beside(at, box, size, within))
	t.object.Show()
	t.object.Refresh()
}

// write sets lines from a height on, and says where they end and how wide they
// are.
func (t *tip) write(lines []string, bold bool, ink looks.Colour, y float32) (end, wide float32) {
	for _, line := range lines {
		text := canvas.NewText(line, rgba(ink))
		text.TextSize, text.TextStyle.Bold = tipType, bold
		text.Move(fyne.NewPos(tipPad, y))
		size := text.MinSize()
		text.Resize(size)
		y, wide = y+size.Height, max(wide, size.Width)
		t.object.Objects = append(t.object.Objects, text)
	}
	return y, wide
}

// wrapped is a text over at most so many lines; what is cut off ends in "…".
func wrapped(s string, bold bool, most int) []string {
	const wide = tipWidth - 2*tipPad
	lines := scene.NotoSans.Wrap(s, tipType, bold, wide)
	if most <= 0 || len(lines) <= most {
		return lines[:max(min(most, len(lines)), 0)]
	}
	lines = lines[:most]
	last := []rune(lines[most-1])
	for len(last) > 0 && scene.NotoSans.Width(string(last)+"…", tipType, bold, 0) > wide {
		last = last[:len(last)-1]
	}
	lines[most-1] = strings.TrimRight(string(last), " ,.;:") + "…"
	return lines
}

// tipGap is between a box and its card.
const tipGap = 6

// beside is where a card does not lie over its box: under it, above it, or at a
// side. A box that fills the map leaves no such place; then it lies in a corner.
func beside(at fyne.Position, box, size, within fyne.Size) fyne.Position {
	x := min(max(at.X, 0), max(within.Width-size.Width, 0))
	y := min(max(at.Y, 0), max(within.Height-size.Height, 0))
	switch {
	case at.Y+box.Height+tipGap+size.Height <= within.Height:
		return fyne.NewPos(x, at.Y+box.Height+tipGap)
	case at.Y-tipGap-size.Height >= 0:
		return fyne.NewPos(x, at.Y-tipGap-size.Height)
	case at.X+box.Width+tipGap+size.Width <= within.Width:
		return fyne.NewPos(at.X+box.Width+tipGap, y)
	case at.X-tipGap-size.Width >= 0:
		return fyne.NewPos(at.X-tipGap-size.Width, y)
	}
	return fyne.NewPos(0, max(within.Height-size.Height, 0))
}
