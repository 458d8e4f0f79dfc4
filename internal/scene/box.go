package scene

import (
	"fmt"
	"math"

	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
)

// writer sets lines of text in a box of a fixed width, from the top.
type writer struct {
	m     *maker
	b     *box
	y     float64
	left  float64
	right float64 // the right edge of text
	on    looks.Colour
}

func (m *maker) write(width float64, on looks.Colour) *writer {
	pad := m.p.pad()
	return &writer{m: m, b: &box{w: width}, y: pad * padUpright, left: pad, right: width - pad, on: on}
}

// padUpright is the part of the pad that stands above and below the text, where
// the lines bring room of their own.
const padUpright = 0.55

// baseline is where a line of a size stands when its top is at y.
func baseline(y, size float64) float64 { return y + size*0.98 }

// put sets one line at x without moving on.
func (w *writer) put(x float64, s string, size float64, bold bool, colour looks.Colour) float64 {
	width := NotoSans.Width(s, size, bold, 0)
	w.b.texts = append(w.b.texts, Text{
		X: x, Y: baseline(w.y, size), Size: size, Bold: bold, Colour: colour, On: w.on, String: s, Width: width,
	})
	return width
}

// paragraph sets a text over as many lines as it takes and moves on.
func (w *writer) paragraph(s string, size float64, bold bool, colour looks.Colour) {
	for _, line := range NotoSans.Wrap(s, size, bold, w.right-w.left) {
		w.put(w.left, line, size, bold, colour)
		w.y += leading(size)
	}
}

// lead sets the line that says how the box is related to the one beside it.
func (w *writer) lead(s string) {
	if s == "" {
		return
	}
	w.paragraph(s, w.m.p.Small, false, w.m.c.Primary)
	w.b.desc = s + ". "
}

// end closes the box at the height the text took.
func (w *writer) end() *box {
	w.b.h = math.Ceil(w.y + w.m.p.pad()*padUpright)
	return w.b
}

// badge is a theme's number in a circle; dashed where the link is inferred.
type badge struct {
	number   int
	inferred bool
}

func (m *maker) badgeRadius() float64 { return m.p.Small * 0.72 }

// headHeight is the height of a first line that may hold badges.
func (m *maker) headHeight() float64 { return 2*m.badgeRadius() + m.p.Small*0.15 }

// badges sets theme badges from the right edge of the line and gives where
// they begin.
func (w *writer) badges(bs []badge) float64 {
	r := w.m.badgeRadius()
	x := w.right
	for i := len(bs) - 1; i >= 0; i-- {
		w.badge(bs[i], Point{x - r, w.y + w.m.headHeight()/2}, r, w.m.p.Small)
		x -= 2*r + 2
	}
	return x
}

func (w *writer) badge(b badge, c Point, r, size float64) {
	pair := w.m.c.Theme(b.number)
	s := Shape{Path: circle(c, r), Fill: &pair.Fill, Stroke: &pair.Ink, Width: 0.8}
	if b.inferred {
		s.Dash = []float64{1.6, 1.3}
	}
	w.b.shapes = append(w.b.shapes, s)
	number := badgeText(b.number)
	width := NotoSans.Width(number, size, true, 0)
	w.b.texts = append(w.b.texts, Text{
		X: c.X - width/2, Y: c.Y + NotoSans.CapHeight(size)/2, Size: size, Bold: true,
		Colour: pair.Ink, On: pair.Fill, String: number, Width: width,
	})
}

// badgeText is what stands in a badge; a theme need not have a number.
func badgeText(number int) string {
	if number == 0 {
		return "–"
	}
	return fmt.Sprint(number)
}

// initiativeBox draws an initiative: its kind as a word and a shape, its
// official name, its status and the themes it addresses.
func (m *maker) initiativeBox(n *landscape.Node, width float64, lead string) *box {
	return m.drawInitiative(n, width, manner{lead: func(w *writer) { w.lead(lead) }})
}

// manner is how a view draws the boxes of initiatives.
type manner struct {
	// lead sets what stands above the kind.
	lead func(*writer)
	// quiet sets the name in secondary ink.
	quiet bool
	// endTold and afterTold say that the lead tells that it ended, and what
	// came after it.
	endTold, afterTold bool
}

