package timelineview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// page puts the panel beside the chart where there is width for it, and else
// under it, as a foot of one line that opens.
type page struct{ panel *panel }

// From besideFrom on the panel stands at the right, besideWide wide.
const (
	besideFrom float32 = 940
	besideWide float32 = 340
	// openPart is the part of the height that the open foot takes at most.
	openPart float32 = 0.5
)

func (l *page) MinSize(o []fyne.CanvasObject) fyne.Size {
	chart := o[0].MinSize()
	return fyne.NewSize(chart.Width, chart.Height+kit.Space2+l.panel.lineHigh())
}

func (l *page) Layout(o []fyne.CanvasObject, size fyne.Size) {
	beside := size.Width >= besideFrom
	l.panel.stand(beside)
	o[0].Move(fyne.NewPos(0, 0))
	if beside {
		o[0].Resize(fyne.NewSize(size.Width-besideWide-kit.Space2, size.Height))
		o[1].Resize(fyne.NewSize(besideWide, size.Height))
		o[1].Move(fyne.NewPos(size.Width-besideWide, 0))
		return
	}
	o[1].Resize(fyne.NewSize(size.Width, size.Height)) // how high it is depends on its width
	high := l.panel.lineHigh()
	if l.panel.open {
		high = min(l.panel.wholeHigh(), max(size.Height*openPart, high))
	}
	o[0].Resize(fyne.NewSize(size.Width, size.Height-high-kit.Space2))
	o[1].Resize(fyne.NewSize(size.Width, high))
	o[1].Move(fyne.NewPos(0, size.Height-high))
}

// top puts the filters in one row with the button where that fits, and else the
// choices under the themes.
type top struct {
	themes *kit.ThemeChips
	rows   int
}

func (l *top) MinSize(o []fyne.CanvasObject) fyne.Size {
	button, choices, high := o[2].MinSize(), o[1].MinSize(), l.high(o)
	if l.rows > 1 {
		return fyne.NewSize(max(button.Width+kit.Space8, choices.Width), high+kit.Space2+choices.Height)
	}
	return fyne.NewSize(button.Width+kit.Space8, max(high, choices.Height))
}

// high is how high the first row is: the chips may go on in a next one.
func (l *top) high(o []fyne.CanvasObject) float32 {
	return max(o[0].MinSize().Height, o[2].MinSize().Height)
}

func (l *top) Layout(o []fyne.CanvasObject, size fyne.Size) {
	button, choices := o[2].MinSize(), o[1].MinSize()
	room := size.Width - button.Width - kit.Space4
	beside := l.themes.Fold(room-choices.Width-kit.Space2) + kit.Space2 + choices.Width
	l.rows = 1
	if beside > room {
		l.rows = 2
		l.themes.Fold(room)
	}
	o[2].Resize(button)
	o[2].Move(fyne.NewPos(size.Width-button.Width, 0))
	if l.rows == 1 {
		wide := beside - choices.Width
		place(o[0], 0, wide, button.Height)
		o[1].Resize(choices)
		o[1].Move(fyne.NewPos(wide, (button.Height-choices.Height)/2))
	} else {
		place(o[0], 0, room, button.Height)
		o[1].Resize(choices)
		o[1].Move(fyne.NewPos(0, l.high(o)+kit.Space2))
	}
}

// place puts chips in the middle of a height, or from the top where they go over
// more rows.
func place(chips fyne.CanvasObject, x, wide, high float32) {
	chips.Resize(fyne.NewSize(wide, high))
	own := chips.MinSize().Height
	chips.Resize(fyne.NewSize(wide, own))
	chips.Move(fyne.NewPos(x, max((high-own)/2, 0)))
}

// longest shows the first of some texts that fits, else the last.
type longest struct{}

func (longest) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, o[0].MinSize().Height)
}

func (longest) Layout(o []fyne.CanvasObject, size fyne.Size) {
	done := false
	for i, one := range o {
		fits := !done && (i == len(o)-1 || one.MinSize().Width <= size.Width)
		if one.Visible() != fits {
			if fits {
				one.Show()
			} else {
				one.Hide()
			}
		}
		done = done || fits
		one.Resize(fyne.NewSize(size.Width, one.MinSize().Height))
		one.Move(fyne.NewPos(0, (size.Height-one.MinSize().Height)/2))
	}
}
