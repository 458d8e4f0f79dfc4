package scene

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
)

// differenceView: the overview, with a mark at what is new, changed, ended or
// no longer there since an earlier day. What stayed is quiet, at its place.
func (m *maker) differenceView() ([]*plan, error) {
	switch {
	case !m.past.since.Before(m.r.Day):
		return nil, ErrDays
	case m.past.noEarlier:
		return nil, ErrNothingSince
	}
	return m.overviewPlans(m.past.shown, m.w.T("figure.difference.title",
		"Since", m.w.Date(m.past.since), "Day", m.w.Date(m.r.Day)))
}

// tally says how much happened to initiatives, to themes and to the Stuurgroep.
func (m *maker) tally(initiatives, themes []*landscape.Node) string {
	counts := map[changeKind]int{}
	for _, n := range initiatives {
		counts[m.changeOf(n).kind]++
	}
	for _, n := range slices.Concat(themes, m.deciders()) {
		if m.renamed(n) != "" {
			counts[isChanged]++
		}
	}
	var parts []string
	for _, k := range changeKinds {
		if counts[k] > 0 {
			parts = append(parts, m.w.N("figure.difference.n-"+string(k), counts[k]))
		}
	}
	switch {
	case len(parts) == 0:
		return m.w.T("figure.difference.none")
	case len(parts) == 1 && counts[isSame] > 0:
		return m.w.T("figure.difference.nothing", "Same", parts[0])
	}
	return strings.Join(parts, ", ")
}

// changeBox draws an initiative with its mark and what happened to it.
func (m *maker) changeBox(n *landscape.Node, width float64) *box {
	c := m.changeOf(n)
	b := m.drawInitiative(n, width, manner{
		lead: func(w *writer) {
			w.changeLead(c.kind, m.changeText(c.kind, c.brief), m.changeText(c.kind, c.details))
		},
		quiet:     c.kind == isSame,
		endTold:   c.kind == isEnded,
		afterTold: c.kind == isEnded || c.kind == isGone,
	})
	b.group, b.source = m.w.T("figure.difference.group."+string(c.kind)), m.sources(c.evidence)
	m.frameChange(&b.shapes[0], c.kind)
	return b
}

// frameChange makes the outline say what the mark says: heavy where it is new
// or changed, dashed where it is gone, thin where nothing happened.
func (m *maker) frameChange(frame *Shape, k changeKind) {
	switch k {
	case isNew:
		frame.Width, frame.Stroke = 2, &m.c.Ink
	case isChanged:
		frame.Width, frame.Stroke = 1.3, &m.c.Ink
	case isGone:
		frame.Width, frame.Dash, frame.Round = 0.9, []float64{4, 2.5}, false
	case isSame:
		frame.Width = 0.6
	}
}

// changeText is the line above the name: what happened, and the details.
func (m *maker) changeText(k changeKind, details []string) string {
	word, all := m.w.T("figure.difference."+string(k)), strings.Join(details, "; ")
	switch {
	case k == isSame:
		return ""
	case k == isEnded:
		return all
	case all == "":
		return word
	}
	return word + ": " + all
}

// changeLead sets the mark and the words beside it; full is for who hears the
// figure.
func (w *writer) changeLead(k changeKind, text, full string) {
	if text == "" {
		return
	}
	side := w.m.p.Small * 0.8
	w.changeMark(k, Rect{w.left, w.y + (leading(w.m.p.Small)-side)/2, side, side})
	before := w.left
	w.left += side * 1.6
	w.paragraph(text, w.m.p.Small, true, w.m.c.Ink)
	w.left = before
	w.b.desc = full + ". "
}

