package scene

import (
	"cmp"
	"fmt"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
)

// note is a line of text of the page itself.
func (m *maker) note(id, s string, x, y, size float64, bold bool, ink looks.Colour) Item {
	width := NotoSans.Width(s, size, bold, 0)
	t := Text{X: x, Y: baseline(y, size), Size: size, Bold: bold, Colour: ink, On: m.c.Paper, String: s, Width: width}
	return Item{Role: RoleNote, ID: id, Title: s, Rect: Rect{x, y, width, leading(size)}, Texts: []Text{t}}
}

// header is what stands above the boxes: the titles, but on a screen, and the
// headings of the columns.
func (m *maker) header(p *plan) []Item {
	var items []Item
	y, x := m.p.Margin, m.p.Margin
	if !m.p.onScreen() {
		items = m.titles(p)
		y += m.headerHeight() - m.headingHeight()
	}
	for i, c := range p.columns {
		if c.heading != "" && len(c.boxes) > 0 {
			items = append(items, m.note(fmt.Sprintf("heading-%d", i+1), m.heading(c), x, y, m.p.Small, true, m.c.Ink2))
		}
		x += c.width + m.gutterOf(p)
	}
	return items
}

// titles are the title, what part it is and for whom, and the line under them.
func (m *maker) titles(p *plan) []Item {
	y, x := m.p.Margin, m.p.Margin
	items := []Item{m.note("title", p.title, x, y, m.titleSize(p), true, m.c.Ink)}
	if status := m.statusLine(p); status != "" {
		wide := NotoSans.Width(status, m.p.Small, true, 0)
		down := (m.p.Title - m.p.Small) * 0.98
		items = append(items, m.note("part", status, x+m.p.inner()-wide, y+down, m.p.Small, true, m.c.Ink))
	}
	y += leading(m.p.Title)
	return append(items, m.note("subtitle", p.subtitle, x, y, m.p.Small, false, m.c.Ink2))
}

// heading is the column's, up to the colon where the whole is too wide.
func (m *maker) heading(c *column) string {
	if NotoSans.Width(c.heading, m.p.Small, true, 0) <= c.width {
		return c.heading
	}
	short, _, _ := strings.Cut(c.heading, ":")
	return short
}

// statusLine says which part this is, and for whom where it is not public.
func (m *maker) statusLine(p *plan) string {
	var parts []string
	if concept := m.concept(); concept != "" {
		parts = append(parts, concept)
	}
	if p.parts > 1 {
		parts = append(parts, m.w.T("figure.part", "N", p.part, "Of", p.parts))
	}
	return strings.Join(parts, " · ")
}

// concept says for whom the figure is, and that it is a draft, where it is not
// public.
func (m *maker) concept() string {
	if m.r.Audience == landscape.Public {
		return ""
	}
	return m.w.T("figure.concept", "Audience", m.w.T("audience."+string(m.r.Audience)))
}

// drafted adds that to a text that leaves without the page.
func (m *maker) drafted(text string) string {
	if concept := m.concept(); concept != "" {
		return text + " " + concept + "."
	}
	return text
}

// titleSize is the page's, or what a long title needs to stay on its line, but
// never under the smallest.
func (m *maker) titleSize(p *plan) float64 {
	room := m.p.inner()
	if s := m.statusLine(p); s != "" {
		room -= NotoSans.Width(s, m.p.Small, true, 0) + m.p.Small
	}
	size := m.p.Title
	if wide := NotoSans.Width(p.title, size, true, 0); wide > room {
		size = max(m.p.Small, size*room/wide)
	}
	return size
}

// footer is the legend and the source line.
func (m *maker) footer() []Item {
	y := m.p.Height - m.p.Margin - m.footerHeight() + m.p.Small*0.9
	items := []Item{m.legend(y)}
	y += float64(len(m.samplesByRow)) * m.legendLeading()
	for i, line := range m.sourceRows {
		items = append(items, m.note(fmt.Sprintf("source-%d", i+1), line, m.p.Margin, y, m.p.Small, false, m.c.Ink2))
		y += leading(m.p.Small)
	}
	return items
}

func (m *maker) sourceText() string {
	var names []string
	for _, n := range m.l.Nodes(landscape.Document) {
		if n.Flag(landscape.Edition) && !m.r.Day.Before(n.Date(landscape.DateOn).First()) {
			names = append(names, n.Name())
		}
	}
	if m.past != nil {
		names = m.past.editions()
	}
	if m.r.View == Overview {
		if e := m.l.OverviewOn(m.r.Day).Edition; e != nil {
			names = []string{e.Name()}
		}
	}
	if len(names) == 0 {
		return m.w.T("figure.source-own")
	}
	text := m.w.T("figure.source", "Names", strings.Join(names, "; "))
	if m.r.View == AgendaLists { // it has no lines
		return text
	}
	if m.past != nil { // where dots mean something else
		return text + " " + m.w.T("figure.difference.dashed")
	}
	return text + " " + m.w.T("figure.source-dashed")
}

// caption is the line for under the figure in a report.
func (m *maker) caption(p *plan) string {
	if m.past != nil {
		return m.drafted(m.captionOfDays(p))
	}
	return m.drafted(m.w.T("figure.caption", "Title", p.title, "Day", m.w.Date(m.r.Day), "Source", m.sourceText()))
}

// description is what a screen reader says of the whole page.
func (m *maker) description(p *plan) string {
	text := p.subtitle + ". " + p.sentence
	if p.parts > 1 {
		text += " " + m.w.T("figure.part", "N", p.part, "Of", p.parts) + "."
	}
	return m.drafted(text)
}

// describeInitiative says of an initiative what its box shows, in a sentence.
func (m *maker) describeInitiative(n *landscape.Node, as manner) string {
	s := landscape.StatusOf(n, m.r.Day)
	parts := []string{m.w.Or("kind", n.Kind())}
	if !as.endTold {
		parts = append(parts, cmp.Or(m.statusText(n, s), m.w.T("status."+string(s))))
	}
	if !as.afterTold {
		for _, next := range m.l.Successors(n.ID) {
			parts = append(parts, m.w.T("figure.succeeded", "Name", next.Name()))
		}
	}
	var themes []string
	for _, b := range m.badgesOf(n) {
		t := fmt.Sprint(b.number)
		if b.inferred {
			t += " (" + m.w.T("certainty.inferred") + ")"
		}
		themes = append(themes, t)
	}
	if len(themes) > 0 {
		parts = append(parts, m.w.N("figure.works-on", len(themes), "Themes", strings.Join(themes, ", ")))
	}
	return strings.Join(parts, "; ")
}
