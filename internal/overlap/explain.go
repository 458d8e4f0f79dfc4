package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// heavy is the share of the heaviest unit from which a word is weighty enough
// to be missed.
const heavy = 0.5

// reasons tells of each unit that is met over which bridge, heaviest first.
func (ix *Index) reasons(e evidence, units []unit, text string, read *reader) []Reason {
	var rs []Reason
	for i, f := range e.units {
		if f.counts <= 0 {
			continue
		}
		p := e.doc.passages[f.passage]
		r := Reason{
			Kind: f.bridge.kind, Query: text[units[i].start:units[i].end], Via: f.bridge.via, Weight: float64(f.counts),
			Field: p.field, Text: p.text, InQuery: Span{units[i].start, units[i].end},
		}
		r.InText = read.find(p.text, f.bridge.key)
		r.Match = p.text[r.InText.Start:r.InText.End]
		r.ofPassage(ix.land, p)
		rs = append(rs, r)
	}
	slices.SortStableFunc(rs, func(a, b Reason) int { return compare(float32(b.Weight), float32(a.Weight)) })
	return rs
}

// ofPassage: what an item only borrows is named after where it comes from.
func (r *Reason) ofPassage(l *landscape.Landscape, p passage) {
	n, ok := l.Node(p.via)
	if !ok {
		return
	}
	r.Via = string(p.via)
	switch n.Type {
	case landscape.Organisation:
		r.Kind = Organisation
	case landscape.Theme:
		r.Kind = Theme
	default:
		r.Kind = OwnedProblem
	}
	if p.learned {
		r.Kind = Judgement
	}
}

// find gives where in a text a term stands.
func (r *reader) find(text, key string) Span {
	for _, w := range r.read(text, itemLimit) {
		for _, f := range r.x.features(w) {
			if f.key == key {
				return Span{w.start, w.end}
			}
		}
	}
	return Span{}
}

// missing gives the weighty words of the query for which met is false, in the
// order of the text.
func missing(units []unit, text string, met func(i int) bool) []string {
	top := float32(0)
	for _, u := range units {
		top = max(top, u.weight)
	}
	words := []string{}
	for i, u := range units {
		if u.weight >= heavy*top && !u.dull && !u.inside && !met(i) {
			words = append(words, text[u.start:u.end])
		}
	}
	return words
}
