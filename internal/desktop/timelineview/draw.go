package timelineview

import (
	"image"
	"math"
	"sort"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
)

// firstRow is the first row that ends below a height of the rows.
func (c *chart) firstRow(y float32) int {
	return sort.Search(len(c.rows), func(i int) bool { return c.tops[i+1] > y })
}

// shown gives the rows that can be seen: from first up to end.
func (c *chart) shown() (first, end int) {
	first = c.firstRow(c.top)
	end = first
	for end < len(c.rows) && c.tops[end] < c.top+c.Size().Height-headHigh {
		end++
	}
	return first, end
}

// x is where a day stands in the widget.
func (c *chart) x(d days) float64 { return float64(c.column()) + c.axis.x(d) }

// middle is the height of the middle of a row in the widget.
func (c *chart) middle(i int) float64 {
	return float64(headHigh + (c.tops[i]+c.tops[i+1])/2 - c.top)
}

// picture paints what can be seen, but for the texts.
type picture struct {
	*chart
	brush
	looks.Palette
	wide, high, left float64
}

// paint makes the picture, so many pixels wide and high.
func (c *chart) paint(w, h int) image.Image {
	size := c.Size()
	if w <= 0 || h <= 0 || size.Width <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	p := picture{
		chart: c, brush: brush{image.NewRGBA(image.Rect(0, 0, w, h)), float64(w) / float64(size.Width)},
		Palette: kit.Palette(), wide: float64(size.Width), high: float64(size.Height), left: float64(c.column()),
	}
	p.area(0, 0, p.wide, p.high, p.Paper)
	p.grid()
	p.chosen()
	first, end := c.shown()
	for i := first; i < end; i++ {
		p.bar(i)
	}
	p.successions(first, end)
	p.frozen(first, end)
	p.lines()
	p.scrollThumb()
	return p.to
}

// scrollThumb paints the scroll bar as the lists have it.
func (p picture) scrollThumb() {
	from, part := p.scrollBar()
	if part >= 1 {
		return
	}
	room := p.high - float64(headHigh)
	y, high := float64(headHigh)+float64(from), max(float64(part)*room, 24)
	y = min(y, p.high-high)
	bar := looks.Pair{Ink: p.Line, Fill: p.Line}
	p.disc(p.wide-7, y+6, 3, bar)
	p.area(p.wide-10, y+6, p.wide-4, y+high-6, p.Line)
	p.disc(p.wide-7, y+high-6, 3, bar)
}

// grid paints the lines of the axis.
func (p picture) grid() {
	for _, t := range p.axis.ticks(p.words, p.wide-p.left) {
		x, part := p.x(t.at), 0.16
		if t.year {
			part = 0.4
		}
		p.fade(x, float64(headHigh), x+1, p.high, p.Line, part, part)
	}
}

// chosen paints the ground of the row that is selected.
func (p picture) chosen() {
	if i := p.index(p.selected); i >= 0 {
		y := float64(headHigh + p.tops[i] - p.top)
		p.fade(0, y, p.wide, y+float64(p.tops[i+1]-p.tops[i]), p.Primary, 0.14, 0.14)
	}
}

// bar paints one initiative.
func (p picture) bar(i int) {
	r := p.rows[i]
	b, y := r.bar, p.middle(i)-float64(barHigh)/2
	earliest, from, to, latest := p.x(b.earliest), p.x(b.from), p.x(b.to), p.x(b.latest)
	weak := func(known bool) float64 { // how it begins and ends: lightly, or from nothing
		if known {
			return 0.4
		}
		return 0
	}
	edge := 1.0
	if b.startKnown {
		edge = weak(true)
	}
	p.stretch(r, earliest, from, y, weak(b.startKnown), edge)
	p.stretch(r, from, to, y, 1, 1)
	edge = 1.0
	if b.endKnown {
		edge = weak(true)
	}
	p.stretch(r, to, latest, y, edge, weak(b.endKnown))
	p.caps(r, earliest, latest, y)
}

// stretch paints a part of a bar: bands of its themes between two lines.
func (p picture) stretch(r row, x0, x1, y, left, right float64) {
	if x1 <= p.left || x0 >= p.wide {
		return
	}
	fills, line := p.inks(r)
	band := float64(barHigh) / float64(len(fills))
	for i, fill := range fills {
		p.fade(x0, y+float64(i)*band, x1, y+float64(i+1)*band, fill, left, right)
	}
	for _, at := range []float64{y, y + float64(barHigh) - 1} {
		if r.status == landscape.Announced {
			p.dots(x0, x1, at, 1.5, line)
			continue
		}
		p.fade(x0, at, x1, at+1, line, left, right)
	}
}

