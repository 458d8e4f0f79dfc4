package answers

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// NotSame asks why a subject and an item are not the same, and remembers it.
func NotSame(host kit.Host, s Subject, other landscape.ID, done func(workspace.JournalEntry)) {
	w, land := host.State().Words, host.State().Land
	n, ok := land.Node(other)
	if !ok {
		return
	}
	why := kit.NewArea(w.T("answers.why.hint"), 3)
	rows := kit.Rows(kit.Space2, kit.Body(w.T("answers.not-same.text", "A", s.name(land), "B", n.Name())), kit.Field(w.T("answers.why"), why, ""))
	of := s.belonging(w, land)
	if of != nil {
		rows.Add(kit.Field(w.T("answers.belongs"), of.Select, w.T("answers.belongs.help")))
	}
	var sheet *kit.Sheet
	sheet = kit.NewSheet(host.Window(), w.T("answers.not-same.title"), 560, rows,
		kit.SheetButton{Text: w.T("window.cancel")},
		kit.SheetButton{Text: w.T("answers.record"), Primary: true, Stays: true, Do: func() {
			theme, chosen := of.of()
			reason := strings.TrimSpace(why.Text)
			switch {
			case reason == "":
				sheet.Fault(w.T("answers.why.need"))
				return
			case !chosen:
				sheet.Fault(w.T("answers.belongs.need"))
				return
			}
			sheet.Close()
			Judge(host, s, theme, workspace.Judgement{Link: landscape.NotSame, B: other, Why: reason}, done)
		}})
	why.OnDone = sheet.Confirm
	sheet.Show(why)
}

// Judge remembers a judgement about a subject; its A is filled in. Theme is
// where a text belongs.
func Judge(host kit.Host, s Subject, theme landscape.ID, j workspace.Judgement, done func(workspace.JournalEntry)) {
	ws := host.Workspace()
	host.Change(workspace.Why{Reason: j.Why}, s.changing(ws, theme,
		func(l *landscape.Landscape, id landscape.ID) ([]landscape.Edit, error) {
			j.A = id
			return ws.Judge(l, j)
		}), done)
}
