package landscapeview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// showMenu opens the menu of an item, or of the ground.
func (v *View) showMenu(id landscape.ID, at fyne.Position) {
	n, ok := v.host.State().Seen.Node(id)
	items := v.groundItems()
	if ok {
		items = v.nodeItems(n)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), v.host.Window().Canvas(), at)
}

func (v *View) nodeItems(n *landscape.Node) []*fyne.MenuItem {
	t := v.words.T
	items := []*fyne.MenuItem{fyne.NewMenuItem(t("landscape.menu.open"), func() { v.open(n.ID) })}
	if here := v.lyingAt(n.ID); len(here) > 0 {
		items = append(items, fyne.NewMenuItem(v.words.N("landscape.menu.lies", len(here)), func() { v.showLying(n.ID) }))
	}
	if asks(n) {
		items = append(items, fyne.NewMenuItem(t("landscape.menu.ask"), func() {
			v.host.Open(kit.Place{View: kit.OverlapView, Item: n.ID})
		}))
	}
	if n.Type == landscape.Organisation {
		items = append(items, fyne.NewMenuItem(t("landscape.menu.organisation"), func() { v.bar.setOrganisation(n.ID) }))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for depth := 1; depth <= 3; depth++ {
		items = append(items, fyne.NewMenuItem(v.words.N("landscape.menu.around", depth), func() { v.narrow(n.ID, depth) }))
	}
	if !isFrame(n) {
		items = append(items, fyne.NewMenuItem(t("landscape.menu.aside"), func() { v.putAside(n.ID) }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(t("landscape.menu.copy-name"), func() { v.host.Copy(n.Name()) }),
		fyne.NewMenuItem(t("landscape.menu.copy"), func() { v.host.Copy(v.answer(n)) }))
}

// asks says whether one can ask the overlap view about a thing.
func asks(n *landscape.Node) bool {
	return n.Type == landscape.Initiative || n.Type == landscape.Bottleneck || n.Type == landscape.Action
}

func (v *View) groundItems() []*fyne.MenuItem {
	t := v.words.T
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(t("landscape.action.fit"), v.canvas.Fit),
		fyne.NewMenuItem(t("landscape.all"), v.showAll),
	}
	if v.host.State().Reads() {
		return items
	}
	items = append(items, fyne.NewMenuItemSeparator())
	return append(items, v.newItems(v.canvas.Pressed())...)
}

// putAside has a box stand back until everything is shown again.
func (v *View) putAside(id landscape.ID) {
	v.bar.filter.aside[id] = true
	v.sift()
}

// lyingAt are the bottlenecks that lie at an initiative.
func (v *View) lyingAt(id landscape.ID) []landscape.ID {
	var found []landscape.ID
	for _, r := range v.host.State().Seen.Out(id, landscape.Owns) {
		if !slices.Contains(found, r.To) {
			found = append(found, r.To)
		}
	}
	return found
}

// showLying shows the bottlenecks on the map, with an initiative and what lies
// there selected.
func (v *View) showLying(id landscape.ID) {
	v.turn(false)
	ids := append([]landscape.ID{id}, v.lyingAt(id)...)
	v.around = id
	if !v.bar.also.bottlenecks {
		v.bar.toggle(&v.bar.also.bottlenecks)
	} else {
		v.lookAround()
	}
	v.host.Select(ids...)
}

// lookAround narrows the map to what was asked about, once it is on it.
func (v *View) lookAround() {
	if v.around != "" && v.has(v.around) {
		v.narrow(v.around, 1)
		v.around = ""
	}
}
