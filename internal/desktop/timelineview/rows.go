package timelineview

import (
	"cmp"
	"slices"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// row is one initiative of the timeline.
type row struct {
	node   *landscape.Node
	kind   string
	themes []int
	status landscape.Status
	// text is its status in words, with the date where it has one.
	text string
	// short is that in as few letters as say it: its end, or the status.
	short string
	bar   bar
	// next are the initiatives that succeed it.
	next []landscape.ID
}

// rowsOf gives every initiative of a landscape as of a day.
func rowsOf(w *words.Words, l *landscape.Landscape, day landscape.Date) []row {
	var rows []row
	for _, n := range l.Nodes(landscape.Initiative) {
		r := row{node: n, kind: kit.Kind(kit.KindText(w, n)).Text, status: landscape.StatusOf(n, day), text: kit.StatusText(w, n, day)}
		r.themes, _ = answers.ThemesOf(l, n.ID)
		slices.Sort(r.themes)
		r.themes = slices.Compact(r.themes)
		r.bar, r.short = barOf(n, day), r.text
		if end := n.Date(landscape.End); end.Known() {
			r.short = w.ShortDate(end)
		}
		for _, s := range l.Successors(n.ID) {
			r.next = append(r.next, s.ID)
		}
		rows = append(rows, r)
	}
	return rows
}

// order is how rows follow each other.
type order string

// The orders, as their keys among the words end.
const (
	byEnd   order = "end"
	byTheme order = "theme"
	byName  order = "name"
)

var orders = []order{byEnd, byTheme, byName}

// filter is which rows are shown, and in what order; no theme is every theme,
// no status every status.
type filter struct {
	themes map[int]bool
	status landscape.Status
	order  order
}

func (f filter) keeps(r row) bool {
	if f.status != "" && r.status != f.status {
		return false
	}
	return len(f.themes) == 0 || slices.ContainsFunc(r.themes, func(n int) bool { return f.themes[n] })
}

// through gives the rows that a filter keeps, in its order.
func through(all []row, f filter) []row {
	var kept []row
	for _, r := range all {
		if f.keeps(r) {
			kept = append(kept, r)
		}
	}
	slices.SortStableFunc(kept, func(a, b row) int {
		switch f.order {
		case byName:
			return cmp.Compare(kit.Folded(a.node.ShortName()), kit.Folded(b.node.ShortName()))
		case byTheme:
			if c := cmp.Compare(firstTheme(a), firstTheme(b)); c != 0 {
				return c
			}
		}
		return byEnds(a, b)
	})
	return kept
}

// last is what sorts after every theme.
const last = 1 << 30

func firstTheme(r row) int {
	if len(r.themes) == 0 {
		return last
	}
	return r.themes[0]
}

// byEnds sorts by end; an unknown end comes last, by start.
func byEnds(a, b row) int {
	x, y := a.node.Period(), b.node.Period()
	return cmp.Or(byDate(x.End, y.End), byDate(x.Start, y.Start), cmp.Compare(a.node.ID, b.node.ID))
}

func byDate(a, b landscape.Date) int {
	switch {
	case !a.Known() && !b.Known():
		return 0
	case !a.Known():
		return 1
	case !b.Known():
		return -1
	}
	return cmp.Compare(dayOf(a.Last()), dayOf(b.Last()))
}
