package scene

import (
	"slices"

	"snijvlak/internal/landscape"
)

// neighbourhood: the node in the middle, what leads to it on the left, where
// it leads on the right; further pages show each next step outward.
func (m *maker) neighbourhood() ([]*plan, error) {
	middle, err := m.l.Find(m.r.Focus)
	if err != nil {
		return nil, err
	}
	steps := m.steps(middle, max(m.r.Depth, 1))
	title := m.w.T("figure.neighbourhood.title", "Name", middle.ShortName())
	if len(steps.left) == 0 && len(steps.right) == 0 {
		return m.alone(middle, title)
	}
	plans, err := m.around(middle, steps)
	if err != nil {
		return nil, err
	}
	further, err := m.outward(steps)
	if err != nil {
		return nil, err
	}
	plans = append(plans, further...)
	for _, p := range plans {
		p.title = title
	}
	return plans, nil
}

// steps are the nodes by their distance from the middle, on the side of the
// relation by which they were first reached.
type steps struct {
	// left[i] and right[i] are at distance i+1.
	left, right [][]*landscape.Node
}

func (m *maker) steps(middle *landscape.Node, depth int) steps {
	var s steps
	side := map[landscape.ID]bool{} // true is left
	for _, nb := range m.l.Neighbourhood(middle.ID, depth) {
		if nb.Distance == 0 {
			continue
		}
		left := m.isLeft(middle.ID, nb, side)
		side[nb.Node.ID] = left
		if left {
			s.left = addAt(s.left, nb)
		} else {
			s.right = addAt(s.right, nb)
		}
	}
	for _, half := range [][][]*landscape.Node{s.left, s.right} {
		for _, nodes := range half {
			m.sortNodes(nodes)
		}
	}
	return s
}

// isLeft says on which side a node stands: that of the first neighbour nearer
// to the middle, or beside the middle by the direction of the relation.
func (m *maker) isLeft(middle landscape.ID, nb landscape.Neighbour, side map[landscape.ID]bool) bool {
	if nb.Distance == 1 {
		return len(m.l.Between(nb.Node.ID, middle)) > 0
	}
	for _, r := range append(m.l.Out(nb.Node.ID), m.l.In(nb.Node.ID)...) {
		if left, seen := side[r.Other(nb.Node.ID)]; seen {
			return left
		}
	}
	return false
}

func addAt(half [][]*landscape.Node, nb landscape.Neighbour) [][]*landscape.Node {
	for len(half) < nb.Distance {
		half = append(half, nil)
	}
	half[nb.Distance-1] = append(half[nb.Distance-1], nb.Node)
	return half
}

// sortNodes orders by type, then first theme, number and id.
func (m *maker) sortNodes(nodes []*landscape.Node) {
	order := map[landscape.ID]int{}
	for i, n := range m.l.Nodes() {
		order[n.ID] = i
	}
	slices.SortFunc(nodes, func(a, b *landscape.Node) int { return order[a.ID] - order[b.ID] })
}

// around is the middle with its own neighbours. The middle stands on every
// page, level with the top; a side without neighbours takes no room.
func (m *maker) around(middle *landscape.Node, s steps) ([]*plan, error) {
	wide := m.middleWidth()
	side := (m.p.inner() - wide - 2*m.p.Gutter) / 2
	if len(s.left) == 0 || len(s.right) == 0 {
		side = m.p.inner() - wide - 2*m.p.Gutter
	}
	left := &column{heading: m.w.T("figure.leads-here"), width: side}
	centre := &column{width: wide, boxes: []*box{m.nodeBox(middle, wide, "")}}
	right := &column{heading: m.w.T("figure.leads-there"), width: side}
	p := &plan{hasPanel: true, subtitle: m.subtitle(nil)}
	if len(s.left) > 0 {
		p.columns, p.panel = append(p.columns, left), 1
		m.beside(p, left, s.left[0], middle, true)
	}
	p.columns = append(p.columns, centre)
	if len(s.right) > 0 {
		p.columns = append(p.columns, right)
		m.beside(p, right, s.right[0], middle, false)
	}
	p.sentence = m.w.N("figure.neighbourhood.sentence", len(left.boxes)+len(right.boxes), "Name", middle.Name())
	return m.chunked(p)
}

