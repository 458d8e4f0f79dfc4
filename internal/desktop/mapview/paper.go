package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// paper is the ground where no picture lies: four strips around what the
// pictures cover. Under them it would only cost time, since without a graphics
// card every layer does.
type paper struct {
	object *fyne.Container
	strips [4]*canvas.Rectangle
	size   fyne.Size
}

func newPaper() *paper {
	p := &paper{object: newLayer()}
	for i := range p.strips {
		p.strips[i] = canvas.NewRectangle(nil)
		p.object.Add(p.strips[i])
	}
	return p
}

func (p *paper) paint(c color.Color) {
	for _, s := range p.strips {
		s.FillColor = c
		s.Refresh()
	}
}

// around leaves a part of the map out.
func (p *paper) around(at fyne.Position, covered fyne.Size) {
	x0, y0 := min(max(at.X, 0), p.size.Width), min(max(at.Y, 0), p.size.Height)
	x1 := min(max(at.X+covered.Width, x0), p.size.Width)
	y1 := min(max(at.Y+covered.Height, y0), p.size.Height)
	p.put(0, 0, 0, p.size.Width, y0)
	p.put(1, 0, y1, p.size.Width, p.size.Height)
	p.put(2, 0, y0, x0, y1)
	p.put(3, x1, y0, p.size.Width, y1)
}

// put has a strip lie between two corners.
func (p *paper) put(i int, x0, y0, x1, y1 float32) {
	s := p.strips[i]
	s.Hidden = x1 <= x0 || y1 <= y0
	s.Move(fyne.NewPos(x0, y0))
	s.Resize(fyne.NewSize(x1-x0, y1-y0))
}
