package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// foundRow is one line of the palette: a drawing, a name and what it is.
type foundRow struct {
	widget.BaseWidget
	back   *kit.Surface
	icon   *canvas.Image
	name   *widget.Label
	beside *widget.Label
}

func newFoundRow() fyne.CanvasObject {
	r := &foundRow{
		back: kit.NewRounded(""), icon: kit.Picture(kit.NewIcon("command"), 18),
		name: kit.OneLine(kit.Body("")), beside: kit.Plain(kit.Secondary("")),
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *foundRow) set(f found, on bool) {
	r.icon.Resource = kit.NewIcon(f.icon).In(kit.Ink2)
	r.icon.Refresh()
	r.name.SetText(f.text)
	r.beside.SetText(f.beside)
	r.back.SetColour("")
	if on {
		r.back.SetColour(kit.Selected)
	}
}

func (r *foundRow) CreateRenderer() fyne.WidgetRenderer {
	icon := container.NewCenter(r.icon)
	line := container.NewBorder(nil, nil, container.NewHBox(kit.Gap(0), icon), container.NewCenter(r.beside), r.name)
	return widget.NewSimpleRenderer(container.NewStack(r.back, line))
}
