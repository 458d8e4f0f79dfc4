package kit

import "fyne.io/fyne/v2"

// FocusGained is part of fyne.Focusable.
func (e *Entry) FocusGained() {
	e.inside = true
	e.Entry.FocusGained()
}

// FocusLost is part of fyne.Focusable.
func (e *Entry) FocusLost() {
	e.inside = false
	e.Entry.FocusLost()
}

// CreateRenderer is part of fyne.Widget: Fyne's field with the ring that all
// else has that has the focus; its own line changes colour only.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &ringRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, ring: newRule("", "", Ring)}
	r.follow()
	return r
}

type ringRenderer struct {
	fyne.WidgetRenderer
	entry *Entry
	ring  rule
}

func (r *ringRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
}

func (r *ringRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.follow()
}

// follow shows the ring; around a text that is wrong Fyne's own line says so.
func (r *ringRenderer) follow() {
	e := r.entry
	r.ring.stroke = ""
	if e.inside && (e.Validator == nil || e.Validator(e.Text) == nil) {
		r.ring.stroke = Primary
	}
	r.ring.follow()
}

func (r *ringRenderer) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.ring.Rectangle)
}
