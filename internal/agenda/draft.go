package agenda

import (
	"maps"
	"slices"

	"snijvlak/internal/landscape"
)

// draft collects what a decision changes, as records over a landscape.
type draft struct {
	land  *landscape.Landscape
	after map[landscape.Key]*landscape.Record
}

func newDraft(l *landscape.Landscape) *draft {
	return &draft{land: l, after: map[landscape.Key]*landscape.Record{}}
}

// has says whether an id is taken, in the landscape or the draft.
func (d *draft) has(id landscape.ID) bool {
	return d.land.Has(id) || d.after[landscape.NodeKey(id)] != nil
}

func (d *draft) node(id landscape.ID) *landscape.Node {
	if r := d.after[landscape.NodeKey(id)]; r != nil {
		return r.Node
	}
	n, _ := d.land.Node(id)
	return n
}

func (d *draft) putNode(n *landscape.Node) { d.after[n.Key()] = &landscape.Record{Node: n} }

// set gives a clerical field of a node one value; empty takes it away.
func (d *draft) set(id landscape.ID, f landscape.Field, value string) {
	d.putNode(with(d.node(id), f, value))
}

func with(n *landscape.Node, f landscape.Field, value string) *landscape.Node {
	if value == "" {
		return n.WithClaims(f, nil)
	}
	return n.Text(f, value, landscape.Basis{})
}

func (d *draft) put(r landscape.Relation) { d.after[r.Key()] = &landscape.Record{Relation: &r} }

func (d *draft) drop(r landscape.Relation) { d.after[r.Key()] = nil }

// link puts a relation unless the two are joined so already.
func (d *draft) link(from landscape.ID, link landscape.Link, to landscape.ID, b landscape.Basis) {
	r := landscape.Relation{From: from, Link: link, To: to, Basis: b}
	if d.land.Record(r.Key()) == nil {
		d.put(r)
	}
}

// edits gives the changes in the order of their keys.
func (d *draft) edits() []landscape.Edit {
	var edits []landscape.Edit
	for _, key := range slices.Sorted(maps.Keys(d.after)) {
		e := landscape.Edit{Key: key, Before: d.land.Record(key), After: d.after[key]}
		if !e.Idle() {
			edits = append(edits, e)
		}
	}
	return edits
}
