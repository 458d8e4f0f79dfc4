package landscapeview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

// newItems are what one can add from the map.
func (v *View) newItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, a := range v.makingActions() {
		items = append(items, fyne.NewMenuItem(v.words.T(a.Key), a.Do))
	}
	return items
}

func (v *View) makingActions() []kit.Action {
	why := func() string { return v.host.State().WhyNot() }
	return []kit.Action{
		{Key: "landscape.new.initiative", Do: v.createInitiative, Why: why},
		{Key: "landscape.new.organisation", Do: v.createOrganisation, Why: why},
		{Key: "landscape.new.bottleneck", Do: func() { answers.AddBottleneck(v.host, "", v.added) }, Why: why},
		{Key: "landscape.new.action", Do: func() { answers.AddAction(v.host, "", answers.Subject{}, v.added) }, Why: why},
	}
}

// createAt asks what is to come at a place of the map.
func (v *View) createAt(at scene.Point) {
	if s := v.host.State(); s.Reads() {
		v.host.Notice(s.WhyNot())
		return
	}
	v.spot = &at
	driver := fyne.CurrentApp().Driver()
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", v.newItems()...), v.host.Window().Canvas(),
		driver.AbsolutePositionForObject(v.canvas).Add(v.canvas.Pointer()))
}

// createInitiative asks for what it is, its name and its theme.
func (v *View) createInitiative() {
	t, land := v.words.T, v.host.State().Land
	kind := kit.NewChoice(kinds[3:12], func(k string) string { return t("kind." + k) }, nil)
	kind.Set(landscape.Consultation)
	themes := []landscape.ID{""}
	for _, n := range land.Nodes(landscape.Theme) {
		themes = append(themes, n.ID)
	}
	theme := kit.NewChoice(themes, func(id landscape.ID) string {
		if n, ok := land.Node(id); ok {
			return n.Name()
		}
		return t("landscape.new.no-theme")
	}, nil)
	theme.Set("")
	name := kit.NewEntry(t("landscape.new.name.hint"))
	v.ask("landscape.new.initiative", name, func() workspace.Added {
		k, _ := kind.Value()
		of, _ := theme.Value()
		return newInitiative(strings.TrimSpace(name.Text), k, of)
	}, kit.Field(t("landscape.new.kind"), kind.Select, ""), kit.Field(t("landscape.new.name"), name, ""),
		kit.Field(t("landscape.new.theme"), theme.Select, t("landscape.new.help")))
}

// newInitiative is an initiative that belongs on the overview.
func newInitiative(name, kind string, theme landscape.ID) workspace.Added {
	added := workspace.Added{Type: landscape.Initiative, Fields: map[landscape.Field][]string{
		landscape.Name: {name}, landscape.KindOf: {kind}, landscape.OnOverview: {"true"},
	}}
	if theme != "" {
		added.Relations = []landscape.Relation{{Link: landscape.Addresses, To: theme}}
	}
	return added
}

func (v *View) createOrganisation() {
	t := v.words.T
	name := kit.NewEntry(t("landscape.new.name.hint"))
	v.ask("landscape.new.organisation", name, func() workspace.Added {
		return workspace.Added{Type: landscape.Organisation, Fields: map[landscape.Field][]string{
			landscape.Name: {strings.TrimSpace(name.Text)},
		}}
	}, kit.Field(t("landscape.new.name"), name, ""))
}

// ask shows the dialog of a new item, which must have a name.
func (v *View) ask(title string, name *kit.Entry, read func() workspace.Added, fields ...fyne.CanvasObject) {
	t := v.words.T
	var sheet *kit.Sheet
	sheet = kit.NewSheet(v.host.Window(), t(title), 560, kit.Rows(kit.Space3, fields...),
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("landscape.new.add"), Primary: true, Stays: true, Do: func() {
			if strings.TrimSpace(name.Text) == "" {
				sheet.Fault(t("landscape.new.name.need"))
				return
			}
			sheet.Close()
			v.add(read())
		}})
	name.OnDone = sheet.Confirm
	sheet.Show(name)
}

func (v *View) add(a workspace.Added) {
	ws := v.host.Workspace()
	v.host.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := ws.Add(l, a)
		return edits, err
	}, v.added)
}

// added shows what was just made, at the place that was pointed at where the
// map has places of one's own.
func (v *View) added(entry workspace.JournalEntry) {
	spot := v.spot
	v.spot = nil
	for _, e := range entry.Edits {
		if e.Before != nil || e.After == nil || e.After.Node == nil {
			continue
		}
		id := e.After.Node.ID
		if spot != nil && v.made.board != nil {
			v.move(string(id), *spot)
		}
		v.host.Select(id)
		v.Go(kit.Place{Item: id})
		return
	}
}
