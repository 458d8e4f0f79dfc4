package landscapeview

import (
	"cmp"
	"slices"

	"snijvlak/internal/landscape"
)

// field is what a column of the table shows.
type field int

const (
	byName field = iota
	byKind
	byThemes
	byRuns
	byLeads
	byOwned
	bySources
)

// fieldKeys are the names of the columns among the words.
var fieldKeys = []string{
	"landscape.column.name", "landscape.column.kind", "landscape.column.themes", "landscape.column.runs",
	"landscape.column.leads", "landscape.column.owned", "landscape.column.sources",
}

// order is how the rows of the table stand.
type order struct {
	by   field
	down bool
}

// press is the order after a press on a column: that column, or the other way
// round. Counts begin with the most.
func (o order) press(by field) order {
	if by == o.by {
		return order{by, !o.down}
	}
	return order{by, by == byOwned || by == bySources}
}

// sorted gives the items in an order; what is equal stands by name, and what
// has no value last. Items are large: their numbers are sorted, not they.
func sorted(all []item, o order) []item {
	numbers := make([]int, len(all))
	for i := range numbers {
		numbers[i] = i
	}
	slices.SortFunc(numbers, func(i, j int) int {
		a, b := &all[i], &all[j]
		c, lacking := o.compare(a, b)
		if o.down && !lacking {
			c = -c
		}
		return cmp.Or(c, byNames(a, b), i-j)
	})
	rows := make([]item, len(all))
	for at, i := range numbers {
		rows[at] = all[i]
	}
	return rows
}

// compare says how two items stand, and whether that is because one of them
// has nothing to compare.
func (o order) compare(a, b *item) (c int, lacking bool) {
	switch o.by {
	case byKind:
		return cmp.Compare(a.kind, b.kind), false
	case byThemes:
		return lackingLast(len(a.themes), len(b.themes), slices.Compare(a.themes, b.themes))
	case byRuns:
		x, y := ends(a.node), ends(b.node)
		c, lacking = lackingLast(len(x), len(y), cmp.Compare(x, y))
		return cmp.Or(c, cmp.Compare(a.runs, b.runs)), lacking
	case byLeads:
		return lackingLast(len(a.leads), len(b.leads), cmp.Compare(a.sortLeads, b.sortLeads))
	case byOwned:
		return cmp.Compare(a.owned, b.owned), false
	case bySources:
		return cmp.Compare(a.sources, b.sources), false
	}
	return byNames(a, b), false
}

// lackingLast puts what has no value after what has, whatever the direction.
func lackingLast(a, b, c int) (int, bool) {
	if (a == 0) != (b == 0) {
		return cmp.Compare(b, a), true
	}
	return c, false
}

// ends is the last day of an initiative in a form that sorts; empty where it is
// not known.
func ends(n *landscape.Node) string {
	if end := n.Period().End; end.Known() {
		return end.Last().String()
	}
	return ""
}

func byNames(a, b *item) int {
	return cmp.Or(cmp.Compare(a.sortName, b.sortName), cmp.Compare(a.id(), b.id()))
}
