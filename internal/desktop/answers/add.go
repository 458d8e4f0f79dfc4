package answers

import (
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// AddBottleneck asks where a text belongs and puts it on the bottleneck list.
// Done is given the new entry.
func AddBottleneck(host kit.Host, text string, done func(workspace.JournalEntry)) {
	f := newBottleneckForm(host.State().Words, host.State().Land, text)
	w := f.words
	var sheet *kit.Sheet
	sheet = kit.NewSheet(host.Window(), w.T("answers.bottleneck.title"), 560, f.rows(),
		kit.SheetButton{Text: w.T("window.cancel")},
		kit.SheetButton{Text: w.T("answers.put-on-list"), Primary: true, Stays: true, Do: func() {
			added, fault := f.read(host.State().Today)
			if fault != "" {
				sheet.Fault(fault)
				return
			}
			sheet.Close()
			addNode(host, added, done)
		}})
	f.name.OnDone, f.from.OnDone = sheet.Confirm, sheet.Confirm
	sheet.Show(f.name)
}

// bottleneckForm asks what a new bottleneck needs.
type bottleneckForm struct {
	words      *words.Words
	name, from *kit.Entry
	on         *kit.DateEntry
	of         *belonging
	seat       *kit.Choice[string]
}

func newBottleneckForm(w *words.Words, l *landscape.Landscape, text string) *bottleneckForm {
	f := &bottleneckForm{words: w, name: kit.NewArea(w.T("answers.bottleneck.hint"), 3), of: Subject{}.belonging(w, l)}
	f.name.SetText(text)
	f.seat = kit.NewChoice(append([]string{""}, seats()...), func(v string) string {
		if v == "" {
			return w.T("answers.seat.unknown")
		}
		return prose.Capital(w.T("seat." + v))
	}, nil)
	f.seat.Set("")
	f.from = kit.NewEntry(w.T("answers.signalled.hint"))
	f.on = kit.NewDateEntry(w, landscape.Date{})
	return f
}

func (f *bottleneckForm) rows() *fyne.Container {
	t := f.words.T
	return kit.Rows(kit.Space2, kit.Field(t("answers.bottleneck"), f.name, ""), kit.Field(t("answers.belongs"), f.of.Select, ""),
		kit.Field(t("answers.seat"), f.seat.Select, ""), kit.Field(t("answers.signalled"), f.from, ""),
		kit.Field(t("answers.signalled.on"), f.on, ""))
}

// read gives the bottleneck, or what is wrong as a sentence.
func (f *bottleneckForm) read(today landscape.Date) (workspace.Added, string) {
	theme, ok := f.of.of()
	if strings.TrimSpace(f.name.Text) == "" {
		return workspace.Added{}, f.words.T("answers.bottleneck.need")
	}
	if !ok {
		return workspace.Added{}, f.words.T("answers.belongs.need")
	}
	on, err := f.on.Date()
	if err != nil {
		return workspace.Added{}, err.Error()
	}
	added := NewBottleneck(f.name.Text, theme)
	if v, _ := f.seat.Value(); v != "" {
		added.Fields[landscape.SeatOf] = []string{v}
	}
	if by := strings.TrimSpace(f.from.Text); by != "" {
		added.Fields[landscape.SignalledBy] = []string{by}
		if !on.Known() {
			on = today
		}
	}
	if on.Known() {
		added.Fields[landscape.SignalledOn] = []string{on.String()}
	}
	return added, ""
}

// AddAction asks what an action is called and what it resolves, and puts it in
// the stock. A subject that is a bottleneck, or a text, is what it resolves.
func AddAction(host kit.Host, name string, s Subject, done func(workspace.JournalEntry)) {
	w, land := host.State().Words, host.State().Land
	f := &actionForm{host: host, subject: s, name: kit.NewEntry(w.T("answers.action.hint"))}
	f.name.SetText(name)
	rows := kit.Rows(kit.Space2, kit.Field(w.T("answers.action"), f.name, ""))
	if s.Item == "" && s.Text != "" {
		f.of = s.belonging(w, land)
		rows.Add(kit.Field(w.T("answers.resolves"), kit.Body(s.name(land)), ""))
		rows.Add(kit.Field(w.T("answers.belongs"), f.of.Select, w.T("answers.belongs.help")))
	} else {
		f.what = kit.NewPicker(host.Window(), w, w.T("answers.resolves.choose"), Pickables(w, land, nil, landscape.Bottleneck), nil)
		f.what.Set(s.Item)
		rows.Add(kit.Field(w.T("answers.resolves"), f.what.Card, w.T("answers.resolves.help")))
	}
	f.sheet = kit.NewSheet(host.Window(), w.T("answers.action.title"), 560, rows,
		kit.SheetButton{Text: w.T("window.cancel")},
		kit.SheetButton{Text: w.T("answers.put-in-stock"), Primary: true, Stays: true, Do: func() { f.record(done) }})
	f.name.OnDone = f.sheet.Confirm
	f.sheet.Show(f.name)
}

type actionForm struct {
	host    kit.Host
	subject Subject
	sheet   *kit.Sheet
	name    *kit.Entry
	of      *belonging
	what    *kit.Picker[landscape.ID]
}

func (f *actionForm) record(done func(workspace.JournalEntry)) {
	t := f.host.State().Words.T
	s := f.subject
	if f.what != nil {
		s = Subject{}
		s.Item, _ = f.what.Value()
	}
	theme, chosen := f.of.of()
	name := strings.TrimSpace(f.name.Text)
	switch {
	case name == "":
		f.sheet.Fault(t("answers.action.need"))
		return
	case s.Item == "" && s.Text == "":
		f.sheet.Fault(t("answers.resolves.need"))
		return
	case !chosen:
		f.sheet.Fault(t("answers.belongs.need"))
		return
	}
	f.sheet.Close()
	ws, today := f.host.Workspace(), f.host.State().Today
	f.host.Change(workspace.Why{}, s.changing(ws, theme, func(l *landscape.Landscape, id landscape.ID) ([]landscape.Edit, error) {
		edits, _, err := ws.Add(l, newAction(name, id, today))
		return edits, err
	}), done)
}

// newAction is an action in the stock for a bottleneck.
func newAction(name string, resolves landscape.ID, today landscape.Date) workspace.Added {
	return workspace.Added{
		Type: landscape.Action,
		Fields: map[landscape.Field][]string{
			landscape.Name:    {name},
			landscape.List:    {landscape.Stock},
			landscape.MovedOn: {today.String()},
		},
		Relations: []landscape.Relation{{Link: landscape.Resolves, To: resolves}},
	}
}

func addNode(host kit.Host, added workspace.Added, done func(workspace.JournalEntry)) {
	ws := host.Workspace()
	host.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := ws.Add(l, added)
		return edits, err
	}, done)
}

func seats() []string {
	spec, _ := landscape.FieldSpecOf(landscape.Bottleneck, landscape.SeatOf)
	return spec.Choices
}
