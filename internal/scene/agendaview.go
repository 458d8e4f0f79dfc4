package scene

import (
	"strings"

	"snijvlak/internal/agenda"
)

// agendaView: the lists of the work agenda beside each other, in the order of
// the board; of one theme where the request names it. It has no lines.
func (m *maker) agendaView() ([]*plan, error) {
	p := &plan{title: m.w.T("figure.agenda.title"), subtitle: m.subtitle(nil)}
	if m.r.Theme != "" {
		theme, err := m.l.Find(m.r.Theme)
		if err != nil {
			return nil, err
		}
		p.subtitle = m.w.T("figure.theme", "N", theme.Number(), "Name", theme.ShortName()) + " · " + p.subtitle
	}
	board := agenda.BoardOf(m.l, m.r.Day, m.r.Theme)
	lists := agenda.Lists()
	gutter := m.p.Gutter * 0.3
	width := (m.p.inner() - gutter*float64(len(lists)-1)) / float64(len(lists))
	all := 0
	for _, list := range lists {
		cards := board.List(list)
		all += len(cards)
		c := &column{heading: m.w.T("figure.agenda.list", "List", m.w.T("list."+list), "N", len(cards)), width: width}
		for _, card := range cards {
			c.boxes = append(c.boxes, m.nodeBox(card.Node, width, m.cardLead(card)))
		}
		if len(cards) == 0 {
			c.boxes = append(c.boxes, m.emptyBox(list, width))
		}
		p.columns = append(p.columns, c)
	}
	if all == 0 {
		return nil, ErrNothing
	}
	p.sentence = m.w.N("figure.agenda.sentence", all)
	return m.chunked(p)
}

// cardLead says where an item was placed, with the answer there, or else who
// leads it.
func (m *maker) cardLead(c agenda.Card) string {
	var parts []string
	for _, r := range c.Placed {
		text := m.nameOf(r.To)
		if r.Stage != "" {
			text = m.w.T("stage."+r.Stage) + ": " + text
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		for _, n := range c.Leads {
			parts = append(parts, m.w.T("figure.agenda.lead", "Name", n.ShortName()))
		}
	}
	return strings.Join(parts, " · ")
}

// emptyBox says that a list holds nothing.
func (m *maker) emptyBox(list string, width float64) *box {
	w := m.write(width, m.c.Paper)
	text := m.w.T("figure.agenda.empty")
	w.paragraph(text, m.p.Small, false, m.c.Ink2)
	b := w.end()
	b.id, b.label, b.title = "empty-"+list, text, text
	frame := Shape{Path: rectangle(Rect{0, 0, b.w, b.h}), Fill: &m.c.Paper, Stroke: &m.c.Line, Width: 0.6, Dash: []float64{2, 2}}
	b.shapes = append([]Shape{frame}, b.shapes...)
	return b
}
