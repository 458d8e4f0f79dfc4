package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// agendaView: the lists of the work agenda beside each other, in the order of
// the board; of one theme where the request names it. What does not fit one
// page has a page, or more, for each theme. It has no lines.
func (m *maker) agendaView() ([]*plan, error) {
	whole := agenda.BoardOf(m.l, m.r.Day, m.r.Theme)
	if countCards(whole) == 0 {
		return nil, ErrNothing
	}
	group := ""
	if m.r.Theme != "" {
		theme, err := m.l.Find(m.r.Theme)
		if err != nil {
			return nil, err
		}
		group = m.themeName(theme)
	}
	plans, err := m.agendaPages([]agendaGroup{{group, whole}})
	if m.r.Theme == "" && len(plans) > 1 {
		plans, err = m.agendaPages(m.agendaGroups(whole))
	}
	for _, p := range plans {
		p.told = m.agendaPage(whole, group)
	}
	return plans, err
}

// agendaGroup is what one page holds, before it is split, and its name.
type agendaGroup struct {
	name  string
	board agenda.Board
}

// agendaGroups gives the board of each theme, with all that belongs to it, and
// one of what belongs to none.
func (m *maker) agendaGroups(whole agenda.Board) []agendaGroup {
	var groups []agendaGroup
	for _, t := range m.l.Nodes(landscape.Theme) {
		if of := agenda.BoardOf(m.l, m.r.Day, t.ID); countCards(of) > 0 {
			groups = append(groups, agendaGroup{m.themeName(t), of})
		}
	}
	rest := agenda.Board{
		Bottlenecks: withoutTheme(whole.Bottlenecks), Stock: withoutTheme(whole.Stock),
		Underway: withoutTheme(whole.Underway), Done: withoutTheme(whole.Done),
	}
	if countCards(rest) > 0 {
		groups = append(groups, agendaGroup{m.w.T("figure.across"), rest})
	}
	return groups
}

func withoutTheme(cards []agenda.Card) []agenda.Card {
	return slices.DeleteFunc(slices.Clone(cards), func(c agenda.Card) bool {
		return slices.ContainsFunc(c.Themes, func(n *landscape.Node) bool { return n.Type == landscape.Theme })
	})
}

func countCards(b agenda.Board) int {
	return len(b.Bottlenecks) + len(b.Stock) + len(b.Underway) + len(b.Done)
}

func (m *maker) themeName(t *landscape.Node) string {
	return m.w.T("figure.theme", "N", t.Number(), "Name", t.ShortName())
}

// agendaPages gives every list a column, or, where that takes more pages, puts
// the empty lists together and gives their room to the full ones. All groups
// are drawn alike.
func (m *maker) agendaPages(groups []agendaGroup) ([]*plan, error) {
	var best []*plan
	for _, draw := range []func(agenda.Board, string) ([]*plan, error){m.agendaEven, m.agendaDense} {
		var plans []*plan
		for _, g := range groups {
			pages, err := draw(g.board, g.name)
			if err != nil {
				return nil, err
			}
			plans = append(plans, pages...)
		}
		if best == nil || len(plans) < len(best) {
			best = plans
		}
	}
	return best, nil
}

func (m *maker) agendaEven(b agenda.Board, group string) ([]*plan, error) {
	return m.chunked(m.agendaPage(b, group))
}

// agendaPage is a page with a column for each list, however high.
func (m *maker) agendaPage(b agenda.Board, group string) *plan {
	p := m.agendaFrame(b, group)
	width := m.agendaWidth()
	for _, list := range agenda.Lists() {
		c := &column{heading: m.listHeading(b, list), width: width, boxes: m.cardBoxes(b, list, width)}
		if len(c.boxes) == 0 {
			c.boxes = []*box{m.emptyBox(list, m.w.T("figure.agenda.empty"), "", width)}
		}
		p.columns = append(p.columns, c)
	}
	return p
}

// agendaFrame is the page without its columns.
func (m *maker) agendaFrame(b agenda.Board, group string) *plan {
	p := &plan{title: m.w.T("figure.agenda.title"), subtitle: m.subtitle(nil)}
	if group != "" {
		p.subtitle = group + " · " + p.subtitle
	}
	p.sentence = m.w.N("figure.agenda.sentence", countCards(b))
	return p
}

// agendaWidth is that of each of the columns.
func (m *maker) agendaWidth() float64 {
	n := float64(len(agenda.Lists()))
	return (m.p.inner() - m.p.Gutter*0.3*(n-1)) / n
}

