package scene

import (
	"slices"

	"snijvlak/internal/landscape"
)

// overview: themes in the middle under the Stuurgroep, tables on the left,
// programmes and agendas on the right.
func (m *maker) overview() ([]*plan, error) {
	o := m.l.OverviewOn(m.r.Day)
	return m.overviewPlans(o.Initiatives, m.w.T("figure.overview.title"))
}

// overviewPlans is one page with all of an overview, or what it takes by theme.
func (m *maker) overviewPlans(initiatives []*landscape.Node, title string) ([]*plan, error) {
	if len(initiatives) == 0 {
		return nil, ErrNothing
	}
	themes := m.l.Nodes(landscape.Theme)
	whole := m.themesPlan(initiatives, themes)
	whole.title, whole.subtitle = title, m.subtitleOf(initiatives, themes)
	if m.fits(whole) {
		return []*plan{whole}, nil
	}
	return m.splitByTheme(initiatives, themes, title)
}

// subtitleOf is the line under the title of an overview: its day and edition,
// or of a difference what happened to those initiatives.
func (m *maker) subtitleOf(initiatives, themes []*landscape.Node) string {
	if m.past != nil {
		return m.tally(initiatives, themes)
	}
	return m.subtitle(m.l.OverviewOn(m.r.Day).Edition)
}

// themeView: one theme with every initiative that addresses it and is in
// force, or that the overview of the day holds.
func (m *maker) themeView() ([]*plan, error) {
	theme, err := m.l.Find(m.r.Theme)
	if err != nil {
		return nil, err
	}
	listed := m.l.OverviewOn(m.r.Day)
	var found []*landscape.Node
	for _, n := range m.inEditionOrder(listed.Initiatives) {
		if m.addresses(n, theme) && (landscape.InForce(n, m.r.Day) || slices.Contains(listed.Initiatives, n)) {
			found = append(found, n)
		}
	}
	p := m.themesPlan(found, []*landscape.Node{theme})
	p.title = m.w.T("figure.theme", "N", theme.Number(), "Name", theme.Name())
	p.subtitle = m.subtitle(nil)
	return m.chunked(p)
}

// inEditionOrder gives all initiatives, those of the edition first.
func (m *maker) inEditionOrder(listed []*landscape.Node) []*landscape.Node {
	all := slices.Clone(listed)
	for _, n := range m.l.Nodes(landscape.Initiative) {
		if !slices.Contains(listed, n) {
			all = append(all, n)
		}
	}
	return all
}

func (m *maker) addresses(n, theme *landscape.Node) bool { return len(m.addressing(n, theme)) > 0 }

// addressing gives the relations by which an initiative works on a theme, or in
// a difference those by which it did.
func (m *maker) addressing(n, theme *landscape.Node) []landscape.Relation {
	found := addressing(m.l, n, theme)
	if m.past != nil && len(found) == 0 {
		return addressing(m.past.before, n, theme)
	}
	return found
}

func addressing(l *landscape.Landscape, n, theme *landscape.Node) []landscape.Relation {
	return slices.DeleteFunc(slices.Clone(l.Between(n.ID, theme.ID)),
		func(r landscape.Relation) bool { return r.Link != landscape.Addresses })
}

// themesPlan puts initiatives beside themes. Within a column they stand in the
// order of their first theme, then as given.
func (m *maker) themesPlan(initiatives, themes []*landscape.Node) *plan {
	wide := m.middleWidth()
	side := (m.p.inner() - wide - 2*m.p.Gutter) / 2
	left := &column{heading: m.w.T("figure.tables"), width: side}
	middle := &column{width: wide}
	right := &column{heading: m.w.T("figure.programmes"), width: side}
	p := &plan{columns: []*column{left, middle, right}, panel: 1, hasPanel: true}
	m.fillMiddle(middle, themes)

	ordered := slices.Clone(initiatives)
	slices.SortStableFunc(ordered, func(a, b *landscape.Node) int { return m.firstTheme(a) - m.firstTheme(b) })
	for _, n := range ordered {
		b := m.overviewBox(n, side)
		if landscape.IsTable(n.Kind()) {
			left.boxes = append(left.boxes, b)
		} else {
			right.boxes = append(right.boxes, b)
		}
		for _, t := range themes {
			p.links = append(p.links, m.themeLinks(n, t)...)
		}
	}
	key, days := "figure.overview.sentence", []any(nil)
	if m.past != nil {
		key, days = "figure.difference.sentence", []any{"Since", m.w.Date(m.past.since), "Day", m.w.Date(m.r.Day)}
	}
	p.sentence = m.w.T(key, append(days,
		"Tables", m.w.N("figure.n-tables", len(left.boxes)), "Programmes", m.w.N("figure.n-programmes", len(right.boxes)))...)
	return p
}

