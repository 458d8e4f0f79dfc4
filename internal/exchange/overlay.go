package exchange

import (
	"slices"

	"snijvlak/internal/landscape"
)

// edits puts the records over those of the base. A node cannot become one of
// another type: its relations would no longer fit.
func (b *batch) edits(base *landscape.Landscape) ([]landscape.Edit, []landscape.Key) {
	edits := make([]landscape.Edit, 0, len(b.records))
	keys := make([]landscape.Key, 0, len(b.records))
	for i := range b.records {
		after := &b.records[i]
		key := after.Key()
		before := base.Record(key)
		if before != nil && after.Node != nil && before.Node.Type != after.Node.Type {
			at := b.places[key]
			b.fault(at.file, at.line, OtherType, string(after.Node.ID), string(before.Node.Type))
			continue
		}
		if before != nil {
			after = overlay(before, after)
		}
		keys = append(keys, key)
		edits = append(edits, landscape.Edit{Key: key, Before: before, After: after})
	}
	slices.Sort(keys)
	return edits, keys
}

// overlay lays what a file says of a record over what is there. What the file
// does not speak of stays: a file is no order to forget.
func overlay(before, after *landscape.Record) *landscape.Record {
	if after.Relation != nil {
		r := overRelation(*before.Relation, *after.Relation)
		return &landscape.Record{Relation: &r}
	}
	n := before.Node
	for _, spec := range landscape.FieldsOf(n.Type) {
		if claims := after.Node.Claims(spec.Field); len(claims) > 0 {
			n = n.WithClaims(spec.Field, overClaims(before.Node.Claims(spec.Field), claims))
		}
	}
	return &landscape.Record{Node: n}
}

// overClaims takes the claims of the file. A file that gives one value and no
// history corrects the newest claim and keeps the older ones.
func overClaims(before, after []landscape.Claim) []landscape.Claim {
	if len(after) > 1 || len(before) == 0 {
		return after
	}
	last := len(before) - 1
	c := after[0]
	if c.Period == (landscape.Period{}) {
		c.Period = before[last].Period
	}
	return append(slices.Clone(before[:last]), c)
}

func overRelation(before, r landscape.Relation) landscape.Relation {
	r.End = either(r.End, before.End)
	r.Audience = either(r.Audience, before.Audience)
	r.Extent = either(r.Extent, before.Extent)
	r.Remainder = either(r.Remainder, before.Remainder)
	r.AskedTo = either(r.AskedTo, before.AskedTo)
	r.Stage = either(r.Stage, before.Stage)
	r.Since = either(r.Since, before.Since)
	r.LookBack = either(r.LookBack, before.LookBack)
	r.Order = either(r.Order, before.Order)
	r.Grade = either(r.Grade, before.Grade)
	r.Reason = either(r.Reason, before.Reason)
	r.Justified = r.Justified || before.Justified
	return r
}

// either gives the first unless it is nothing.
func either[T comparable](first, second T) T {
	var nothing T
	if first == nothing {
		return second
	}
	return first
}
