package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Handled is an item that may go to done as handled elsewhere.
type Handled struct {
	Node    *landscape.Node
	By      *landscape.Node
	Reasons []Reason
}

// Sweep holds the bottleneck list and the stock against the landscape: what may
// go to done as handled elsewhere. It proposes; it changes nothing.
func (ix *Index) Sweep() []Handled {
	var all []Handled
	for _, n := range ix.land.Nodes(landscape.Bottleneck, landscape.Action) {
		list := n.Get(landscape.List)
		if list == landscape.Done || list == landscape.Underway || ix.placed(n) {
			continue
		}
		if h, ok := ix.handled(n); ok && !ix.declined(n, h.By) {
			all = append(all, h)
		}
	}
	return all
}

// placed says whether an item was put to a table that has not declined it.
func (ix *Index) placed(n *landscape.Node) bool {
	return slices.ContainsFunc(ix.land.Out(n.ID, landscape.HandledBy), func(r landscape.Relation) bool {
		return r.Stage != landscape.Declined
	})
}

// declined says whether a table refused the item before: it is not offered
// again.
func (ix *Index) declined(n, by *landscape.Node) bool {
	return slices.ContainsFunc(ix.land.Out(n.ID, landscape.HandledBy), func(r landscape.Relation) bool {
		return r.Stage == landscape.Declined && r.To == by.ID
	})
}

// handled says whether something else works on an item already: the table that
// owns all of it, or what covers its text. What is shared or owned in part is
// not handled, nor is an action of which one bottleneck is not.
func (ix *Index) handled(n *landscape.Node) (Handled, bool) {
	problems := ix.problems(n)
	h := Handled{Node: n}
	for _, id := range problems {
		by, ok := ix.whole(id)
		switch {
		case ok:
			h.By = by
			h.Reasons = append(h.Reasons, Reason{Kind: OwnedProblem, Match: by.Name(), Via: string(id), Weight: pinWeight})
		case len(ix.land.OwnershipOf(id, ix.day).Owners) > 0:
			return Handled{}, false
		}
	}
	if len(h.Reasons) > 0 {
		return h, len(h.Reasons) == len(problems)
	}
	answer, err := ix.About(n.ID, Options{Top: 1})
	if err != nil || answer.Verdict != Covered {
		return Handled{}, false
	}
	h.By, h.Reasons = answer.Candidates[0].Node, answer.Candidates[0].Reasons
	return h, true
}

// problems gives a bottleneck itself, or what an action resolves.
func (ix *Index) problems(n *landscape.Node) []landscape.ID {
	if n.Type == landscape.Bottleneck {
		return []landscape.ID{n.ID}
	}
	var ids []landscape.ID
	for _, r := range ix.land.Out(n.ID, landscape.Resolves) {
		ids = append(ids, r.To)
	}
	return ids
}

// whole gives the one owner of all of a bottleneck.
func (ix *Index) whole(id landscape.ID) (*landscape.Node, bool) {
	owners := ix.land.OwnershipOf(id, ix.day).Owners
	if len(owners) != 1 {
		return nil, false
	}
	for _, r := range ix.land.Between(owners[0].ID, id) {
		if r.Link == landscape.Owns && r.Certainty != landscape.Inferred && r.Extent == "" {
			return owners[0], true
		}
	}
	return nil, false
}