// changeMark draws the sign of a change in a square: a plus, a triangle (a
// delta), a cross or a minus.
func (w *writer) changeMark(k changeKind, r Rect) {
	x, y, s := r.X, r.Y, r.W
	line := func(p Path) {
		w.b.shapes = append(w.b.shapes, Shape{Path: p, Stroke: &w.m.c.Ink, Width: s * 0.22})
	}
	switch k {
	case isNew:
		line(new(path).move(x, y+s/2).line(x+s, y+s/2).Path)
		line(new(path).move(x+s/2, y).line(x+s/2, y+s).Path)
	case isChanged:
		delta := new(path).move(x, y+s*0.92).line(x+s/2, y+s*0.05).line(x+s, y+s*0.92).close()
		w.b.shapes = append(w.b.shapes, Shape{Path: delta, Fill: &w.m.c.Ink})
	case isEnded:
		line(new(path).move(x+s*0.1, y+s*0.1).line(x+s*0.9, y+s*0.9).Path)
		line(new(path).move(x+s*0.9, y+s*0.1).line(x+s*0.1, y+s*0.9).Path)
	case isGone:
		line(new(path).move(x, y+s/2).line(x+s, y+s/2).Path)
	}
}

// restyle draws the line to a theme by what happened to it, and says so.
func (m *maker) restyle(k *link, n, theme *landscape.Node) {
	state := m.lineState(n, theme)
	k.style = m.lineOf(state, k.relation.Certainty, k.style.colour)
	k.group = m.w.T("figure.difference.lines." + string(state))
	k.title += ": " + m.w.T("figure.difference.line."+string(state))
}

// lineState is what happened to the line between an initiative and a theme.
func (m *maker) lineState(n, theme *landscape.Node) changeKind {
	now := len(addressing(m.l, n, theme)) > 0
	switch {
	case m.left(n) || !now:
		return isGone
	case m.changeOf(n).kind == isNew || len(addressing(m.past.before, n, theme)) == 0:
		return isNew
	}
	return isSame
}

// left says that an initiative ended or is no longer on the overview.
func (m *maker) left(n *landscape.Node) bool {
	kind := m.changeOf(n).kind
	return kind == isEnded || kind == isGone
}

// lineOf is heavy where a line is new, dotted where it is gone and thin where
// it stayed; inferred ones stay dashed.
func (m *maker) lineOf(state changeKind, c landscape.Certainty, ink looks.Colour) lineStyle {
	switch state {
	case isNew:
		s := lineStyleOf(c, ink)
		s.width = 1.8
		return s
	case isGone:
		return lineStyle{colour: m.c.Ink2, width: 1.4, dash: []float64{0.1, 3}, round: true}
	}
	s := lineStyleOf(c, m.c.Line)
	s.width = 0.7
	return s
}

// changeSamples are the legend of a difference.
func (m *maker) changeSamples() []sample {
	var samples []sample
	for _, k := range changeKinds {
		words := strings.ToLower(m.w.T("figure.difference.group." + string(k)))
		samples = append(samples, sample{words, func(w *writer, c Rect) {
			if k == isSame {
				w.b.shapes = append(w.b.shapes, Shape{Path: rounded(c, c.H/3), Fill: &m.c.Paper, Stroke: &m.c.Line, Width: 0.6})
				return
			}
			side := m.p.Small * 0.8
			w.changeMark(k, Rect{c.X + c.W - side*1.6, c.Y + (c.H-side)/2, side, side})
		}})
	}
	for _, k := range []changeKind{isNew, isGone} {
		samples = append(samples, sample{
			m.w.T("figure.difference.line." + string(k)),
			styleSample(m.lineOf(k, landscape.Stated, m.c.Ink2)),
		})
	}
	return append(samples, sample{m.w.T("legend.inferred"), m.lineSample(landscape.Inferred)})
}

// captionOfDays is the caption of a difference, which names both days.
func (m *maker) captionOfDays(p *plan) string {
	return m.w.T("figure.difference.caption", "Title", p.title, "Source", m.sourceText())
}

// editions names the editions that a difference compares.
func (c *comparison) editions() []string {
	var names []string
	for _, o := range []landscape.Overview{c.is, c.was} {
		if o.Edition != nil && (len(names) == 0 || names[0] != o.Edition.Name()) {
			names = append(names, o.Edition.Name())
		}
	}
	return names
}
