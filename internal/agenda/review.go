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
		if n.Get(landscape.OutcomeOf) == landscape.Completed {
			continue
		}
		for _, r := range l.Out(n.ID, landscape.HandledBy) {
			by, ok := l.Node(r.To)
			if !ok {
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
		if broughtBack(n) {
			return ""
		}
		return BecauseDeclined
	case landscape.StatusOf(by, day) == landscape.Ended:
		return BecauseEnded
	case r.LookBack.Known() && !day.Before(r.LookBack.First()):
		return BecauseLookBack
	}
	return ""
}

// broughtBack says whether an item stands on an open list to which it was moved.
func broughtBack(n *landscape.Node) bool {
	return n.Get(landscape.MovedOn) != "" && n.Get(landscape.List) != landscape.Done
}

func successors(l *landscape.Landscape, by *landscape.Node, because Because) []*landscape.Node {
	if because != BecauseEnded {
		return nil
	}
	return l.Successors(by.ID)
}
