package timelineview

import (
	"slices"

	"snijvlak/internal/landscape"
)

// ending is an initiative that will have ended, with what lies there.
type ending struct {
	table *landscape.Node
	// already says that it had ended on the day that is looked at.
	already    bool
	successors []*landscape.Node
	items      []losing
}

// losing is a bottleneck or action that lies with a table that ends.
type losing struct {
	node *landscape.Node
	// probable says that it was only thought to lie there.
	probable bool
	// stays are the tables in force where it lies as well.
	stays []*landscape.Node
}

// without counts what surely will lie nowhere.
func without(all []ending) int {
	items := map[landscape.ID]bool{}
	for _, e := range all {
		for _, i := range e.items {
			if !i.probable && len(i.stays) == 0 {
				items[i.node.ID] = true
			}
		}
	}
	return len(items)
}

// endings gives what will have ended after the day "until", seen from day: by
// end. What ended before counts only as far as something still lies there.
func endings(land *landscape.Landscape, day, until landscape.Date) []ending {
	now, after := land.AsOf(day), until.Last().AddDays(1)
	then := land.AsOf(after)
	var all []ending
	for _, n := range then.Nodes(landscape.Initiative) {
		if landscape.StatusOf(n, after) != landscape.Ended {
			continue
		}
		e := ending{table: n, successors: then.Successors(n.ID), items: itemsOf(then, n.ID, after)}
		old, known := now.Node(n.ID)
		e.already = known && landscape.StatusOf(old, day) == landscape.Ended
		if !e.already || len(e.items) > 0 {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b ending) int { return byDate(a.table.Date(landscape.End), b.table.Date(landscape.End)) })
	return all
}

// itemsOf gives what lies with a table that has ended on a day.
func itemsOf(l *landscape.Landscape, table landscape.ID, day landscape.Date) []losing {
	var all []losing
	add := func(id landscape.ID, probable bool) {
		n, ok := l.Node(id)
		if !ok || n.Get(landscape.OutcomeOf) == landscape.Completed || slices.ContainsFunc(all, func(i losing) bool { return i.node.ID == id }) {
			return
		}
		all = append(all, losing{n, probable, staysOf(l, id, day)})
	}
	for _, r := range l.In(table, landscape.HandledBy) {
		if r.Stage != landscape.Declined {
			add(r.From, false)
		}
	}
	for _, certain := range []bool{true, false} {
		for _, r := range l.Out(table, landscape.Owns) {
			if (r.Certainty != landscape.Inferred) == certain {
				add(r.To, !certain)
			}
		}
	}
	return all
}

// staysOf gives the tables in force where something lies.
func staysOf(l *landscape.Landscape, id landscape.ID, day landscape.Date) []*landscape.Node {
	var stays []*landscape.Node
	add := func(at landscape.ID) {
		if n, ok := l.Node(at); ok && landscape.InForce(n, day) && !slices.Contains(stays, n) {
			stays = append(stays, n)
		}
	}
	for _, r := range l.In(id, landscape.Owns) {
		if r.Certainty != landscape.Inferred {
			add(r.From)
		}
	}
	for _, r := range l.Out(id, landscape.HandledBy) {
		if r.Stage != landscape.Declined {
			add(r.To)
		}
	}
	return stays
}
