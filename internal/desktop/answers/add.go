package answers

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// AddBottleneck asks where a text belongs and puts it on the bottleneck list.
// Done is given the new entry.
func AddBottleneck(host kit.Host, text string, done func(workspace.JournalEntry)) {
	w, land := host.State().Words, host.State().Land
	name := kit.NewArea(w.T("answers.bottleneck.hint"), 3)
	name.SetText(text)
	of := kit.NewChoice(themes(land), namer(w, land), nil)
	seat := kit.NewChoice(append([]string{""}, seats()...), func(v string) string {
		if v == "" {
			return w.T("answers.choose")
		}
		return w.T("seat." + v)
	}, nil)
	seat.Set("")
	from := kit.NewEntry(w.T("answers.signalled.hint"))
	rows := kit.Rows(
		kit.Space2, kit.Field(w.T("answers.bottleneck"), name, ""), kit.Field(w.T("answers.belongs"), of.Select, ""),
		kit.Field(w.T("answers.seat"), seat.Select, ""), kit.Field(w.T("field.signalled-by"), from, ""))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(host.Window(), w.T("answers.bottleneck.title"), 560, rows,
		kit.SheetButton{Text: w.T("window.cancel")},
		kit.SheetButton{Text: w.T("answers.put-on-list"), Primary: true, Stays: true, Do: func() {
			theme, ok := of.Value()
			switch {
			case strings.TrimSpace(name.Text) == "":
				sheet.Fault(w.T("answers.bottleneck.need"))
				return
			case !ok:
				sheet.Fault(w.T("answers.belongs.need"))
				return
			}
			added := NewBottleneck(name.Text, theme)
			if v, _ := seat.Value(); v != "" {
				added.Fields[landscape.SeatOf] = []string{v}
			}
			if by := strings.TrimSpace(from.Text); by != "" {
				added.Fields[landscape.SignalledBy] = []string{by}
				added.Fields[landscape.SignalledOn] = []string{host.State().Today.String()}
			}
			sheet.Close()
			addNode(host, added, done)
		}})
	name.OnDone = sheet.Confirm
	sheet.Show(name)
}

// AddAction asks what an action is called and what it resolves, and puts it in
// the stock. Resolves is chosen beforehand; it may be empty.
func AddAction(host kit.Host, text string, resolves landscape.ID, kind string, done func(workspace.JournalEntry)) {
	w, land := host.State().Words, host.State().Land
	name := kit.NewEntry(w.T("answers.action.hint"))
	name.SetText(text)
	what := kit.NewChoice(ids(land, landscape.Bottleneck), namer(w, land), nil)
	what.Set(resolves)
	rows := kit.Rows(
		kit.Space2, kit.Field(w.T("answers.action"), name, ""), kit.Field(w.T("answers.resolves"), what.Select, w.T("answers.resolves.help")))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(host.Window(), w.T("answers.action.title"), 560, rows,
		kit.SheetButton{Text: w.T("window.cancel")},
		kit.SheetButton{Text: w.T("answers.put-in-stock"), Primary: true, Stays: true, Do: func() {
			bottleneck, ok := what.Value()
			switch {
			case strings.TrimSpace(name.Text) == "":
				sheet.Fault(w.T("answers.action.need"))
				return
			case !ok || bottleneck == "":
				sheet.Fault(w.T("answers.resolves.need"))
				return
			}
			added := workspace.Added{
				Type: landscape.Action,
				Fields: map[landscape.Field][]string{
					landscape.Name:    {strings.TrimSpace(name.Text)},
					landscape.List:    {landscape.Stock},
					landscape.MovedOn: {host.State().Today.String()},
				},
				Relations: []landscape.Relation{{Link: landscape.Resolves, To: bottleneck}},
			}
			if kind != "" {
				added.Fields[landscape.ActionKind] = []string{kind}
			}
			sheet.Close()
			addNode(host, added, done)
		}})
	name.OnDone = sheet.Confirm
	sheet.Show(name)
}

func addNode(host kit.Host, added workspace.Added, done func(workspace.JournalEntry)) {
	ws := host.Workspace()
	host.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := ws.Add(l, added)
		return edits, err
	}, done)
}

// Made is the node of a type that an entry added, or empty.
func Made(e workspace.JournalEntry, t landscape.Type) landscape.ID {
	for _, edit := range e.Edits {
		if edit.Before == nil && edit.After.Node != nil && edit.After.Node.Type == t {
			return edit.After.Node.ID
		}
	}
	return ""
}

func namer(w *words.Words, land *landscape.Landscape) func(landscape.ID) string {
	return func(id landscape.ID) string {
		n, ok := land.Node(id)
		switch {
		case !ok:
			return w.T("answers.choose")
		case n.Type == landscape.Theme:
			return w.T("answers.theme", "Number", n.Number(), "Name", n.Name())
		case n.Type == landscape.Bottleneck:
			return string(n.ID) + "  " + n.Name()
		}
		return n.Name()
	}
}

func seats() []string {
	spec, _ := landscape.FieldSpecOf(landscape.Bottleneck, landscape.SeatOf)
	return spec.Choices
}
