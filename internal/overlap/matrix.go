package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Pair is what two initiatives share.
type Pair struct {
	A, B *landscape.Node
	// Grade in the words of GAO-15-49SP; empty: nothing to speak of.
	Grade string
	// Judged: people have said so, and whether it is justified.
	Judged, Justified                  bool
	Themes, Organisations, Bottlenecks []*landscape.Node
	// Words both use, weightiest first.
	Words []string
	// Goals, Activities and Groups are how alike those are, 0 to 1.
	Goals, Activities, Groups float64
}

// Matrix is initiatives against initiatives.
type Matrix struct {
	Initiatives []*landscape.Node
	// Pairs with a grade, by the first and then the second initiative.
	Pairs []Pair
	// Communities are initiatives that have more in common with each other than
	// with the rest; only those of two to five.
	Communities [][]*landscape.Node
}

// Quantiles of how alike two initiatives of the landscape are in one facet
// from which they count as similar, and as the same; and what the least is.
const (
	similarQuantile = 0.95
	equalQuantile   = 0.99
	similarLeast    = 0.15
	wordsMax        = 6
)

// Matrix holds the given initiatives against each other; where none are given
// those in force.
func (ix *Index) Matrix(ids ...landscape.ID) Matrix {
	profiles := ix.profiles(ids)
	var m Matrix
	var pairs []Pair
	var alike []float64
	for i, a := range profiles {
		m.Initiatives = append(m.Initiatives, a.node)
		for _, b := range profiles[i+1:] {
			p := a.with(b)
			pairs = append(pairs, p)
			alike = append(alike, p.Goals, p.Activities, p.Groups)
		}
	}
	slices.Sort(alike)
	similar := max(similarLeast, quantile64(alike, similarQuantile))
	equal := max(similar, quantile64(alike, equalQuantile))
	at := map[*landscape.Node]*profile{}
	for _, p := range profiles {
		at[p.node] = p
	}
	for _, p := range pairs {
		p.grade(similar, equal)
		ix.judged(&p)
		if p.Grade != "" {
			p.Words = ix.sharedWords(at[p.A], at[p.B])
			m.Pairs = append(m.Pairs, p)
		}
	}
	m.Communities = communities(m.Initiatives, m.Pairs)
	return m
}

func quantile64(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[int(q*float64(len(sorted)-1))]
}

// grade: the same for the same people is duplication; similar goals,
// activities or people is overlap; one broad area is fragmentation.
func (p *Pair) grade(similar, equal float64) {
	switch {
	case p.Activities >= equal && p.Groups >= equal:
		p.Grade = landscape.Duplication
	case max(p.Goals, p.Activities, p.Groups) >= similar:
		p.Grade = landscape.Overlap
	case len(p.Bottlenecks) > 0 || len(p.Themes) > 0:
		p.Grade = landscape.Fragmentation
	}
}

// judged lets what people have said go before what we reckon.
func (ix *Index) judged(p *Pair) {
	if len(ix.land.Between(p.A.ID, p.B.ID))+len(ix.land.Between(p.B.ID, p.A.ID)) == 0 {
		return
	}
	for _, r := range append(ix.land.Between(p.A.ID, p.B.ID), ix.land.Between(p.B.ID, p.A.ID)...) {
		switch r.Link {
		case landscape.Overlaps:
			p.Judged, p.Justified = true, r.Justified
			if r.Grade != "" {
				p.Grade = r.Grade
			}
		case landscape.NotSame:
			p.Judged = true
			if p.Grade != "" {
				p.Grade = landscape.Fragmentation
			}
		}
	}
}

// communityMax is how many initiatives a reader can look at as one group.
const communityMax = 5

// communities joins initiatives that have more in common with each other than
// with the rest. The nearest are joined first, as long as that raises the
// modularity (Clauset, Newman and Moore 2004) and no group grows past what a
// reader can use. The same input gives the same groups.
func communities(nodes []*landscape.Node, pairs []Pair) [][]*landscape.Node {
	g := newGroups(nodes, pairs)
	for {
		from, to, ok := g.closest()
		if !ok {
			return gather(nodes, g.of)
		}
		g.join(from, to)
	}
}

// groups are initiatives put together, each group called after its first.
type groups struct {
	of   map[*landscape.Node]int
	size []int
	// between is what two groups have in common, degree what one has with all.
	between [][]float64
	degree  []float64
	total   float64
}

func newGroups(nodes []*landscape.Node, pairs []Pair) *groups {
	g := &groups{of: map[*landscape.Node]int{}, size: make([]int, len(nodes)), degree: make([]float64, len(nodes))}
	for i, n := range nodes {
		g.of[n], g.size[i] = i, 1
		g.between = append(g.between, make([]float64, len(nodes)))
	}
	for _, p := range pairs {
		if p.Grade == landscape.Fragmentation {
			continue
		}
		a, b, w := g.of[p.A], g.of[p.B], p.nearness()
		g.between[a][b] += w
		g.between[b][a] += w
		g.degree[a] += w
		g.degree[b] += w
		g.total += 2 * w
	}
	return g
}

// closest gives the two groups that have most in common on average, of those
// whose joining raises the modularity.
func (g *groups) closest() (from, to int, ok bool) {
	best := 0.0
	for a := range g.size {
		for b := a + 1; b < len(g.size); b++ {
			if g.size[a] == 0 || g.size[b] == 0 || g.size[a]+g.size[b] > communityMax || g.between[a][b] == 0 {
				continue
			}
			mean := g.between[a][b] / float64(g.size[a]*g.size[b])
			if g.between[a][b] > g.degree[a]*g.degree[b]/g.total && mean > best {
				best, from, to, ok = mean, b, a, true
			}
		}
	}
	return from, to, ok
}

// join puts the later group with the earlier.
func (g *groups) join(from, to int) {
	for n, at := range g.of {
		if at == from {
			g.of[n] = to
		}
	}
	for c := range g.size {
		if c != from && c != to {
			g.between[to][c] += g.between[from][c]
			g.between[c][to] = g.between[to][c]
		}
	}
	g.size[to] += g.size[from]
	g.degree[to] += g.degree[from]
	g.size[from], g.degree[from] = 0, 0
}

func gather(nodes []*landscape.Node, group map[*landscape.Node]int) [][]*landscape.Node {
	members := make([][]*landscape.Node, len(nodes))
	for _, n := range nodes {
		members[group[n]] = append(members[group[n]], n)
	}
	return slices.DeleteFunc(members, func(ns []*landscape.Node) bool { return len(ns) < 2 })
}

func (p Pair) nearness() float64 {
	return p.Goals + p.Activities + p.Groups + 0.1*float64(len(p.Bottlenecks))
}
