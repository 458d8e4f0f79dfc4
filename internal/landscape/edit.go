package landscape

import (
	"reflect"
	"slices"
	"strings"
)

// Key names a record: "n/ID" for a node, "e/FROM/KIND/TO[/START]" for a
// relation. The store uses the same keys.
type Key string

// NodeKey is the key of a node.
func NodeKey(id ID) Key { return Key("n/" + string(id)) }

// Key is the key of the relation.
func (r Relation) Key() Key { return Key("e/" + r.Ref()) }

// Key is the key of the node.
func (n *Node) Key() Key { return NodeKey(n.ID) }

// IsNode says whether the key is that of a node.
func (k Key) IsNode() bool { return strings.HasPrefix(string(k), "n/") }

// Record is a node or a relation; one of the two is nil.
type Record struct {
	Node     *Node
	Relation *Relation
}

// Key is the key of what the record holds.
func (r Record) Key() Key {
	if r.Node != nil {
		return r.Node.Key()
	}
	return r.Relation.Key()
}

// equal compares what two records say.
func (r *Record) equal(o *Record) bool {
	if r == nil || o == nil {
		return r == o
	}
	return reflect.DeepEqual(r.Node, o.Node) && reflect.DeepEqual(r.Relation, o.Relation)
}

// Edit is the change of one record: from Before to After. A nil Before makes
// the record, a nil After removes it.
type Edit struct {
	Key    Key
	Before *Record
	After  *Record
}

// Idle says that the edit leaves its record as it is.
func (e Edit) Idle() bool { return e.Before.equal(e.After) }

// Inverse gives the edits that take these back.
func Inverse(edits []Edit) []Edit {
	back := make([]Edit, len(edits))
	for i, e := range edits {
		back[len(edits)-1-i] = Edit{Key: e.Key, Before: e.After, After: e.Before}
	}
	return back
}

// Diff gives the edits that lead from one landscape to another, in the order
// of their keys.
func Diff(from, to *Landscape) []Edit {
	var edits []Edit
	for _, key := range unionOfKeys(from, to) {
		before, after := from.Record(key), to.Record(key)
		if !before.equal(after) {
			edits = append(edits, Edit{Key: key, Before: before, After: after})
		}
	}
	return edits
}

func unionOfKeys(a, b *Landscape) []Key {
	keys := append(a.Keys(), b.Keys()...)
	slices.Sort(keys)
	return slices.Compact(keys)
}

// node gives the id in a node's key.
func (k Key) node() ID { return ID(strings.TrimPrefix(string(k), "n/")) }

// Ends gives the ids in a relation's key.
func (k Key) Ends() (from, to ID) {
	parts := strings.Split(string(k), "/")
	if len(parts) < 4 {
		return "", ""
	}
	return ID(parts[1]), ID(parts[3])
}

// Sourced gives the record with evidence where it has none, and the certainty
// stated where none is said. Clerical fields stay without.
func (r *Record) Sourced(ev Evidence) *Record {
	if r.Relation != nil {
		next := *r.Relation
		next.Basis = next.Basis.sourced(ev)
		return &Record{Relation: &next}
	}
	n := r.Node
	for _, spec := range FieldsOf(n.Type) {
		claims := slices.Clone(n.Claims(spec.Field))
		if spec.Clerical || len(claims) == 0 {
			continue
		}
		for i := range claims {
			claims[i].Basis = claims[i].Basis.sourced(ev)
		}
		n = n.WithClaims(spec.Field, claims)
	}
	return &Record{Node: n}
}

func (b Basis) sourced(ev Evidence) Basis {
	if !b.Sourced() {
		b.Evidence = append(slices.Clone(b.Evidence), ev)
	}
	if b.Certainty == "" {
		b.Certainty = Stated
	}
	return b
}
