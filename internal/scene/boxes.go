package scene

import (
	"fmt"

	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
)

// nodeBox draws any node in the shape of its type. Lead is a line above the
// name that says how it is related; it may be empty.
func (m *maker) nodeBox(n *landscape.Node, width float64, lead string) *box {
	switch n.Type {
	case landscape.Initiative:
		return m.initiativeBox(n, width, lead)
	case landscape.Bottleneck:
		return m.bottleneckBox(n, width, lead)
	case landscape.Theme:
		return m.themeBox(n, width, 0, lead)
	}
	return m.plainBox(n, width, lead)
}

// themeBox draws a theme: its number in a badge, its name, its phase. A height
// of 0 is what the text takes.
func (m *maker) themeBox(n *landscape.Node, width, height float64, lead string) *box {
	pair := m.c.Theme(n.Number())
	w := m.write(width, pair.Fill)
	if m.past != nil {
		w.changeLead(isChanged, lead, lead)
	} else {
		w.lead(lead)
	}
	r := m.p.Theme * 0.85
	beside := 2*r + m.p.pad()*0.7
	before := w.y
	centre := Point{m.p.pad() + r, before + r}
	if longestWord(n.Name(), m.p.Theme) <= w.right-w.left-beside {
		w.left += beside
	} else { // a narrow box has its badge above the name
		centre.X = w.left + r
		w.y += 2*r + m.p.pad()*0.3
	}
	w.paragraph(n.Name(), m.p.Theme, true, m.c.Ink)
	if phase := n.Get(landscape.PhaseOf); phase != "" {
		w.paragraph(m.w.Or("phase", phase), m.p.Small, false, m.c.Ink2)
	}
	w.y = max(w.y, before+2*r)
	w.badgeIn(n.Number(), centre, r)
	b := w.end()
	if height > b.h {
		b.centre(height)
	}
	b.id, b.label, b.title = string(n.ID), n.Name(), m.w.T("figure.theme", "N", n.Number(), "Name", n.Name())
	b.desc += n.Get(landscape.Goal)
	b.spread = true
	frame := Shape{Path: rounded(Rect{0, 0, b.w, b.h}, 4), Fill: &pair.Fill, Stroke: &pair.Ink, Width: 1.1}
	b.shapes = append([]Shape{frame}, b.shapes...)
	return b
}

// longestWord is the width of the widest word of a bold text.
func longestWord(s string, size float64) float64 {
	wide := 0.0
	for _, word := range splitWords(s) {
		wide = max(wide, NotoSans.Width(word, size, true, 0))
	}
	return wide
}

// badgeIn is a full badge: the theme's ink behind, its number in paper.
func (w *writer) badgeIn(number int, c Point, r float64) {
	pair, size := w.m.c.Theme(number), w.m.p.Theme
	w.b.shapes = append(w.b.shapes, Shape{Path: circle(c, r), Fill: &pair.Ink})
	s := badgeText(number)
	width := NotoSans.Width(s, size, true, 0)
	w.b.texts = append(w.b.texts, Text{
		X: c.X - width/2, Y: c.Y + NotoSans.CapHeight(size)/2, Size: size, Bold: true,
		Colour: w.m.c.Paper, On: pair.Ink, String: s, Width: width,
	})
}

// centre gives the box a greater height with its contents in the middle.
func (b *box) centre(height float64) {
	down := (height - b.h) / 2
	for i := range b.shapes {
		b.shapes[i].Path = b.shapes[i].Path.shift(0, down)
	}
	for i := range b.texts {
		b.texts[i].Y += down
	}
	b.h = height
}

// stuurgroepBox draws the body that connects: dark, so that the eye begins
// there. Lead is a line above its name; it may be empty.
func (m *maker) stuurgroepBox(n *landscape.Node, width float64, lead string) *box {
	w := m.write(width, m.c.Primary)
	if lead != "" {
		w.paragraph(lead, m.p.Small, false, m.c.Paper)
	}
	w.paragraph(n.Name(), m.p.Theme, true, m.c.Paper)
	w.paragraph(m.w.T("figure.connector"), m.p.Small, false, m.c.Paper)
	b := w.end()
	b.id, b.label, b.title, b.desc = string(n.ID), n.Name(), n.Name(), n.Get(landscape.Goal)
	if lead != "" {
		b.desc = lead + ". " + b.desc
	}
	frame := Shape{Path: rounded(Rect{0, 0, b.w, b.h}, 4), Fill: &m.c.Primary}
	b.shapes = append([]Shape{frame}, b.shapes...)
	return b
}

