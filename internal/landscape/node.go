package landscape

import (
	"slices"
	"strconv"
)

// Evidence is where a fact comes from.
type Evidence struct {
	// Document is the id of a document node, or empty.
	Document ID `json:"document,omitempty"`
	// Section is the place in it, in the document's own headings.
	Section string `json:"section,omitempty"`
	// Note says on which words the reading rests, or who entered it when.
	Note string `json:"note,omitempty"`
}

// Basis is how a claim or a relation is known.
type Basis struct {
	Certainty Certainty
	Evidence  []Evidence
}

// Sourced says whether there is any evidence.
func (b Basis) Sourced() bool {
	return slices.ContainsFunc(b.Evidence, func(e Evidence) bool { return e.Document != "" || e.Note != "" })
}

// Claim is the value of a field over a period, with its basis.
type Claim struct {
	Values []string
	Period
	Basis
}

// Node is one thing in the landscape: an immutable record of claims. With and
// Without give changed copies.
type Node struct {
	ID   ID
	Type Type
	// claims are ordered by start, an unknown start first; the last is newest.
	claims map[Field][]Claim
}

// NewNode makes a node without claims.
func NewNode(id ID, t Type) *Node { return &Node{ID: id, Type: t} }

// With gives a copy in which the claim is the only one of its field.
func (n *Node) With(f Field, c Claim) *Node { return n.WithClaims(f, []Claim{c}) }

// WithClaims gives a copy with these claims of a field, in order of start;
// without claims the field is gone. Empty values are left out.
func (n *Node) WithClaims(f Field, claims []Claim) *Node {
	next := &Node{ID: n.ID, Type: n.Type, claims: make(map[Field][]Claim, len(n.claims)+1)}
	for g, cs := range n.claims {
		if g != f {
			next.claims[g] = cs
		}
	}
	if kept := inOrder(claims); len(kept) > 0 {
		next.claims[f] = kept
	}
	return next
}

// inOrder copies claims in the order of their start, without empty values and
// without claims that have none.
func inOrder(claims []Claim) []Claim {
	kept := make([]Claim, 0, len(claims))
	for _, c := range claims {
		c.Values = withoutEmpty(c.Values)
		c.Evidence = slices.Clone(c.Evidence)
		if len(c.Values) > 0 {
			kept = append(kept, c)
		}
	}
	slices.SortStableFunc(kept, func(a, b Claim) int { return compareDates(a.Start, b.Start) })
	return kept
}

// Text sets one plain value with a basis; a help for building nodes.
func (n *Node) Text(f Field, value string, b Basis) *Node {
	return n.With(f, Claim{Values: []string{value}, Basis: b})
}

func withoutEmpty(values []string) []string {
	kept := make([]string, 0, len(values))
	for _, v := range values {
		if v != "" {
			kept = append(kept, v)
		}
	}
	return kept
}

func compareDates(a, b Date) int {
	switch {
	case a == b:
		return 0
	case !a.Known():
		return -1
	case !b.Known():
		return 1
	case a.First().Before(b.First()):
		return -1
	case b.First().Before(a.First()):
		return 1
	}
	return 0
}

// Claims gives all claims of a field, oldest first.
func (n *Node) Claims(f Field) []Claim { return n.claims[f] }

// Claim gives the newest claim of a field.
func (n *Node) Claim(f Field) (Claim, bool) {
	cs := n.claims[f]
	if len(cs) == 0 {
		return Claim{}, false
	}
	return cs[len(cs)-1], true
}

// All gives the values of a field in its newest claim; nil where there are
// none. The caller must not change them.
func (n *Node) All(f Field) []string {
	c, _ := n.Claim(f)
	return c.Values
}

// Get gives the first value of a field, or "".
func (n *Node) Get(f Field) string {
	if v := n.All(f); len(v) > 0 {
		return v[0]
	}
	return ""
}

// Name is the official name, or the id where there is none.
func (n *Node) Name() string {
	if name := n.Get(Name); name != "" {
		return name
	}
	return string(n.ID)
}

// ShortName is the short name, or the name.
func (n *Node) ShortName() string {
	if s := n.Get(Short); s != "" {
		return s
	}
	return n.Name()
}

// Kind is an initiative's kind.
func (n *Node) Kind() string { return n.Get(KindOf) }

// Number is a theme's or ambition's number, 0 where there is none.
func (n *Node) Number() int {
	v, _ := strconv.Atoi(n.Get(Number))
	return v
}

// Date gives a date field; unknown where it is not set.
func (n *Node) Date(f Field) Date {
	d, _ := ParseDate(n.Get(f))
	return d
}

// Flag gives a yes-or-no field.
func (n *Node) Flag(f Field) bool { return n.Get(f) == "true" }

// Period is the node's own start and end.
func (n *Node) Period() Period { return Period{n.Date(Start), n.Date(End)} }

// Audience is who may see the node: the narrowest that was ever recorded of it,
// public where nothing is said. It has no period: looking at another day opens
// nothing.
func (n *Node) Audience() Audience {
	narrowest := Public
	for _, c := range n.claims[AudienceOf] {
		if a := Audience(c.Values[0]); !narrowest.Sees(a) {
			narrowest = a
		}
	}
	return narrowest
}
