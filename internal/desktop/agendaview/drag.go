package agendaview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
)

const ghostWidth float32 = 200

// drag shows the card as a ghost under the pointer and lights the list where it
// would land.
func (b *board) drag(k *card, at fyne.Position) {
	if b.ghost == nil {
		b.ghost = kit.Framed(container.NewStack(kit.NewRounded(kit.Paper), kit.Pad(kit.Space2, kit.Tight(kit.Strong(k.Name)))))
		b.ghost.Resize(fyne.NewSize(ghostWidth, 0))
		b.ghost.Resize(fyne.NewSize(ghostWidth, b.ghost.MinSize().Height))
		b.layer.Add(b.ghost)
	}
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.layer)
	b.ghost.Move(at.Subtract(corner).SubtractXY(ghostWidth/2, kit.Space3))
	b.hover(b.under(at))
	b.layer.Refresh()
}

// under is the column at a place of the window, or nil.
func (b *board) under(at fyne.Position) *column {
	for _, c := range b.columns {
		corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.object)
		if at.X >= corner.X && at.X < corner.X+c.object.Size().Width && at.Y >= corner.Y {
			return c
		}
	}
	return nil
}

func (b *board) hover(c *column) {
	if c == b.over {
		return
	}
	if b.over != nil {
		b.over.light(false)
	}
	if c != nil {
		c.light(true)
	}
	b.over = c
}

// drop lets the card go; onto its own list nothing happens.
func (b *board) drop(k *card) {
	onto, from := b.over, b.columnOf(k)
	b.hover(nil)
	b.layer.RemoveAll()
	b.ghost = nil
	if onto != nil && onto != from {
		b.OnMove(k.ID, onto.list)
	}
}