// bottleneckBox draws a bottleneck with where it lies.
func (m *maker) bottleneckBox(n *landscape.Node, width float64, lead string) *box {
	w := m.write(width, m.c.Paper)
	notch := m.p.Small * 0.8
	w.left += notch
	w.lead(lead)
	o := m.l.OwnershipOf(n.ID, m.r.Day)
	state := m.w.T("state." + string(o.State))
	mark := m.p.Small * 0.9
	w.stateMark(o.State, w.left, w.y+(leading(m.p.Small)-mark)/2, mark)
	text := w.left
	w.left += mark * 1.9
	w.paragraph(m.stateLine(o, state), m.p.Small, false, m.c.Ink2)
	w.left = text
	w.paragraph(n.ShortName(), m.p.Text, true, m.c.Ink)
	b := w.end()
	b.id, b.label, b.title = string(n.ID), n.ShortName(), n.Name()
	b.desc += m.stateLine(o, state)
	frame := Shape{Path: notched(Rect{0, 0, b.w, b.h}, notch*0.7), Fill: &m.c.Paper, Stroke: &m.c.Line, Width: 0.9}
	b.shapes = append([]Shape{frame}, b.shapes...)
	return b
}

// stateLine is the state in words; an unowned bottleneck with inferred owners
// says so.
func (m *maker) stateLine(o landscape.Ownership, state string) string {
	if o.State == landscape.Unowned && len(o.Probable) > 0 {
		return m.w.N("figure.probable", len(o.Probable), "State", state)
	}
	return state
}

// stateMark draws the sign of a state in a square of a side.
func (w *writer) stateMark(s landscape.State, x, y, side float64) {
	line := func(p Path, ink looks.Colour) {
		w.b.shapes = append(w.b.shapes, Shape{Path: p, Stroke: &ink, Width: side * 0.14, Round: true})
	}
	ink, attention := w.m.c.Ink2, w.m.c.Attention.Ink
	mid := y + side/2
	switch s {
	case landscape.Owned:
		line(tick(x, y, side), ink)
	case landscape.Shared:
		line(tick(x, y, side), ink)
		line(tick(x+side*0.55, y, side), ink)
	case landscape.Orphaned:
		line(new(path).move(x, mid).line(x+side*0.55, mid).Path, attention)
		line(new(path).move(x+side*0.95, mid).line(x+side*1.5, mid).Path, attention)
		line(new(path).move(x+side*0.6, y).line(x+side*0.9, y+side).Path, attention)
	default:
		line(circle(Point{x + side/2, mid}, side*0.4), attention)
	}
}

// plainBox draws organisations as pills, actions with a tick box, documents as
// sheets, ambitions and bodies as plain boxes, with the type as a word.
func (m *maker) plainBox(n *landscape.Node, width float64, lead string) *box {
	w := m.write(width, m.c.Paper)
	round := n.Type == landscape.Organisation
	if round {
		w.left += m.p.pad() * 0.8
		w.right -= m.p.pad() * 0.8
	}
	w.lead(lead)
	if n.Type == landscape.Action {
		side := m.p.Small
		at := Rect{w.left, w.y + 1, side, side}
		w.b.shapes = append(w.b.shapes, Shape{Path: rectangle(at), Stroke: &m.c.Ink2, Width: 0.8})
		w.left += side * 1.5
	}
	w.paragraph(m.typeWord(n), m.p.Small, false, m.c.Ink2)
	w.paragraph(n.Name(), m.p.Text, true, m.c.Ink)
	b := w.end()
	b.id, b.label, b.title = string(n.ID), n.Name(), n.Name()
	b.desc += m.typeWord(n) + ". " + n.Get(landscape.Goal)
	frame := Shape{Fill: &m.c.Paper, Stroke: &m.c.Line, Width: 0.9}
	switch n.Type {
	case landscape.Organisation:
		frame.Path = rounded(Rect{0, 0, b.w, b.h}, b.h/2)
	case landscape.Document:
		frame.Path, _ = folded(Rect{0, 0, b.w, b.h}, m.p.Small)
	default:
		frame.Path = rectangle(Rect{0, 0, b.w, b.h})
	}
	b.shapes = append([]Shape{frame}, b.shapes...)
	return b
}

func (m *maker) typeWord(n *landscape.Node) string {
	word := m.w.T("type." + string(n.Type))
	if n.Type == landscape.Ambition {
		return fmt.Sprintf("%s %d", word, n.Number())
	}
	return word
}
