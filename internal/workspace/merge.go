package workspace

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Merge gives the edits that bring the records of another landscape in: new
// ones are added, others take the other's form, nothing is removed. A fact
// without evidence keeps the evidence that the same fact had; a new one gets
// the person who imports it. So importing a file again changes nothing.
func (w *Workspace) Merge(l, other *landscape.Landscape) []landscape.Edit {
	var edits []landscape.Edit
	for _, e := range landscape.Diff(l, other) {
		if e.After == nil {
			continue
		}
		if e.Before != nil {
			e.After = keepEvidence(e.Before, e.After)
		}
		e.After = e.After.Sourced(w.entered(""))
		if !e.Idle() {
			edits = append(edits, e)
		}
	}
	return edits
}

// keepEvidence gives what is said without evidence that of the same fact
// before.
func keepEvidence(before, after *landscape.Record) *landscape.Record {
	if after.Relation != nil {
		next := *after.Relation
		next.Basis = inherit(before.Relation.Basis, next.Basis)
		return &landscape.Record{Relation: &next}
	}
	n := after.Node
	for _, spec := range landscape.FieldsOf(n.Type) {
		claims := slices.Clone(n.Claims(spec.Field))
		for i := range claims {
			if old, ok := sameFact(before.Node.Claims(spec.Field), claims[i]); ok {
				claims[i].Basis = inherit(old.Basis, claims[i].Basis)
			}
		}
		if len(claims) > 0 {
			n = n.WithClaims(spec.Field, claims)
		}
	}
	return &landscape.Record{Node: n}
}

func sameFact(claims []landscape.Claim, c landscape.Claim) (landscape.Claim, bool) {
	for _, old := range claims {
		if slices.Equal(old.Values, c.Values) && old.Period == c.Period {
			return old, true
		}
	}
	return landscape.Claim{}, false
}

// inherit keeps the old basis of a fact that is said again without evidence.
// Stated is what a file means when it says nothing; more than that is said.
func inherit(old, b landscape.Basis) landscape.Basis {
	if b.Sourced() {
		return b
	}
	b.Evidence = old.Evidence
	if b.Certainty == "" || b.Certainty == landscape.Stated {
		b.Certainty = old.Certainty
	}
	return b
}
