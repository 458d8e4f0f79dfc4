package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/words"
)

// Controls are the buttons for the zoom of a map: smaller, the percentage,
// which goes back to 100, larger, and fit.
type Controls struct {
	widget.BaseWidget

	of      *Map
	percent *widget.Button
	content fyne.CanvasObject
	words   *words.Words
}

// NewControls makes the buttons of a map, in a language.
func NewControls(of *Map, w *words.Words) *Controls {
	c := &Controls{of: of, words: w}
	c.percent = quiet("", func() { of.SetZoom(1) })
	c.content = container.NewHBox(
		quiet("−", of.ZoomOut), c.percent, quiet("+", of.ZoomIn), quiet(w.T("map.fit"), of.Fit),
	)
	c.ExtendBaseWidget(c)
	of.AddView(c.update)
	c.update()
	return c
}

func quiet(text string, do func()) *widget.Button {
	b := widget.NewButton(text, do)
	b.Importance = widget.LowImportance
	return b
}

func (c *Controls) update() {
	text := c.words.T("map.percent", "N", int(c.of.Zoom()*100+0.5))
	if text != c.percent.Text {
		c.percent.SetText(text)
	}
}

// CreateRenderer is Fyne's.
func (c *Controls) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
