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

// shortlist is how many items are looked at in detail.
const shortlist = 30

func saturate(tf, length, mean float32) float32 { return tf / (tf + damping(length, mean)) }

// damping is how many times a word must stand in a text to count half.
func damping(length, mean float32) float32 { return k1 * (1 - b1 + b1*length/max(mean, 1)) }

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
	var best []hit
	for _, s := range ix.sections() {
		t := s.tallies.Get().(*tally)
		for doc, score := range t.count(units, ix.mean) {
			if score <= 0 || s == ix.base && ix.dead[doc] {
				continue
			}
			h := hit{s, int32(doc), score * s.standing[doc]}
			if (len(best) < shortlist || before(h, best[len(best)-1])) && keep(s.docs[doc]) {
				best = insert(best, h)
			}
		}
		clear(t.total)
		s.tallies.Put(t)
	}
	return best
}

// insert keeps the shortlist in order.
func insert(best []hit, h hit) []hit {
	at, _ := slices.BinarySearchFunc(best, h, func(a, b hit) int {
		if before(a, b) {
			return -1
		}
		return 1
	})
	if len(best) == shortlist {
		best = best[:shortlist-1]
	}
	return slices.Insert(best, at, h)
}

func before(a, b hit) bool {
	if a.score != b.score {
		return a.score > b.score
	}
	return a.document().node.ID < b.document().node.ID
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

// tally counts scores over the postings of one section; it is used again, for
// arrays over all items are the only large thing a question needs.
type tally struct {
	s     *section
	mean  float32
	total []float32
	// of the unit at hand: the best whole bridge, the best bridge of the part
	// at hand and the sum over the parts before it.
	whole, part, parts []float32
	touched            []int32
	mark               []bool
	damp               []float32 // of each document, for this mean
}

func newTally(s *section) *tally {
	n := len(s.docs)
	all := make([]float32, 4*n)
	return &tally{
		s: s, total: all[:n], whole: all[n : 2*n], part: all[2*n : 3*n], parts: all[3*n:],
		mark: make([]bool, n),
	}
}

// lightest is the share of the heaviest unit from which a unit helps to choose
// the shortlist. The words below it are in very many items.
const lightest = 0.1

func (t *tally) count(units []unit, mean float32) []float32 {
	t.tune(mean)
	heaviest := float32(0)
	for _, u := range units {
		heaviest = max(heaviest, u.weight)
	}
	for i := range units {
		if units[i].weight >= lightest*heaviest {
			t.unit(&units[i])
		}
	}
	return t.total
}

// tune makes the damping of the documents ready for a mean length.
func (t *tally) tune(mean float32) {
	if t.mean == mean && t.damp != nil {
		return
	}
	t.mean, t.damp = mean, make([]float32, len(t.s.size))
	for i, length := range t.s.size {
		t.damp[i] = damping(length, mean)
	}
}

func (t *tally) unit(u *unit) {
	part := 0
	for _, b := range u.bridges {
		term, ok := t.s.dict[b.key]
		if !ok {
			continue
		}
		if b.part != part {
			if part > 0 {
				t.closePart()
			}
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
			best[p.doc] = max(best[p.doc], b.worth*p.tf/(p.tf+t.damp[p.doc]))
		}
	}
	if part > 0 {
		t.closePart()
	}
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
