package landscapeview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// shares gives each object its part of the width, in two lines where they would
// be cut in one.
type shares struct {
	parts []float32
	width float32
}

// narrowBar is the width below which the fields fold away.
const narrowBar float32 = 560

// widestBar is where the fields are as wide as they need be.
const widestBar float32 = 1160

func (l *shares) MinSize(o []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, one := range o {
		high = max(high, one.MinSize().Height)
	}
	if l.folded() {
		high += kit.Space2 + high
	}
	return fyne.NewSize(kit.Space8, high)
}

func (l *shares) folded() bool { return l.width > 0 && l.width < narrowBar }

func (l *shares) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if !l.folded() {
		l.line(o, l.parts, 0, size)
		return
	}
	size.Height = (size.Height - kit.Space2) / 2
	half := (len(o) + 1) / 2
	l.line(o[:half], l.parts[:half], 0, size)
	l.line(o[half:], l.parts[half:], size.Height+kit.Space2, size)
}

// line puts objects beside each other.
func (l *shares) line(o []fyne.CanvasObject, parts []float32, y float32, size fyne.Size) {
	var all float32
	for _, part := range parts {
		all += part
	}
	room, x := min(size.Width, widestBar)-float32(len(o)-1)*kit.Space2, float32(0)
	for i, one := range o {
		width := room * parts[i] / all
		one.Move(fyne.NewPos(x, y))
		one.Resize(fyne.NewSize(width, size.Height))
		x += width + kit.Space2
	}
}

// margins keeps room at both sides, and some above and below.
type margins struct{ top, bottom float32 }

func (m margins) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*kit.Space4, m.top+m.bottom)
}

func (m margins) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(kit.Space4, m.top))
	o[0].Resize(size.SubtractWidthHeight(2*kit.Space4, m.top+m.bottom))
}

// between gives the second of three rows what the first and last leave.
type between struct{}

func (between) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, row := range o {
		least := row.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

func (between) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, bottom := o[0].MinSize().Height, o[2].MinSize().Height
	y := float32(0)
	for i, high := range []float32{top, max(size.Height-top-bottom, 0), bottom} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, high))
		y += high
	}
}

// anySize lets the map and the table take what room there is.
type anySize struct{}

func (anySize) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

func (anySize) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(size)
}
