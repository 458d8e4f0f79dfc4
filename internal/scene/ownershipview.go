package scene

import (
	"slices"

	"snijvlak/internal/landscape"
)

// ownership: bottlenecks on the left, where they lie on the right, a page or
// more for each theme and for the ambitions.
func (m *maker) ownership() ([]*plan, error) {
	groups := m.l.Nodes(landscape.Theme)
	if m.r.Theme != "" {
		theme, err := m.l.Find(m.r.Theme)
		if err != nil {
			return nil, err
		}
		groups = []*landscape.Node{theme}
	}
	var plans []*plan
	shown := map[landscape.ID]bool{}
	for _, t := range groups {
		title := m.w.T("figure.theme", "N", t.Number(), "Name", t.ShortName())
		pages, err := m.ownershipOf(m.bottlenecksOf(shown, t), title)
		if err != nil {
			return nil, err
		}
		plans = append(plans, pages...)
	}
	if m.r.Theme != "" {
		return plans, nil
	}
	rest, err := m.ownershipOf(m.bottlenecksOf(shown, nil), m.w.T("figure.across"))
	return append(plans, rest...), err
}

// bottlenecksOf gives the bottlenecks of a theme that were not shown yet, or
// without a theme all the others.
func (m *maker) bottlenecksOf(shown map[landscape.ID]bool, theme *landscape.Node) []*landscape.Node {
	var found []*landscape.Node
	for _, b := range m.l.Nodes(landscape.Bottleneck) {
		belongs := theme == nil || slices.ContainsFunc(m.l.Between(b.ID, theme.ID),
			func(r landscape.Relation) bool { return r.Link == landscape.BelongsTo })
		if belongs && !shown[b.ID] {
			shown[b.ID] = true
			found = append(found, b)
		}
	}
	// What belongs here alone comes before what belongs everywhere.
	slices.SortStableFunc(found, func(a, b *landscape.Node) int {
		return len(m.l.Out(a.ID, landscape.BelongsTo)) - len(m.l.Out(b.ID, landscape.BelongsTo))
	})
	return found
}

func (m *maker) ownershipOf(bottlenecks []*landscape.Node, group string) ([]*plan, error) {
	if len(bottlenecks) == 0 {
		return nil, nil
	}
	gutter := m.p.Gutter * 1.6
	side := (m.p.inner() - gutter) / 2
	left := &column{heading: m.w.T("figure.bottlenecks"), width: side}
	right := &column{heading: m.w.T("figure.owners"), width: side}
	p := &plan{
		title: m.w.T("figure.ownership.title"), subtitle: group + " · " + m.subtitle(nil),
		columns: []*column{left, right},
	}
	placed := map[landscape.ID]bool{}
	states := map[landscape.State]int{}
	for _, b := range bottlenecks {
		left.boxes = append(left.boxes, m.bottleneckBox(b, side, ""))
		states[m.l.OwnershipOf(b.ID, m.r.Day).State]++
		for _, r := range m.l.In(b.ID, landscape.Owns) {
			n, _ := m.l.Node(r.From)
			if !placed[n.ID] {
				placed[n.ID] = true
				owner := m.initiativeBox(n, side, "")
				owner.spread = true
				right.boxes = append(right.boxes, owner)
			}
			k := m.newLink(r, m.c.Ink2)
			k.left, k.right = string(b.ID), string(n.ID)
			p.links = append(p.links, k)
		}
	}
	p.sentence = m.ownershipSentence(len(bottlenecks), states)
	return m.paired(p)
}

func (m *maker) ownershipSentence(n int, states map[landscape.State]int) string {
	return m.w.N("figure.ownership.sentence", n, "Owned", states[landscape.Owned],
		"Shared", states[landscape.Shared], "Orphaned", states[landscape.Orphaned], "Unowned", states[landscape.Unowned])
}
