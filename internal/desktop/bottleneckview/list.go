package bottleneckview

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// badgesMost is how many theme badges a line has room for.
const badgesMost = 4

// line is a row of the list: the head of a group, or a bottleneck with its
// state as a drawing, its name over two lines and its themes.
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
		name: kit.NewLines(2, kit.SizeBody, kit.Ink, false),
		head: kit.NewLines(1, kit.SizeSecondary, kit.Ink2, true),
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
		l.head.Set(groupText(w, r.group) + "  " + strconv.Itoa(r.count))
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
)

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

func (r *lineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(4*kit.Space8, r.line.name.MinSize().Height+kit.Space2)
}

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.line
	l.icon.Resize(fyne.NewSquareSize(iconSide))
	l.icon.Move(fyne.NewPos(kit.Space2, (size.Height-iconSide)/2))
	right := size.Width - kit.Space3
	for i := l.wide - 1; i >= 0; i-- {
		right -= badgeSide
		l.badges[i].Resize(fyne.NewSquareSize(badgeSide))
		l.badges[i].Move(fyne.NewPos(right, (size.Height-badgeSide)/2))
		right -= kit.Space1
	}
	left := iconSide + 2*kit.Space2
	l.name.Resize(fyne.NewSize(max(right-kit.Space1-left, 0), size.Height))
	l.name.Move(fyne.NewPos(left, 0))
	high := l.head.MinSize().Height
	l.head.Resize(fyne.NewSize(size.Width-2*kit.Space2, high))
	l.head.Move(fyne.NewPos(kit.Space2, size.Height-high-kit.Space1))
}

func (r *lineRenderer) Refresh() {
	r.Layout(r.line.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.objects }
