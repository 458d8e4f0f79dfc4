package answers

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// NotSame asks why two things are not the same, and remembers it.
func NotSame(host kit.Host, a, b landscape.ID, done func(workspace.JournalEntry)) {
	judge(host, a, b, landscape.Relation{Link: landscape.NotSame}, "answers.not-same", done)
}

// Overlaps asks why two things overlap, and remembers the grade.
func Overlaps(host kit.Host, a, b landscape.ID, grade string, justified bool, done func(workspace.JournalEntry)) {
	judge(host, a, b, landscape.Relation{Link: landscape.Overlaps, Grade: grade, Justified: justified}, "answers.overlaps", done)
}

func judge(host kit.Host, a, b landscape.ID, r landscape.Relation, key string, done func(workspace.JournalEntry)) {
	w, land := host.State().Words, host.State().Land
	name := func(id landscape.ID) string {
		n, _ := land.Node(id)
		return n.ShortName()
	}
	why := kit.NewArea(w.T("answers.why.hint"), 3)
	rows := kit.Rows(kit.Space2, kit.Body(w.T(key+".text", "A", name(a), "B", name(b))), kit.Field(w.T("answers.why"), why, ""))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(host.Window(), w.T(key+".title"), 520, rows,
		kit.SheetButton{Text: w.T("window.cancel")},
		kit.SheetButton{Text: w.T("answers.record"), Primary: true, Stays: true, Do: func() {
			r.From, r.To, r.Reason = a, b, strings.TrimSpace(why.Text)
			if r.Reason == "" {
				sheet.Fault(w.T("answers.why.need"))
				return
			}
			sheet.Close()
			ws := host.Workspace()
			host.Change(workspace.Why{Reason: r.Reason}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
				return ws.Link(l, r, workspace.When{}, workspace.Source{})
			}, done)
		}})
	why.OnDone = sheet.Confirm
	sheet.Show(why)
}
