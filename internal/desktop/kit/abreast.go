package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Abreast puts objects beside each other in parts of the width, without those
// that are hidden. One that needs more than its part gets that, of what the
// others can spare; where there is not enough they stand under each other.
func Abreast(parts []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&abreast{parts: parts}, objects...)
}

type abreast struct {
	parts []float32
	width float32
}

// widths are those of the objects, 0 of one that is hidden; false where they do
// not fit beside each other.
func (l *abreast) widths(objects []fyne.CanvasObject, width float32) ([]float32, bool) {
	var all, needed float32
	room, fits := width+Space4, true
	for i, o := range objects {
		if o.Visible() {
			all, needed, room = all+l.parts[i], needed+o.MinSize().Width, room-Space4
		}
	}
	widths := make([]float32, len(objects))
	for i, o := range objects {
		if o.Visible() {
			widths[i] = room * l.parts[i] / all
			fits = fits && widths[i] >= o.MinSize().Width
		}
	}
	for i, o := range objects {
		if !fits && o.Visible() {
			widths[i] = o.MinSize().Width + (room-needed)*l.parts[i]/all
		}
	}
	return widths, needed <= room
}

func (l *abreast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widest(objects), l.place(objects, max(l.width, widest(objects)), false))
}

func (l *abreast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, true)
}

// place gives the height at a width: texts that wrap know theirs by it.
func (l *abreast) place(objects []fyne.CanvasObject, width float32, put bool) float32 {
	widths, beside := l.widths(objects, width)
	var x, y, high float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		wide := width
		if beside {
			wide = widths[i]
		}
		if o.Size().Width != wide {
			o.Resize(fyne.NewSize(wide, o.Size().Height))
		}
		least := o.MinSize().Height
		if put {
			o.Resize(fyne.NewSize(wide, least))
			o.Move(fyne.NewPos(x, y))
		}
		if beside {
			x, high = x+wide+Space4, max(high, least)
		} else {
			y += least + Space2
			high = y - Space2
		}
	}
	return high
}
