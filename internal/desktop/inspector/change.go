package inspector

import (
	"slices"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// change is what a field is to say.
type change struct {
	node  landscape.ID
	field landscape.Field
	// was is the claim as it was shown; nil where there was none.
	was *landscape.Claim
	// now is the new claim; without values the field is taken away.
	now landscape.Claim
	// from is the day on which the world changed: the old claim ends the day
	// before. Unknown means a correction of the record.
	from landscape.Date
}

// edits makes the change on a landscape. It replaces what someone else made of
// the same claim: the window and the editor show that first.
func (c change) edits(l *landscape.Landscape) ([]landscape.Edit, error) {
	n, err := l.Find(c.node)
	if err != nil {
		return nil, err
	}
	spec, err := landscape.FieldSpecOf(n.Type, c.field)
	if err != nil {
		return nil, err
	}
	if err := spec.Check(c.now.Values); err != nil {
		return nil, err
	}
	claims := slices.Clone(n.Claims(c.field))
	at := c.at(claims)
	if at < 0 && len(c.now.Values) == 0 {
		return nil, nil // it is gone already
	}
	after := n.WithClaims(c.field, c.claims(claims, at))
	return []landscape.Edit{{
		Key: n.Key(), Before: &landscape.Record{Node: n}, After: &landscape.Record{Node: after},
	}}, nil
}

// at is where among the claims the one is that was shown, or the one of the same
// time that stands in its place; -1 for none.
func (c change) at(claims []landscape.Claim) int {
	period := c.now.Period
	if c.was != nil {
		period = c.was.Period
		if at := slices.IndexFunc(claims, func(o landscape.Claim) bool { return same(o, *c.was) }); at >= 0 {
			return at
		}
	}
	return slices.IndexFunc(claims, func(o landscape.Claim) bool { return o.Period == period })
}

func (c change) claims(claims []landscape.Claim, at int) []landscape.Claim {
	gone := len(c.now.Values) == 0
	switch {
	case c.field == landscape.AudienceOf: // has no period (see Node.Audience)
		return []landscape.Claim{{Values: c.now.Values}}
	case at < 0:
		return append(claims, c.now)
	case c.from.Known():
		claims[at].End = c.from.AddDays(-1)
		if gone {
			return claims
		}
		next := c.now
		next.Start = c.from
		return slices.Insert(claims, at+1, next)
	case gone:
		return slices.Delete(claims, at, at+1)
	}
	claims[at] = c.now
	return claims
}

// same says whether two claims are the same in everything.
func same(a, b landscape.Claim) bool {
	return slices.Equal(a.Values, b.Values) && a.Period == b.Period && a.Certainty == b.Certainty &&
		slices.Equal(a.Evidence, b.Evidence)
}

// relink is a change of a relation: what it was, if anything, and what it is to
// be, if anything.
type relink struct {
	was, now *landscape.Relation
	// from is as in change: the old one ends the day before, a new one begins.
	from landscape.Date
}

func (c relink) edits(l *landscape.Landscape) ([]landscape.Edit, error) {
	var edits []landscape.Edit
	if c.was != nil {
		stands := l.Record(c.was.Normal().Key())
		if stands == nil {
			return nil, workspace.ErrConflict
		}
		edit := landscape.Edit{Key: stands.Key(), Before: stands}
		if c.from.Known() {
			ended := *stands.Relation
			ended.End = c.from.AddDays(-1)
			edit.After = &landscape.Record{Relation: &ended}
		}
		edits = append(edits, edit)
	}
	if c.now == nil {
		return edits, nil
	}
	next := c.now.Normal()
	if c.from.Known() {
		next.Start = c.from
	}
	key := next.Key()
	if len(edits) > 0 && edits[0].Key == key && edits[0].After == nil {
		edits[0].After = &landscape.Record{Relation: &next}
		return edits, nil
	}
	if l.Record(key) != nil {
		return nil, &workspace.TakenRelation{Ref: next.Ref()}
	}
	return append(edits, landscape.Edit{Key: key, After: &landscape.Record{Relation: &next}}), nil
}
