package scene

import (
	"context"
	"math"

	"snijvlak/internal/landscape"
)

// Room above and below the boxes, in lines of the page's type.
func (m *maker) headerHeight() float64 {
	if m.p.onScreen() {
		return m.headingHeight()
	}
	return leading(m.p.Title) + leading(m.p.Small) + m.p.Small*0.9 + m.headingHeight()
}

func (m *maker) headingHeight() float64 { return leading(m.p.Small) + m.p.Small*0.3 }

func (m *maker) footerHeight() float64 {
	return m.p.Small*0.9 + float64(len(m.samplesByRow))*m.legendLeading() + leading(m.p.Small)*float64(len(m.sourceRows))
}

// contentHeight is what remains for boxes.
func (m *maker) contentHeight() float64 {
	return m.p.Height - 2*m.p.Margin - m.headerHeight() - m.footerHeight()
}

// sized is the maker with the height of a page that grows with its boxes.
func (m *maker) sized(p *plan) *maker {
	if !m.p.endless() {
		return m
	}
	tallest := 0.0
	for _, c := range p.columns {
		tallest = max(tallest, c.height(m.p.Gap))
	}
	grown := *m
	grown.p.Height = 2*m.p.Margin + m.headerHeight() + tallest + m.footerHeight()
	return &grown
}

// finish asks the layout for places and puts everything on the page.
func (m *maker) finish(ctx context.Context, p *plan, layout Layout) (Scene, error) {
	m = m.sized(p)
	g := m.graph(p)
	placed, err := layout(ctx, g)
	if err != nil {
		return Scene{}, err
	}
	if err := placed.check(g); err != nil {
		return Scene{}, err
	}
	dx, dy := m.origin(p, placed)
	s := Scene{
		Width: m.p.Width, Height: m.p.Height, Lang: m.w.Lang, Title: p.title,
		Desc: m.description(p), Caption: m.caption(p), Part: p.part, Parts: p.parts, Background: m.c.Paper,
	}
	s.Items = append(s.Items, m.header(p)...)
	s.Items = append(s.Items, m.panel(p, placed, dx, dy)...)
	s.Items = append(s.Items, m.boxItems(p, placed, dx, dy)...)
	for _, k := range p.links {
		s.Items = append(s.Items, k.item(placed.Edges[k.id].shift(dx, dy)))
	}
	s.Items = append(s.Items, m.footer()...)
	return s, nil
}

// graph is what the layout is asked for a page.
func (m *maker) graph(p *plan) Graph {
	g := p.graph()
	g.Gutter, g.Gap, g.Caption = m.gutterOf(p), m.p.Gap, m.caption(p)
	return g
}

// gutterOf spreads the columns over the width of the page.
func (m *maker) gutterOf(p *plan) float64 {
	room := m.p.inner()
	for _, c := range p.columns {
		room -= c.width
	}
	return room / math.Max(float64(len(p.columns)-1), 1)
}

// origin is how far the layout is moved: its first boxes go under the
// headings, its columns between the margins.
func (m *maker) origin(p *plan, placed Placement) (dx, dy float64) {
	left, topmost := math.Inf(1), math.Inf(1)
	offset := 0.0
	for _, c := range p.columns {
		for i, b := range c.boxes {
			at := placed.Nodes[b.id]
			left = math.Min(left, at.X-b.w/2-offset)
			if i == 0 {
				topmost = math.Min(topmost, at.Y-b.h/2)
			}
		}
		offset += c.width + m.gutterOf(p)
	}
	return m.p.Margin - left, m.p.Margin + m.headerHeight() - topmost
}

// boxItems puts the boxes in reading order: the middle first, then the columns
// from the left.
func (m *maker) boxItems(p *plan, placed Placement, dx, dy float64) []Item {
	var items []Item
	add := func(c *column) {
		for _, b := range c.boxes {
			at := placed.Nodes[b.id]
			items = append(items, b.item(at.X-b.w/2+dx, at.Y-b.h/2+dy))
		}
	}
	if p.hasPanel {
		add(p.columns[p.panel])
	}
	for i, c := range p.columns {
		if !p.hasPanel || i != p.panel {
			add(c)
		}
	}
	return items
}

func (b *box) item(x, y float64) Item {
	it := Item{
		Role: RoleBox, ID: b.id, Title: b.title, Desc: b.desc,
		Rect: Rect{x, y, b.w, b.h},
	}
	for _, s := range b.shapes {
		s.Path = s.Path.shift(x, y)
		it.Shapes = append(it.Shapes, s)
	}
	for _, t := range b.texts {
		t.X, t.Y = t.X+x, t.Y+y
		it.Texts = append(it.Texts, t)
	}
	return it
}

// panel is the ground behind the middle column: the Stuurgroep connects what
// stands on it.
func (m *maker) panel(p *plan, placed Placement, dx, dy float64) []Item {
	if !p.hasPanel || m.r.View == Neighbourhood {
		return nil
	}
	c := p.columns[p.panel]
	if len(c.boxes) == 0 {
		return nil
	}
	first, last := c.boxes[0], c.boxes[len(c.boxes)-1]
	a, z := placed.Nodes[first.id], placed.Nodes[last.id]
	r := Rect{a.X - c.width/2 + dx, a.Y - first.h/2 + dy, c.width, 0}
	r.H = z.Y + last.h/2 + dy - r.Y
	r = r.Inset(-m.p.Gap)
	return []Item{{
		Role: RoleNote, ID: "panel", Title: m.w.T("figure.panel"), Rect: r,
		Shapes: []Shape{{Path: rounded(r, 6), Fill: &m.c.Canvas}},
	}}
}

// subtitle says of which day and edition the figure is, and for whom.
func (m *maker) subtitle(edition *landscape.Node) string {
	text := m.w.T("figure.as-of", "Day", m.w.Date(m.r.Day))
	if edition != nil {
		text += " · " + m.w.T("figure.edition", "Name", edition.Name())
	}
	return text
}
