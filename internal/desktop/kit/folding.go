package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Folding tells the width of an object before it is laid out in it, so that it
// can say less where there is less room.
func Folding(do func(width float32), o fyne.CanvasObject) *fyne.Container {
	return container.New(&folding{do: do}, o)
}

type folding struct {
	do    func(width float32)
	width float32
}

func (l *folding) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l *folding) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.width {
		l.width = size.Width
		l.do(size.Width)
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(size)
}
