package landscapeview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/inspector"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

// makable are what one can add from the map, with their names among the words.
var makable = []struct {
	of  landscape.Type
	key string
}{
	{landscape.Initiative, "inspect.new.initiative"},
	{landscape.Bottleneck, "inspect.new.bottleneck"},
	{landscape.Action, "inspect.new.action"},
	{landscape.Organisation, "inspect.new.organisation"},
}

// newItems is the menu of what one can add at a place of the map. It is the menu
// of the ground and not Alt with a click, since the window goes to its menus
// when Alt is let go.
func (v *View) newItems(at scene.Point) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, m := range makable {
		items = append(items, fyne.NewMenuItem(v.words.T(m.key), func() {
			inspector.NewItem(v.host, m.of, func(e workspace.JournalEntry) { v.added(e, &at) })
		}))
	}
	return items
}

// added shows what was just made, at the place that was pointed at where the
// map has places of one's own.
func (v *View) added(entry workspace.JournalEntry, spot *scene.Point) {
	for _, e := range entry.Edits {
		if e.Before != nil || e.After == nil || e.After.Node == nil {
			continue
		}
		id := e.After.Node.ID
		if spot != nil && v.made.board != nil {
			v.own = with(v.own, string(id), *spot)
			v.replace()
		}
		v.host.Select(id)
		v.Go(kit.Place{Item: id})
		return
	}
}
