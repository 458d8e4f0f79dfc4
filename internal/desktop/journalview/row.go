package journalview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// newRow is a line of the list: when and who, and under it what and why. It is
// a plain container, since Fyne draws no type that only holds one.
func (v *View) newRow() fyne.CanvasObject {
	return container.New(tight{}, kit.OneLine(kit.Secondary("")), kit.OneLine(kit.Body("")))
}

func (v *View) fillRow(i int, o fyne.CanvasObject) {
	if i >= len(v.kept) {
		return
	}
	labels := o.(*fyne.Container).Objects //nolint:forcetypeassert // newRow made it
	when, what := labels[0].(*widget.Label), labels[1].(*widget.Label)
	l := v.kept[i]
	when.SetText(fmt.Sprintf("#%d   %s   %s", l.Seq, v.moment(l.JournalEntry), l.Author))
	text := l.what
	if l.Reason != "" {
		text += " — " + l.Reason
	}
	what.TextStyle.Bold = l.decision
	what.SetText(text)
}

// tight sets two labels under each other with their margins overlapping.
type tight struct{}

const overlapping float32 = 14

func (tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height-overlapping)
}

func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, objects[1].MinSize().Height))
	objects[1].Move(fyne.NewPos(0, top-overlapping))
}
