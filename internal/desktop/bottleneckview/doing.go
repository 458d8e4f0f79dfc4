package bottleneckview

import (
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/workspace"
)

// Actions are what one can do with the bottleneck that is chosen.
func (v *View) Actions() []kit.Action {
	with := func(do func(*told)) func() { return func() { v.withChosen(do) } }
	none := func() string {
		if !v.isChosen() {
			return v.words.T("bottleneck.none-chosen")
		}
		return ""
	}
	change := func() string {
		if s := v.host.State(); s.Reads() {
			return s.WhyNot()
		}
		return none()
	}
	writes := func() string { return v.host.State().WhyNot() }
	return []kit.Action{
		{Key: "bottleneck.new", Do: v.add, Why: writes},
		{Key: "bottleneck.place", Do: with(v.place), Why: change},
		{Key: "bottleneck.connect", Do: with(v.connect), Why: change},
		{Key: "bottleneck.signal", Do: with(v.signalAgain), Why: change},
		{Key: "bottleneck.ask", Do: with(v.ask), Why: none},
		{Key: "bottleneck.copy", Do: with(v.copy), Why: none},
	}
}

// stateActions are what the state of a bottleneck suggests: to ask who came
// after a table that ended, to connect those that share it.
func (d *detail) stateActions(t *told) fyne.CanvasObject {
	v := d.view
	row := kit.Flow()
	switch {
	case v.host.State().Reads():
	case t.entry.own.State == landscape.Shared:
		row.Add(kit.NewQuiet(v.words.T("bottleneck.connect"), func() { v.connect(t) }))
	case t.entry.own.State == landscape.Orphaned:
		for _, next := range successors(t.land, t.entry) {
			row.Add(kit.NewQuiet(v.words.T("bottleneck.take-over", "Table", next.ShortName()), func() {
				v.placeWith(t, next.ID, landscape.Asked)
			}))
		}
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return row
}

// place asks to record that it lies with the likeliest table.
func (v *View) place(t *told) {
	by, stage := likeliest(t)
	v.placeWith(t, by, stage)
}

// likeliest is the table to begin with: who came after one that ended, who owns
// it, who probably does, or who covers it; empty where there is none.
func likeliest(t *told) (landscape.ID, string) {
	if next := successors(t.land, t.entry); t.entry.own.State == landscape.Orphaned && len(next) > 0 {
		return next[0].ID, landscape.Asked
	}
	for _, nodes := range [][]*landscape.Node{t.entry.own.Owners, t.entry.own.Probable} {
		if len(nodes) == 1 {
			return nodes[0].ID, ""
		}
	}
	if c := t.own.Candidates; len(c) > 0 && c[0].Verdict != overlap.None {
		return c[0].Node.ID, ""
	}
	return "", ""
}

func (v *View) placeWith(t *told, by landscape.ID, stage string) {
	if why := v.host.State().WhyNot(); why != "" {
		v.host.Notice(why)
		return
	}
	answers.Place(v.host, answers.Placing{Subject: answers.Subject{Item: t.entry.node.ID}, By: by, Stage: stage}, nil)
}

// connect thinks of an action with the tables that it may lie with.
func (v *View) connect(t *told) {
	tables := t.entry.own.Owners
	if len(tables) == 0 {
		tables = t.entry.own.Probable
	}
	answers.Connect(v.host, answers.Subject{Item: t.entry.node.ID}, nil, tables...)
}

func (v *View) ask(t *told) {
	v.host.Open(kit.Place{View: kit.OverlapView, Item: t.entry.node.ID})
}

// copy puts where it lies on the clipboard, with the sources.
func (v *View) copy(t *told) {
	if t.err != nil {
		return
	}
	lines := []string{stateText(v.words, t.land, t.entry)}
	for _, r := range t.own.Claims {
		owner, ok := t.land.Node(r.From)
		if ok && r.Certainty != landscape.Inferred {
			lines = append(lines, "- "+owner.Name()+": "+strings.Join(extentText(v.words, r, t.writer.Source), " · "))
		}
	}
	for _, text := range []string{decidedText(v.words, t), leadsText(v.words, t)} {
		if text != "" {
			lines = append(lines, text)
		}
	}
	v.host.Copy(answers.Copied(t.writer, t.entry.node.Name(), lines, t.own.Candidates))
}

// signalAgain asks who signalled it once more, and when.
func (v *View) signalAgain(about *told) {
	t := v.words.T
	who := kit.NewEntry(t("answers.signalled.hint"))
	on := kit.NewDateEntry(v.words, v.host.State().Today)
	id := about.entry.node.ID
	var sheet *kit.Sheet
	sheet = kit.NewSheet(v.host.Window(), t("bottleneck.signal"), 520,
		kit.Rows(kit.Space2, kit.Field(t("answers.signalled"), who, ""), kit.Field(t("answers.signalled.on"), on, "")),
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("answers.record"), Primary: true, Stays: true, Do: func() {
			day, err := on.Date()
			by := strings.TrimSpace(who.Text)
			switch {
			case err != nil:
				sheet.Fault(err.Error())
				return
			case by == "" || !day.Known():
				sheet.Fault(t("bottleneck.signal.need"))
				return
			}
			sheet.Close()
			ws := v.host.Workspace()
			v.host.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
				return ws.Set(l, id, signalled(l, id, by, day), workspace.When{}, workspace.Source{})
			}, nil)
		}})
	who.OnDone, on.OnDone = sheet.Confirm, sheet.Confirm
	sheet.Show(who)
}

// signalled adds a signal to those that there are.
func signalled(l *landscape.Landscape, id landscape.ID, by string, on landscape.Date) []workspace.Assignment {
	n, ok := l.Node(id)
	if !ok {
		return nil
	}
	return []workspace.Assignment{
		{Field: landscape.SignalledBy, Values: append(append([]string{}, n.All(landscape.SignalledBy)...), by)},
		{Field: landscape.SignalledOn, Values: append(append([]string{}, n.All(landscape.SignalledOn)...), on.String())},
	}
}
