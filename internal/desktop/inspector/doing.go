package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// deed is something one can do with the item as a whole.
type deed struct {
	key string // of its text
	do  func()
}

// doing are the buttons under the name: the likeliest, and a menu of the rest.
func (p *Pane) doing() fyne.CanvasObject {
	t, all := p.words.T, p.deeds()
	row := kit.Flow(kit.NewQuiet(t(all[0].key), all[0].do))
	var more *kit.QuietButton
	more = kit.NewQuiet(t("inspect.do-more"), func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more)
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", p.menuOf(all[1:])...), p.host.Window().Canvas(), at.AddXY(0, more.Size().Height))
	})
	if len(all) > 1 || !p.state.Reads() {
		row.Add(more)
	}
	return row
}

// menuOf are the deeds that have no button, and what changes the item.
func (p *Pane) menuOf(rest []deed) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	add := func(key string, do func()) { items = append(items, fyne.NewMenuItem(p.words.T(key), do)) }
	for _, d := range rest {
		add(d.key, d.do)
	}
	if p.state.Reads() {
		return items
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	add("inspect.edit", p.editFirst)
	if len(ways(p.shown.Node.Type)) > 0 {
		add("inspect.relate", p.relate)
	}
	add("inspect.delete", p.remove)
	return items
}

// deeds lead to where one works on the item, the likeliest first.
func (p *Pane) deeds() []deed {
	n := p.shown.Node
	var all []deed
	goTo := func(key string, view kit.ViewID) {
		all = append(all, deed{key, func() { p.host.Open(kit.Place{View: view, Item: n.ID}) }})
	}
	switch n.Type {
	case landscape.Bottleneck:
		if !p.state.Reads() {
			all = append(all, deed{"inspect.place", func() {
				answers.Place(p.host, answers.Placing{Subject: answers.Subject{Item: n.ID}}, nil)
			}})
		}
		goTo("inspect.to-bottlenecks", kit.BottleneckView)
		goTo("inspect.to-overlap", kit.OverlapView)
	case landscape.Initiative:
		goTo("inspect.to-overlap", kit.OverlapView)
		goTo("inspect.to-map", kit.MapView)
	case landscape.Action:
		goTo("inspect.to-agenda", kit.AgendaView)
		goTo("inspect.to-overlap", kit.OverlapView)
	case landscape.Item, landscape.Meeting:
		goTo("inspect.to-agenda", kit.AgendaView)
	case landscape.Organisation, landscape.Theme:
		goTo("inspect.to-map", kit.MapView)
	case landscape.Document:
		if u := webPage(n); u != nil {
			all = append(all, deed{"inspect.web", func() { p.visit(u) }})
		}
	}
	return append(all, deed{"inspect.copy", p.copy})
}
