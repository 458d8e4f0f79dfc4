package bottleneckview

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// badgesMost is how many theme badges a line has room for, nameMost over how
// many lines a name goes.
const (
	badgesMost = 4
	nameMost   = 4
)

// line is a row of the list: the head of a group, or a bottleneck with its
// state as a drawing, its name and its themes.
type line struct {
	widget.BaseWidget
	icon   *canvas.Image
	name   *kit.Lines
	head   *kit.Lines
	badges [badgesMost]*kit.Badge
	wide   int // badges shown
}

func newLine() fyne.CanvasObject {
	l := &line{
		icon: kit.Picture(kit.NewIcon("unowned"), iconSide),
		name: kit.NewLines(nameMost, kit.SizeBody, kit.Ink, false),
		head: kit.NewLines(2, kit.SizeSecondary, kit.Ink2, true),
	}
	for i := range l.badges {
		l.badges[i] = kit.NewBadge(1, false)
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) set(w *words.Words, r row) {
	isHead := r.entry == nil
	l.head.Hidden, l.icon.Hidden, l.name.Hidden = !isHead, isHead, isHead
	l.wide = 0
	if isHead {
		l.head.Set(groupText(w, r.group) + " · " + strconv.Itoa(r.count))
	} else {
		colour := kit.Ink2
		if r.entry.asksAttention() {
			colour = kit.Attention
		}
		l.icon.Resource = kit.NewIcon(iconOf(r.entry)).In(colour)
		l.icon.Refresh()
		l.name.Set(r.entry.node.ShortName())
		l.wide = min(len(r.entry.themes), badgesMost)
	}
	for i, b := range l.badges {
		b.Hidden = i >= l.wide
		if !b.Hidden {
			b.Set(r.entry.themes[i], r.entry.inferred[r.entry.themes[i]])
		}
	}
	l.Refresh()
}

// groupText names a group of the list.
func groupText(w *words.Words, group string) string {
	if group == done {
		return w.T("bottleneck.group.done")
	}
	return w.T("bottleneck.group." + group)
}

func iconOf(e *entry) string {
	switch {
	case len(e.returning) > 0:
		return "clock"
	case e.group == done && e.stage != "":
		return e.stage
	case e.group == done:
		return string(landscape.Owned)
	}
	return e.group
}

const (
	iconSide  float32 = 16
	badgeSide float32 = 22
	nameLeft          = iconSide + 2*kit.Space2
	lineHigh  float32 = 47 // of a row with its name over two lines
	headHigh  float32 = 36
)

// shape is how a bottleneck stands in its row.
type shape struct {
	lines int
	// under says that its badges stand under the name: beside it they would
	// leave too little room.
	under bool
}

// shapeOf finds the shape of a row in a width of the list.
func shapeOf(name string, badges int, width float32) shape {
	beside, whole := kit.Broken(name, kit.SizeBody, nameRoom(badges, width))
	if badges == 0 || beside <= 2 && whole {
		return shape{min(beside, nameMost), false}
	}
	lines, _ := kit.Broken(name, kit.SizeBody, nameRoom(0, width))
	return shape{min(lines, nameMost), true}
}

// nameRoom is the width for a name with so many badges beside it.
func nameRoom(badges int, width float32) float32 {
	room := width - nameLeft - kit.Space3
	if badges > 0 {
		room -= float32(badges)*(badgeSide+kit.Space1) + kit.Space1
	}
	return max(room, 0)
}

// nameHigh is how high a name over so many lines is.
func nameHigh(lines int) float32 { return float32(lines) * kit.TextSize(kit.SizeBody) * 1.4 }

func (s shape) high() float32 {
	high := nameHigh(s.lines) + kit.Space2
	if s.under {
		high += badgeSide + kit.Space1
	}
	return max(high, lineHigh)
}

// highOf is how high a row is in a width of the list.
func highOf(r row, width float32) float32 {
	if r.entry == nil {
		return headHigh
	}
	return shapeOf(r.entry.node.ShortName(), min(len(r.entry.themes), badgesMost), width).high()
}

// mostMeasured is of how many rows each has the height that its name needs; of
// thousands it takes too long to measure them.
const mostMeasured = 300

// measure gives each row its height in a width of the list.
func (v *View) measure(width float32) {
	var heights []float32
	if width > 0 && len(v.rows) <= mostMeasured {
		for _, r := range v.rows {
			heights = append(heights, highOf(r, width))
		}
	}
	for len(heights) < len(v.heights) { // what was measured before goes back
		heights = append(heights, lineHigh)
	}
	if slices.Equal(heights, v.heights) {
		return
	}
	rows := v.rows
	v.rows = nil // else the list draws all its rows for each height
	for i, high := range heights {
		v.list.SetItemHeight(i, high)
	}
	v.rows, v.heights = rows, heights
	v.list.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{line: l, objects: []fyne.CanvasObject{l.icon, l.name, l.head}}
	for _, b := range l.badges {
		r.objects = append(r.objects, b)
	}
	return r
}

type lineRenderer struct {
	line    *line
	objects []fyne.CanvasObject
}

func (r *lineRenderer) MinSize() fyne.Size { return fyne.NewSize(4*kit.Space8, lineHigh) }

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.line
	s := shapeOf(l.name.Text(), l.wide, size.Width)
	if s.under && s.high() > size.Height { // a row of thousands, which are not measured
		s.under = false
	}
	l.icon.Resize(fyne.NewSquareSize(iconSide))
	if s.under {
		r.under(s, size)
	} else {
		r.beside(s, size)
	}
	l.head.Resize(fyne.NewSize(size.Width-2*kit.Space2, size.Height-kit.Space2))
	l.head.Move(fyne.NewPos(kit.Space2, kit.Space1))
}

// beside puts the badges at the right, all in the middle of the height; the
// drawing goes up to the first line of a long name.
func (r *lineRenderer) beside(s shape, size fyne.Size) {
	l := r.line
	y := (size.Height - iconSide) / 2
	if s.lines > 2 {
		y = (size.Height - nameHigh(s.lines) + nameHigh(1) - iconSide) / 2
	}
	l.icon.Move(fyne.NewPos(kit.Space2, y))
	l.name.Resize(fyne.NewSize(nameRoom(l.wide, size.Width), size.Height))
	l.name.Move(fyne.NewPos(nameLeft, 0))
	r.row(size.Width-kit.Space3-float32(l.wide)*(badgeSide+kit.Space1)+kit.Space1, (size.Height-badgeSide)/2)
}

// under puts the badges under the name, which has all of the width.
func (r *lineRenderer) under(s shape, size fyne.Size) {
	l := r.line
	high := nameHigh(s.lines)
	l.icon.Move(fyne.NewPos(kit.Space2, kit.Space1+(nameHigh(1)-iconSide)/2))
	l.name.Resize(fyne.NewSize(nameRoom(0, size.Width), high))
	l.name.Move(fyne.NewPos(nameLeft, kit.Space1))
	r.row(nameLeft, kit.Space1+high+kit.Space1/2)
}

func (r *lineRenderer) row(x, y float32) {
	for _, b := range r.line.badges[:r.line.wide] {
		b.Resize(fyne.NewSquareSize(badgeSide))
		b.Move(fyne.NewPos(x, y))
		x += badgeSide + kit.Space1
	}
}

func (r *lineRenderer) Refresh() {
	r.Layout(r.line.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.objects }
