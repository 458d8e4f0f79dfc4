package landscape

import "slices"

// Status is how an initiative stands on a day.
type Status string

// The statuses.
const (
	// Announced: its start lies ahead.
	Announced Status = "announced"
	// Running: a date or a source says that it runs.
	Running Status = "running"
	// Ending: it ends within six calendar months.
	Ending Status = "ending"
	// Ended: its end is past.
	Ended Status = "ended"
	// UnknownStatus: nothing says whether it runs; it counts as in force.
	UnknownStatus Status = "unknown"
)

// Statuses lists the statuses in the order of time.
var Statuses = []Status{Announced, Running, Ending, Ended, UnknownStatus}

// endingMonths is how long before its end an initiative counts as ending.
const endingMonths = 6

// StatusOf gives the status of an initiative on a day (DESIGN 3). A start that
// is past says that it runs until something says that it ended; so does the
// date of a source that saw it run.
func StatusOf(n *Node, day Date) Status {
	p := n.Period()
	switch {
	case p.Start.Known() && day.Before(p.Start.First()):
		return Announced
	case p.Ended(day):
		return Ended
	case p.End.Known() && !day.AddMonths(endingMonths).Before(p.End.Last()):
		return Ending
	case p.Start.Known() || p.End.Known():
		return Running
	case n.Date(Seen).Known() && !day.Before(n.Date(Seen).First()):
		return Running
	}
	return UnknownStatus
}

// InForce says whether an initiative counts on a day: it has begun, as far as
// known, and has not ended.
func InForce(n *Node, day Date) bool {
	s := StatusOf(n, day)
	return s != Announced && s != Ended
}

// Successors gives what succeeds an initiative directly.
func (l *Landscape) Successors(id ID) []*Node {
	var next []*Node
	for _, r := range l.In(id, Succeeds) {
		next = append(next, l.store.nodes[r.From])
	}
	return next
}

// Overview is what the overview figure of a day holds.
type Overview struct {
	// Edition is the document whose list it is; nil before the first edition.
	Edition *Node
	// Initiatives are in the edition's order, then what the user marked, by id.
	Initiatives []*Node
}

// OverviewOn gives the overview of a day: the list of the newest edition on or
// before it, and what the user has marked for it and is in force. Call it on
// the landscape as of that day.
func (l *Landscape) OverviewOn(day Date) Overview {
	o := Overview{Edition: l.editionOn(day)}
	if o.Edition != nil {
		listed := l.Out(o.Edition.ID, Lists)
		slices.SortStableFunc(listed, func(a, b Relation) int { return a.Order - b.Order })
		for _, r := range listed {
			o.Initiatives = append(o.Initiatives, l.store.nodes[r.To])
		}
	}
	for _, n := range l.Nodes(Initiative) {
		if n.Flag(OnOverview) && InForce(n, day) && !slices.Contains(o.Initiatives, n) {
			o.Initiatives = append(o.Initiatives, n)
		}
	}
	return o
}

// editionOn is the newest edition on or before a day.
func (l *Landscape) editionOn(day Date) *Node {
	var newest *Node
	for _, n := range l.Nodes(Document) {
		if !n.Flag(Edition) || day.Before(editionDay(n)) {
			continue
		}
		if newest == nil || !editionDay(n).Before(editionDay(newest)) {
			newest = n
		}
	}
	return newest
}

// editionDay is the first day an edition can be of; one without any date is of
// no day.
func editionDay(n *Node) Date {
	first := Date{9999, 12, 31}
	if d := n.Date(DateOn); d.Known() {
		first = d.First()
	}
	if nb := n.Date(NotBefore); nb.Known() && (first.year == 9999 || first.Before(nb.First())) {
		first = nb.First()
	}
	return first
}
