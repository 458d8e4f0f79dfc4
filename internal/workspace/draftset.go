package workspace

import (
	"fmt"
	"slices"

	"snijvlak/internal/landscape"
)

// When says on which day the world changed; the zero When corrects the record.
type When struct {
	// From closes the old claim the day before and opens a new one.
	From landscape.Date
	// Until ends the claim on that day.
	Until landscape.Date
	// Start and End are the period of the new claim or relation itself.
	landscape.Period
}

// Assignment gives a field new values; none takes the field away, or ends it
// where When has an Until.
type Assignment struct {
	Field  landscape.Field
	Values []string
}

// Set gives the edits that change fields of a node.
func (w *Workspace) Set(
	l *landscape.Landscape, id landscape.ID, set []Assignment, when When, source Source,
) ([]landscape.Edit, error) {
	before, err := l.Find(id)
	if err != nil {
		return nil, err
	}
	basis, err := w.basis(l, source)
	if err != nil {
		return nil, err
	}
	after := before
	for _, a := range set {
		if after, err = assign(after, a, when, basis); err != nil {
			return nil, err
		}
	}
	edit := landscape.Edit{
		Key: before.Key(), Before: &landscape.Record{Node: before}, After: &landscape.Record{Node: after},
	}
	return []landscape.Edit{edit}, nil
}

func assign(n *landscape.Node, a Assignment, when When, basis landscape.Basis) (*landscape.Node, error) {
	spec, err := landscape.FieldSpecOf(n.Type, a.Field)
	if err != nil {
		return nil, err
	}
	if err := spec.Check(a.Values); err != nil {
		return nil, err
	}
	if spec.Clerical {
		basis = landscape.Basis{}
	}
	claims := slices.Clone(n.Claims(a.Field))
	fresh := landscape.Claim{Values: a.Values, Period: when.Period, Basis: basis}
	switch {
	case a.Field == landscape.AudienceOf: // has no period (see Node.Audience)
		claims = []landscape.Claim{{Values: a.Values}}
	case when.From.Known():
		claims = endLast(claims, when.From.AddDays(-1))
		fresh.Start = when.From
		claims = append(claims, fresh)
	case when.Until.Known() && len(a.Values) == 0:
		if len(claims) == 0 {
			return nil, fmt.Errorf("%s: %w", a.Field, ErrNothing)
		}
		claims = endLast(claims, when.Until)
	default:
		if when.Until.Known() {
			fresh.End = when.Until
		}
		claims = append(claims[:max(len(claims)-1, 0)], fresh)
	}
	return n.WithClaims(a.Field, claims), nil
}

func endLast(claims []landscape.Claim, day landscape.Date) []landscape.Claim {
	if len(claims) > 0 {
		claims[len(claims)-1].End = day
	}
	return claims
}

// Link gives the edits that add a relation; with From the same relation that
// was in force is closed the day before.
func (w *Workspace) Link(
	l *landscape.Landscape, r landscape.Relation, when When, source Source,
) ([]landscape.Edit, error) {
	basis, err := w.basis(l, source)
	if err != nil {
		return nil, err
	}
	var edits []landscape.Edit
	r.Period = when.Period
	if when.Until.Known() {
		r.End = when.Until
	}
	if when.From.Known() {
		r.Start = when.From
		for _, old := range sameLinks(l, r) {
			if old.Holds(when.From) {
				edits = append(edits, endRelation(old, when.From.AddDays(-1)))
			}
		}
	}
	if old := l.Record(r.Normal().Key()); old != nil && saysMore(r, source) {
		return append(edits, correction(*old.Relation, r, basis)), nil
	}
	edit, err := linkEdit(l, "", r, basis)
	return append(edits, edit), err
}

// saysMore says whether a relation that is there already is told anything new:
// how it is known, or a detail.
func saysMore(r landscape.Relation, source Source) bool {
	return source != (Source{}) || r.Extent+r.Remainder+r.AskedTo+r.Stage+r.Grade+r.Reason+string(r.Audience) != "" ||
		r.LookBack.Known() || r.Since.Known() || r.End.Known()
}

