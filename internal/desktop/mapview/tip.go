package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// tipDelay is how long the pointer rests before the tip appears.
const tipDelay = 500 * time.Millisecond

// tip is the small card that says of the box under the pointer what it is: its
// whole name, and its description.
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

// show writes the card beside a place, within the map.
func (t *tip) show(it scene.Item, at fyne.Position, within fyne.Size) {
	t.object.Objects = []fyne.CanvasObject{t.card}
	y, wide := float32(tipPad), float32(0)
	write := func(s string, bold bool, ink looks.Colour) {
		for _, line := range scene.NotoSans.Wrap(s, tipType, bold, tipWidth-2*tipPad) {
			text := canvas.NewText(line, rgba(ink))
			text.TextSize, text.TextStyle.Bold = tipType, bold
			text.Move(fyne.NewPos(tipPad, y))
			size := text.MinSize()
			text.Resize(size)
			y, wide = y+size.Height, max(wide, size.Width)
			t.object.Objects = append(t.object.Objects, text)
		}
	}
	write(it.Title, true, t.inks[0])
	write(it.Desc, false, t.inks[1])
	size := fyne.NewSize(wide+2*tipPad, y+tipPad)
	t.card.Resize(size)
	t.object.Resize(size)
	t.object.Move(beside(at, size, within))
	t.object.Show()
	t.object.Refresh()
}

// beside is where a card does not lie under the pointer nor over the border.
func beside(at fyne.Position, size, within fyne.Size) fyne.Position {
	p := at.AddXY(14, 18)
	if p.X+size.Width > within.Width {
		p.X = max(within.Width-size.Width-4, 0)
	}
	if p.Y+size.Height > within.Height {
		p.Y = max(at.Y-size.Height-10, 0)
	}
	return p
}
