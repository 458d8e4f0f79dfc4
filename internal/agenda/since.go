package agenda

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Changes is what happened to the agenda between two states of the landscape:
// "Sinds de vorige vergadering". Nodes are those of the later state.
type Changes struct {
	// NewBottlenecks and NewActions were not there before.
	NewBottlenecks, NewActions []*landscape.Node
	Moved                      []Moved
	Answered                   []Answered
	// Ended are the initiatives that ended meanwhile, and New those that came.
	Ended, New []*landscape.Node
}

// Moved is an item that stands on another list than before.
type Moved struct {
	Node     *landscape.Node
	From, To string
}

// Answered is a table's answer that was not there before.
type Answered struct {
	Node, By *landscape.Node
	Stage    string
}

// Empty says that nothing happened.
func (c Changes) Empty() bool {
	return len(c.NewBottlenecks)+len(c.NewActions)+len(c.Moved)+len(c.Answered)+len(c.Ended)+len(c.New) == 0
}

// Since compares two states, each as of its day.
func Since(before, now *landscape.Landscape, from, to landscape.Date) Changes {
	var c Changes
	for _, n := range now.Nodes(landscape.Bottleneck, landscape.Action) {
		old, known := before.Node(n.ID)
		switch {
		case !known && n.Type == landscape.Bottleneck:
			c.NewBottlenecks = append(c.NewBottlenecks, n)
		case !known:
			c.NewActions = append(c.NewActions, n)
		case ListOf(old) != ListOf(n):
			c.Moved = append(c.Moved, Moved{n, ListOf(old), ListOf(n)})
		}
		c.Answered = append(c.Answered, answersOn(before, now, n)...)
	}
	for _, n := range now.Nodes(landscape.Initiative) {
		old, known := before.Node(n.ID)
		switch {
		case !known:
			c.New = append(c.New, n)
		case landscape.StatusOf(n, to) == landscape.Ended && landscape.StatusOf(old, from) != landscape.Ended:
			c.Ended = append(c.Ended, n)
		}
	}
	return c
}

func answersOn(before, now *landscape.Landscape, n *landscape.Node) []Answered {
	var answers []Answered
	for _, r := range now.Out(n.ID, landscape.HandledBy) {
		if !slices.Contains([]string{landscape.Agreed, landscape.Declined, landscape.Placed}, r.Stage) {
			continue
		}
		was := slices.ContainsFunc(before.Out(n.ID, landscape.HandledBy), func(o landscape.Relation) bool {
			return o.To == r.To && o.Stage == r.Stage
		})
		if by, ok := now.Node(r.To); ok && !was {
			answers = append(answers, Answered{n, by, r.Stage})
		}
	}
	return answers
}
