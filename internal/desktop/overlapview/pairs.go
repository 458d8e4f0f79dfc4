package overlapview

import (
	"cmp"
	"slices"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/words"
)

// pairFilter leaves pairs out. The zero filter keeps all.
type pairFilter struct {
	text   string
	grades map[string]bool // none on: all
}

func (f pairFilter) keeps(p overlap.Pair) bool {
	on := false
	for _, chosen := range f.grades {
		on = on || chosen
	}
	if on && !f.grades[p.Grade] {
		return false
	}
	names := kit.Folded(strings.Join([]string{p.A.Name(), p.A.ShortName(), p.B.Name(), p.B.ShortName()}, " "))
	for _, word := range strings.Fields(kit.Folded(f.text)) {
		if !strings.Contains(names, word) {
			return false
		}
	}
	return true
}

// filtered gives the pairs that a filter keeps.
func filtered(all []overlap.Pair, f pairFilter) []overlap.Pair {
	return slices.DeleteFunc(slices.Clone(all), func(p overlap.Pair) bool { return !f.keeps(p) })
}

// mostFirst orders pairs by how much they share.
func mostFirst(x, y overlap.Pair) int {
	return cmp.Or(
		cmp.Compare(slices.Index(landscape.Grades, y.Grade), slices.Index(landscape.Grades, x.Grade)),
		cmp.Compare(y.Goals+y.Activities+y.Groups, x.Goals+x.Activities+x.Groups),
		cmp.Compare(shares(y), shares(x)),
		cmp.Compare(x.A.ID, y.A.ID), cmp.Compare(x.B.ID, y.B.ID),
	)
}

func shares(p overlap.Pair) int { return len(p.Themes) + len(p.Organisations) + len(p.Bottlenecks) }

// gradeText is how strong it is, and whether people have said so.
func gradeText(w *words.Words, p overlap.Pair) string {
	text := w.T("grade." + p.Grade)
	switch {
	case p.Justified:
		return w.T("matrix.justified", "Grade", text)
	case p.Judged:
		return w.T("matrix.judged", "Grade", text)
	}
	return text
}

// gradeIcon is the fuller, the more two have in common.
func gradeIcon(grade string) string {
	switch grade {
	case landscape.Duplication:
		return string(overlap.Covered)
	case landscape.Fragmentation:
		return string(overlap.None)
	}
	return string(overlap.Partly)
}

// shared says what a pair has in common, a part each.
func shared(w *words.Words, p overlap.Pair) []string {
	var parts []string
	add := func(key string, items []string) {
		if len(items) > 0 {
			parts = append(parts, w.N(key, len(items), "List", strings.Join(items, ", ")))
		}
	}
	var themes []string
	for _, n := range p.Themes {
		themes = append(themes, themeText(n))
	}
	slices.Sort(themes)
	add("matrix.themes", themes)
	add("matrix.organisations", shortNames(p.Organisations))
	add("matrix.bottlenecks", shortNames(p.Bottlenecks))
	add("matrix.words", p.Words)
	return parts
}

func themeText(n *landscape.Node) string {
	if n.Number() > 0 {
		return string(rune('0' + n.Number()%10))
	}
	return n.ShortName()
}

func shortNames(nodes []*landscape.Node) []string {
	names := make([]string, len(nodes))
	for i, n := range nodes {
		names[i] = n.ShortName()
	}
	return names
}
