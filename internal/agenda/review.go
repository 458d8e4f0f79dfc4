package agenda

import (
	"cmp"
	"slices"

	"snijvlak/internal/landscape"
)

// Because says why an item that was placed elsewhere comes up again.
type Because string

// The grounds to look again.
const (
	// BecauseLookBack: its look-back date has come.
	BecauseLookBack Because = "look-back"
	// BecauseEnded: the table has ended.
	BecauseEnded Because = "ended"
	// BecauseDeclined: the table declined, and the item was not brought back.
	BecauseDeclined Because = "declined"
)

// Returning is an item that comes up for review (DESIGN 4, the return path).
type Returning struct {
	Node, By *landscape.Node
	Because  Because
	Relation landscape.Relation
	// Successors of a table that ended; they take nothing over by themselves
	// and are asked anew.
	Successors []*landscape.Node
}

// Waiting is an item for which another table has still to answer.
type Waiting struct {
	Node, By *landscape.Node
	Relation landscape.Relation
}

// Follow looks at everything that was placed elsewhere, as of the landscape's
// day: what comes back, and what waits for an answer. Both by name of the table,
// then by item.
func Follow(l *landscape.Landscape, day landscape.Date) ([]Returning, []Waiting) {
	var back []Returning
	var waiting []Waiting
	for _, n := range l.Nodes(landscape.Bottleneck, landscape.Action) {
		for _, r := range l.Out(n.ID, landscape.HandledBy) {
			by, ok := l.Node(r.To)
			if !ok || !r.Holds(day) {
				continue
			}
			because := becauseOf(l, n, by, r, day)
			if because != "" {
				back = append(back, Returning{Node: n, By: by, Because: because, Relation: r, Successors: successors(l, by, because)})
			}
			if (r.Stage == landscape.Could || r.Stage == landscape.Asked) && because != BecauseEnded {
				waiting = append(waiting, Waiting{n, by, r})
			}
		}
	}
	slices.SortStableFunc(waiting, func(a, b Waiting) int { return cmp.Compare(a.By.Name(), b.By.Name()) })
	slices.SortStableFunc(back, func(a, b Returning) int { return cmp.Compare(a.By.Name(), b.By.Name()) })
	return back, waiting
}

func becauseOf(l *landscape.Landscape, n, by *landscape.Node, r landscape.Relation, day landscape.Date) Because {
	switch {
	case r.Stage == landscape.Declined:
		if liesElsewhere(l, n) {
			return ""
		}
		return BecauseDeclined
	case landscape.StatusOf(by, day) == landscape.Ended:
		return BecauseEnded
	}
	if on := lookBackOf(l, r); on.Known() && !day.Before(on.First()) {
		return BecauseLookBack
	}
	return ""
}

// liesElsewhere says whether a refusal is over: the item came back, or lies with
// another table.
func liesElsewhere(l *landscape.Landscape, n *landscape.Node) bool {
	return ListOf(n) != landscape.Done || n.Get(landscape.OutcomeOf) == landscape.Completed ||
		slices.ContainsFunc(l.Out(n.ID, landscape.HandledBy), isOpen)
}

// lookBackOf is when to look back; of what was recorded without a day, the usual
// one.
func lookBackOf(l *landscape.Landscape, r landscape.Relation) landscape.Date {
	switch {
	case r.LookBack.Known():
		return r.LookBack
	case r.Since.Known():
		return LookBackFrom(l, r.Since.Last())
	case r.Start.Known():
		return LookBackFrom(l, r.Start.Last())
	}
	return landscape.Date{}
}

func successors(l *landscape.Landscape, by *landscape.Node, because Because) []*landscape.Node {
	if because != BecauseEnded {
		return nil
	}
	return l.Successors(by.ID)
}
