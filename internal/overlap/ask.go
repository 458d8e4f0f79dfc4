package overlap

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// ErrBSN says that a text holds what may be a citizen service number. The error never
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
	// stems of the text, made when first needed.
	stems string
}

func (a *asked) stemmed(x *lexicon) string {
	if a.stems == "" {
		var stems []string
		for _, t := range tokenize(a.text, queryWords) {
			stems = append(stems, x.stem(t.joined()))
		}
		a.stems = strings.Join(stems, " ")
	}
	return a.stems
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
	read := newReader(ix.lex, ix.base.seen)
	ranked := ix.rank(a.units, o, a.same...)
	for _, e := range ranked {
		answer.Candidates = append(answer.Candidates, ix.candidate(e, a, read))
	}
	slices.SortStableFunc(answer.Candidates, func(x, y Candidate) int { return cmp.Compare(y.Score, x.Score) })
	answer.Missing = missing(a.units, a.text, func(i int) bool {
		return slices.ContainsFunc(ranked, func(e evidence) bool { return e.names(i) })
	})
	top := o.Top
	if top == 0 {
		top = topDefault
	}
	answer.Candidates = answer.Candidates[:min(top, len(answer.Candidates))]
	for i := range answer.Candidates {
		ix.explain(&answer.Candidates[i], a, read)
	}
	answer.settle(ix, a)
	return answer
}

// decisive is how many candidates the verdict on a text is read from.
const decisive = 3

// settle gives the verdict on the text: the highest of the first candidates.
func (answer *Answer) settle(ix *Index, a *asked) {
	first := answer.Candidates[:min(decisive, len(answer.Candidates))]
	for i := range first {
		c := &first[i]
		if c.Verdict == None && ix.fullKeyword(c.Node, a) && !slices.Contains(c.Caps, CapJudged) {
			c.raise(Partly)
		}
		if rank(c.Verdict) > rank(answer.Verdict) {
			answer.Verdict = c.Verdict
		}
	}
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

// candidate is an item with its verdict; explain adds the reasons.
func (ix *Index) candidate(e evidence, a *asked, read *reader) Candidate {
	c := Candidate{Node: e.doc.node, Score: float64(e.score), Status: e.doc.status, evidence: e}
	c.Verdict, c.Caps = ix.judge(e)
	if e.barrier != nil {
		c.exclude(*e.barrier, a.units, a.text, read)
	}
	c.label()
	ix.pin(&c, a)
	return c
}

func (ix *Index) explain(c *Candidate, a *asked, read *reader) {
	e := c.evidence
	c.Facets = e.facets()
	c.Reasons = append(c.Reasons, ix.reasons(e, a.units, a.text, read)...)
	c.Missing = missing(a.units, a.text, e.names)
	if c.Status == landscape.Ended || c.Status == landscape.Ending {
		c.Successors = ix.land.Successors(c.Node.ID)
	}
}
