package landscape

import (
	"regexp"
	"slices"
)

// closedSource stands, in the language of the landscape, where the source is
// not for the reader: that there is one is told, not which.
const closedSource = "bron niet openbaar"

// Entered is the evidence of what a person enters without a source. It is part
// of the landscape, hence in its language, Dutch.
func Entered(author string, day Date) string {
	return "ingevoerd door " + author + " op " + day.String()
}

// enteredForm matches what Entered makes; the first group is the day.
var enteredForm = regexp.MustCompile(`^ingevoerd door .* op (\d{4}-\d{2}-\d{2})$`)

// ForAudience gives what an audience may see: nodes and relations made for a
// narrower one are left out, with the relations of left-out nodes. What stays
// keeps how sure it is, but names no source that was left out; for the public
// it does not name who entered it either.
//
// Call it before AsOf: who may see a thing does not depend on the day.
func (l *Landscape) ForAudience(a Audience) *Landscape {
	if a == Secretariat {
		return l
	}
	r := reduction{all: l.store.nodes, sees: a, kept: map[ID]*Node{}}
	for id, n := range l.store.nodes {
		if a.Sees(n.Audience()) {
			r.kept[id] = n
		}
	}
	s := newStore()
	for id, n := range r.kept {
		s.nodes[id] = r.node(n)
	}
	reduced := wrap(s)
	for _, rel := range l.Relations() {
		if a.Sees(rel.Audience) && s.nodes[rel.From] != nil && s.nodes[rel.To] != nil {
			rel.Basis, _ = r.basis(rel.Basis)
			reduced.putRelation(rel)
		}
	}
	return reduced
}

// reduction is what is left of a landscape for an audience.
type reduction struct {
	all, kept map[ID]*Node
	sees      Audience
}

// node leaves out of a node's claims what names a node that is left out.
func (r reduction) node(n *Node) *Node {
	next := n
	for f, claims := range n.claims {
		kept, changed := slices.Clone(claims), false
		for i := range kept {
			basis, other := r.basis(kept[i].Basis)
			kept[i].Basis = basis
			changed = changed || other
		}
		if f == HeldBy {
			kept = slices.DeleteFunc(kept, func(c Claim) bool { return r.hides(ID(c.Values[0])) })
			changed = changed || len(kept) < len(claims)
		}
		if changed {
			next = next.WithClaims(f, kept)
		}
	}
	return next
}

func (r reduction) hides(id ID) bool { return r.all[id] != nil && r.kept[id] == nil }

// basis closes the sources that are not for the audience. A document that is
// gone is closed as well: nobody can tell any more for whom it was.
func (r reduction) basis(b Basis) (next Basis, changed bool) {
	var kept []Evidence
	for _, e := range b.Evidence {
		said := e
		switch {
		case e.Document != "" && r.kept[e.Document] == nil:
			said = Evidence{Note: closedSource}
		case r.sees == Public:
			said.Note = enteredForm.ReplaceAllString(e.Note, "ingevoerd op $1")
		}
		changed = changed || said != e
		if !slices.Contains(kept, said) {
			kept = append(kept, said)
		}
	}
	if !changed {
		return b, false
	}
	return Basis{Certainty: b.Certainty, Evidence: kept}, true
}
