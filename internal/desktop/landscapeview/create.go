package landscapeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

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

// newItems is the menu of what one can add.
func (v *View) newItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, m := range makable {
		items = append(items, fyne.NewMenuItem(v.words.T(m.key), func() { inspector.NewItem(v.host, m.of, v.added) }))
	}
	return items
}

// createAt asks what is to come at a place of the map.
func (v *View) createAt(at scene.Point) {
	if s := v.host.State(); s.Reads() {
		v.host.Notice(s.WhyNot())
		return
	}
	v.spot = &at
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.canvas)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", v.newItems()...), v.host.Window().Canvas(), corner.Add(v.canvas.Pointer()))
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
			v.own = with(v.own, string(id), *spot)
		}
		v.host.Select(id)
		v.Go(kit.Place{Item: id})
		return
	}
}