// correction is what is known now over what was: the new certainty, the new
// evidence before the old, and the details that were given.
func correction(old, said landscape.Relation, basis landscape.Basis) landscape.Edit {
	next := old
	next.Certainty = basis.Certainty
	next.Evidence = slices.Clone(basis.Evidence)
	for _, e := range old.Evidence {
		if !slices.Contains(next.Evidence, e) {
			next.Evidence = append(next.Evidence, e)
		}
	}
	for _, d := range []struct {
		to   *string
		from string
	}{
		{&next.Extent, said.Extent},
		{&next.Remainder, said.Remainder},
		{&next.AskedTo, said.AskedTo},
		{&next.Stage, said.Stage},
		{&next.Grade, said.Grade},
		{&next.Reason, said.Reason},
		{(*string)(&next.Audience), string(said.Audience)},
	} {
		if d.from != "" {
			*d.to = d.from
		}
	}
	for _, d := range []struct {
		to   *landscape.Date
		from landscape.Date
	}{{&next.LookBack, said.LookBack}, {&next.Since, said.Since}, {&next.End, said.End}} {
		if d.from.Known() {
			*d.to = d.from
		}
	}
	return landscape.Edit{
		Key: old.Key(), Before: &landscape.Record{Relation: &old}, After: &landscape.Record{Relation: &next},
	}
}

func sameLinks(l *landscape.Landscape, r landscape.Relation) []landscape.Relation {
	r = r.Normal()
	var same []landscape.Relation
	for _, o := range l.Between(r.From, r.To) {
		if o.Link == r.Link {
			same = append(same, o)
		}
	}
	return same
}

func endRelation(old landscape.Relation, day landscape.Date) landscape.Edit {
	ended := old
	ended.End = day
	return landscape.Edit{
		Key: old.Key(), Before: &landscape.Record{Relation: &old}, After: &landscape.Record{Relation: &ended},
	}
}

// Unlink gives the edits that take a relation away, or end it where When says
// so. Start is needed only where the same relation stands several times.
func (w *Workspace) Unlink(
	l *landscape.Landscape, r landscape.Relation, start *landscape.Date, when When,
) ([]landscape.Edit, error) {
	for _, end := range []landscape.ID{r.From, r.To} {
		if _, err := l.Find(end); err != nil {
			return nil, err
		}
	}
	same := sameLinks(l, r)
	if start != nil {
		same = slices.DeleteFunc(same, func(o landscape.Relation) bool { return o.Start != *start })
	}
	if len(same) != 1 {
		return nil, &WhichRelation{Ref: r.Normal().Ref(), Found: same}
	}
	if day := when.last(); day.Known() {
		return []landscape.Edit{endRelation(same[0], day)}, nil
	}
	return []landscape.Edit{{Key: same[0].Key(), Before: &landscape.Record{Relation: &same[0]}}}, nil
}

// last is the last day of what When closes.
func (w When) last() landscape.Date {
	if w.From.Known() {
		return w.From.AddDays(-1)
	}
	return w.Until
}

// WhichRelation is the error for a relation that is not there, or that stands
// several times so that its start must be named.
type WhichRelation struct {
	Ref   string
	Found []landscape.Relation
}

func (e *WhichRelation) Error() string {
	return fmt.Sprintf("%d relations are called %s", len(e.Found), e.Ref)
}

// Remove gives the edits that take a node away with all its relations; where
// When says so the node's own period is ended instead.
func (w *Workspace) Remove(
	l *landscape.Landscape, id landscape.ID, when When, source Source,
) ([]landscape.Edit, error) {
	n, err := l.Find(id)
	if err != nil {
		return nil, err
	}
	if day := when.last(); day.Known() {
		end := Assignment{Field: landscape.End, Values: []string{day.String()}}
		return w.Set(l, id, []Assignment{end}, When{}, source)
	}
	edits := []landscape.Edit{{Key: n.Key(), Before: &landscape.Record{Node: n}}}
	for _, r := range append(l.Out(id), l.In(id)...) {
		edits = append(edits, landscape.Edit{Key: r.Key(), Before: &landscape.Record{Relation: &r}})
	}
	return edits, nil
}
