package landscape

// Shown is a node with all there is to say of it on a day, as `show` gives it
// (CONTRACTS 4): every field of its type, null or empty where it is not set,
// its status or state, its claims and its relations.
type Shown struct {
	Node *Node
	// Status is that of an initiative, State that of a bottleneck; "" for
	// other types.
	Status  Status
	State   State
	Out, In []Relation
}

// Show gathers all there is to say of a node. Call it on the landscape as of
// the day.
func (l *Landscape) Show(id ID, day Date) (Shown, error) {
	n, err := l.Find(id)
	if err != nil {
		return Shown{}, err
	}
	s := Shown{Node: n, Out: l.Out(id), In: l.In(id)}
	switch n.Type {
	case Initiative:
		s.Status = StatusOf(n, day)
	case Bottleneck:
		s.State = l.OwnershipOf(id, day).State
	}
	return s, nil
}

// MarshalJSON writes the node in full.
func (s Shown) MarshalJSON() ([]byte, error) {
	var o object
	o.add("id", s.Node.ID)
	o.add("type", s.Node.Type)
	s.Node.addFields(&o, true)
	if s.Status != "" {
		o.add("status", s.Status)
	}
	if s.State != "" {
		o.add("state", s.State)
	}
	s.Node.addClaims(&o)
	o.add("out", orEmpty(s.Out))
	o.add("in", orEmpty(s.In))
	return o.end()
}

func orEmpty(relations []Relation) []Relation {
	if relations == nil {
		return []Relation{}
	}
	return relations
}