func (m *maker) drawInitiative(n *landscape.Node, width float64, as manner) *box {
	status := landscape.StatusOf(n, m.r.Day)
	fill := m.c.Paper
	if status == landscape.Ended {
		fill = m.c.Ended.Fill
	}
	w := m.write(width, fill)
	isTable := landscape.IsTable(n.Kind())
	fold := m.p.Small
	if !isTable {
		w.right -= fold * 0.6
	}
	as.lead(w)
	kind, note := m.w.Or("kind", n.Kind()), m.statusText(n, status)
	if as.endTold {
		note = ""
	}
	low := w.head(kind, note, m.statusInk(status), m.badgesOf(n))
	if !isTable {
		w.right += fold * 0.6
	}
	ink := m.c.Ink
	if as.quiet {
		ink = m.c.Ink2
	}
	w.paragraph(n.Name(), m.p.Text, !as.quiet, ink)
	if low {
		w.paragraph(note, m.p.Small, false, m.statusInk(status))
	}
	b := w.end()
	b.id, b.label = string(n.ID), n.Name()
	b.title = n.Name()
	b.desc += m.describeInitiative(n, as)
	m.frameInitiative(b, isTable, status, fill, fold)
	return b
}

// head sets the first line: kind on the left, status and badges on the right.
// It answers true where there is no room for the status, which then goes under
// the name.
func (w *writer) head(kind, note string, ink looks.Colour, bs []badge) (low bool) {
	size := w.m.p.Small
	kindWide, noteWide := NotoSans.Width(kind, size, false, 0), NotoSans.Width(note, size, false, 0)
	begin := w.badges(bs)
	room := begin - w.left - kindWide - size
	down := (w.m.headHeight() - leading(size)) / 2
	w.y += down
	if room < 0 { // not even the kind fits beside the badges
		right := w.right
		w.right = begin
		w.paragraph(kind, size, false, w.m.c.Ink2)
		w.right = right
		return note != ""
	}
	w.put(w.left, kind, size, false, w.m.c.Ink2)
	low = note != "" && noteWide > room
	if note != "" && !low {
		w.put(begin-noteWide-size/4, note, size, false, ink)
	}
	w.y += leading(size) + down
	return low
}

func (m *maker) frameInitiative(b *box, isTable bool, s landscape.Status, fill looks.Colour, fold float64) {
	frame := Shape{Fill: &fill, Stroke: &m.c.Line, Width: 0.9}
	if s == landscape.Announced {
		frame.Dash, frame.Round = []float64{0.1, 2}, true
	}
	r := Rect{0, 0, b.w, b.h}
	if isTable {
		frame.Path = rounded(r, m.p.Small*0.9)
		b.shapes = append([]Shape{frame}, b.shapes...)
		return
	}
	sheet, corner := folded(r, fold)
	frame.Path = sheet
	b.shapes = append([]Shape{frame, {Path: corner, Stroke: &m.c.Line, Width: 0.9}}, b.shapes...)
}

func (m *maker) statusInk(s landscape.Status) looks.Colour {
	if s == landscape.Ending {
		return m.c.Attention.Ink
	}
	return m.c.Ink2
}

// statusText says in a few words how an initiative stands.
func (m *maker) statusText(n *landscape.Node, s landscape.Status) string {
	start, end := n.Date(landscape.Start), n.Date(landscape.End)
	switch s {
	case landscape.Announced:
		return m.w.T("figure.begins", "Date", m.w.ShortDate(start))
	case landscape.Ending:
		return m.w.T("figure.ends", "Date", m.w.ShortDate(end))
	case landscape.Ended:
		if len(m.l.Successors(n.ID)) > 0 {
			return m.w.T("figure.replaced", "Date", m.w.ShortDate(end))
		}
		return m.w.T("figure.ended", "Date", m.w.ShortDate(end))
	case landscape.Running:
		if end.Known() {
			return m.w.T("figure.until", "Date", m.w.ShortDate(end))
		}
		return ""
	}
	return m.w.T("status.unknown")
}

// badgesOf gives the themes an initiative addresses, by number.
func (m *maker) badgesOf(n *landscape.Node) []badge {
	var bs []badge
	for _, t := range m.l.Nodes(landscape.Theme) {
		found := addressing(m.l, n, t)
		if m.past != nil && m.left(n) {
			found = m.addressing(n, t)
		}
		if len(found) > 0 {
			bs = append(bs, badge{t.Number(), found[0].Certainty == landscape.Inferred})
		}
	}
	return bs
}
