package workspace

import "snijvlak/internal/landscape"

// Judgement is what people say of two items: that they overlap, and how far,
// or that they are not the same.
type Judgement struct {
	A, B landscape.ID
	Link landscape.Link
	Why  string
	// Grade and Justified are of overlaps.
	Grade     string
	Justified bool
}

// Relation is the judgement as the landscape has it.
func (j Judgement) Relation() landscape.Relation {
	return landscape.Relation{
		From: j.A, Link: j.Link, To: j.B, Audience: landscape.Secretariat,
		Reason: j.Why, Grade: j.Grade, Justified: j.Justified,
	}.Normal()
}

// Judge gives the edits that remember a judgement. It takes the place of what
// was judged of the two before, which the journal keeps.
func (w *Workspace) Judge(l *landscape.Landscape, j Judgement) ([]landscape.Edit, error) {
	for _, end := range []landscape.ID{j.A, j.B} {
		if _, err := l.Find(end); err != nil {
			return nil, err
		}
	}
	basis, err := w.basis(l, Source{})
	if err != nil {
		return nil, err
	}
	r := j.Relation()
	r.Basis = basis
	fresh := landscape.Edit{Key: r.Key(), Before: l.Record(r.Key()), After: &landscape.Record{Relation: &r}}
	edits := []landscape.Edit{fresh}
	for _, old := range l.Between(r.From, r.To) {
		if isJudgement(old.Link) && old.Key() != r.Key() && old.Holds(w.Today()) {
			edits = append(edits, landscape.Edit{Key: old.Key(), Before: &landscape.Record{Relation: &old}})
		}
	}
	return edits, nil
}

func isJudgement(l landscape.Link) bool { return l == landscape.Overlaps || l == landscape.NotSame }
