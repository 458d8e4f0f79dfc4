package answers

import (
	"cmp"
	"slices"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/words"
)

// Tables are those that something can lie with on a day, the likely ones first:
// where it lies, where it probably does, what the overlap engine found, and what
// works on its themes. Likely is how many of them come before those of the
// themes. Item may be empty, found too.
func Tables(
	w *words.Words, l *landscape.Landscape, day landscape.Date, item landscape.ID, found []overlap.Candidate,
) (all []kit.Pickable[landscape.ID], likely int) {
	all = Pickables(w, l, func(n *landscape.Node) bool { return landscape.InForce(n, day) }, landscape.Initiative)
	near := nearness(w, l, item, found)
	slices.SortStableFunc(all, func(a, b kit.Pickable[landscape.ID]) int {
		return cmp.Compare(near(a.Value).rank, near(b.Value).rank)
	})
	for i := range all {
		n := near(all[i].Value)
		if n.why != "" {
			all[i].Detail = n.why + " · " + all[i].Detail
		}
		if n.rank < sameTheme {
			likely++
		}
	}
	return all, likely
}

// near is how soon a table comes, and why.
type near struct {
	rank int
	why  string
}

// The ranks of tables; those that were found stand in their own order.
const (
	owns = iota
	mayOwn
	wasFound
	sameTheme = 1 << 20
	other     = sameTheme + 1
)

func nearness(w *words.Words, l *landscape.Landscape, item landscape.ID, found []overlap.Candidate) func(landscape.ID) near {
	of := map[landscape.ID]near{}
	for _, r := range l.In(item, landscape.Owns) {
		if r.Certainty == landscape.Inferred {
			of[r.From] = near{mayOwn, w.T("answers.likely.may")}
		} else {
			of[r.From] = near{owns, w.T("answers.likely.owns")}
		}
	}
	for i, c := range found {
		if _, known := of[c.Node.ID]; !known && c.Verdict != overlap.None {
			of[c.Node.ID] = near{wasFound + i, w.T("verdict." + string(c.Verdict))}
		}
	}
	for _, theme := range themesOf(l, item) {
		for _, r := range l.In(theme, landscape.Addresses) {
			if _, known := of[r.From]; !known {
				of[r.From] = near{sameTheme, w.T("answers.likely.theme")}
			}
		}
	}
	return func(id landscape.ID) near {
		if n, ok := of[id]; ok {
			return n
		}
		return near{rank: other}
	}
}

// themesOf are the themes and ambitions of something, and of what it resolves.
func themesOf(l *landscape.Landscape, item landscape.ID) []landscape.ID {
	var ids []landscape.ID
	from := []landscape.ID{item}
	for _, r := range l.Out(item, landscape.Resolves) {
		from = append(from, r.To)
	}
	for _, id := range from {
		for _, r := range l.Out(id, landscape.BelongsTo) {
			ids = append(ids, r.To)
		}
	}
	return ids
}
