package landscape

import "slices"

// State says who owns a bottleneck.
type State string

// The states of ownership.
const (
	// Owned: one initiative in force.
	Owned State = "owned"
	// Shared: two or more in force.
	Shared State = "shared"
	// Orphaned: its owners have all ended.
	Orphaned State = "orphaned"
	// Unowned: none that is stated or confirmed.
	Unowned State = "unowned"
)

// States lists the states.
var States = []State{Owned, Shared, Orphaned, Unowned}

// Ownership is where a bottleneck lies on a day.
type Ownership struct {
	State State
	// Owners are the stated or confirmed owners in force, Ended those that
	// ended, Probable the inferred ones in force; all by id.
	Owners, Ended, Probable []*Node
}

// OwnershipOf says where a bottleneck lies on a day. Call it on the landscape
// as of that day.
func (l *Landscape) OwnershipOf(bottleneck ID, day Date) Ownership {
	var o Ownership
	for _, r := range l.In(bottleneck, Owns) {
		n := l.store.nodes[r.From]
		switch {
		case r.Certainty == Inferred && InForce(n, day):
			o.Probable = addNode(o.Probable, n)
		case r.Certainty == Inferred:
		case InForce(n, day):
			o.Owners = addNode(o.Owners, n)
		case StatusOf(n, day) == Ended:
			o.Ended = addNode(o.Ended, n)
		}
	}
	o.State = o.state()
	return o
}

// addNode keeps a node once, though it may own two parts.
func addNode(nodes []*Node, n *Node) []*Node {
	if slices.Contains(nodes, n) {
		return nodes
	}
	return append(nodes, n)
}

func (o Ownership) state() State {
	switch {
	case len(o.Owners) > 1:
		return Shared
	case len(o.Owners) == 1:
		return Owned
	case len(o.Ended) > 0:
		return Orphaned
	}
	return Unowned
}
