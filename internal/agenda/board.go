package agenda

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Card is one bottleneck or action on its list.
type Card struct {
	Node *landscape.Node
	// Themes are the themes and ambitions it belongs to; those of an action are
	// its bottlenecks'.
	Themes []*landscape.Node
	// Resolves are the bottlenecks of an action, Actions the actions for a
	// bottleneck.
	Resolves, Actions []*landscape.Node
	Leads, Coalition  []*landscape.Node
	// Since is the day it came to its list; unknown for what was there first.
	Since landscape.Date
	// Proposal is the item that proposes its move, or nil.
	Proposal *landscape.Node
	// Placed are the tables it was placed with, Returning and Waiting what they
	// ask for.
	Placed    []landscape.Relation
	Returning []Returning
	Waiting   []Waiting
	// Ground and Reason say why a card stands where it does in the stock.
	Ground Ground
	Reason string
}

// Board is the lists of the work agenda on a day.
type Board struct {
	Bottlenecks, Stock, Underway, Done []Card
}

// List gives the cards of a list by its name.
func (b Board) List(name string) []Card {
	switch name {
	case landscape.Stock:
		return b.Stock
	case landscape.Underway:
		return b.Underway
	case landscape.Done:
		return b.Done
	}
	return b.Bottlenecks
}

// Lists names the lists of a board in their order.
func Lists() []string { return append([]string{BottleneckList}, landscape.AgendaLists...) }

// BoardOf gives the lists as of the landscape's day. With a theme or ambition
// only what belongs to it.
func BoardOf(l *landscape.Landscape, day landscape.Date, of landscape.ID) Board {
	back, waiting := Follow(l, day)
	var b Board
	for _, n := range l.Nodes(landscape.Bottleneck, landscape.Action) {
		c := cardOf(l, n)
		if of != "" && !slices.ContainsFunc(c.Themes, func(t *landscape.Node) bool { return t.ID == of }) {
			continue
		}
		for _, r := range back {
			if r.Node == n {
				c.Returning = append(c.Returning, r)
			}
		}
		for _, w := range waiting {
			if w.Node == n {
				c.Waiting = append(c.Waiting, w)
			}
		}
		b.add(c)
	}
	b.Stock = inOrder(b.Stock, OrderStock(l, day))
	return b
}

func (b *Board) add(c Card) {
	switch ListOf(c.Node) {
	case BottleneckList:
		b.Bottlenecks = append(b.Bottlenecks, c)
	case landscape.Stock:
		b.Stock = append(b.Stock, c)
	case landscape.Underway:
		b.Underway = append(b.Underway, c)
	case landscape.Done:
		b.Done = append(b.Done, c)
	}
}

func inOrder(stock []Card, order []Ordered) []Card {
	var cards []Card
	for _, o := range order {
		i := slices.IndexFunc(stock, func(c Card) bool { return c.Node == o.Node })
		if i >= 0 {
			stock[i].Ground, stock[i].Reason = o.Ground, o.Reason
			cards = append(cards, stock[i])
		}
	}
	return cards
}

func cardOf(l *landscape.Landscape, n *landscape.Node) Card {
	c := Card{Node: n, Since: n.Date(landscape.MovedOn), Proposal: ProposalFor(l, n.ID)}
	c.Placed = l.Out(n.ID, landscape.HandledBy)
	if n.Type == landscape.Bottleneck {
		c.Themes = targets(l, n.ID, landscape.BelongsTo)
		c.Actions = sources(l, n.ID, landscape.Resolves)
		return c
	}
	c.Resolves = targets(l, n.ID, landscape.Resolves)
	for _, b := range c.Resolves {
		for _, t := range targets(l, b.ID, landscape.BelongsTo) {
			if !slices.Contains(c.Themes, t) {
				c.Themes = append(c.Themes, t)
			}
		}
	}
	c.Leads, c.Coalition = sources(l, n.ID, landscape.Leads), sources(l, n.ID, landscape.Joins)
	return c
}

func targets(l *landscape.Landscape, id landscape.ID, link landscape.Link) []*landscape.Node {
	var nodes []*landscape.Node
	for _, r := range l.Out(id, link) {
		if n, ok := l.Node(r.To); ok {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func sources(l *landscape.Landscape, id landscape.ID, link landscape.Link) []*landscape.Node {
	var nodes []*landscape.Node
	for _, r := range l.In(id, link) {
		if n, ok := l.Node(r.From); ok {
			nodes = append(nodes, n)
		}
	}
	return nodes
}
