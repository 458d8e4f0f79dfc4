package desktop

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// view gives the view of a name, or nil.
func (w *Window) view(id kit.ViewID) kit.View {
	for _, v := range w.views {
		if v.ID() == id {
			return v
		}
	}
	return nil
}

// visit puts a view on; one that is not there becomes the first.
func (w *Window) visit(id kit.ViewID) {
	v := w.view(id)
	if v == nil {
		v = w.views[0]
	}
	w.visited = v.ID()
	w.frame.middle.Objects = []fyne.CanvasObject{v.Content()}
	w.frame.middle.Refresh()
	w.Arrange()
	w.setMenu()
	w.show()
	trace("view %s", w.visited)
}

// alone says that the view that is on wants the window for itself.
func (w *Window) alone() bool {
	v, ok := w.view(w.visited).(kit.Alone)
	return ok && v.Alone()
}

// Arrange is part of kit.Host.
func (w *Window) Arrange() { w.frame.content.Refresh() }

// Open is part of kit.Host.
func (w *Window) Open(p kit.Place) {
	if !w.ready() {
		return
	}
	if p.View == "" {
		p.View = w.visited
	}
	if p.Item != "" && w.state.Land.Has(p.Item) {
		w.state.Selected = []landscape.ID{p.Item}
		w.looked(p.Item)
	}
	w.visit(p.View)
	v := w.view(w.visited)
	v.Go(p)
	v.Focus()
}

// Inspect is part of kit.Host.
func (w *Window) Inspect(ids ...landscape.ID) {
	w.Select(ids...)
	if w.frame != nil && !w.frame.wanted {
		w.togglePane()
	}
}

func (w *Window) togglePane() { w.frame.setPane(!w.frame.wanted) }
