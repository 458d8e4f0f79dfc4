package scene

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Pairing is two initiatives that share something, as the overlap view draws
// them; what they share is found elsewhere.
type Pairing struct {
	A, B  landscape.ID
	Grade string
	// Shared says in words what they have in common.
	Shared string
	// Judged says that people have confirmed it.
	Judged bool
}

// overlapView: initiatives on the left, on the right those they overlap with.
// Each pair is drawn once, so an initiative may stand on both sides. Sharing
// only a broad area is no line: nearly all of them do.
func (m *maker) overlapView() ([]*plan, error) {
	gutter := m.p.Gutter * 1.6
	side := (m.p.inner() - gutter) / 2
	left := &column{heading: m.w.T("figure.overlap.one"), width: side}
	right := &column{heading: m.w.T("figure.overlap.other"), width: side}
	p := &plan{title: m.w.T("figure.overlap.title"), subtitle: m.subtitle(nil), columns: []*column{left, right}}
	placed := map[string]bool{}
	for _, pair := range m.r.Pairs {
		a, hasA := m.l.Node(pair.A)
		b, hasB := m.l.Node(pair.B)
		if !hasA || !hasB || pair.Grade == landscape.Fragmentation {
			continue
		}
		from, to := string(pair.A), otherSide+string(pair.B)
		if !placed[from] {
			placed[from] = true
			left.boxes = append(left.boxes, m.initiativeBox(a, side, ""))
		}
		if !placed[to] {
			placed[to] = true
			other := m.initiativeBox(b, side, "")
			other.id, other.spread = to, true
			right.boxes = append(right.boxes, other)
		}
		p.links = append(p.links, m.pairLink(pair, from, to))
	}
	if len(p.links) == 0 {
		return nil, ErrNothing
	}
	p.sentence = m.w.N("figure.overlap.sentence", len(p.links))
	m.orderByFirst(right, p.links)
	return m.paired(p)
}

// otherSide marks the id of a box on the right, where its initiative may stand
// on the left as well.
const otherSide = "other-"

// pairLink is full where people have judged, dashed where the program proposes,
// and heavy where the two may be double.
func (m *maker) pairLink(pair Pairing, left, right string) *link {
	certainty := landscape.Inferred
	if pair.Judged {
		certainty = landscape.Stated
	}
	r := landscape.Relation{
		From: pair.A, Link: landscape.Overlaps, To: pair.B,
		Basis: landscape.Basis{Certainty: certainty, Evidence: []landscape.Evidence{{Note: pair.Shared}}},
	}
	k := m.newLink(r, m.c.Ink2)
	k.left, k.right, k.ends = left, right, [2]string{left, right}
	k.title = m.w.T("grade."+pair.Grade) + ": " + k.title + ". " + pair.Shared
	if pair.Grade == landscape.Duplication {
		k.style.width *= 2
	}
	return k
}

// orderByFirst puts the boxes of a column in the order of their first line.
func (m *maker) orderByFirst(c *column, links []*link) {
	first := map[string]int{}
	for i, k := range links {
		if _, seen := first[k.right]; !seen {
			first[k.right] = i
		}
	}
	slices.SortStableFunc(c.boxes, func(a, b *box) int { return first[a.id] - first[b.id] })
}
