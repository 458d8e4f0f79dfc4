package landscape

import (
	"slices"
	"strings"
)

// Link is the kind of a relation; its direction is fixed (CONTRACTS 2).
type Link string

// The kinds of relations.
const (
	Addresses   Link = "addresses"
	BelongsTo   Link = "belongs-to"
	Owns        Link = "owns"
	Resolves    Link = "resolves"
	HandledBy   Link = "handled-by"
	TakesPartIn Link = "takes-part-in"
	Leads       Link = "leads"
	Commissions Link = "commissions"
	Joins       Link = "joins"
	Steers      Link = "steers"
	PartOf      Link = "part-of"
	Succeeds    Link = "succeeds"
	Lists       Link = "lists"
	Overlaps    Link = "overlaps"
	NotSame     Link = "not-same"
	// TabledAt puts an item on the agenda of a meeting.
	TabledAt Link = "tabled-at"
	// Concerns is what an item is about.
	Concerns Link = "concerns"
	// Names is the table, lead or bottleneck that a proposed move names.
	Names Link = "names"
	// Follows leads from an item that returns to the one it was before.
	Follows Link = "follows"
)

// LinkSpec is the table's row of one kind of relation.
type LinkSpec struct {
	Link     Link
	From, To []Type
	// Acyclic kinds may not lead back to where they began.
	Acyclic bool
	// Symmetric kinds have no direction; the smaller id comes first.
	Symmetric bool
}

var judged = []Type{Initiative, Bottleneck, Action}

// Links is the table of all kinds of relations.
var Links = []LinkSpec{
	{Link: Addresses, From: []Type{Initiative}, To: []Type{Theme}},
	{Link: BelongsTo, From: []Type{Bottleneck}, To: []Type{Theme, Ambition}},
	{Link: Owns, From: []Type{Initiative}, To: []Type{Bottleneck}},
	{Link: Resolves, From: []Type{Action}, To: []Type{Bottleneck}},
	{Link: HandledBy, From: []Type{Action, Bottleneck}, To: []Type{Initiative}},
	{Link: TakesPartIn, From: []Type{Organisation}, To: []Type{Initiative, Body}},
	{Link: Leads, From: []Type{Organisation}, To: []Type{Initiative, Action}},
	{Link: Commissions, From: []Type{Organisation}, To: []Type{Initiative}},
	{Link: Joins, From: []Type{Organisation}, To: []Type{Action}},
	{Link: Steers, From: []Type{Initiative}, To: []Type{Initiative}, Acyclic: true},
	{Link: PartOf, From: []Type{Initiative}, To: []Type{Initiative}, Acyclic: true},
	{Link: Succeeds, From: []Type{Initiative}, To: []Type{Initiative}, Acyclic: true},
	{Link: Lists, From: []Type{Document}, To: []Type{Initiative}},
	{Link: Overlaps, From: judged, To: judged, Symmetric: true},
	{Link: NotSame, From: judged, To: judged, Symmetric: true},
	{Link: TabledAt, From: []Type{Item}, To: []Type{Meeting}},
	{Link: Concerns, From: []Type{Item}, To: []Type{Action, Bottleneck, Initiative, Theme, Ambition, Document}},
	{Link: Names, From: []Type{Item}, To: []Type{Initiative, Organisation, Bottleneck}},
	{Link: Follows, From: []Type{Item}, To: []Type{Item}, Acyclic: true},
}

// ParseLink reads a kind of relation.
func ParseLink(s string) (Link, error) {
	for _, spec := range Links {
		if string(spec.Link) == s {
			return spec.Link, nil
		}
	}
	return "", ErrRelation
}

// LinkSpecOf finds the row of a kind of relation.
func LinkSpecOf(l Link) (LinkSpec, bool) {
	i := slices.IndexFunc(Links, func(s LinkSpec) bool { return s.Link == l })
	if i < 0 {
		return LinkSpec{}, false
	}
	return Links[i], true
}

// Joins says whether the kind may lead from one type to the other.
func (s LinkSpec) Joins(from, to Type) bool {
	return slices.Contains(s.From, from) && slices.Contains(s.To, to)
}

// Relation is one sourced, dated relation. Those of one pair and kind differ by
// their start. Which of the last fields mean anything depends on the kind.
type Relation struct {
	From ID
	Link Link
	To   ID
	Period
	Basis
	Audience Audience

	// Extent of owns and handled-by: the part in words; empty is the whole.
	Extent string
	// Remainder of both: what stays open when only a part lies there.
	Remainder string
	// AskedTo of handled-by: whom the table was asked through, as a role.
	AskedTo string
	// Stage of handled-by, the day it was reached, and when to look back.
	Stage    string
	Since    Date
	LookBack Date
	// Order of lists: the place in the edition, from 1. Of names: none for who
	// leads, from 1 for who join.
	Order int
	// Grade and Justified of overlaps; Reason of any judgement.
	Grade     string
	Justified bool
	Reason    string
}

// Normal puts the smaller id of a symmetric relation first.
func (r Relation) Normal() Relation {
	if spec, ok := LinkSpecOf(r.Link); ok && spec.Symmetric && r.To < r.From {
		r.From, r.To = r.To, r.From
	}
	return r
}

// Ref names the relation: FROM/KIND/TO, with /START where the start is known.
func (r Relation) Ref() string {
	parts := []string{string(r.From), string(r.Link), string(r.To)}
	if r.Start.Known() {
		parts = append(parts, r.Start.String())
	}
	return strings.Join(parts, "/")
}

// Other gives the end of the relation that is not id.
func (r Relation) Other(id ID) ID {
	if r.From == id {
		return r.To
	}
	return r.From
}

// compareRelations orders relations by their ends, kind and start.
func compareRelations(a, b Relation) int {
	if c := strings.Compare(string(a.From), string(b.From)); c != 0 {
		return c
	}
	if c := strings.Compare(string(a.Link), string(b.Link)); c != 0 {
		return c
	}
	if c := strings.Compare(string(a.To), string(b.To)); c != 0 {
		return c
	}
	return strings.Compare(a.Start.String(), b.Start.String())
}
