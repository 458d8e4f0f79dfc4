package landscape

import "slices"

// AsOf gives the landscape as the world was on a day: of each field the claim
// in force, of the relations those in force. It only reads; l is unchanged.
// Nodes stay, whatever their own period, and say their status.
func (l *Landscape) AsOf(day Date) *Landscape {
	s := newStore()
	for id, n := range l.store.nodes {
		s.nodes[id] = n.asOf(day)
	}
	for from, ps := range l.store.out {
		for _, p := range ps {
			if kept := inForce(p.relations, day); len(kept) > 0 {
				s.out[from] = append(s.out[from], pair{p.to, kept})
			}
		}
	}
	for to, sources := range l.store.into {
		for _, from := range sources {
			if _, found := s.out[from].find(to); found {
				s.into[to] = append(s.into[to], from)
			}
		}
	}
	return wrap(s)
}

func inForce(relations []Relation, day Date) []Relation {
	holds := func(r Relation) bool { return r.Holds(day) }
	if !slices.ContainsFunc(relations, func(r Relation) bool { return !holds(r) }) {
		return relations
	}
	var kept []Relation
	for _, r := range relations {
		if holds(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// asOf keeps of each field the newest claim in force.
func (n *Node) asOf(day Date) *Node {
	changed := n
	for f, claims := range n.claims {
		kept := slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return !c.Holds(day) })
		if len(kept) > 1 {
			kept = kept[len(kept)-1:]
		}
		if len(kept) != len(claims) {
			changed = changed.WithClaims(f, kept)
		}
	}
	return changed
}
