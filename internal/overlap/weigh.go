package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// evidence is all that a query and one item have in common.
type evidence struct {
	doc   *document
	units []found
	// best is the passage that meets most of the query; -1: none.
	best int
	// score is the sum of what the units count for.
	score float32
	// fields holds the closest passage of each.
	fields map[landscape.Field]float32
	// barrier is what the item leaves out of the query.
	barrier *barrier
	labels  labels
	strength
}

// strength is what the verdict is read from.
type strength struct {
	// cover is the share of the query's weight that the item meets, close the
	// share that its best passage meets.
	cover, close float32
	// mass is the weight that is met, in whole rare words.
	mass float32
}

// found is how one unit is met in the item.
type found struct {
	met     float32 // best worth in the item; 0: not at all
	tone    float32 // worth times how much the item is about it
	inBest  float32 // worth in the best passage
	bridge  bridge
	passage int // where the bridge ends
	counts  float32
	// of the parts of a compound, by number
	partMet, partTone [partsMax + 2]float32
}

// lookup says for each term of a section which bridges end there.
type lookup map[int32][]arrival

type arrival struct{ unit, bridge int32 }

func (s *section) lookup(units []unit) lookup {
	l := lookup{}
	for i, u := range units {
		for j, b := range u.bridges {
			if t, ok := s.dict[b.key]; ok {
				l[t] = append(l[t], arrival{int32(i), int32(j)})
			}
		}
	}
	return l
}

// weigh looks at one item in detail. Its score is the mean over the units of
// the query, each for its weight, of how well the unit is met in the item. That
// the words stand together in one passage adds nothing to the order (measured);
// it does count for the verdict.
func (ix *Index) weigh(h hit, units []unit, l lookup, same []landscape.ID) evidence {
	d := h.document()
	e := evidence{doc: d, units: make([]found, len(units)), best: -1, fields: map[landscape.Field]float32{}}
	total := weightOf(units)
	bestClose := float32(0)
	worths := make([]float32, len(units))
	parts := make([][partsMax + 2]float32, len(units))
	about := subjects(units)
	for p := range d.passages {
		if slices.Contains(same, d.passages[p].via) && d.passages[p].via != "" {
			continue // the item asked about cannot be its own evidence
		}
		for _, t := range d.passages[p].terms {
			for _, a := range l[t] {
				e.units[a.unit].meet(ix, h, units[a.unit].bridges[a.bridge], t, p)
				note(worths, parts, a.unit, units[a.unit].bridges[a.bridge])
			}
		}
		c := closeness(d.passages[p], units, worths, parts)
		if f := d.passages[p].field; d.passages[p].counts() {
			e.fields[f] = max(e.fields[f], c/total)
		}
		e.labels.note(d.passages[p], about, worths)
		if c > bestClose {
			bestClose, e.best = c, p
			for i := range e.units {
				e.units[i].inBest = worths[i]
			}
		}
		clear(worths)
		clear(parts)
	}
	for i := range e.units {
		f := &e.units[i]
		f.finish()
		share := units[i].weight / total
		f.counts = share * f.tone * d.standing()
		e.score += f.counts
		e.count(units[i], *f, share)
	}
	return e
}

// count adds a unit to the strength. What is only related explains, but never
// makes "covered".
func (e *evidence) count(u unit, f found, share float32) {
	if f.met > worthRelated {
		e.cover += share * f.met
		e.mass += u.weight * f.met * u.telling()
	}
	if f.inBest > worthRelated {
		e.close += share * f.inBest
	}
}

// counts: what is borrowed on our own reading is no goal that matches.
func (p passage) counts() bool { return p.via == "" || p.weight > ownedInferred }

func weightOf(units []unit) float32 {
	total := float32(0)
	for _, u := range units {
		total += u.weight
	}
	return max(total, 0.001)
}

// meet notes a bridge that reaches the item.
func (f *found) meet(ix *Index, h hit, b bridge, term int32, passage int) {
	f.note(b, h.s.tone(term, h.doc, ix.mean))
	plainer := b.worth == f.bridge.worth && b.kind == Term && f.bridge.kind != Term
	if b.worth > f.bridge.worth || plainer {
		f.bridge, f.passage = b, passage
	}
}

// note counts a bridge that reaches an item that is so much about its end.
func (f *found) note(b bridge, tone float32) {
	if i := min(b.part, partsMax+1); i > 0 {
		f.partMet[i] = max(f.partMet[i], b.worth)
		f.partTone[i] = max(f.partTone[i], b.worth*tone)
	} else {
		f.met, f.tone = max(f.met, b.worth), max(f.tone, b.worth*tone)
	}
}

// finish takes the parts of a compound together where they say more than the
// whole.
func (f *found) finish() {
	met, tone := float32(0), float32(0)
	for i := range f.partMet {
		met += f.partMet[i]
		tone += f.partTone[i]
	}
	f.met, f.tone = max(f.met, met), max(f.tone, tone)
}

// tone is how much an item is about a term.
func (s *section) tone(term, doc int32, mean float32) float32 {
	ps := s.postings[term]
	i, ok := slices.BinarySearchFunc(ps, doc, func(p posting, doc int32) int { return int(p.doc - doc) })
	if !ok {
		return 0
	}
	return saturate(ps[i].tf, s.docs[doc].length, mean)
}

// note keeps what the passage at hand says of a unit.
func note(worths []float32, parts [][partsMax + 2]float32, unit int32, b bridge) {
	if b.part == 0 {
		worths[unit] = max(worths[unit], b.worth)
		return
	}
	part := min(b.part, partsMax+1)
	if b.worth > parts[unit][part] {
		parts[unit][part] = b.worth
	}
}

// closeness is how much of the query one passage meets; worths become those of
// the passage.
func closeness(p passage, units []unit, worths []float32, parts [][partsMax + 2]float32) float32 {
	c := float32(0)
	for i, u := range units {
		sum := float32(0)
		for _, w := range parts[i] {
			sum += w
		}
		worths[i] = max(worths[i], sum) * borrowedShare(p)
		c += u.weight * worths[i]
	}
	return c
}

// borrowedShare: what an item only borrows counts for less.
func borrowedShare(p passage) float32 {
	if p.via == "" {
		return 1
	}
	return p.weight
}
