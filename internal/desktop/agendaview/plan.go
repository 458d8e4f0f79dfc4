package agendaview

import (
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// plan puts meetings on the calendar: days of a body, and of the Stuurgroep
// those of the klankbordgroep between them.
func (v *View) plan() {
	if !v.may() {
		return
	}
	t, s := v.words.T, v.host.State()
	var bodies []landscape.ID
	for _, n := range []*landscape.Node{agenda.Decider(s.Land), agenda.Preparer(s.Land)} {
		if n != nil {
			bodies = append(bodies, n.ID)
		}
	}
	if len(bodies) == 0 {
		v.host.Notice(t("board.plan.no-body"))
		return
	}
	body := kit.NewChoice(bodies, func(id landscape.ID) string { n, _ := s.Land.Node(id); return n.ShortName() }, nil)
	body.Set(bodies[0])
	days := kit.NewArea(t("board.plan.hint"), 4)
	between := kit.NewCheck(t("board.plan.between"), nil)
	between.SetChecked(true)
	rows := kit.Rows(kit.Space2, kit.Field(t("board.plan.body"), body.Select, ""), kit.Field(t("board.plan.days"), days, t("board.plan.help")), between)
	var sheet *kit.Sheet
	record := func() {
		dates, ok := readDays(days.Text)
		if !ok || len(dates) == 0 {
			sheet.Fault(t("board.plan.wrong"))
			return
		}
		sheet.Close()
		of, _ := body.Value()
		v.schedule(of, dates, between.Checked && of == bodies[0] && len(bodies) > 1)
	}
	sheet = kit.NewSheet(v.host.Window(), t("board.plan"), 600, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("board.record"), Primary: true, Stays: true, Do: record})
	days.OnDone = sheet.Confirm
	sheet.Show(days)
}

// readDays reads full dates, a line each or with commas between.
func readDays(text string) ([]landscape.Date, bool) {
	var days []landscape.Date
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ',' || r == ';' }) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		d, err := kit.ReadDate(part)
		if err != nil || d.Day() == 0 {
			return nil, false
		}
		days = append(days, d)
	}
	return days, true
}

func (v *View) schedule(body landscape.ID, days []landscape.Date, between bool) {
	act, why := v.host.Workspace().Deciding(nil, agenda.Move{}, workspace.Recording{})
	why.DecidedBy = ""
	v.host.Change(why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := agenda.Schedule(l, body, days, "", act)
		if err != nil || !between {
			return edits, err
		}
		now, err := l.Apply(edits)
		if err != nil {
			return nil, err
		}
		more, _, err := agenda.Schedule(now, agenda.Preparer(l).ID, agenda.Between(heldDays(now, body, days)), "", act)
		if err != nil {
			return nil, err
		}
		if now, err = now.Apply(more); err != nil {
			return nil, err
		}
		return landscape.Diff(l, now), nil
	}, nil)
}

// heldDays are the days given, with the meeting before the first, so that the
// time up to it has its meetings too.
func heldDays(l *landscape.Landscape, body landscape.ID, days []landscape.Date) []landscape.Date {
	all := append([]landscape.Date(nil), days...)
	first := days[0]
	for _, d := range days {
		if d.Before(first) {
			first = d
		}
	}
	var before landscape.Date
	for _, n := range agenda.Meetings(l, body) {
		if d := n.Date(landscape.DateOn); d.Known() && d.Last().Before(first) {
			before = d.Last()
		}
	}
	if before.Known() {
		all = append(all, before)
	}
	return all
}
