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

// How many lines the name of a card may take, and each of its other texts; what
// was written at length stands in the inspector.
const nameLines, markLines, quietLines = 6, 4, 3

func newCard(f facts) *card {
	name := strong(f.Name)
	name.most = nameLines
	rows := []paragraph{name}
	if len(f.Themes) > 0 {
		rows = append(rows, paragraph{badges: kit.Badges(f.Themes, f.inferred)})
	}
	for _, m := range f.Marks {
		said := m.paragraph()
		said.most = markLines
		rows = append(rows, said)
	}
	for _, line := range f.Lines {
		said := quiet(line)
		said.most = quietLines
		rows = append(rows, said)
	}
	c := &card{facts: f, face: kit.NewCard(newFace(rows...))}
	c.face.Dashed(f.Proposed)
	c.grip = newGrip(c.face)
	return c
}

func (m mark) paragraph() paragraph {
	p := paragraph{text: m.Text, icon: m.Icon, size: kit.SizeSecondary, colour: kit.Ink2, strong: true}
	if m.Loud {
		p.colour = kit.Attention
	}
	return p
}

// markLine is a drawing with its words, which wrap.
func markLine(m mark) fyne.CanvasObject { return newFace(m.paragraph()) }

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
