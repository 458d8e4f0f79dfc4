package overlap

import (
	"math"
	"slices"

	"snijvlak/internal/landscape"
)

// norms is how alike different things usually are in this landscape. For each
// of a number of its own sentences the initiative it comes from is left out,
// with what belongs to that: then the sentence is a problem of the field that
// nothing works on, and what is found yet is chance. (Leave-one-out, as the
// thresholds of duplicate detection must follow the data: Draisbach 2022.)
type norms struct {
	// force and mass of the best other item, sorted.
	force, mass []float32
}

// How many sentences are tried, and how many where there are very many items:
// then a try takes longer, and the quantiles move less.
const (
	sampleMax     = 400
	sampleMaxMany = 100
	manyItems     = 2000
)

func (ix *Index) measure() norms {
	samples := ix.samples()
	n := norms{make([]float32, len(samples)), make([]float32, len(samples))}
	spread(len(samples), func(from, to int) {
		a := ix.asker()
		for i := from; i < to; i++ {
			n.force[i], n.mass[i] = ix.strongest(a.units(samples[i].text), ix.kin(samples[i].own))
		}
	})
	slices.Sort(n.force)
	slices.Sort(n.mass)
	return n
}

// strongest gives the force and mass of the best initiative but some; that is
// the first of rank, without what only an answer needs.
func (ix *Index) strongest(units []unit, except []landscape.ID) (force, mass float32) {
	keep := func(d *document) bool {
		return d.node.Type == landscape.Initiative && !slices.Contains(except, d.node.ID)
	}
	total, light := weightOf(units), lightOf(units)
	var best evidence
	for _, h := range ix.first(units, keep) {
		if best.doc != nil && (h.score+light)/total < best.score*boundSlack {
			break // the rest score lower yet
		}
		e := ix.glance(h, units, total)
		if best.doc == nil || e.score > best.score || e.score == best.score && e.doc.node.ID < best.doc.node.ID {
			best = e
		}
	}
	if best.doc == nil {
		return 0, 0
	}
	return best.force(), best.mass
}

// boundSlack leaves room for rounding.
const boundSlack = 0.999

// lightOf is what the units that do not help to choose the shortlist weigh.
func lightOf(units []unit) float32 {
	heaviest, light := float32(0), float32(0)
	for _, u := range units {
		heaviest = max(heaviest, u.weight)
	}
	for _, u := range units {
		if u.weight < lightest*heaviest {
			light += u.weight
		}
	}
	return light
}

// glance is weigh without the passages: the score and the mass only.
func (ix *Index) glance(h hit, units []unit, total float32) evidence {
	e := evidence{doc: h.document()}
	for _, u := range units {
		var f found
		for _, b := range u.bridges {
			if t, ok := h.s.dict[b.key]; ok {
				if tone := h.s.tone(t, h.doc, ix.mean); tone > 0 {
					f.note(b, tone)
				}
			}
		}
		f.finish()
		share := u.weight / total
		e.score += share * f.tone * e.doc.standing()
		e.count(u, f, share)
	}
	return e
}

// force is how strongly an item answers a query: how much of it, and how much
// that is in itself. A short query is easily met whole.
func (e evidence) force() float32 {
	return e.score / e.doc.standing() * float32(1-math.Exp(-float64(e.mass)))
}

type loose struct {
	text string
	own  landscape.ID
}

// samples gives sentences of initiatives in force, spread evenly.
func (ix *Index) samples() []loose {
	var all []loose
	for _, d := range ix.base.docs {
		if d.node.Type != landscape.Initiative {
			continue
		}
		for _, p := range d.passages {
			if p.via == "" && (p.field == landscape.Activities || p.field == landscape.TargetGroup || p.field == landscape.Goal) {
				all = append(all, loose{p.text, d.node.ID})
			}
		}
	}
	most := sampleMax
	if ix.live > manyItems {
		most = sampleMaxMany
	}
	step := len(all)/most + 1
	var some []loose
	for i := 0; i < len(all); i += step {
		some = append(some, all[i])
	}
	return some
}

// kin gives an initiative with those that are part of the same thing.
func (ix *Index) kin(id landscape.ID) []landscape.ID {
	ids := []landscape.ID{id}
	for _, r := range append(ix.land.Out(id, kinship...), ix.land.In(id, kinship...)...) {
		ids = append(ids, r.Other(id))
	}
	for _, o := range ix.land.Out(id, landscape.Owns) {
		for _, r := range ix.land.In(o.To, landscape.Owns) {
			ids = append(ids, r.From)
		}
	}
	return ids
}

var kinship = []landscape.Link{
	landscape.Succeeds, landscape.Steers, landscape.PartOf, landscape.Overlaps,
}