func (m *maker) listHeading(b agenda.Board, list string) string {
	return m.w.T("figure.agenda.list", "List", m.w.T("list."+list), "N", len(b.List(list)))
}

func (m *maker) cardBoxes(b agenda.Board, list string, width float64) []*box {
	var boxes []*box
	for _, card := range b.List(list) {
		drawn := m.nodeBox(card.Node, width, m.cardLead(card))
		drawn.desc = strings.TrimSuffix(drawn.desc, ". ") + m.cardThemes(card)
		boxes = append(boxes, drawn)
	}
	return boxes
}

// agendaDense gives the room of the empty lists to the highest ones, which then
// run on in a next column; the empty ones share the last.
func (m *maker) agendaDense(b agenda.Board, group string) ([]*plan, error) {
	width := m.agendaWidth()
	var parts []*listPart
	var empty []*box
	for _, list := range agenda.Lists() {
		boxes := m.cardBoxes(b, list, width)
		if len(boxes) == 0 {
			title := m.w.T("figure.agenda.empty-list", "List", m.w.T("list."+list))
			empty = append(empty, m.emptyBox(list, m.w.T("list."+list), title, width))
			continue
		}
		parts = append(parts, &listPart{list: list, boxes: boxes, columns: 1})
	}
	spare := len(agenda.Lists()) - len(parts)
	if len(empty) > 0 {
		spare--
	}
	for range spare {
		m.highest(parts).columns++
	}
	pages := 1
	for _, part := range parts {
		pages = max(pages, (len(m.stacks(part.boxes, m.contentHeight()))+part.columns-1)/part.columns)
	}
	for _, part := range parts {
		var err error
		if part.stacks, err = m.cut(part.boxes, pages*part.columns); err != nil {
			return nil, err
		}
	}
	return m.densePages(b, group, parts, empty, pages), nil
}

// listPart is a list that takes a number of columns.
type listPart struct {
	list    string
	boxes   []*box
	columns int
	// stacks are its boxes as they stand in its columns, page after page.
	stacks [][]*box
}

// highest is the list whose columns are highest.
func (m *maker) highest(parts []*listPart) *listPart {
	return slices.MaxFunc(parts, func(a, b *listPart) int {
		ha, hb := stackHeight(a.boxes, m.p.Gap)/float64(a.columns), stackHeight(b.boxes, m.p.Gap)/float64(b.columns)
		return int(ha - hb)
	})
}

func (m *maker) densePages(b agenda.Board, group string, parts []*listPart, empty []*box, pages int) []*plan {
	width := m.agendaWidth()
	plans := make([]*plan, pages)
	for n := range plans {
		p := m.agendaFrame(b, group)
		for _, part := range parts {
			heading := m.listHeading(b, part.list)
			for i := range part.columns {
				c := &column{heading: heading, width: width}
				if at := n*part.columns + i; at < len(part.stacks) {
					c.boxes = part.stacks[at]
				}
				p.columns = append(p.columns, c)
				heading = m.w.T("figure.agenda.more", "List", m.w.T("list."+part.list))
			}
		}
		if len(empty) > 0 {
			p.columns = append(p.columns, &column{heading: m.w.T("figure.agenda.empty-lists"), width: width, boxes: empty})
		}
		plans[n] = p
	}
	return plans
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

// cardThemes says to which themes an item belongs, for who hears the figure.
func (m *maker) cardThemes(c agenda.Card) string {
	var numbers []string
	for _, t := range c.Themes {
		if t.Type == landscape.Theme {
			numbers = append(numbers, fmt.Sprint(t.Number()))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	slices.Sort(numbers)
	return "; " + m.w.N("figure.agenda.themes", len(numbers), "Themes", strings.Join(numbers, ", "))
}

// emptyBox says that a list holds nothing. Title is what it says where its text
// leaves something to the heading; else "".
func (m *maker) emptyBox(list, text, title string, width float64) *box {
	w := m.write(width, m.c.Paper)
	w.paragraph(text, m.p.Small, false, m.c.Ink2)
	b := w.end()
	b.id, b.label, b.title = "empty-"+list, text, cmp.Or(title, text)
	frame := Shape{Path: rectangle(Rect{0, 0, b.w, b.h}), Fill: &m.c.Paper, Stroke: &m.c.Line, Width: 0.6, Dash: []float64{2, 2}}
	b.shapes = append([]Shape{frame}, b.shapes...)
	return b
}
