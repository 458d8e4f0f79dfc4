package timelineview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// label is the texts of one row; labels are used again for other rows.
type label struct {
	kind    *canvas.Text
	name    *kit.Lines
	numbers [mostThemes]*canvas.Text
	end     *canvas.Text
	behind  *kit.Surface
}

func newLabel() *label {
	l := &label{
		kind: kit.LineOf("", kit.SizeKind, kit.Ink2, false), name: kit.NewLines(mostNames, kit.SizeBody, kit.Ink, false),
		end: kit.LineOf("", kit.SizeSecondary, kit.Ink2, false), behind: kit.NewRounded(kit.Paper),
	}
	for i := range l.numbers {
		l.numbers[i] = kit.LineOf("", kit.SizeKind, kit.Ink, true)
	}
	return l
}

func (l *label) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{l.behind, l.kind, l.name, l.end}
	for _, n := range l.numbers {
		all = append(all, n)
	}
	return all
}

func (l *label) show(on bool) {
	for _, o := range l.objects() {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// CreateRenderer is part of fyne.Widget.
func (c *chart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{chart: c, raster: canvas.NewRaster(c.paint), texts: container.NewWithoutLayout(), ring: canvas.NewRectangle(nil)}
	r.clip = container.NewClip(r.texts)
	r.head = container.NewWithoutLayout()
	r.ring.StrokeWidth = 2
	return r
}

type chartRenderer struct {
	chart  *chart
	raster *canvas.Raster
	texts  *fyne.Container // of the rows
	clip   *container.Clip
	head   *fyne.Container // of the axis
	labels []*label
	marks  []*canvas.Text
	ring   *canvas.Rectangle
}

func (r *chartRenderer) MinSize() fyne.Size { return r.chart.MinSize() }
func (r *chartRenderer) Destroy()           {}
func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.raster, r.clip, r.head, r.ring}
}

func (r *chartRenderer) Layout(size fyne.Size) {
	r.raster.Resize(size)
	r.ring.Resize(size)
	r.clip.Move(fyne.NewPos(0, headHigh))
	r.clip.Resize(fyne.NewSize(size.Width, size.Height-headHigh))
	r.texts.Resize(r.clip.Size())
	r.head.Resize(fyne.NewSize(size.Width, headHigh))
	r.place()
}

func (r *chartRenderer) Refresh() {
	r.place()
	r.ring.StrokeColor = nil
	r.ring.Hidden = !r.chart.inside
	if r.chart.inside {
		r.ring.StrokeColor = kit.Colour(kit.Primary)
	}
	r.ring.Refresh()
	canvas.Refresh(r.raster)
}

// place puts the texts where the rows and the axis are.
func (r *chartRenderer) place() {
	first, end := r.chart.shown()
	for len(r.labels) < end-first {
		l := newLabel()
		r.labels = append(r.labels, l)
		r.texts.Objects = append(r.texts.Objects, l.objects()...)
	}
	for i, l := range r.labels {
		l.show(first+i < end)
		if first+i < end {
			r.fill(l, first+i)
		}
	}
	r.axis()
	r.texts.Refresh()
	r.head.Refresh()
}