func (m *maker) overviewBox(n *landscape.Node, width float64) *box {
	if m.past != nil {
		return m.changeBox(n, width)
	}
	return m.initiativeBox(n, width, "")
}

// middleWidth is the page's, or what the longest word of a theme needs.
func (m *maker) middleWidth() float64 {
	wide := m.p.Middle
	for _, n := range m.l.Nodes(landscape.Theme, landscape.Body) {
		wide = max(wide, longestWord(n.Name(), m.p.Theme)+2*m.p.pad()+1)
	}
	return min(wide, m.p.inner()/3)
}

// fillMiddle stacks the Stuurgroep and the themes. Their height depends on the
// page alone, so that an initiative more does not move them.
func (m *maker) fillMiddle(c *column, themes []*landscape.Node) {
	room := m.contentHeight()
	for _, n := range m.deciders() {
		b := m.stuurgroepBox(n, c.width, m.renamed(n))
		m.groupRenamed(b, n)
		c.boxes = append(c.boxes, b)
		room -= b.h + m.p.Gap
	}
	each := (room - float64(len(themes)-1)*m.p.Gap) / float64(max(len(themes), 1))
	each = min(each, m.p.themeHeight())
	for _, t := range themes {
		b := m.themeBox(t, c.width, each, m.renamed(t))
		m.groupRenamed(b, t)
		c.boxes = append(c.boxes, b)
	}
}

// deciders are the bodies that decide: the Stuurgroep.
func (m *maker) deciders() []*landscape.Node {
	return slices.DeleteFunc(m.l.Nodes(landscape.Body),
		func(n *landscape.Node) bool { return n.Get(landscape.Role) != "decides" })
}

// firstTheme is the lowest number of a theme the initiative addresses; those
// without a theme come last.
func (m *maker) firstTheme(n *landscape.Node) int {
	first := 1 << 20
	found := m.l.Out(n.ID, landscape.Addresses)
	if m.past != nil && len(found) == 0 {
		found = m.past.before.Out(n.ID, landscape.Addresses)
	}
	for _, r := range found {
		first = min(first, m.numbers[r.To])
	}
	return first
}

func (m *maker) themeLinks(n, theme *landscape.Node) []*link {
	var links []*link
	for _, r := range m.addressing(n, theme) {
		k := m.newLink(r, m.c.Theme(theme.Number()).Ink)
		k.left, k.right = string(n.ID), string(theme.ID)
		if !landscape.IsTable(n.Kind()) {
			k.left, k.right = k.right, k.left
		}
		if m.past != nil {
			m.restyle(k, n, theme)
		}
		links = append(links, k)
	}
	return links
}

// splitByTheme gives a page, or more, for each theme, and one for what has
// none.
func (m *maker) splitByTheme(initiatives, themes []*landscape.Node, title string) ([]*plan, error) {
	var plans []*plan
	placed := map[*landscape.Node]bool{}
	add := func(found, themes []*landscape.Node, part string) error {
		p := m.themesPlan(found, themes)
		p.title, p.subtitle = title, part+" · "+m.subtitleOf(found, themes)
		chunks, err := m.chunked(p)
		plans = append(plans, chunks...)
		return err
	}
	for _, t := range themes {
		var found []*landscape.Node
		for _, n := range initiatives {
			if m.addresses(n, t) {
				found = append(found, n)
				placed[n] = true
			}
		}
		part := m.w.T("figure.theme", "N", t.Number(), "Name", t.ShortName())
		if err := add(found, []*landscape.Node{t}, part); err != nil {
			return nil, err
		}
	}
	rest := slices.DeleteFunc(slices.Clone(initiatives), func(n *landscape.Node) bool { return placed[n] })
	if len(rest) > 0 {
		if err := add(rest, nil, m.w.T("figure.no-theme")); err != nil {
			return nil, err
		}
	}
	return plans, nil
}
