package overlap

import (
	"strings"

	"snijvlak/internal/landscape"
)

// passage is one stretch of an item's text: its goal, one activity, one
// keyword, the name of a bottleneck it owns.
type passage struct {
	field landscape.Field
	text  string
	// via is the bottleneck, action or judged item the text comes from.
	via landscape.ID
	// learned: from a judgement.
	learned bool
	// whole: the name of an organisation, that counts only as a whole.
	whole bool
	// weight of the words in it.
	weight float32
	// terms are the section's numbers of what the passage says, sorted.
	terms []int32
}

// Facets of GAO-15-49SP: what is done, for whom, to which end.
var weights = map[landscape.Field]float32{
	landscape.Name: 1, landscape.Short: 0.5, landscape.Alias: 0.7, landscape.Goal: 1.2,
	landscape.TargetGroup: 1, landscape.Activities: 1.2, landscape.Keywords: 1.2,
}

// Weights of what an item borrows from what it owns and handles.
const (
	ownedStated   = 0.8
	ownedInferred = 0.3
	taughtWeight  = 0.8 // from a judgement
	partyWeight   = 0.2
)

var ownFields = []landscape.Field{
	landscape.Name, landscape.Short, landscape.Alias, landscape.Goal,
	landscape.TargetGroup, landscape.Activities, landscape.Keywords,
}

var nameFields = []landscape.Field{landscape.Name, landscape.Short, landscape.Alias}

// passagesOf gives the text of an item: its own, that of the bottlenecks it
// owns and the actions it handles, and what judgements have taught.
func passagesOf(l *landscape.Landscape, n *landscape.Node) []passage {
	var ps []passage
	seen := map[string]bool{}
	for _, f := range ownFields {
		for _, v := range n.All(f) {
			if key := strings.ToLower(v); !seen[key] {
				seen[key] = true
				ps = append(ps, passage{field: f, text: v, weight: weights[f]})
			}
		}
	}
	for _, r := range l.Out(n.ID, landscape.Owns) {
		ps = append(ps, borrowed(l, r.To, r)...)
	}
	for _, r := range l.In(n.ID, landscape.HandledBy) {
		if r.Stage != landscape.Declined {
			ps = append(ps, borrowed(l, r.From, r)...)
		}
	}
	if n.Type == landscape.Initiative {
		ps = append(ps, parties(l, n.ID)...)
	}
	for _, r := range judgements(l, n.ID, landscape.Overlaps) {
		ps = append(ps, taught(l, r, n.ID)...)
	}
	return ps
}

// borrowed is the text of an owned bottleneck or handled action. Of a part
// that is owned its extent counts, the whole only faintly.
func borrowed(l *landscape.Landscape, id landscape.ID, r landscape.Relation) []passage {
	n, ok := l.Node(id)
	if !ok {
		return nil
	}
	w := float32(ownedStated)
	if r.Certainty == landscape.Inferred {
		w = ownedInferred
	}
	var ps []passage
	if r.Extent != "" {
		ps = append(ps, passage{field: owned, text: r.Extent, via: id, weight: w})
		w /= 2
	}
	ps = append(ps, passage{field: owned, text: n.Name(), via: id, weight: w})
	for _, k := range n.All(landscape.Keywords) {
		ps = append(ps, passage{field: landscape.Keywords, text: k, via: id, weight: w})
	}
	return ps
}

// parties are the names of who takes part and of the themes: faint, for many
// items share them.
func parties(l *landscape.Landscape, id landscape.ID) []passage {
	var ps []passage
	around := append(l.In(id, landscape.TakesPartIn, landscape.Leads, landscape.Commissions), l.Out(id, landscape.Addresses)...)
	for _, r := range around {
		n, ok := l.Node(r.Other(id))
		if !ok {
			continue
		}
		for _, f := range nameFields {
			for _, v := range n.All(f) {
				ps = append(ps, passage{field: landscape.Name, text: v, via: n.ID, weight: partyWeight, whole: n.Type == landscape.Organisation})
			}
		}
	}
	return ps
}

// taught is the text of an item that people judged to overlap with this one;
// an initiative teaches nothing, else two tables would become one.
func taught(l *landscape.Landscape, r landscape.Relation, id landscape.ID) []passage {
	n, ok := l.Node(r.Other(id))
	if !ok || n.Type == landscape.Initiative || r.Grade == landscape.Fragmentation {
		return nil
	}
	ps := []passage{{field: landscape.Name, text: n.Name(), via: n.ID, weight: taughtWeight, learned: true}}
	for _, k := range n.All(landscape.Keywords) {
		ps = append(ps, passage{field: landscape.Keywords, text: k, via: n.ID, weight: taughtWeight, learned: true})
	}
	return ps
}

// judgements gives the judgements of a kind on an item, whichever end it is.
func judgements(l *landscape.Landscape, id landscape.ID, link landscape.Link) []landscape.Relation {
	return append(l.Out(id, link), l.In(id, link)...)
}

// owned marks a passage that is the name of a bottleneck or action.
const owned landscape.Field = "owned"
