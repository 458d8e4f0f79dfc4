package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Ownership is where a bottleneck or a text lies.
type Ownership struct {
	Query string
	// Bottleneck is the one asked for, or the one that the text is about; nil
	// where there is none.
	Bottleneck *landscape.Node
	State      landscape.State
	Owners     []*landscape.Node
	// Claims are the relations behind it, stated, confirmed and inferred:
	// extent, remainder, evidence.
	Claims []landscape.Relation
	// DecidedAt are the tables where the owners' matters are decided; none:
	// unknown.
	DecidedAt []*landscape.Node
	// Leads lead the owners.
	Leads []*landscape.Node
	// Ended are owners that are over, Successors what came after them.
	Ended, Successors []*landscape.Node
	// Probable are inferred owners, and what the text points to.
	Probable   []*landscape.Node
	Candidates []Candidate
}

// OwnerOf says where a bottleneck lies.
func (ix *Index) OwnerOf(id landscape.ID) (Ownership, error) {
	answer, err := ix.About(id, Options{})
	if err != nil {
		return Ownership{}, err
	}
	n, _ := ix.land.Node(id)
	o := Ownership{Query: n.Name(), State: landscape.Unowned, Candidates: answer.Candidates}
	if n.Type == landscape.Bottleneck {
		ix.fill(&o, n)
	}
	ix.complete(&o)
	return o, nil
}

// OwnerOfText says where a text lies: with the bottleneck that it is about, or
// else with what it is most like.
func (ix *Index) OwnerOfText(text string) (Ownership, error) {
	answer, err := ix.Query(text, Options{})
	if err != nil {
		return Ownership{}, err
	}
	o := Ownership{Query: text, State: landscape.Unowned, Candidates: answer.Candidates}
	if n := ix.bottleneckOf(text); n != nil {
		ix.fill(&o, n)
	}
	ix.complete(&o)
	return o, nil
}

// bottleneckOf gives the bottleneck that a text is about, or nil.
func (ix *Index) bottleneckOf(text string) *landscape.Node {
	near, err := ix.Query(text, Options{Among: []landscape.Type{landscape.Bottleneck}, Top: 2})
	if err != nil || len(near.Candidates) == 0 {
		return nil
	}
	first := near.Candidates[0]
	clear := len(near.Candidates) < 2 || first.Score > leadOver*near.Candidates[1].Score
	if first.Verdict == Covered || first.evidence.close > halfMet && clear || slices.Contains(ix.saying(tidy(text)), first.Node.ID) {
		return first.Node
	}
	return nil
}

// A text is about a bottleneck when that meets half of it in one passage and
// leaves the next one behind.
const (
	halfMet  = 0.5
	leadOver = 1.2
)

// fill takes over what the landscape records of a bottleneck.
func (ix *Index) fill(o *Ownership, n *landscape.Node) {
	recorded := ix.land.OwnershipOf(n.ID, ix.day)
	o.Bottleneck, o.State, o.Owners = n, recorded.State, recorded.Owners
	o.Ended, o.Probable = recorded.Ended, recorded.Probable
	o.Claims = ix.land.In(n.ID, landscape.Owns)
}

// complete adds what follows: successors, probable owners from the candidates,
// where it is decided and who leads.
func (ix *Index) complete(o *Ownership) {
	for _, n := range o.Ended {
		for _, next := range ix.land.Successors(n.ID) {
			o.Successors = appendNew(o.Successors, next)
		}
	}
	for _, c := range o.Candidates {
		if c.Verdict == Covered && c.Node.Type == landscape.Initiative && !slices.Contains(o.Owners, c.Node) {
			o.Probable = appendNew(o.Probable, c.Node)
		}
	}
	from := o.Owners
	if len(from) == 0 {
		from = o.Probable
	}
	for _, n := range from {
		for _, table := range ix.DecidedAt(n.ID) {
			o.DecidedAt = appendNew(o.DecidedAt, table)
		}
		for _, r := range ix.land.In(n.ID, landscape.Leads) {
			if lead, ok := ix.land.Node(r.From); ok {
				o.Leads = appendNew(o.Leads, lead)
			}
		}
	}
}

// DecidedAt gives the tables where the matters of an initiative are decided:
// those that steer it or what it is part of; a table that nothing steers
// decides itself. None: it is not known.
func (ix *Index) DecidedAt(id landscape.ID) []*landscape.Node {
	return ix.decided(id, map[landscape.ID]bool{})
}

func (ix *Index) decided(id landscape.ID, seen map[landscape.ID]bool) []*landscape.Node {
	n, ok := ix.land.Node(id)
	if !ok || seen[id] || n.Type != landscape.Initiative || !landscape.InForce(n, ix.day) {
		return nil
	}
	seen[id] = true
	var tables []*landscape.Node
	for _, r := range append(ix.land.In(id, landscape.Steers), ix.land.Out(id, landscape.PartOf)...) {
		for _, t := range ix.decided(r.Other(id), seen) {
			tables = appendNew(tables, t)
		}
	}
	if len(tables) == 0 && landscape.IsTable(n.Kind()) {
		return []*landscape.Node{n}
	}
	return tables
}

func appendNew(nodes []*landscape.Node, n *landscape.Node) []*landscape.Node {
	if slices.Contains(nodes, n) {
		return nodes
	}
	return append(nodes, n)
}
