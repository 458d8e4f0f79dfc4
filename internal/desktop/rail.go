package desktop

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// rail is the list of views at the left, with how many things in each ask for
// attention.
type rail struct {
	window  *Window
	items   []*railItem
	content fyne.CanvasObject
	counted *landscape.Landscape // what the counts are of, or will be
}

func newRail(w *Window) *rail {
	r := &rail{window: w}
	column := container.NewVBox(kit.Gap(kit.Space2))
	for _, v := range w.views {
		item := newRailItem(string(v.ID()), w.words.T("views."+string(v.ID())), func() { kit.Timed(func() { w.visit(v.ID()); v.Focus() }) })
		r.items = append(r.items, item)
		column.Add(item)
	}
	edge := container.NewBorder(nil, nil, nil, kit.Divider())
	r.content = container.NewStack(kit.NewSurface(kit.Paper), edge, container.New(anySizeHeight{}, column))
	return r
}

// fold shows only the drawings.
func (r *rail) fold(on bool) {
	for _, item := range r.items {
		item.fold(on)
	}
}

// show marks the view that is on; the counts come when they are made.
func (r *rail) show(s kit.State) {
	views := r.window.views
	for i, v := range views {
		r.items[i].set(v.ID() == r.window.visited, r.items[i].count)
	}
	if s.Seen == r.counted {
		return
	}
	r.counted = s.Seen
	r.window.start(func() {
		counts := make([]int, len(views))
		for i, v := range views {
			counts[i] = v.Attention(s)
		}
		kit.Do(func() {
			if r.counted == s.Seen {
				r.count(counts)
			}
		})
	})
}

func (r *rail) count(counts []int) {
	for i, item := range r.items {
		item.set(item.on, counts[i])
	}
}

// anySizeHeight lets the rail be lower than its items.
type anySizeHeight struct{}

func (anySizeHeight) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(railSmall, 80) }

func (anySizeHeight) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// railItem is one view in the rail.
type railItem struct {
	widget.BaseWidget
	icon, text               string
	count                    int
	on, folded, over, inside bool
	chosen                   func()
}

func newRailItem(icon, text string, chosen func()) *railItem {
	i := &railItem{icon: icon, text: text, chosen: chosen}
	i.ExtendBaseWidget(i)
	return i
}

func (i *railItem) set(on bool, count int) {
	if i.on != on || i.count != count {
		i.on, i.count = on, count
		i.Refresh()
	}
}

func (i *railItem) fold(folded bool) {
	if i.folded != folded {
		i.folded = folded
		i.Refresh()
	}
}

func (i *railItem) Tapped(*fyne.PointEvent) { i.chosen() }

func (i *railItem) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		i.chosen()
	default:
		kit.Forward(i, key)
	}
}

func (i *railItem) TypedRune(r rune)               { kit.ForwardRune(i, r) }
func (i *railItem) FocusGained()                   { i.inside = true; i.Refresh() }
func (i *railItem) FocusLost()                     { i.inside = false; i.Refresh() }
func (i *railItem) MouseIn(*desktop.MouseEvent)    { i.over = true; i.Refresh() }
func (i *railItem) MouseMoved(*desktop.MouseEvent) {}
func (i *railItem) MouseOut()                      { i.over = false; i.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (i *railItem) AccessibilityLabel() string {
	if i.count == 0 {
		return i.text
	}
	return fmt.Sprintf("%s, %d", i.text, i.count)
}

// AccessibilityRole is that of a button.
func (i *railItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (i *railItem) CreateRenderer() fyne.WidgetRenderer {
	r := &railRenderer{
		item: i, back: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
		icon: kit.Picture(kit.NewIcon(i.icon), railIcon), name: canvas.NewText(i.text, color.Transparent),
		pill: canvas.NewRectangle(color.Transparent), count: canvas.NewText("", color.Transparent),
	}
	r.back.CornerRadius, r.bar.CornerRadius, r.pill.CornerRadius = kit.Corner, 2, 9
	r.count.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type railRenderer struct {
	item            *railItem
	back, bar, pill *canvas.Rectangle
	icon            *canvas.Image
	name, count     *canvas.Text
}

const (
	railIcon   float32 = 20
	railHeight float32 = 36
)

func (r *railRenderer) MinSize() fyne.Size { return fyne.NewSize(railSmall, railHeight) }
func (r *railRenderer) Destroy()           {}

func (r *railRenderer) Layout(size fyne.Size) {
	r.back.Move(fyne.NewPos(kit.Space1, 1))
	r.back.Resize(size.SubtractWidthHeight(2*kit.Space1, 2))
	r.bar.Move(fyne.NewPos(kit.Space1, 8))
	r.bar.Resize(fyne.NewSize(3, size.Height-16))
	r.icon.Resize(fyne.NewSquareSize(railIcon))
	r.icon.Move(fyne.NewPos((railSmall-railIcon)/2, (size.Height-railIcon)/2))
	text := r.name.MinSize()
	r.name.Move(fyne.NewPos(railSmall-kit.Space1, (size.Height-text.Height)/2))
	r.name.Resize(text)
	r.placeCount(size)
}

// placeCount puts the number at the right, or over the drawing when folded.
func (r *railRenderer) placeCount(size fyne.Size) {
	text := r.count.MinSize()
	pill := fyne.NewSize(max(text.Width+kit.Space2, 18), 18)
	at := fyne.NewPos(size.Width-pill.Width-kit.Space3, (size.Height-pill.Height)/2)
	if r.item.folded {
		at = fyne.NewPos(size.Width-pill.Width-2, 1)
	}
	r.pill.Resize(pill)
	r.pill.Move(at)
	r.count.Resize(fyne.NewSize(pill.Width, text.Height))
	r.count.Move(at.AddXY(0, (pill.Height-text.Height)/2))
}

func (r *railRenderer) Refresh() {
	i := r.item
	ink, strong := kit.Ink, i.on
	r.back.FillColor = color.Transparent
	switch {
	case i.on:
		ink = kit.Primary
		r.back.FillColor = kit.Colour(kit.Selected)
	case i.over:
		r.back.FillColor = kit.Colour(kit.Canvas)
	}
	r.back.StrokeWidth = 0
	if i.inside {
		r.back.StrokeWidth, r.back.StrokeColor = kit.Ring, kit.Colour(kit.Primary)
	}
	r.bar.FillColor = kit.Colour(kit.Primary)
	r.bar.Hidden = !i.on
	r.icon.Resource = kit.NewIcon(i.icon).In(ink)
	r.name.Color, r.name.TextSize, r.name.TextStyle.Bold = kit.Colour(kit.Ink), kit.TextSize(kit.SizeBody), strong
	r.name.Hidden = i.folded
	r.pill.FillColor = kit.Colour(kit.AttentionFill)
	r.count.Text, r.count.Color = fmt.Sprint(i.count), kit.Colour(kit.Attention)
	r.count.TextSize, r.count.TextStyle.Bold = kit.TextSize(kit.SizeSecondary), true
	r.pill.Hidden, r.count.Hidden = i.count == 0, i.count == 0
	r.Layout(i.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.bar, r.icon, r.name, r.pill, r.count}
}
