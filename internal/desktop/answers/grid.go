package answers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"snijvlak/internal/desktop/kit"
)

// Grid puts cards beside each other, at most three and as many as there is room
// for, of one width.
func Grid(cards ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &grid{least: 324, room: kit.Space3}, Objects: cards}
}

type grid struct{ least, room, width float32 }

func (g *grid) across(n int, width float32) int {
	fit := int((width + g.room) / (g.least + g.room))
	return max(1, min(fit, max(n, 1), 3))
}

func (g *grid) place(objects []fyne.CanvasObject, width float32, put bool) float32 {
	across := g.across(len(objects), width)
	each := (width - g.room*float32(across-1)) / float32(across)
	var y float32
	for i := 0; i < len(objects); i += across {
		row := objects[i:min(i+across, len(objects))]
		var high float32
		for _, o := range row {
			if o.Size().Width != each {
				o.Resize(fyne.NewSize(each, o.Size().Height)) // texts wrap to the width
			}
			high = max(high, o.MinSize().Height)
		}
		if put {
			for j, o := range row {
				o.Move(fyne.NewPos(float32(j)*(each+g.room), y))
				o.Resize(fyne.NewSize(each, high))
			}
		}
		y += high + g.room
	}
	return max(y-g.room, 0)
}

func (g *grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(4*kit.Space8, g.place(objects, max(g.width, 4*kit.Space8), false))
}

func (g *grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	changed := g.width != size.Width
	g.width = size.Width
	g.place(objects, size.Width, true)
	if changed && len(objects) > 0 {
		canvas.Refresh(objects[0]) // the parent asks the height of the new width
	}
}
