package overlap

import (
	"cmp"
	"math"
	"slices"

	"snijvlak/internal/landscape"
)

// profile is an initiative made ready to be held against others.
type profile struct {
	node                               *landscape.Node
	numbers                            *numbers
	goals, activities, groups, all     vector
	themes, organisations, bottlenecks []*landscape.Node
}

// vector is a weighted set of terms of length one, by number of the term.
type vector []coordinate

type coordinate struct {
	term   int32
	weight float64
}

func (ix *Index) profiles(ids []landscape.ID) []*profile {
	var ps []*profile
	n := &numbers{of: map[string]int32{}}
	for _, s := range ix.sections() {
		for i, d := range s.docs {
			node := d.node
			if node.Type != landscape.Initiative || s == ix.base && ix.dead[i] {
				continue
			}
			if len(ids) == 0 && landscape.InForce(node, ix.day) || slices.Contains(ids, node.ID) {
				ps = append(ps, ix.profile(s, d, n))
			}
		}
	}
	slices.SortFunc(ps, func(a, b *profile) int { return compareNodes(a.node, b.node) })
	return ps
}

func (ix *Index) profile(s *section, d *document, n *numbers) *profile {
	keys := s.keys()
	return &profile{
		node:          d.node,
		numbers:       n,
		goals:         ix.vector(keys, n, d, landscape.Goal),
		activities:    ix.vector(keys, n, d, landscape.Activities),
		groups:        ix.vector(keys, n, d, landscape.TargetGroup),
		all:           ix.vector(keys, n, d, ownFields...),
		themes:        ix.others(d.node.ID, ix.land.Out(d.node.ID, landscape.Addresses)),
		organisations: ix.others(d.node.ID, ix.land.In(d.node.ID, landscape.TakesPartIn, landscape.Leads, landscape.Commissions)),
		bottlenecks:   ix.others(d.node.ID, ix.land.Out(d.node.ID, landscape.Owns)),
	}
}

func (ix *Index) others(id landscape.ID, relations []landscape.Relation) []*landscape.Node {
	var nodes []*landscape.Node
	for _, r := range relations {
		if n, ok := ix.land.Node(r.Other(id)); ok {
			nodes = appendNew(nodes, n)
		}
	}
	return nodes
}

// numbers gives terms of all sections one numbering.
type numbers struct {
	of   map[string]int32
	keys []string
}

func (n *numbers) number(key string) int32 {
	i, ok := n.of[key]
	if !ok {
		i = int32(len(n.keys))
		n.of[key] = i
		n.keys = append(n.keys, key)
	}
	return i
}

// vector weighs the concepts and words of some fields by how rare they are.
func (ix *Index) vector(keys []string, n *numbers, d *document, fields ...landscape.Field) vector {
	weights := map[int32]float64{}
	for _, p := range d.passages {
		if p.via != "" || !slices.Contains(fields, p.field) {
			continue
		}
		for _, t := range p.terms {
			if w := ix.telling(keys[t]); w > 0 {
				weights[n.number(keys[t])] = w
			}
		}
	}
	var v vector
	for term, w := range weights {
		v = append(v, coordinate{term, w})
	}
	slices.SortFunc(v, func(a, b coordinate) int { return cmp.Compare(a.term, b.term) })
	square := 0.0 // summed in order: the same bytes each time
	for _, c := range v {
		square += c.weight * c.weight
	}
	for i := range v {
		v[i].weight /= math.Sqrt(square)
	}
	return v
}

// telling is the weight of a term of an item: words and concepts count, what
// is only related does not.
func (ix *Index) telling(key string) float64 {
	if key[0] != 'w' && key[0] != 'c' || ix.lex.dull[key[1:]] {
		return 0
	}
	return float64(ix.rarity(ix.frequency(key)))
}

// byNumber gives the section's terms by number.
func (s *section) byNumber() []string {
	keys := make([]string, len(s.postings))
	for key, t := range s.dict {
		keys[t] = key
	}
	return keys
}

// asWritten gives for a stem the shortest word that has it.
func (s *section) asWritten() map[string]string {
	words := map[string]string{}
	for _, w := range s.words {
		key := s.keys()[w.term]
		if old, ok := words[key]; !ok || len(w.text) < len(old) {
			words[key] = w.text
		}
	}
	return words
}

// cosine of two vectors.
func (v vector) cosine(w vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].term < w[j].term:
			i++
		case v[i].term > w[j].term:
			j++
		default:
			sum += v[i].weight * w[j].weight
			i, j = i+1, j+1
		}
	}
	return sum
}

func (p *profile) with(o *profile) Pair {
	return Pair{
		A: p.node, B: o.node,
		Goals: p.goals.cosine(o.goals), Activities: p.activities.cosine(o.activities), Groups: p.groups.cosine(o.groups),
		Themes: both(p.themes, o.themes), Organisations: both(p.organisations, o.organisations),
		Bottlenecks: both(p.bottlenecks, o.bottlenecks),
	}
}

func both(a, b []*landscape.Node) []*landscape.Node {
	var shared []*landscape.Node
	for _, n := range a {
		if slices.Contains(b, n) {
			shared = append(shared, n)
		}
	}
	return shared
}

// sharedWords gives the weightiest words of two initiatives as people write
// them.
func (ix *Index) sharedWords(a, b *profile) []string {
	var shared vector
	for i, j := 0, 0; i < len(a.all) && j < len(b.all); {
		switch {
		case a.all[i].term < b.all[j].term:
			i++
		case a.all[i].term > b.all[j].term:
			j++
		default:
			shared = append(shared, coordinate{a.all[i].term, a.all[i].weight * b.all[j].weight})
			i, j = i+1, j+1
		}
	}
	slices.SortStableFunc(shared, func(x, y coordinate) int { return cmp.Compare(y.weight, x.weight) })
	words := []string{}
	for _, c := range shared {
		if w := ix.written(a.numbers.keys[c.term]); w != "" && !slices.Contains(words, w) && len(words) < wordsMax {
			words = append(words, w)
		}
	}
	return words
}

// written is how a term is shown: a family by its name, a stem by the word.
func (ix *Index) written(key string) string {
	if key[0] == 'c' {
		return key[1:]
	}
	for _, s := range ix.sections() {
		if w, ok := s.writing()[key]; ok {
			return w
		}
	}
	return ""
}
