package scene

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// compareFields notes another name, kind, period or status.
func (m *maker) compareFields(c *change, was, is *landscape.Node) {
	if was.Get(landscape.Name) != "" && was.Name() != is.Name() {
		c.note(m.w.T("figure.difference.name", "Name", was.Name()), evidenceOf(is, landscape.Name))
	}
	if was.Kind() != "" && was.Kind() != is.Kind() {
		c.note(m.w.T("figure.difference.kind", "Kind", m.w.Or("kind", was.Kind())), evidenceOf(is, landscape.KindOf))
	}
	for _, f := range []landscape.Field{landscape.Start, landscape.End} {
		if was.Date(f) != is.Date(f) {
			c.note(m.w.T("figure.difference."+string(f), "Date", m.dateOrUnknown(was.Date(f))), evidenceOf(is, f))
		}
	}
	then, now := landscape.StatusOf(was, m.past.since), landscape.StatusOf(is, m.r.Day)
	if then == now || unclear(was, then) && unclear(is, now) {
		return
	}
	f := landscape.Start
	if now == landscape.Ending || now == landscape.Ended {
		f = landscape.End
	}
	c.note(m.w.T("figure.difference.status", "Status", m.w.T("status."+string(then))), evidenceOf(is, f))
}

// unclear says that no date tells how an initiative stands: that a source saw
// it run since is no change in the world.
func unclear(n *landscape.Node, s landscape.Status) bool {
	return n.Period() == landscape.Period{} && (s == landscape.Running || s == landscape.UnknownStatus)
}

func (m *maker) dateOrUnknown(d landscape.Date) string {
	if d.Known() {
		return m.w.ShortDate(d)
	}
	return m.w.T("figure.difference.unknown")
}

// compareThemes notes the themes an initiative works on since, and no longer.
func (m *maker) compareThemes(c *change, n *landscape.Node) {
	var now, gone []string
	for _, t := range m.l.Nodes(landscape.Theme) {
		is, was := addressing(m.l, n, t), addressing(m.past.before, n, t)
		switch {
		case len(is) > 0 && len(was) == 0:
			now = append(now, badgeText(t.Number()))
			c.know(is[0].Evidence)
		case len(is) == 0 && len(was) > 0:
			gone = append(gone, badgeText(t.Number()))
			c.know(was[0].Evidence)
		}
	}
	for _, found := range []struct {
		key    string
		themes []string
	}{{"figure.difference.theme-now", now}, {"figure.difference.theme-gone", gone}} {
		if len(found.themes) > 0 {
			c.tell(m.w.N(found.key, len(found.themes), "Themes", strings.Join(found.themes, ", ")))
		}
	}
}

// watched are the relations of an initiative, but those with themes, whose
// coming and going is told.
var watched = []landscape.Link{
	landscape.TakesPartIn, landscape.Leads, landscape.Commissions, landscape.Steers, landscape.PartOf,
}

// compareLinks notes who takes part, leads and commissions, and what belongs
// together, since and no longer.
func (m *maker) compareLinks(c *change, n *landscape.Node) {
	for _, link := range watched {
		was, is := ends(m.past.before, n.ID, link), ends(m.l, n.ID, link)
		m.noteEnds(c, "figure.difference.now."+string(link), unjoined(is, was))
		m.noteEnds(c, "figure.difference.no-longer."+string(link), unjoined(was, is))
	}
}

// ends are the relations of a kind at an initiative: those from it to another
// initiative, or from an organisation to it.
func ends(l *landscape.Landscape, id landscape.ID, link landscape.Link) []landscape.Relation {
	if link == landscape.Steers || link == landscape.PartOf {
		return l.Out(id, link)
	}
	return l.In(id, link)
}

// unjoined gives the relations of pairs that the others do not join.
func unjoined(all, others []landscape.Relation) []landscape.Relation {
	return slices.DeleteFunc(slices.Clone(all), func(r landscape.Relation) bool {
		return slices.ContainsFunc(others, func(o landscape.Relation) bool { return o.From == r.From && o.To == r.To })
	})
}

func (m *maker) noteEnds(c *change, key string, found []landscape.Relation) {
	var names []string
	for _, r := range found {
		other := r.From
		if r.Link == landscape.Steers || r.Link == landscape.PartOf {
			other = r.To
		}
		if n, ok := m.l.Node(other); ok && !slices.Contains(names, n.ShortName()) {
			names = append(names, n.ShortName())
		}
		c.know(r.Evidence)
	}
	if len(names) == 0 {
		return
	}
	c.details = append(c.details, m.w.T(key, "Names", strings.Join(names, ", ")))
	if more := len(names) - inBox; more > 1 {
		names = []string{m.w.N("figure.difference.more", more, "Names", strings.Join(names[:inBox], ", "))}
	}
	c.brief = append(c.brief, m.w.T(key, "Names", strings.Join(names, ", ")))
}

// inBox is how many names of a kind a box tells.
const inBox = 4
