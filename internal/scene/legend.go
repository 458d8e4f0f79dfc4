package scene

import (
	"snijvlak/internal/landscape"
)

// sample is one entry of the legend: a mark, drawn in a cell, and its words.
type sample struct {
	words string
	draw  func(w *writer, cell Rect)
}

func (m *maker) legendLeading() float64 { return leading(m.p.Small) + m.p.Small*0.35 }

// cellWidth is the room of a mark.
func (m *maker) cellWidth() float64 { return m.p.Small * 2.4 }

// samples are the marks that the view uses.
func (m *maker) samples() []sample {
	initiatives := []sample{
		{m.w.T("legend.table"), func(w *writer, c Rect) { w.frame(rounded(c, c.H/3)) }},
		{m.w.T("legend.programme"), func(w *writer, c Rect) {
			sheet, corner := folded(c, c.H*0.45)
			w.frame(sheet)
			w.stroke(corner)
		}},
		{m.w.T("legend.ended"), func(w *writer, c Rect) {
			w.b.shapes = append(w.b.shapes, Shape{Path: rectangle(c), Fill: &m.c.Ended.Fill, Stroke: &m.c.Line, Width: 0.9})
		}},
		{m.w.T("legend.badge"), func(w *writer, c Rect) {
			w.badgeAt(badge{number: 1}, Point{c.X + c.W/2, c.Y + c.H/2})
		}},
	}
	lines := []sample{
		{m.w.T("legend.stated"), m.lineSample(landscape.Stated)},
		{m.w.T("legend.inferred"), m.lineSample(landscape.Inferred)},
		{m.w.T("legend.confirmed"), m.lineSample(landscape.Confirmed)},
	}
	switch m.r.View {
	case Ownership:
		return append(m.stateSamples(), append(initiatives[:3:3], lines...)...)
	case Difference:
		return m.changeSamples()
	case AgendaLists:
		return m.stateSamples()
	case Overlaps:
		lines[0].words = m.w.T("legend.judged")
		lines[1].words = m.w.T("legend.proposed")
		return append(initiatives, lines[:2]...)
	case Neighbourhood:
		return append(initiatives[:3:3], lines...)
	}
	return append(initiatives, lines...)
}

func (m *maker) stateSamples() []sample {
	var samples []sample
	for _, s := range landscape.States {
		samples = append(samples, sample{m.w.T("state." + string(s)), func(w *writer, c Rect) {
			side := c.H
			w.stateMark(s, c.X+(c.W-side)/2, c.Y, side)
		}})
	}
	return samples
}

func (m *maker) lineSample(certainty landscape.Certainty) func(*writer, Rect) {
	return styleSample(lineStyleOf(certainty, m.c.Ink2))
}

func styleSample(s lineStyle) func(*writer, Rect) {
	return func(w *writer, c Rect) {
		mid := c.Y + c.H/2
		line := new(path).move(c.X, mid).line(c.X+c.W, mid).Path
		w.b.shapes = append(w.b.shapes, Shape{Path: line, Stroke: &s.colour, Width: s.width, Dash: s.dash, Round: s.round})
		if s.dot {
			w.b.shapes = append(w.b.shapes, Shape{Path: circle(Point{c.X + c.W, mid}, 2.2), Fill: &s.colour})
		}
	}
}

func (w *writer) frame(p Path) {
	w.b.shapes = append(w.b.shapes, Shape{Path: p, Fill: &w.m.c.Paper, Stroke: &w.m.c.Line, Width: 0.9})
}

func (w *writer) stroke(p Path) {
	w.b.shapes = append(w.b.shapes, Shape{Path: p, Stroke: &w.m.c.Line, Width: 0.9})
}

func (w *writer) badgeAt(b badge, c Point) { w.badge(b, c, w.m.badgeRadius(), w.m.p.Small) }

// legendRows divides the samples over lines that fit the page.
func (m *maker) legendRows() [][]sample {
	var rows [][]sample
	used := 0.0
	for _, s := range m.samples() {
		wide := m.sampleWidth(s)
		if len(rows) == 0 || used+wide > m.p.inner() {
			rows, used = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], s)
		used += wide
	}
	return rows
}

// sampleWidth is the room of a mark with its words and the space after it.
func (m *maker) sampleWidth(s sample) float64 {
	return m.cellWidth() + m.p.Small*0.6 + NotoSans.Width(s.words, m.p.Small, false, 0) + m.p.Small*1.6
}

// legend explains the marks, in one item.
func (m *maker) legend(y float64) Item {
	w := m.write(m.p.inner(), m.c.Paper)
	w.y = y
	for _, row := range m.samplesByRow {
		x := m.p.Margin
		for _, s := range row {
			height := m.p.Small * 0.95
			s.draw(w, Rect{x, w.y + (leading(m.p.Small)-height)/2, m.cellWidth(), height})
			w.put(x+m.cellWidth()+m.p.Small*0.6, s.words, m.p.Small, false, m.c.Ink2)
			x += m.sampleWidth(s)
		}
		w.y += m.legendLeading()
	}
	return Item{
		Role: RoleNote, ID: "legend", Title: m.w.T("legend.title"),
		Rect: Rect{m.p.Margin, y, m.p.inner(), w.y - y}, Shapes: w.b.shapes, Texts: w.b.texts,
	}
}
