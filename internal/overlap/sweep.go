package overlap

import "snijvlak/internal/landscape"

// Sweep is what the lists of the agenda may need on a day. It proposes; it
// changes nothing.
type Sweep struct {
	ToDone   []Handled
	ToReview []Review
	Waiting  []Waiting
}

// Handled is an item that may go to done as handled elsewhere.
type Handled struct {
	Node    *landscape.Node
	By      *landscape.Node
	Reasons []Reason
}

// Because says why an item on the done list comes up again.
type Because string

// The grounds to look again.
const (
	BecauseLookBack Because = "look-back"
	BecauseEnded    Because = "ended"
	BecauseDeclined Because = "declined"
)

// Review is an item that must come back, or be looked at.
type Review struct {
	Node    *landscape.Node
	By      *landscape.Node
	Because Because
	// Successors of a table that ended; they take nothing over by themselves.
	Successors []*landscape.Node
}

// Waiting is an item for which another table has still to answer.
type Waiting struct {
	Node  *landscape.Node
	By    *landscape.Node
	Stage string
	Since landscape.Date
}

// Sweep holds the bottleneck list and the stock against the landscape.
func (ix *Index) Sweep() Sweep {
	var s Sweep
	for _, n := range ix.land.Nodes(landscape.Bottleneck, landscape.Action) {
		placed := ix.land.Out(n.ID, landscape.HandledBy)
		for _, r := range placed {
			ix.follow(&s, n, r)
		}
		if open := n.Get(landscape.List); open == landscape.Done || open == landscape.Underway || len(placed) > 0 {
			continue
		}
		if h, ok := ix.handled(n); ok {
			s.ToDone = append(s.ToDone, h)
		}
	}
	return s
}

// follow looks at what became of an item that was placed elsewhere.
func (ix *Index) follow(s *Sweep, n *landscape.Node, r landscape.Relation) {
	by, ok := ix.land.Node(r.To)
	if !ok || n.Get(landscape.OutcomeOf) == landscape.Completed {
		return
	}
	review := Review{Node: n, By: by}
	switch {
	case r.Stage == landscape.Declined:
		review.Because = BecauseDeclined
	case landscape.StatusOf(by, ix.day) == landscape.Ended:
		review.Because, review.Successors = BecauseEnded, ix.land.Successors(by.ID)
	case r.LookBack.Known() && !ix.day.Before(r.LookBack.First()):
		review.Because = BecauseLookBack
	}
	if review.Because != "" {
		s.ToReview = append(s.ToReview, review)
	}
	if (r.Stage == landscape.Could || r.Stage == landscape.Asked) && review.Because != BecauseEnded {
		s.Waiting = append(s.Waiting, Waiting{n, by, r.Stage, r.Since})
	}
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
