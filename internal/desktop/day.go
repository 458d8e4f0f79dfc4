package desktop

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// chooseDay asks for another day to look at.
func (w *Window) chooseDay() {
	if kit.SheetOpen() || !w.ready() {
		return
	}
	t := w.words.T
	field := kit.NewDateEntry(w.words, w.state.Day)
	var sheet *kit.Sheet
	look := func(d landscape.Date) {
		sheet.Close()
		w.lookAt(d)
	}
	quick := container.NewGridWithColumns(2)
	for _, c := range w.quickDays() {
		quick.Add(kit.NewButton(t(c.key, "Day", w.words.ShortDate(c.day)), func() { look(c.day) }))
	}
	content := kit.Rows(kit.Space3, kit.Body(t("window.day.text")), field, quick)
	sheet = kit.NewSheet(w.win, t("window.day.title"), 580, content,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("window.day.show"), Primary: true, Stays: true, Do: func() {
			d, err := field.Date()
			if err == nil && !d.Known() {
				d = w.state.Today
			}
			if err != nil {
				sheet.Fault(err.Error())
				return
			}
			look(d)
		}})
	field.OnDone = sheet.Confirm
	sheet.Show(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// quickDay is a day that is often asked for.
type quickDay struct {
	key string
	day landscape.Date
}

func (w *Window) quickDays() []quickDay {
	today := w.state.Today
	return []quickDay{
		{"window.day.today", today},
		{"window.day.new-year", landscape.MustDate(fmt.Sprintf("%04d-01-01", today.Year()))},
		{"window.day.half-year", today.AddMonths(6)},
		{"window.day.2018", landscape.MustDate("2018")},
	}
}

// backToToday leaves the other day.
func (w *Window) backToToday() {
	if w.ready() {
		w.lookAt(landscape.Date{})
	}
}

// tellDay says that another day is shown.
func (w *Window) tellDay(s kit.State) {
	if s.Day == s.Today {
		w.frame.banners.clear(bannerDay)
		return
	}
	w.frame.banners.set(bannerDay, w.words.T("window.day.other", "Day", w.words.Date(s.Day)),
		&bannerAction{w.words.T("window.day.back"), w.backToToday})
}
