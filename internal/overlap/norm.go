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
	var n norms
	for _, s := range ix.samples() {
		units := ix.units(s.text)
		var force, mass float32
		if best := ix.rank(units, Options{Except: ix.kin(s.own)}); len(best) > 0 {
			force, mass = best[0].force(), best[0].mass
		}
		n.force, n.mass = append(n.force, force), append(n.mass, mass)
	}
	slices.Sort(n.force)
	slices.Sort(n.mass)
	return n
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
