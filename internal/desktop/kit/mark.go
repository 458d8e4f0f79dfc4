package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/words"
)

// A mark is a drawing with its word, never the drawing alone (VISUAL 3).

// Mark shows a drawing with a word of 12 beside it.
func Mark(icon, text string, colour fyne.ThemeColorName) *fyne.Container {
	word := LineOf(text, SizeSecondary, colour, true)
	return container.NewHBox(container.NewCenter(Picture(NewIcon(icon).In(colour), 16)), container.NewCenter(word))
}

// StateMark says where a bottleneck lies; that its table stopped asks
// attention. Most lie nowhere: that is work, but no news.
func StateMark(w *words.Words, s landscape.State) *fyne.Container {
	colour := Ink2
	if s == landscape.Orphaned {
		colour = Attention
	}
	return Mark(string(s), w.T("state."+string(s)), colour)
}

// VerdictMark says what was found on a text.
func VerdictMark(w *words.Words, v overlap.Verdict) *fyne.Container {
	return Mark(string(v), w.T("verdict."+string(v)), Ink)
}

// StageMark says what another table has answered.
func StageMark(w *words.Words, stage string) *fyne.Container {
	return Mark(stage, w.T("stage."+stage), Ink2)
}

// StatusText is the status of an initiative on a day in words, with the date
// where it has one: "eindigt dec 2026".
func StatusText(w *words.Words, n *landscape.Node, day landscape.Date) string {
	status := landscape.StatusOf(n, day)
	switch end := n.Period().End; {
	case status == landscape.Ended && end.Known():
		return w.T("window.status.ended", "End", w.ShortDate(end))
	case status == landscape.Ending && end.Known():
		return w.T("window.status.ending", "End", w.ShortDate(end))
	case status == landscape.Running && end.Known():
		return w.T("window.status.until", "End", w.ShortDate(end))
	}
	return w.T("status." + string(status))
}

// StatusMark shows the status of an initiative; what ends soon asks attention.
func StatusMark(w *words.Words, n *landscape.Node, day landscape.Date) *fyne.Container {
	colour := Ink2
	if landscape.StatusOf(n, day) == landscape.Ending {
		colour = Attention
	}
	return Mark("clock", StatusText(w, n, day), colour)
}

// TypeIcon is the drawing of what something is.
func TypeIcon(n *landscape.Node) Icon {
	switch {
	case n.Type != landscape.Initiative:
		return NewIcon(string(n.Type))
	case landscape.IsTable(n.Kind()):
		return NewIcon("table")
	}
	return NewIcon("programme")
}

// KindText is what something is, in a word: its kind where it has one.
func KindText(w *words.Words, n *landscape.Node) string {
	if n.Type == landscape.Initiative && n.Kind() != "" {
		return w.Or("kind", n.Kind())
	}
	return w.T("type." + string(n.Type))
}