// fill writes a row.
func (r *chartRenderer) fill(l *label, i int) {
	c, one := r.chart, r.chart.rows[i]
	y := c.tops[i] - c.top
	themes := min(len(one.themes), mostThemes)
	room := c.column() - 2*kit.Space3
	l.kind.Text, l.kind.Color, l.kind.TextSize = one.kind, kit.Colour(kit.Ink2), kit.TextSize(kit.SizeKind)
	left := room - 20*float32(themes)
	if l.kind.MinSize().Width > left {
		l.kind.Text = strings.ReplaceAll(one.kind, "\u200a", "")
	}
	put(l.kind, kit.Space3, y+rowRoom, left, kindHigh)
	l.kind.Refresh()
	l.name.Set(one.node.ShortName())
	put(l.name, kit.Space3, y+rowRoom+kindHigh, room, c.tops[i+1]-c.tops[i]-2*rowRoom-kindHigh)
	for n, text := range l.numbers {
		text.Hidden = n >= themes
		if !text.Hidden {
			r.number(text, i, n)
		}
	}
	r.endText(l, i)
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func (r *chartRenderer) number(t *canvas.Text, i, n int) {
	number := r.chart.rows[i].themes[n]
	t.Text, t.Color, t.TextSize = fmt.Sprint(number), kit.Colour(kit.ThemeInk(number)), kit.TextSize(kit.SizeKind)
	x, y := r.chart.badge(i, n)
	size := t.MinSize()
	put(t, float32(x)-size.Width/2, float32(y)-headHigh-size.Height/2, size.Width, size.Height)
	t.Refresh()
}

// endText writes the status behind the bar, on paper: lines run under it.
func (r *chartRenderer) endText(l *label, i int) {
	one, at := r.chart.rows[i], r.chart.statusAt(i)
	ink := kit.Ink2
	switch {
	case at.inside:
		ink = kit.Ink
	case one.status == landscape.Ending:
		ink = kit.Attention
	}
	l.end.Text, l.end.Color, l.end.TextSize = at.text, kit.Colour(ink), kit.TextSize(kit.SizeSecondary)
	put(l.end, at.x, at.y-headHigh, at.wide, at.high)
	l.end.Refresh()
	put(l.behind, at.x-kit.Space1, at.y-headHigh-1, at.wide+2*kit.Space1, at.high+2)
	if at.inside {
		l.behind.Hide()
	} else {
		l.behind.Show()
	}
}

// status is where the status of a row stands.
type status struct {
	text             string
	x, y, wide, high float32
	inside           bool // in the bar
}

// statusAt finds where the status of a row stands: behind its bar, in full or
// else only its end, or, where there is no room for that, inside the bar.
func (c *chart) statusAt(i int) status {
	r := c.rows[i]
	end := float32(c.x(r.bar.latest))
	if !r.bar.endKnown {
		end = float32(c.x(r.bar.to + (r.bar.latest-r.bar.to)*0.6)) // the rest can hardly be seen
	}
	right := c.Size().Width - scrollWide
	var s status
	for _, s.text = range []string{r.text, r.short} {
		size := fyne.MeasureText(s.text, kit.TextSize(kit.SizeSecondary), fyne.TextStyle{})
		s.wide, s.high, s.y = size.Width, size.Height, float32(c.middle(i))-size.Height/2
		s.x = max(end, c.column()) + kit.Space2
		if c.crossed(s, c.today) {
			s.x = float32(c.x(dayOf(c.today))) + kit.Space2
		}
		if s.x+s.wide <= right {
			return s
		}
	}
	s.x = min(end, right) - kit.Space2 - s.wide
	s.inside = r.bar.endKnown && s.x >= max(float32(c.x(r.bar.from)), c.column())+kit.Space1 && !c.crossed(s, c.today)
	if !s.inside {
		s.x = right - s.wide
	}
	return s
}

// crossed says whether the line of a day runs through a text.
func (c *chart) crossed(s status, day landscape.Date) bool {
	x := float32(c.x(dayOf(day)))
	return s.x <= x && s.x+s.wide >= x
}

// axis writes the years and what they are parted in, and the names of the days.
func (r *chartRenderer) axis() {
	c := r.chart
	used := 0
	write := func(text string, x, y float32, ink fyne.ThemeColorName, bold bool) {
		if used == len(r.marks) {
			t := kit.LineOf("", kit.SizeSecondary, ink, bold)
			r.marks = append(r.marks, t)
			r.head.Add(t)
		}
		t := r.marks[used]
		t.Text, t.Color, t.TextStyle.Bold, t.TextSize = text, kit.Colour(ink), bold, kit.TextSize(kit.SizeSecondary)
		size := t.MinSize()
		t.Hidden = x < c.column() || x+size.Width > c.Size().Width
		put(t, x, y, size.Width, size.Height)
		t.Refresh()
		used++
	}
	r.years(write)
	r.dayNames(write)
	for ; used < len(r.marks); used++ {
		r.marks[used].Hide()
	}
}

type writing func(text string, x, y float32, ink fyne.ThemeColorName, bold bool)

func (r *chartRenderer) years(write writing) {
	c := r.chart
	parts := c.axis.step() < 12
	sticky := ""
	for _, t := range c.axis.ticks(c.words, float64(c.Size().Width-c.column())) {
		x := float32(c.x(t.at))
		if t.year && x >= c.column() || !parts {
			write(yearText(t, parts), x+kit.Space1, 2, kit.Ink, true)
		}
		if parts && x+kit.Space1 >= c.column() {
			write(t.text, x+kit.Space1, 20, kit.Ink2, false)
		}
		if parts && sticky == "" && !t.year && x >= c.column() {
			sticky = fmt.Sprint(dateAt(t.at).Year())
			write(sticky, c.column()+kit.Space1, 2, kit.Ink, true)
		}
		if t.year {
			sticky = "-" // the year stands there itself
		}
	}
}

func yearText(t tick, parts bool) string {
	if parts {
		return fmt.Sprint(dateAt(t.at).Year())
	}
	return t.text
}
