package journalview

import (
	"errors"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// asked is what the filters ask.
func (v *View) asked() filter {
	f := filter{text: v.search.Text, item: v.item}
	f.author, _ = v.author.Value()
	f.meeting, _ = v.meeting.Value()
	f.kind, _ = v.kind.Value()
	if s := v.host.State(); s.Land != nil {
		p, _ := v.period.Value()
		f.span = spanOf(p, s.Land, s.Today, v.other)
	}
	return f
}

// sift shows what the filters let through, and looks further back where that is
// little.
func (v *View) sift() {
	f := v.asked()
	v.kept = through(v.all, f)
	v.list.UnselectAll()
	v.tell(f)
	v.keepChosen()
	v.further(f)
}

// tell shows the lines that are kept, and how many these are.
func (v *View) tell(f filter) {
	v.count.Objects = []fyne.CanvasObject{v.counted(f)}
	v.count.Refresh()
	v.none.Objects = nil
	if len(v.kept) == 0 {
		v.none.Objects = []fyne.CanvasObject{kit.Empty(v.words.T("history.empty"))}
	}
	v.none.Refresh()
	v.more.Hidden = !v.mayHoldOlder(f)
	v.more.Refresh()
	v.list.Refresh()
}

// further looks in older entries as long as little was found.
func (v *View) further(f filter) {
	if len(v.kept) < enough && v.mayHoldOlder(f) {
		v.readOlder()
	}
}

// mayHoldOlder says whether older entries can be what is looked for.
func (v *View) mayHoldOlder(f filter) bool {
	if v.oldest <= 1 || len(v.all) == 0 {
		return false
	}
	first := f.span.from
	return !first.Known() || !dayOf(v.all[len(v.all)-1]).Before(first.First())
}

// keepChosen chooses the line that was, or the first.
func (v *View) keepChosen() {
	for row, l := range v.kept {
		if l.Seq == v.chosen {
			v.list.Select(row)
			return
		}
	}
	v.chosen = 0
	if len(v.kept) > 0 {
		v.list.Select(0)
		return
	}
	v.showDetail()
}

// clear shows the whole journal.
func (v *View) clear() {
	v.item = ""
	v.kind.Set(everything)
	v.author.Set("")
	v.meeting.Set("")
	v.period.Set(always)
	v.search.SetText("")
	v.sift()
}

// sinceMeeting shows what was recorded since the previous meeting.
func (v *View) sinceMeeting() {
	v.period.Set(sinceMeeting)
	v.sift()
	v.Focus()
}

// choosePeriod filters by a period, and asks for one that has no name.
func (v *View) choosePeriod(p period) {
	if p != otherPeriod {
		v.sift()
		return
	}
	t := v.words.T
	from, to := kit.NewDateEntry(v.words, v.other.from), kit.NewDateEntry(v.words, v.other.to)
	var sheet *kit.Sheet
	sheet = kit.NewSheet(v.host.Window(), t("history.period.title"), 460,
		kit.Rows(kit.Space2, kit.Field(t("history.period.from"), from, ""), kit.Field(t("history.period.to"), to, "")),
		kit.SheetButton{Text: t("window.cancel"), Do: func() { v.period.Set(always); v.sift() }},
		kit.SheetButton{Text: t("history.period.show"), Primary: true, Stays: true, Do: func() {
			first, wrong := from.Date()
			last, alsoWrong := to.Date()
			if err := errors.Join(wrong, alsoWrong); err != nil {
				sheet.Fault(err.Error())
				return
			}
			if (landscape.Period{Start: first, End: last}).Backward() {
				sheet.Fault(t("history.period.backward"))
				return
			}
			v.other = span{first, last}
			sheet.Close()
			v.sift()
		}})
	from.OnDone, to.OnDone = sheet.Confirm, sheet.Confirm
	sheet.Show(from)
}
