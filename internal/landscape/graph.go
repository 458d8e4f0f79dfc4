package landscape

import (
	"errors"
	"maps"
	"slices"

	"github.com/dominikbraun/graph"
)

// This file is the only one that knows dominikbraun/graph. The library holds
// one edge for each ordered pair and lists in random order; the store below
// keeps all relations of a pair on their one edge and lists in order of id.
// Its slices are never changed in place, so that a clone shares them.

type digraph = graph.Graph[ID, *Node]

// pairs are the relations from one node, by the other end, in its order.
type pairs []pair

type pair struct {
	to        ID
	relations []Relation
}

func (p pairs) find(to ID) (int, bool) {
	return slices.BinarySearchFunc(p, to, func(q pair, id ID) int {
		switch {
		case q.to < id:
			return -1
		case q.to > id:
			return 1
		}
		return 0
	})
}

// store implements graph.Store for one landscape.
type store struct {
	nodes map[ID]*Node
	out   map[ID]pairs
	// into holds the sources of the edges that end at a node, in order.
	into map[ID][]ID
}

func newStore() *store {
	return &store{nodes: map[ID]*Node{}, out: map[ID]pairs{}, into: map[ID][]ID{}}
}

func (s *store) clone() *store {
	return &store{nodes: maps.Clone(s.nodes), out: maps.Clone(s.out), into: maps.Clone(s.into)}
}

// over makes the library's graph on the store.
func (s *store) over() digraph {
	return graph.NewWithStore(func(n *Node) ID { return n.ID }, s, graph.Directed())
}

func (s *store) AddVertex(id ID, n *Node, _ graph.VertexProperties) error {
	if _, ok := s.nodes[id]; ok {
		return graph.ErrVertexAlreadyExists
	}
	s.nodes[id] = n
	return nil
}

func (s *store) Vertex(id ID) (*Node, graph.VertexProperties, error) {
	n, ok := s.nodes[id]
	if !ok {
		return nil, graph.VertexProperties{}, graph.ErrVertexNotFound
	}
	return n, graph.VertexProperties{}, nil
}

func (s *store) RemoveVertex(id ID) error {
	if _, ok := s.nodes[id]; !ok {
		return graph.ErrVertexNotFound
	}
	if len(s.out[id]) > 0 || len(s.into[id]) > 0 {
		return graph.ErrVertexHasEdges
	}
	delete(s.nodes, id)
	return nil
}

func (s *store) ListVertices() ([]ID, error) { return slices.Sorted(maps.Keys(s.nodes)), nil }

func (s *store) VertexCount() (int, error) { return len(s.nodes), nil }

func (s *store) AddEdge(from, to ID, e graph.Edge[ID]) error {
	i, found := s.out[from].find(to)
	if found {
		return graph.ErrEdgeAlreadyExists
	}
	s.out[from] = slices.Insert(slices.Clone(s.out[from]), i, pair{to, relationsOn(e)})
	j, _ := slices.BinarySearch(s.into[to], from)
	s.into[to] = slices.Insert(slices.Clone(s.into[to]), j, from)
	return nil
}

func (s *store) UpdateEdge(from, to ID, e graph.Edge[ID]) error {
	i, found := s.out[from].find(to)
	if !found {
		return graph.ErrEdgeNotFound
	}
	changed := slices.Clone(s.out[from])
	changed[i].relations = relationsOn(e)
	s.out[from] = changed
	return nil
}

func (s *store) RemoveEdge(from, to ID) error {
	i, found := s.out[from].find(to)
	if !found {
		return graph.ErrEdgeNotFound
	}
	s.out[from] = without(s.out[from], i)
	if len(s.out[from]) == 0 {
		delete(s.out, from)
	}
	j, _ := slices.BinarySearch(s.into[to], from)
	s.into[to] = without(s.into[to], j)
	if len(s.into[to]) == 0 {
		delete(s.into, to)
	}
	return nil
}

func (s *store) Edge(from, to ID) (graph.Edge[ID], error) {
	i, found := s.out[from].find(to)
	if !found {
		return graph.Edge[ID]{}, graph.ErrEdgeNotFound
	}
	return edgeOf(from, s.out[from][i]), nil
}

func (s *store) ListEdges() ([]graph.Edge[ID], error) {
	var edges []graph.Edge[ID]
	for _, from := range slices.Sorted(maps.Keys(s.out)) {
		for _, p := range s.out[from] {
			edges = append(edges, edgeOf(from, p))
		}
	}
	return edges, nil
}

func edgeOf(from ID, p pair) graph.Edge[ID] {
	return graph.Edge[ID]{Source: from, Target: p.to, Properties: graph.EdgeProperties{Data: p.relations}}
}

func relationsOn(e graph.Edge[ID]) []Relation {
	relations, _ := e.Properties.Data.([]Relation)
	return relations
}

func without[S ~[]E, E any](s S, i int) S {
	return append(slices.Clone(s[:i]), s[i+1:]...)
}

// setRelations makes the relations of a pair exactly these.
func setRelations(g digraph, from, to ID, relations []Relation) error {
	if len(relations) == 0 {
		return g.RemoveEdge(from, to)
	}
	err := g.AddEdge(from, to, graph.EdgeData(relations))
	if errors.Is(err, graph.ErrEdgeAlreadyExists) {
		return g.UpdateEdge(from, to, graph.EdgeData(relations))
	}
	return err
}

// ofLinks gives the graph of the relations of one kind, as the library's own.
func (l *Landscape) ofLink(link Link) digraph {
	s := newStore()
	s.nodes = l.store.nodes
	for _, r := range l.RelationsOf(link) {
		if _, found := s.out[r.From].find(r.To); !found {
			_ = s.AddEdge(r.From, r.To, graph.Edge[ID]{}) // cannot exist yet
		}
	}
	return s.over()
}

// loops gives the groups of nodes that a kind of relation joins in a circle,
// a node that leads to itself included.
func (l *Landscape) loops(link Link) [][]ID {
	groups, err := graph.StronglyConnectedComponents(l.ofLink(link))
	if err != nil {
		return nil // only for undirected graphs
	}
	var found [][]ID
	for _, g := range groups {
		if len(g) > 1 {
			slices.Sort(g)
			found = append(found, g)
		}
	}
	slices.SortFunc(found, slices.Compare)
	return found
}
