package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// excludeShare of the query's weight that an item names only to leave it out
// counts for showing the item: that it is not for this is worth knowing.
const excludeShare = 0.35

// barrier is what of the query an item excludes: the weightiest unit and where.
type barrier struct {
	unit  int
	share float32
	text  string
	key   string
	// all are the units that are left out.
	all []int
}

func excludedKey(key string) string { return "x" + key }

// barriers gives per item what of the query it leaves out.
func (s *section) barriers(units []unit) map[int32]barrier {
	found := map[int32]barrier{}
	total := weightOf(units)
	for i, u := range units {
		if u.dull || u.inside && !u.topical() {
			continue
		}
		for _, b := range u.bridges {
			t, ok := s.dict[excludedKey(b.key)]
			if !ok || b.worth < worthFamily || b.part > 0 {
				continue
			}
			for _, p := range s.postings[t] {
				out := found[p.doc]
				if share := u.weight / total; share > out.share {
					out.unit, out.share, out.text, out.key = i, share, s.docs[p.doc].excludedBy(t), b.key
				}
				out.all = append(out.all, i)
				found[p.doc] = out
			}
		}
	}
	return found
}

// names says whether the item speaks of a unit: as its own, or to leave it out.
func (e *evidence) names(unit int) bool {
	return e.units[unit].met > worthRelated || e.barrier != nil && slices.Contains(e.barrier.all, unit)
}

// excludedBy is the exclusion that holds a term.
func (d *document) excludedBy(term int32) string {
	for _, p := range d.excluded {
		if slices.Contains(p.terms, term) {
			return p.text
		}
	}
	return ""
}

// exclude caps a candidate at what it leaves out, and says so.
func (c *Candidate) exclude(b barrier, units []unit, text string, read *reader) {
	u := units[b.unit]
	r := Reason{
		Kind: Exclusion, Query: text[u.start:u.end], Weight: float64(excludeShare * b.share),
		Field: landscape.NotFor, Text: b.text, InQuery: Span{u.start, u.end},
	}
	r.InText = read.find(b.text, b.key)
	r.Match = b.text
	c.add(r)
	c.Caps = append(c.Caps, CapExclusion)
	c.Verdict = Partly
}
