package overlap

import (
	"strings"

	"snijvlak/internal/landscape"
)

// pinWeight puts an item above all that is only alike.
const pinWeight = 1

// pin is a reason by itself: the text names the item, or people have said that
// the two belong together, or do not.
func (ix *Index) pin(c *Candidate, a *asked) {
	if name := named(c.Node, a.tidied, ix.lex); name != "" {
		c.add(Reason{Kind: Term, Query: name, Match: name, Weight: pinWeight, Field: landscape.Alias})
		c.raise(Partly)
	}
	for _, id := range a.same {
		ix.remember(c, id)
	}
}

// named gives the name or alias of an item that stands in a text in full. One
// plain word is no name.
func named(n *landscape.Node, tidied string, x *lexicon) string {
	for _, f := range nameFields {
		for _, v := range n.All(f) {
			key := tidy(v)
			if key != "" && (tidied == key || strings.Contains(" "+tidied+" ", " "+key+" ") && isName(key, v, x)) {
				return v
			}
		}
	}
	return ""
}

// fullKeyword says whether the text holds a whole keyword of the item that few
// items share: too little to be covered, too much to be nothing.
func (ix *Index) fullKeyword(n *landscape.Node, a *asked) bool {
	for _, k := range n.All(landscape.Keywords) {
		stems := ix.lex.stemsOf(k)
		key := strings.Join(stems, " ")
		if key == "" || !strings.Contains(" "+a.stemmed(ix.lex)+" ", " "+key+" ") {
			continue
		}
		if ix.rarity(ix.frequency(wordKey(key))) >= rareEnough && !ix.lex.dull[key] && !ix.lex.stop[key] {
			return true
		}
	}
	return false
}

// rareEnough is the rarity of a keyword that says what a text is about.
const rareEnough = 0.6

func isName(key, written string, x *lexicon) bool {
	words := strings.Fields(key)
	if len(words) == 1 {
		return written == strings.ToUpper(written) && len(key) > 2 || len(key) > 10 && !x.dull[x.stem(key)]
	}
	weighty := 0
	for _, w := range words {
		if !x.stop[w] && !x.dull[x.stem(w)] {
			weighty++
		}
	}
	return weighty > 1 || len(words) > 2
}

// remember applies what was judged or recorded on an earlier item with the
// same text.
func (ix *Index) remember(c *Candidate, earlier landscape.ID) {
	for _, r := range judgements(ix.land, earlier, landscape.NotSame) {
		if r.Other(earlier) == c.Node.ID {
			c.Caps = append(c.Caps, CapJudged)
			c.Verdict = None
			c.add(Reason{Kind: Judgement, Via: string(earlier), Match: r.Reason, Weight: -c.Score})
		}
	}
	for _, r := range judgements(ix.land, earlier, landscape.Overlaps) {
		if r.Other(earlier) == c.Node.ID {
			c.add(Reason{Kind: Judgement, Via: string(earlier), Match: r.Reason, Weight: pinWeight})
			c.raise(gradeVerdict(r.Grade))
		}
	}
	for _, r := range ix.land.Between(c.Node.ID, earlier) {
		if r.Link == landscape.Owns && r.Certainty != landscape.Inferred {
			c.add(Reason{Kind: OwnedProblem, Via: string(earlier), Match: r.Extent, Weight: pinWeight})
			c.raise(extentVerdict(r.Extent))
		}
	}
}

// gradeVerdict is what a judgement of overlap says on cover.
func gradeVerdict(grade string) Verdict {
	if grade == landscape.Duplication {
		return Covered
	}
	return Partly
}

// extentVerdict: who owns a part covers a part.
func extentVerdict(extent string) Verdict {
	if extent == "" {
		return Covered
	}
	return Partly
}

// raise lifts the verdict, as far as its caps allow.
func (c *Candidate) raise(v Verdict) {
	if v == Covered && len(c.Caps) > 0 {
		v = Partly
	}
	if rank(v) > rank(c.Verdict) {
		c.Verdict = v
	}
}

func (c *Candidate) add(r Reason) {
	c.Reasons = append([]Reason{r}, c.Reasons...)
	c.Score += r.Weight
}

// rank orders the verdicts.
func rank(v Verdict) int {
	switch v {
	case Covered:
		return 2
	case Partly:
		return 1
	}
	return 0
}
