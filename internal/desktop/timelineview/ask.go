package timelineview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// askUntil asks what will be without a table after another day.
func (v *View) askUntil(day landscape.Date) {
	v.until = day
	s := v.host.State()
	v.chart.SetDays(s.Day, s.Today, day)
	v.read(s)
}

// chooseDay asks for the day of the question: "wat als het DAG is".
func (v *View) chooseDay() {
	t := v.words.T
	field := kit.NewDateEntry(v.words, v.until)
	var sheet *kit.Sheet
	sheet = kit.NewSheet(v.host.Window(), t("timeline.what-if"), 460,
		kit.Rows(kit.Space2, kit.Body(t("timeline.what-if.text")), field),
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("timeline.what-if.show"), Primary: true, Stays: true, Do: func() {
			day, err := field.Date()
			switch {
			case err != nil:
				sheet.Fault(err.Error())
			case !day.Known() || day.Last().Before(v.host.State().Day.First()):
				sheet.Fault(t("timeline.what-if.past", "Day", v.words.Date(v.host.State().Day)))
			default:
				sheet.Close()
				v.askUntil(day)
				v.panel.Open(true) // the answer stands there
			}
		}})
	field.OnDone = sheet.Confirm
	sheet.Show(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// explain says what the dates of an initiative mean.
func (v *View) explain(id landscape.ID) {
	s := v.host.State()
	n, ok := s.Seen.Node(id)
	if !ok {
		return
	}
	rows := kit.Rows(0, kit.Strong(n.Name()))
	for _, line := range meaning(v.words, s.Seen, n, s.Day) {
		rows.Add(kit.Body(line))
	}
	sheet := kit.NewSheet(v.host.Window(), v.words.T("timeline.explain"), 520, rows,
		kit.SheetButton{Text: v.words.T("timeline.show"), Do: func() { v.host.Inspect(id) }},
		kit.SheetButton{Text: v.words.T("window.close"), Primary: true})
	sheet.Show(nil)
}

// ask begins to ask a successor about what lay with the table before it.
func (v *View) ask(item, table landscape.ID) {
	answers.Place(v.host, answers.Placing{Subject: answers.Subject{Item: item}, By: table, Stage: landscape.Asked}, nil)
}

// seek looks for another table in the overlap view.
func (v *View) seek(item landscape.ID) {
	v.host.Open(kit.Place{View: kit.OverlapView, Item: item})
}