// inks are the fills of a bar and its outline.
func (p picture) inks(r row) ([]looks.Colour, looks.Colour) {
	switch {
	case r.status == landscape.Ended || len(r.themes) == 0:
		return []looks.Colour{p.Ended.Fill}, p.Line
	case len(r.themes) == 1:
		return []looks.Colour{p.Theme(r.themes[0]).Fill}, p.Theme(r.themes[0]).Ink
	}
	var fills []looks.Colour
	for _, n := range r.themes {
		fills = append(fills, p.Theme(n).Fill)
	}
	return fills, p.Ink2
}

// caps closes a bar where its dates are known.
func (p picture) caps(r row, earliest, latest, y float64) {
	_, line := p.inks(r)
	if r.bar.startKnown {
		p.area(earliest, y, earliest+1, y+float64(barHigh), line)
	}
	switch {
	case !r.bar.endKnown:
	case r.status == landscape.Ending:
		p.area(latest-3, y-2, latest, y+float64(barHigh)+2, p.Attention.Ink)
	default:
		p.area(latest-1, y, latest, y+float64(barHigh), line)
	}
}

// successions paints thin lines from what ended to what succeeds it.
func (p picture) successions(first, end int) {
	for _, l := range p.links {
		if max(l.from, l.to) < first || min(l.from, l.to) >= end {
			continue
		}
		from, to := p.rows[l.from].bar, p.rows[l.to].bar
		x, y0, y1 := p.beforeToday(p.x(from.to)), p.middle(l.from), p.middle(l.to)
		start := p.x(to.from)
		if to.startKnown {
			start = p.x(to.earliest)
		}
		start = max(start, x) // what had begun already is met where it then was
		half := float64(barHigh) / 2
		if y1 > y0 {
			y0 += half
		} else {
			y0 -= half
		}
		p.area(x, min(y0, y1), x+1, max(y0, y1), p.Ink2)
		p.area(min(x, start), y1, max(x, start), y1+1, p.Ink2)
		p.disc(start, y1+0.5, 3, looks.Pair{Ink: p.Ink2, Fill: p.Ink2})
	}
}

// beforeToday keeps a line off that of today: an end that is not known stands
// there.
func (p picture) beforeToday(x float64) float64 {
	if today := p.x(dayOf(p.today)); math.Abs(x-today) < 4 {
		return today - 6
	}
	return x
}

// lines paints the days: today, the one looked at, and that of the question.
func (p picture) lines() {
	top := float64(headHigh) - 6
	if p.day != p.today {
		p.dashes(p.x(dayOf(p.day)), top, p.Ink2)
	}
	if x := p.x(dayOf(p.today)); x > p.left {
		p.area(x-1, top, x+1, p.high, p.Primary)
	}
	if x := p.x(dayOf(p.cut.Last()) + 1); p.cut.Known() && x > p.left {
		p.dashes(x, top, p.Attention.Ink)
		p.disc(x, top, 5, looks.Pair{Ink: p.Attention.Ink, Fill: p.Attention.Fill})
	}
}

func (p picture) dashes(x, top float64, c looks.Colour) {
	if x <= p.left {
		return
	}
	for y := top; y < p.high; y += 9 {
		p.area(x-1, y, x+1, y+5, c)
	}
}

// frozen paints the column of names over what went under it, and the axis.
func (p picture) frozen(first, end int) {
	p.area(0, 0, p.left, p.high, p.Paper)
	if i := p.index(p.selected); i >= 0 {
		y := float64(headHigh + p.tops[i] - p.top)
		p.fade(0, y, p.left, y+float64(p.tops[i+1]-p.tops[i]), p.Primary, 0.14, 0.14)
	}
	for i := first; i < end; i++ {
		for n, number := range p.rows[i].themes[:min(len(p.rows[i].themes), mostThemes)] {
			x, y := p.badge(i, n)
			p.disc(x, y, 8, p.Theme(number))
		}
		y := float64(headHigh + p.tops[i+1] - p.top)
		p.fade(0, y-1, p.wide, y, p.Line, 0.14, 0.14)
	}
	p.fade(p.left-1, 0, p.left, p.high, p.Line, 0.4, 0.4)
	p.area(0, 0, p.wide, float64(headHigh), p.Paper)
	p.fade(0, float64(headHigh)-1, p.wide, float64(headHigh), p.Line, 0.4, 0.4)
}

// mostThemes is how many badges a row has room for.
const mostThemes = 5

// badge is where the middle of the badge of a row stands.
func (c *chart) badge(i, n int) (x, y float64) {
	themes := min(len(c.rows[i].themes), mostThemes)
	x = float64(c.column()) - float64(kit.Space3) - 8 - float64(themes-1-n)*20
	return x, float64(headHigh+c.tops[i]-c.top+rowRoom) + float64(kindHigh)/2
}
