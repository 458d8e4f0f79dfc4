package overlap

import (
	"errors"
	"maps"
	"slices"

	"snijvlak/internal/landscape"
)

// ErrBSN: a text holds what may be a citizen service number. The error never
// holds the number.
var ErrBSN = errors.New("the text holds a citizen service number")

// Options of a question.
type Options struct {
	// Among which types to look; initiatives where none is given.
	Among []landscape.Type
	// Top is how many candidates to give; 10 where it is 0.
	Top int
	// Except leaves items out.
	Except []landscape.ID
}

const topDefault = 10

// asked is a question with all that is known of it.
type asked struct {
	text   string
	tidied string
	units  []unit
	// same are the items that say just this.
	same []landscape.ID
}

// Query says what in the landscape works on a text. A text with a citizen
// service number is refused.
func (ix *Index) Query(text string, o Options) (Answer, error) {
	if landscape.HasBSN(text) {
		return Answer{}, ErrBSN
	}
	a := &asked{text: text, tidied: tidy(text), units: ix.units(text)}
	a.same = ix.saying(a.tidied)
	return ix.answer(a, o), nil
}

// About is Query for an item that is in the landscape: what works on it?
func (ix *Index) About(id landscape.ID, o Options) (Answer, error) {
	n, err := ix.land.Find(id)
	if err != nil {
		return Answer{}, err
	}
	text := n.Name()
	a := &asked{text: text, tidied: tidy(text), units: ix.units(text)}
	a.same = append(ix.saying(a.tidied), id)
	o.Except = append(slices.Clone(o.Except), id)
	return ix.answer(a, o), nil
}

func (ix *Index) answer(a *asked, o Options) Answer {
	answer := Answer{Query: a.text, Day: ix.day, Verdict: None, Missing: []string{}}
	ranked := ix.rank(a.units, o, a.same...)
	read := newReader(ix.lex)
	for _, e := range ranked {
		answer.Candidates = append(answer.Candidates, ix.candidate(e, a, read))
	}
	slices.SortStableFunc(answer.Candidates, func(x, y Candidate) int { return compare64(y.Score, x.Score) })
	answer.Missing = missing(a.units, a.text, func(i int) bool {
		return slices.ContainsFunc(ranked, func(e evidence) bool { return e.units[i].met > worthRelated })
	})
	top := o.Top
	if top == 0 {
		top = topDefault
	}
	answer.Candidates = answer.Candidates[:min(top, len(answer.Candidates))]
	for _, c := range answer.Candidates[:min(3, len(answer.Candidates))] {
		if rank(c.Verdict) > rank(answer.Verdict) {
			answer.Verdict = c.Verdict
		}
	}
	return answer
}

// saying gives the bottlenecks and actions that say just this.
func (ix *Index) saying(tidied string) []landscape.ID {
	var ids []landscape.ID
	for _, s := range ix.sections() {
		for _, doc := range s.names[tidied] {
			if s != ix.base || !ix.dead[doc] {
				ids = append(ids, s.docs[doc].node.ID)
			}
		}
	}
	return ids
}

func compare64(a, b float64) int { return compare(float32(a), float32(b)) }

// rank gives the evidence for the best items, best first.
func (ix *Index) rank(units []unit, o Options, same ...landscape.ID) []evidence {
	among := o.Among
	if len(among) == 0 {
		among = []landscape.Type{landscape.Initiative}
	}
	keep := func(d *document) bool {
		return slices.Contains(among, d.node.Type) && !slices.Contains(o.Except, d.node.ID)
	}
	lookups, walls := map[*section]lookup{}, map[*section]map[int32]barrier{}
	for _, s := range ix.sections() {
		lookups[s], walls[s] = s.lookup(units), s.barriers(units)
	}
	var all []evidence
	for _, h := range ix.withBarred(ix.first(units, keep), walls, keep) {
		e := ix.weigh(h, units, lookups[h.s], same)
		if b, ok := walls[h.s][h.doc]; ok {
			e.barrier = &b
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(a, b evidence) int {
		if c := compare(b.score, a.score); c != 0 {
			return c
		}
		return compareNodes(a.doc.node, b.doc.node)
	})
	return all
}

// withBarred adds the items that leave out what is asked.
func (ix *Index) withBarred(hits []hit, walls map[*section]map[int32]barrier, keep func(*document) bool) []hit {
	for _, s := range ix.sections() {
		for _, doc := range slices.Sorted(maps.Keys(walls[s])) {
			known := slices.ContainsFunc(hits, func(h hit) bool { return h.s == s && h.doc == doc })
			if !known && keep(s.docs[doc]) && (s != ix.base || !ix.dead[doc]) && len(hits) < 2*shortlist {
				hits = append(hits, hit{s: s, doc: doc})
			}
		}
	}
	return hits
}

func (ix *Index) candidate(e evidence, a *asked, read *reader) Candidate {
	c := Candidate{
		Node: e.doc.node, Score: float64(e.score), Status: e.doc.status, strength: e.strength,
		Reasons: ix.reasons(e, a.units, a.text, read),
		Missing: missing(a.units, a.text, func(i int) bool { return e.units[i].met > worthRelated }),
		Facets:  e.facets(),
	}
	c.Verdict, c.Caps = ix.judge(e)
	if e.doc.status == landscape.Ended || e.doc.status == landscape.Ending {
		c.Successors = ix.land.Successors(c.Node.ID)
	}
	if e.barrier != nil {
		c.exclude(*e.barrier, a.units, a.text, read)
	}
	ix.pin(&c, a)
	return c
}
