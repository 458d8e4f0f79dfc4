package agendaview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// sideways puts the second object at the right of the first, or under it where
// that leaves the first too little.
type sideways struct{ room, width float32 }

// readable is what texts beside buttons need.
const readable float32 = 220

func (l *sideways) beside(o []fyne.CanvasObject, width float32) bool {
	return width-o[1].MinSize().Width-l.room >= readable
}

func (l *sideways) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := max(l.width, 4*kit.Space8)
	return fyne.NewSize(4*kit.Space8, l.place(o, width, false))
}

func (l *sideways) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(o, size.Width, true)
}

func (l *sideways) place(o []fyne.CanvasObject, width float32, put bool) float32 {
	side := o[1].MinSize()
	texts := width
	if l.beside(o, width) {
		texts -= side.Width + l.room
	}
	if o[0].Size().Width != texts {
		o[0].Resize(fyne.NewSize(texts, o[0].Size().Height))
	}
	high := o[0].MinSize().Height
	at, all := fyne.NewPos(0, high+l.room), high+l.room+side.Height
	if texts < width {
		all = max(high, side.Height)
		at = fyne.NewPos(width-side.Width, (all-side.Height)/2)
	}
	if put {
		o[0].Resize(fyne.NewSize(texts, high))
		o[0].Move(fyne.NewPos(0, 0))
		if texts < width {
			o[0].Move(fyne.NewPos(0, (all-high)/2))
		}
		o[1].Resize(side)
		o[1].Move(at)
	}
	return all
}
