package landscapeview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/mapview"
	"snijvlak/internal/words"
)

// newZoom makes the buttons for the zoom of a map: smaller, the percentage,
// which goes back to 100, larger, and fit.
func newZoom(of *mapview.Map, w *words.Words) *fyne.Container {
	percent := kit.FlatButton("", func() { of.SetZoom(1) })
	say := func() {
		if text := w.T("map.percent", "N", int(of.Zoom()*100+0.5)); text != percent.Text {
			percent.SetText(text)
		}
	}
	of.AddView(say)
	say()
	return kit.Columns(0,
		kit.IconButton(kit.NewIcon("minus"), w.T("landscape.action.smaller"), of.ZoomOut), percent,
		kit.IconButton(kit.NewIcon("plus"), w.T("landscape.action.larger"), of.ZoomIn),
		kit.IconButton(kit.NewIcon("fit"), w.T("map.fit"), of.Fit))
}
