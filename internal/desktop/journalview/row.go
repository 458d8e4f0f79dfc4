package journalview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// row is a line of the list: when and who, then what, then why.
type row struct {
	*fyne.Container
	when, what *widget.Label
}

func (v *View) newRow() fyne.CanvasObject {
	r := &row{when: kit.OneLine(kit.Secondary("")), what: kit.OneLine(kit.Body(""))}
	r.Container = container.New(tight{}, r.when, r.what)
	return r
}

func (v *View) fillRow(i int, o fyne.CanvasObject) {
	r, ok := o.(*row)
	if !ok || i >= len(v.kept) {
		return
	}
	l := v.kept[i]
	r.when.SetText(fmt.Sprintf("#%d   %s   %s", l.Seq, v.moment(l.JournalEntry), l.Author))
	text := l.what
	if l.Reason != "" {
		text += " — " + l.Reason
	}
	r.what.TextStyle.Bold = l.decision
	r.what.SetText(text)
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
