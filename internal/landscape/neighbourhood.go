package landscape

// Neighbour is a node with its distance from the middle.
type Neighbour struct {
	Node     *Node
	Distance int
}

// Neighbourhood gives the nodes within depth relations of a node, whatever the
// direction of the relations, the node itself first, then by distance and in
// the order of their relations. Documents and terms are no neighbours: they are
// evidence and words, not parties.
func (l *Landscape) Neighbourhood(id ID, depth int) []Neighbour {
	middle, ok := l.Node(id)
	if !ok {
		return nil
	}
	seen := map[ID]bool{id: true}
	found := []Neighbour{{middle, 0}}
	for i := 0; i < len(found); i++ {
		at := found[i]
		if at.Distance == depth {
			continue
		}
		for _, r := range append(l.Out(at.Node.ID), l.In(at.Node.ID)...) {
			n := l.store.nodes[r.Other(at.Node.ID)]
			if !seen[n.ID] && n.Type != Document && n.Type != Term {
				seen[n.ID] = true
				found = append(found, Neighbour{n, at.Distance + 1})
			}
		}
	}
	return found
}
