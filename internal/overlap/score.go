package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// BM25 as in Robertson and Zaragoza (2009), with the fields' weights in the
// counts (BM25F); b is small since the texts are short.
const (
	k1 = 0.6
	b1 = 0.2
)

// The score of an item is the mean over the units of the query, each for its
// weight, of how well the unit is met in the item as a whole and in the item's
// best passage. Words that stand together mean more than words apart.
const (
	wholeShare   = 0.6
	passageShare = 0.4
)

// shortlist is how many items are looked at in detail.
const shortlist = 40

func saturate(tf, length, mean float32) float32 {
	return tf / (tf + k1*(1-b1+b1*length/max(mean, 1)))
}

// hit is an item on the shortlist with its first score.
type hit struct {
	s     *section
	doc   int32
	score float32
}

func (h hit) document() *document { return h.s.docs[h.doc] }

// first scores all items over the postings of the query's bridges and gives
// the best.
func (ix *Index) first(units []unit, keep func(*document) bool) []hit {
	var hits []hit
	for _, s := range ix.sections() {
		scores := newTally(s, ix.mean).count(units)
		for doc, score := range scores {
			if score > 0 && (s != ix.base || !ix.dead[doc]) && keep(s.docs[doc]) {
				hits = append(hits, hit{s, int32(doc), score * s.docs[doc].standing()})
			}
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		if c := compare(b.score, a.score); c != 0 {
			return c
		}
		return compareNodes(a.document().node, b.document().node)
	})
	return hits[:min(shortlist, len(hits))]
}

func (ix *Index) sections() []*section { return []*section{ix.base, ix.delta} }

func compareNodes(a, b *landscape.Node) int {
	switch {
	case a.ID < b.ID:
		return -1
	case a.ID > b.ID:
		return 1
	}
	return 0
}

// standing prefers what the overview lists and what is not over: of two nearly
// equal texts the table that people know comes first.
func (d *document) standing() float32 {
	f := float32(1)
	if d.node.Type == landscape.Initiative && !d.listed {
		f *= unlisted
	}
	if d.status == landscape.Ended {
		f *= finished
	}
	return f
}

const (
	unlisted = 0.85
	finished = 0.85
)

// tally counts scores over the postings of one section.
type tally struct {
	s     *section
	mean  float32
	total []float32
	// of the unit at hand: the best whole bridge, the best bridge of the part
	// at hand and the sum over the parts before it.
	whole, part, parts []float32
	touched            []int32
	mark               []bool
}

func newTally(s *section, mean float32) *tally {
	n := len(s.docs)
	all := make([]float32, 4*n)
	return &tally{
		s: s, mean: mean, total: all[:n], whole: all[n : 2*n], part: all[2*n : 3*n], parts: all[3*n:],
		mark: make([]bool, n),
	}
}

func (t *tally) count(units []unit) []float32 {
	for i := range units {
		t.unit(&units[i])
	}
	return t.total
}

func (t *tally) unit(u *unit) {
	part := 0
	for _, b := range u.bridges {
		term, ok := t.s.dict[b.key]
		if !ok {
			continue
		}
		if b.part != part {
			t.closePart()
			part = b.part
		}
		best := t.whole
		if part > 0 {
			best = t.part
		}
		for _, p := range t.s.postings[term] {
			if !t.mark[p.doc] {
				t.mark[p.doc] = true
				t.touched = append(t.touched, p.doc)
			}
			best[p.doc] = max(best[p.doc], b.worth*saturate(p.tf, t.s.docs[p.doc].length, t.mean))
		}
	}
	t.closePart()
	for _, d := range t.touched {
		t.total[d] += u.weight * max(t.whole[d], t.parts[d])
		t.whole[d], t.parts[d], t.mark[d] = 0, 0, false
	}
	t.touched = t.touched[:0]
}

func (t *tally) closePart() {
	for _, d := range t.touched {
		t.parts[d] += t.part[d]
		t.part[d] = 0
	}
}