// beside fills a column with the neighbours on one side and joins them to the
// middle.
func (m *maker) beside(p *plan, c *column, nodes []*landscape.Node, middle *landscape.Node, left bool) {
	for _, n := range nodes {
		from, to := middle.ID, n.ID
		if left {
			from, to = to, from
		}
		rs := m.l.Between(from, to)
		c.boxes = append(c.boxes, m.nodeBox(n, c.width, m.leadOf(rs)))
		p.links = append(p.links, m.link(rs, string(from), string(to)))
	}
}

// leadOf says by which relations a node is joined: "leidt, neemt deel aan".
func (m *maker) leadOf(rs []landscape.Relation) string {
	text := ""
	for _, r := range rs {
		if text != "" {
			text += ", "
		}
		text += m.w.T("link." + string(r.Link))
		if r.Certainty == landscape.Inferred {
			text += " (" + m.w.T("certainty.inferred") + ")"
		}
	}
	return text
}

// link draws all relations of a pair as one line, as certain as the most
// certain of them.
func (m *maker) link(rs []landscape.Relation, left, right string) *link {
	best := rs[0]
	for _, r := range rs[1:] {
		if certaintyOrder(r.Certainty) > certaintyOrder(best.Certainty) {
			best = r
		}
	}
	k := m.newLink(best, m.c.Ink2)
	k.left, k.right = left, right
	return k
}

func certaintyOrder(c landscape.Certainty) int {
	return slices.Index([]landscape.Certainty{landscape.Inferred, landscape.Stated, landscape.Confirmed}, c)
}

// outward gives pages for each step beyond the first: the nodes at one
// distance beside those at the next.
func (m *maker) outward(s steps) ([]*plan, error) {
	var plans []*plan
	for _, half := range [][][]*landscape.Node{s.left, s.right} {
		for i := 1; i < len(half); i++ {
			pages, err := m.stepPages(half[i-1], half[i], i+1)
			if err != nil {
				return nil, err
			}
			plans = append(plans, pages...)
		}
	}
	return plans, nil
}

func (m *maker) stepPages(near, far []*landscape.Node, distance int) ([]*plan, error) {
	gutter := m.p.Gutter * 1.6
	width := (m.p.inner() - gutter) / 2
	left := &column{heading: m.w.N("figure.step", distance-1), width: width}
	right := &column{heading: m.w.N("figure.step", distance), width: width}
	p := &plan{columns: []*column{left, right}, subtitle: m.subtitle(nil)}
	reached := map[landscape.ID]bool{}
	for _, a := range near {
		var links []*link
		for _, b := range far {
			rs := append(slices.Clone(m.l.Between(a.ID, b.ID)), m.l.Between(b.ID, a.ID)...)
			if len(rs) == 0 {
				continue
			}
			links = append(links, m.link(rs, string(a.ID), string(b.ID)))
			if !reached[b.ID] {
				reached[b.ID] = true
				right.boxes = append(right.boxes, m.nodeBox(b, width, ""))
			}
		}
		if len(links) > 0 {
			left.boxes = append(left.boxes, m.nodeBox(a, width, ""))
			p.links = append(p.links, links...)
		}
	}
	p.sentence = m.w.N("figure.step.sentence", len(right.boxes), "Distance", distance)
	if len(right.boxes) == 0 {
		return nil, nil
	}
	return m.paired(p)
}

// alone is a node without any relation.
func (m *maker) alone(middle *landscape.Node, title string) ([]*plan, error) {
	c := &column{width: m.p.Middle * 1.5}
	c.boxes = []*box{m.nodeBox(middle, c.width, "")}
	p := &plan{title: title, subtitle: m.subtitle(nil), columns: []*column{c}}
	p.sentence = m.w.N("figure.neighbourhood.sentence", 0, "Name", middle.Name())
	return m.chunked(p)
}
