package agendaview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// card is one card of the board, with a grip around it by which it is dragged.
type card struct {
	facts
	*grip
	face *kit.Card
}

func newCard(f facts) *card {
	rows := kit.Rows(kit.Space1, kit.Strong(f.Name))
	if len(f.Themes) > 0 || f.Ambition {
		badges := kit.Badges(f.Themes, f.inferred)
		if f.Ambition {
			badges.Add(kit.Picture(kit.NewIcon("ambition").In(kit.Ink2), 20))
		}
		rows.Add(badges)
	}
	for _, m := range f.Marks {
		rows.Add(markLine(m))
	}
	for _, line := range f.Lines {
		rows.Add(kit.Secondary(line))
	}
	c := &card{facts: f, face: kit.NewCard(kit.Tight(rows))}
	c.face.Dashed(f.Proposed)
	c.grip = newGrip(c.face)
	return c
}

// markLine is a drawing with its words, which wrap.
func markLine(m mark) fyne.CanvasObject {
	colour := kit.Ink2
	text := kit.Secondary(m.Text)
	text.TextStyle.Bold = true
	if m.Loud {
		colour = kit.Attention
		text.Importance = widget.WarningImportance
	}
	return &fyne.Container{Layout: markLayout{}, Objects: []fyne.CanvasObject{kit.Picture(kit.NewIcon(m.Icon).In(colour), markSide), text}}
}

const markSide float32 = 16

// markLayout puts a small drawing before the first line of a text.
type markLayout struct{}

func (markLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	text := o[1].MinSize()
	return fyne.NewSize(text.Width+markSide+kit.Space1, max(text.Height, markSide))
}

func (markLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSquareSize(markSide))
	o[0].Move(fyne.NewPos(0, 1))
	o[1].Resize(fyne.NewSize(size.Width-markSide-kit.Space1, size.Height))
	o[1].Move(fyne.NewPos(markSide+kit.Space1, 0))
}

// grip lets what it holds be dragged.
type grip struct {
	widget.BaseWidget
	OnDrag func(at fyne.Position)
	OnDrop func()

	held fyne.CanvasObject
}

func newGrip(held fyne.CanvasObject) *grip {
	g := &grip{held: held}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is part of fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.held) }

// Dragged is part of fyne.Draggable.
func (g *grip) Dragged(e *fyne.DragEvent) {
	if g.OnDrag != nil {
		g.OnDrag(e.AbsolutePosition)
	}
}

// DragEnd is part of fyne.Draggable.
func (g *grip) DragEnd() {
	if g.OnDrop != nil {
		g.OnDrop()
	}
}
