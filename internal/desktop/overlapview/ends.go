package overlapview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// ends puts the first of two rows at the left and the second at the right, or
// under the first where there is not the width for both.
type ends struct{ width float32 }

// wide is how wide a row is with all of it beside each other.
func wide(row fyne.CanvasObject) float32 {
	var w float32
	for _, o := range row.(*fyne.Container).Objects { //nolint:forcetypeassert // both are rows
		if o.Visible() {
			w += o.MinSize().Width + kit.Space2
		}
	}
	return max(w-kit.Space2, 0)
}

func (l *ends) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := max(o[0].MinSize().Width, o[1].MinSize().Width)
	return fyne.NewSize(least, l.place(o, max(l.width, least), false))
}

func (l *ends) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(o, size.Width, true)
}

func (l *ends) place(o []fyne.CanvasObject, width float32, put bool) float32 {
	first, second := fyne.NewSize(width, 0), fyne.NewSize(wide(o[1]), 0)
	beside := wide(o[0])+kit.Space4+second.Width <= width
	if beside {
		first.Width = width - second.Width
	} else {
		second.Width = width
	}
	for i, size := range []fyne.Size{first, second} {
		if o[i].Size().Width != size.Width {
			o[i].Resize(size) // rows know their height by their width
		}
	}
	first.Height, second.Height = o[0].MinSize().Height, o[1].MinSize().Height
	at, high := fyne.NewPos(first.Width, 0), max(first.Height, second.Height)
	if !beside {
		at = fyne.NewPos(0, first.Height+kit.Space2)
		if high = first.Height; second.Height > 0 {
			high += kit.Space2 + second.Height
		}
	}
	if put {
		o[0].Resize(first)
		o[0].Move(fyne.NewPos(0, 0))
		o[1].Resize(second)
		o[1].Move(at)
	}
	return high
}
