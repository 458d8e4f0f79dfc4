package landscapeview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// row is a line of the table.
type row struct {
	widget.BaseWidget
	of    *table
	id    landscape.ID
	area  *kit.Surface
	name  *kit.Lines
	marks []*kit.Badge
	// texts are those of the other columns, by their field.
	texts map[field]*kit.Lines
}

// mostBadges is how many themes a row shows.
const mostBadges = 4

func newRow(of *table) *row {
	r := &row{
		of: of, area: kit.NewRounded(""), name: kit.NewLines(3, kit.SizeSecondary, kit.Ink, true), texts: map[field]*kit.Lines{},
	}
	for _, f := range []field{byKind, byRuns, byLeads, byOwned, bySources} {
		r.texts[f] = kit.NewLines(3, kit.SizeSecondary, kit.Ink2, false)
	}
	for range mostBadges {
		r.marks = append(r.marks, kit.NewBadge(0, false))
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is part of fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	var marks []fyne.CanvasObject
	for _, b := range r.marks {
		marks = append(marks, b)
	}
	badges := container.New(badgesLayout{}, marks...)
	cells := container.New(columnsLayout{rowHigh}, r.name, r.texts[byKind], badges,
		r.texts[byRuns], r.texts[byLeads], r.texts[byOwned], r.texts[bySources])
	return widget.NewSimpleRenderer(container.NewStack(r.area, cells))
}

func (r *row) set(it item, selected bool) {
	r.id = it.id()
	colour := fyne.ThemeColorName("")
	if selected {
		colour = kit.Selected
	}
	r.area.SetColour(colour)
	r.name.Set(it.node.Name())
	for f, text := range map[field]string{
		byKind: it.kind, byRuns: it.runs, byLeads: it.leads, byOwned: counted(it.owned), bySources: counted(it.sources),
	} {
		r.texts[f].Set(text)
	}
	look := kit.Ink2
	if slices.Contains(asking, it.status) {
		look = kit.Attention
	}
	r.texts[byRuns].SetLook(look, look == kit.Attention)
	for i, b := range r.marks {
		b.Hidden = i >= len(it.themes)
		if !b.Hidden {
			b.Set(it.themes[i], it.inferred[it.themes[i]])
		}
	}
}

// asking are the statuses that ask for attention.
var asking = []string{
	"status." + string(landscape.Ending), "state." + string(landscape.Unowned), "state." + string(landscape.Orphaned),
}

// Tapped is part of fyne.Tappable: what can be pressed for a menu must pass on
// a plain press itself.
func (r *row) Tapped(*fyne.PointEvent) { r.of.tapped(r.id) }

// TappedSecondary is part of fyne.SecondaryTappable.
func (r *row) TappedSecondary(ev *fyne.PointEvent) {
	r.of.tapped(r.id)
	r.of.menu(r.id, ev.AbsolutePosition)
}

// columnsLayout puts the cells of a row, or their names, in the columns.
type columnsLayout struct{ high float32 }

// parts are how the width is shared out: what a column has at least, and its
// part of what is left.
var parts = []struct{ least, part float32 }{
	byName: {220, 5}, byKind: {112, 1.5}, byThemes: {108, 0}, byRuns: {88, 1.5}, byLeads: {76, 2}, byOwned: {56, 0}, bySources: {62, 0},
}

const (
	rowHigh  float32 = 56
	headHigh float32 = 40
)

func (l columnsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	var width float32
	for _, p := range parts {
		width += p.least
	}
	return fyne.NewSize(width, l.high)
}

func (l columnsLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	rest, shares := size.Width-kit.Space4, float32(0) // the margin is the scroll bar's too
	for _, p := range parts {
		rest -= p.least
		shares += p.part
	}
	x := kit.Space2
	for i, p := range parts {
		width := p.least + max(rest, 0)*p.part/shares
		o[i].Move(fyne.NewPos(x+kit.Space2, 0))
		o[i].Resize(fyne.NewSize(width-kit.Space2, size.Height))
		x += width
	}
}

// badgesLayout puts badges beside each other in the middle of the height.
type badgesLayout struct{}

func (badgesLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (badgesLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, b := range o {
		side := b.MinSize()
		b.Resize(side)
		b.Move(fyne.NewPos(x, (size.Height-side.Height)/2))
		x += side.Width + kit.Space1
	}
}
