package desktop

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// finder finds items of a landscape by what a person types of them. It is made
// in the background and only read after that.
type finder struct{ items []findable }

// findable is one item, folded for the search.
type findable struct {
	node *landscape.Node
	kind string
	// name, others and all are folded; others are the short name, the aliases
	// and the id; all is those and the further texts in one.
	name   string
	others []string
	all    string
}

// hit is an item that was found; a lower rank is better.
type hit struct {
	node *landscape.Node
	kind string
	rank int
}

// further are the fields whose words count, after the names.
var further = []landscape.Field{
	landscape.Keywords, landscape.Goal, landscape.TargetGroup, landscape.Activities, landscape.Note,
}

func newFinder(l *landscape.Landscape, w *words.Words) *finder {
	nodes := l.Nodes()
	f := &finder{items: make([]findable, len(nodes))}
	for i, n := range nodes {
		kind := kit.KindText(w, n)
		item := findable{node: n, kind: kind, name: fold(n.Name()), others: []string{fold(string(n.ID))}}
		for _, other := range append(n.All(landscape.Alias), n.ShortName()) {
			item.others = append(item.others, fold(other))
		}
		parts := []string{kind}
		for _, field := range further {
			parts = append(parts, n.All(field)...)
		}
		item.all = item.name + " " + strings.Join(item.others, " ") + " " + fold(strings.Join(parts, " "))
		f.items[i] = item
	}
	return f
}

// find gives at most so many items that have every word of a text, the best
// first and in a fixed order.
func (f *finder) find(text string, most int) []hit {
	terms := strings.Fields(fold(text))
	if len(terms) == 0 || f == nil {
		return nil
	}
	whole := strings.Join(terms, " ")
	var hits []hit
	for i := range f.items {
		if rank, ok := f.items[i].rank(whole, terms); ok {
			hits = append(hits, hit{f.items[i].node, f.items[i].kind, rank})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(a.rank-b.rank, cmp.Compare(typeRank(a.node.Type), typeRank(b.node.Type)),
			len(a.node.Name())-len(b.node.Name()), cmp.Compare(a.node.ID, b.node.ID))
	})
	return hits[:min(len(hits), most)]
}

// rank is 0 for the whole name, then the beginning of it, of a word in it, any
// place in it; then the same in other names; then the further words.
func (i *findable) rank(whole string, terms []string) (int, bool) {
	if !strings.Contains(i.all, terms[0]) {
		return 0, false // most items, told at once
	}
	if r, ok := within(i.name, whole, terms); ok {
		return r, true
	}
	best := -1
	for _, other := range i.others {
		if r, ok := within(other, whole, terms); ok && (best < 0 || r < best) {
			best = r
		}
	}
	if best >= 0 {
		return best + 4, true
	}
	for _, t := range terms {
		if !strings.Contains(i.all, t) {
			return 0, false
		}
	}
	return 9, true
}

func within(text, whole string, terms []string) (int, bool) {
	switch {
	case text == whole:
		return 0, true
	case strings.HasPrefix(text, whole):
		return 1, true
	}
	rank := 2
	for _, t := range terms {
		switch at := strings.Index(text, t); {
		case at < 0:
			return 0, false
		case !beginsWord(text, t):
			rank = 3
		}
	}
	return rank, true
}

// beginsWord says whether a word of the text begins with t.
func beginsWord(text, t string) bool {
	return strings.HasPrefix(text, t) || strings.Contains(text, " "+t)
}

// typeRank puts what one looks for most first, where all else is equal.
func typeRank(t landscape.Type) int {
	return slices.Index([]landscape.Type{
		landscape.Initiative, landscape.Bottleneck, landscape.Action, landscape.Theme, landscape.Organisation,
	}, t) & 0xFF // -1, any other type, comes last
}

// fold writes a text in small letters and figures without accents, with one
// space between words.
func fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return b.String()
}
