package exporting

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// side is the preview with what belongs to it.
func (d *dialog) side() fyne.CanvasObject {
	t := d.words.T
	d.tabs = [2]*kit.Chip{
		kit.NewChip(t("export.tab.picture"), func(bool) { d.turn(false) }),
		kit.NewChip(t("export.tab.text"), func(bool) { d.turn(true) }),
	}
	d.image = canvas.NewImageFromImage(nil)
	d.image.FillMode, d.image.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	d.text = widget.NewRichText()
	d.text.Wrapping = fyne.TextWrapWord
	d.reading = container.NewStack(container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, kit.Space2), d.text)))
	d.told = kit.Body("")
	d.told.Alignment = fyne.TextAlignCenter
	d.told.Hide()
	d.paper = container.NewStack(kit.NewRounded(kit.Canvas), kit.Pad(kit.Space2, d.image))
	d.caption, d.count = kit.Secondary(""), kit.Plain(kit.Secondary(""))
	d.previous = kit.IconButton(kit.NewIcon("left"), t("export.previous"), func() { d.leaf(-1) })
	d.next = kit.IconButton(kit.NewIcon("right"), t("export.next"), func() { d.leaf(1) })
	head := kit.Bar([]fyne.CanvasObject{d.tabs[0], d.tabs[1]}, d.previous, d.count, d.next)
	d.copies = kit.Flow(
		kit.NewQuiet(t("export.copy-caption"), func() { d.host.Copy(d.caption.Text) }),
		kit.NewQuiet(t("export.copy-text"), func() { d.host.Copy(d.shown.twin) }))
	foot := kit.Rows(kit.Space1, d.caption, d.copies)
	told := kit.InTheMiddle(420, d.told)
	d.turn(d.now.Format == "txt")
	return container.NewBorder(head, foot, nil, nil, container.NewStack(d.paper, d.reading, told))
}

// turn shows the picture or the text.
func (d *dialog) turn(text bool) {
	d.tabs[0].Set(!text)
	d.tabs[1].Set(text)
	d.paper.Hidden, d.reading.Hidden = text, !text
	d.paper.Refresh()
	d.reading.Refresh()
}

// leaf turns a page.
func (d *dialog) leaf(by int) {
	if to := d.at + by; to >= 0 && to < len(d.shown.scenes) {
		d.at = to
		d.paint()
	}
}

// paint shows the page one is at.
func (d *dialog) paint() {
	many := len(d.shown.scenes)
	d.count.SetText(d.words.T("export.page-of", "Page", d.at+1, "Pages", many))
	d.count.Hidden, d.previous.Hidden, d.next.Hidden = many < 2, many < 2, many < 2
	d.previous.Disable()
	d.next.Disable()
	if d.at > 0 {
		d.previous.Enable()
	}
	if d.at < many-1 {
		d.next.Enable()
	}
	s, at := d.shown.scenes[d.at], d.at
	d.host.Go(d.words.T("export.preview"), func(context.Context) func() {
		img := preview(s)
		return func() {
			if at == d.at {
				d.image.Image = img
				d.image.Refresh()
			}
		}
	})
}

// formWide is the width of the form beside the preview, around the height of
// what stands above and below them in the window.
const formWide, around float32 = 312, 212

// beside puts a form of a width at the left of the rest.
type beside struct{ wide, high float32 }

func (l beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(l.wide, l.high) }

// Layout leaves room between them and the buttons of the sheet.
func (l beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	size.Height -= kit.Space2
	o[0].Resize(fyne.NewSize(l.wide, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(max(size.Width-l.wide-kit.Space4, 0), size.Height))
	o[1].Move(fyne.NewPos(l.wide+kit.Space4, 0))
}
