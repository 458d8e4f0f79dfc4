package journalview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// showDetail shows the chosen entry in full, once that is read.
func (v *View) showDetail() {
	v.arm()
	l, ok := v.current()
	if !ok {
		v.put(kit.Empty(v.words.T("history.none-chosen")))
		return
	}
	v.readEntry(l.Seq, func(e workspace.JournalEntry) { v.put(v.entry(l, e)) })
}

func (v *View) put(o fyne.CanvasObject) {
	v.detail.Objects = []fyne.CanvasObject{o}
	v.detail.Refresh()
	v.scroll.ScrollToTop()
	v.scroll.Refresh()
}

// arm shows the way back where one can go back to the chosen entry.
func (v *View) arm() {
	v.way.Hidden = v.whyNotBack() != ""
	v.top.Refresh()
}

// whyNotBack says why one cannot go back to the chosen entry now.
func (v *View) whyNotBack() string {
	s := v.host.State()
	l, ok := v.current()
	switch {
	case s.Reads():
		return s.WhyNot()
	case !ok:
		return v.words.T("history.none-chosen")
	case l.Seq == v.head.Seq:
		return v.words.T("history.is-now")
	}
	return ""
}

// entry is all there is to say of an entry.
func (v *View) entry(l line, e workspace.JournalEntry) fyne.CanvasObject {
	t := v.words.T
	name := prose.Names(v.host.State().Land, e)
	rows := kit.Rows(kit.Space2, kit.Secondary(t("history.entry", "Seq", l.Seq, "At", v.moment(e))), kit.Section(l.what))
	fact := func(key, text string) {
		if text != "" {
			rows.Add(kit.Rows(kit.Space1, kit.Secondary(t(key)), kit.Body(text)))
		}
	}
	fact("history.reason", e.Reason)
	fact("history.decided-by", by(e, name))
	fact("history.recorded-by", e.Author)
	if e.Meeting != "" {
		fact("history.meeting", name(e.Meeting))
	}
	fact("history.check", prose.Checked(v.words, e.Checked, name))
	rows.Add(v.buttons(e))
	v.records(rows, e, name)
	fact("history.hash-name", e.Hash)
	rows.Add(kit.Flow(kit.NewQuiet(t("history.copy-hash"), func() { v.host.Copy(e.Hash) }), kit.NewQuiet(t("history.verify"), v.verify)))
	return kit.Tight(rows)
}

func (v *View) buttons(e workspace.JournalEntry) fyne.CanvasObject {
	row := kit.Flow(kit.NewQuiet(v.words.T("history.copy"), v.copy))
	if e.Seq != v.head.Seq {
		row.Add(kit.NewQuiet(v.words.T("history.look-back"), v.lookBack))
	}
	if e.Seq > 1 && !v.host.State().Reads() {
		row.Add(kit.NewQuiet(v.words.T("history.reverse"), v.reverse))
	}
	if why := v.whyNotBack(); why != "" && e.Seq != v.head.Seq {
		return kit.Rows(kit.Space1, row, kit.Secondary(why))
	}
	return row
}
