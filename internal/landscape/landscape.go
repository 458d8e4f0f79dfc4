package landscape

import (
	"maps"
	"slices"
	"sync"
)

// Landscape is the whole graph: an immutable value, safe to read from any
// goroutine. Apply gives a changed one; what did not change is shared.
type Landscape struct {
	store *store
	graph digraph
	// sorted are the nodes by type and id, made when first asked for.
	sorted func() []*Node
	// cited are the documents that are evidence of anything, made likewise.
	cited func() map[ID]bool
}

// New gives the empty landscape.
func New() *Landscape { return wrap(newStore()) }

func wrap(s *store) *Landscape {
	l := &Landscape{store: s, graph: s.over(), sorted: sync.OnceValue(s.sorted)}
	l.cited = sync.OnceValue(l.citations)
	return l
}

func (s *store) sorted() []*Node {
	nodes := slices.Collect(maps.Values(s.nodes))
	slices.SortFunc(nodes, func(a, b *Node) int {
		if a.Type != b.Type {
			return a.Type.order() - b.Type.order()
		}
		if a.Number() != b.Number() {
			return a.Number() - b.Number()
		}
		return compareIDs(a.ID, b.ID)
	})
	return nodes
}

// Node finds a node.
func (l *Landscape) Node(id ID) (*Node, bool) {
	n, ok := l.store.nodes[id]
	return n, ok
}

// Find is Node with an error that names the nearest ids.
func (l *Landscape) Find(id ID) (*Node, error) {
	n, ok := l.Node(id)
	if !ok {
		return nil, &UnknownID{ID: id, Near: Nearest(id, slices.Sorted(maps.Keys(l.store.nodes)), 3)}
	}
	return n, nil
}

// Has says whether an id is in use.
func (l *Landscape) Has(id ID) bool { return l.store.nodes[id] != nil }

// Nodes gives all nodes of the given types (all types where none is given), by
// type and then by number and id.
func (l *Landscape) Nodes(types ...Type) []*Node {
	var nodes []*Node
	for _, n := range l.sorted() {
		if len(types) == 0 || slices.Contains(types, n.Type) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// Len counts nodes and relations.
func (l *Landscape) Len() (nodes, relations int) {
	for _, ps := range l.store.out {
		for _, p := range ps {
			relations += len(p.relations)
		}
	}
	return len(l.store.nodes), relations
}

// Relations gives all relations in the order of from, kind, to, start.
func (l *Landscape) Relations() []Relation {
	var all []Relation
	for _, from := range slices.Sorted(maps.Keys(l.store.out)) {
		all = append(all, l.Out(from)...)
	}
	return all
}

// RelationsOf gives all relations of one kind.
func (l *Landscape) RelationsOf(link Link) []Relation {
	var found []Relation
	for _, from := range slices.Sorted(maps.Keys(l.store.out)) {
		found = append(found, l.Out(from, link)...)
	}
	return found
}

// Out gives the relations that begin at a node, of the given kinds (all where
// none is given), in order of kind, other end and start.
func (l *Landscape) Out(id ID, links ...Link) []Relation {
	var found []Relation
	for _, p := range l.store.out[id] {
		found = appendOf(found, p.relations, links)
	}
	slices.SortFunc(found, compareRelations)
	return found
}

// In gives the relations that end at a node, like Out.
func (l *Landscape) In(id ID, links ...Link) []Relation {
	var found []Relation
	for _, from := range l.store.into[id] {
		found = appendOf(found, l.Between(from, id), links)
	}
	slices.SortFunc(found, compareRelations)
	return found
}

// Between gives the relations from one node to another.
func (l *Landscape) Between(from, to ID) []Relation {
	i, found := l.store.out[from].find(to)
	if !found {
		return nil
	}
	return l.store.out[from][i].relations
}

func appendOf(found, relations []Relation, links []Link) []Relation {
	for _, r := range relations {
		if len(links) == 0 || slices.Contains(links, r.Link) {
			found = append(found, r)
		}
	}
	return found
}

// relation finds a relation by its key.
func (l *Landscape) relation(key Key) (Relation, bool) {
	from, to := key.Ends()
	for _, r := range l.Between(from, to) {
		if r.Key() == key {
			return r, true
		}
	}
	return Relation{}, false
}

// Record finds what a key names, or nil.
func (l *Landscape) Record(key Key) *Record {
	if key.IsNode() {
		if n, ok := l.Node(key.node()); ok {
			return &Record{Node: n}
		}
		return nil
	}
	if r, ok := l.relation(key); ok {
		return &Record{Relation: &r}
	}
	return nil
}

// Keys gives the keys of all records in order.
func (l *Landscape) Keys() []Key {
	keys := make([]Key, 0, len(l.store.nodes)*3)
	for id := range l.store.nodes {
		keys = append(keys, NodeKey(id))
	}
	for _, r := range l.Relations() {
		keys = append(keys, r.Key())
	}
	slices.Sort(keys)
	return keys
}
