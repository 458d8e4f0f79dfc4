package journalview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
)

// newRow is a line of the list: when and who, and under it what and why. It is
// a plain container, since Fyne draws no type that only holds one.
func (v *View) newRow() fyne.CanvasObject {
	return container.New(rowLayout{},
		kit.NewLines(1, kit.SizeSecondary, kit.Ink2, false),
		kit.NewLines(2, kit.SizeBody, kit.Ink, false).FromTop())
}

func (v *View) fillRow(i int, o fyne.CanvasObject) {
	if i >= len(v.kept) {
		return
	}
	lines := o.(*fyne.Container).Objects //nolint:forcetypeassert // newRow made it
	when, what := lines[0].(*kit.Lines), lines[1].(*kit.Lines)
	l := v.kept[i]
	when.Set(fmt.Sprintf("%s · %s · #%d", v.when(l), l.Author, l.Seq))
	text := l.what
	if l.Reason != "" {
		text += " — " + l.Reason
	}
	what.SetLook(kit.Ink, l.decision)
	what.Set(text)
}

// when is the moment of a line as people say it.
func (v *View) when(l line) string {
	key := ""
	switch today := v.host.State().Today; dayOf(l) {
	case today:
		key = "history.today"
	case today.AddDays(-1):
		key = "history.yesterday"
	default:
		return v.moment(l.JournalEntry)
	}
	return v.words.T(key, "Time", l.At.Local().Format("15:04"))
}

// rowLayout sets two texts under each other, with room around them.
type rowLayout struct{}

func (rowLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width)+2*kit.Space2, a.Height+b.Height+2*kit.Space2)
}

func (rowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width, top := size.Width-2*kit.Space2-kit.Space2, o[0].MinSize().Height // beside the bar of the list
	o[0].Resize(fyne.NewSize(width, top))
	o[0].Move(fyne.NewPos(kit.Space2, kit.Space2))
	o[1].Resize(fyne.NewSize(width, o[1].MinSize().Height))
	o[1].Move(fyne.NewPos(kit.Space2, kit.Space2+top))
}
