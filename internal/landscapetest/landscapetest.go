// Package landscapetest makes landscapes for tests: small ones by hand and
// random ones that are always valid.
package landscapetest

import (
	"fmt"

	"pgregory.net/rapid"

	"snijvlak/internal/landscape"
)

// Basis is a basis for facts in tests.
var Basis = landscape.Basis{
	Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: "test"}},
}

// Node makes a node with a name.
func Node(id landscape.ID, t landscape.Type) *landscape.Node {
	return landscape.NewNode(id, t).Text(landscape.Name, "De naam van "+string(id), Basis)
}

// Put is an edit that makes a node.
func Put(n *landscape.Node) landscape.Edit {
	return landscape.Edit{Key: n.Key(), After: &landscape.Record{Node: n}}
}

// Join is an edit that makes a relation.
func Join(r landscape.Relation) landscape.Edit {
	return landscape.Edit{Key: r.Key(), After: &landscape.Record{Relation: &r}}
}

// Relation makes a relation with a basis.
func Relation(from landscape.ID, link landscape.Link, to landscape.ID) landscape.Relation {
	return landscape.Relation{From: from, Link: link, To: to, Basis: Basis}
}

// Landscape is a generator of valid landscapes: up to size nodes of every type
// with fields, claims over time, and relations that the model allows.
func Landscape(size int) *rapid.Generator[*landscape.Landscape] {
	return rapid.Custom(func(t *rapid.T) *landscape.Landscape {
		l := landscape.New()
		var nodes []*landscape.Node
		for i := range rapid.IntRange(1, size).Draw(t, "nodes") {
			n := node(t, i)
			nodes = append(nodes, n)
			l = mustApply(t, l, Put(n))
		}
		for range rapid.IntRange(0, 2*size).Draw(t, "relations") {
			if r, ok := relation(t, nodes); ok && l.Record(r.Key()) == nil {
				if next, err := l.Apply([]landscape.Edit{Join(r)}); err == nil {
					l = next // a loop is refused; any other refusal shows as a smaller landscape
				}
			}
		}
		return l
	})
}

func mustApply(t *rapid.T, l *landscape.Landscape, edits ...landscape.Edit) *landscape.Landscape {
	next, err := l.Apply(edits)
	if err != nil {
		t.Fatalf("the generator made an invalid record: %v", err)
	}
	return next
}

func node(t *rapid.T, i int) *landscape.Node {
	typ := rapid.SampledFrom(landscape.Types).Draw(t, "type")
	id := landscape.ID(fmt.Sprintf("%s-%d", typ, i))
	n := Node(id, typ)
	for _, spec := range landscape.FieldsOf(typ) {
		if spec.Field == landscape.Start || spec.Field == landscape.End {
			continue // a pair that must not be backward; period sets it
		}
		if spec.Field != landscape.Name && rapid.IntRange(0, 3).Draw(t, "set") > 0 {
			continue
		}
		n = n.WithClaims(spec.Field, claims(t, spec))
	}
	return n
}

// claims are one or two claims of a field, one after the other.
func claims(t *rapid.T, spec landscape.FieldSpec) []landscape.Claim {
	basis := basis(t)
	if spec.Clerical {
		basis = landscape.Basis{}
	}
	newest := landscape.Claim{Values: values(t, spec), Basis: basis}
	if rapid.Bool().Draw(t, "history") {
		newest.Start = landscape.MustDate("2024")
		old := landscape.Claim{Values: values(t, spec), Basis: basis}
		old.End = landscape.MustDate("2023-12-31")
		return []landscape.Claim{old, newest}
	}
	return []landscape.Claim{newest}
}

// text draws what people type, and what they should not.
func text(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringMatching(`[A-Za-zéëïöü '"&<>%\\:#-]{1,30}`),
		rapid.SampledFrom([]string{"null", "true", "2024", "~", "- a", "é", "\"", "[x]", "a: b", " wit ", "regel\nregel"}),
	).Filter(func(s string) bool { return len(s) > 0 && s != "" && hasLetter(s) }).Draw(t, "text")
}

func hasLetter(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\n' {
			return true
		}
	}
	return false
}

func values(t *rapid.T, spec landscape.FieldSpec) []string {
	count := 1
	if spec.Many() {
		count = rapid.IntRange(1, 3).Draw(t, "count")
	}
	all := make([]string, count)
	for i := range all {
		all[i] = value(t, spec)
	}
	return all
}

func value(t *rapid.T, spec landscape.FieldSpec) string {
	if len(spec.Choices) > 0 {
		return rapid.SampledFrom(spec.Choices).Draw(t, "choice")
	}
	switch spec.Form {
	case landscape.DateForm, landscape.DateListForm:
		return date(t).String()
	case landscape.NumberForm:
		return fmt.Sprint(rapid.IntRange(0, 99).Draw(t, "number"))
	case landscape.FlagForm:
		return fmt.Sprint(rapid.Bool().Draw(t, "flag"))
	}
	return text(t)
}

func date(t *rapid.T) landscape.Date {
	return landscape.MustDate(rapid.SampledFrom([]string{
		"2018", "2019-02", "2020-02-29", "2024-12-31", "2026-11-22", "2030",
	}).Draw(t, "date"))
}

func basis(t *rapid.T) landscape.Basis {
	b := landscape.Basis{Certainty: rapid.SampledFrom(landscape.Certainties).Draw(t, "certainty")}
	for range rapid.IntRange(1, 2).Draw(t, "evidence") {
		b.Evidence = append(b.Evidence, landscape.Evidence{Section: text(t), Note: text(t)})
	}
	return b
}

// relation draws a relation of any kind between nodes that it may join.
func relation(t *rapid.T, nodes []*landscape.Node) (landscape.Relation, bool) {
	spec := rapid.SampledFrom(landscape.Links).Draw(t, "link")
	from := rapid.SampledFrom(nodes).Draw(t, "from")
	to := rapid.SampledFrom(nodes).Draw(t, "to")
	if !spec.Joins(from.Type, to.Type) || from == to {
		return landscape.Relation{}, false
	}
	r := landscape.Relation{From: from.ID, Link: spec.Link, To: to.ID, Basis: basis(t)}
	if rapid.Bool().Draw(t, "dated") {
		r.Start, r.End = landscape.MustDate("2019-02"), landscape.MustDate("2030")
	}
	switch spec.Link {
	case landscape.Owns:
		r.Extent, r.Remainder = text(t), text(t)
	case landscape.HandledBy:
		r.Stage = rapid.SampledFrom(landscape.Stages).Draw(t, "stage")
		r.Since, r.LookBack = date(t), date(t)
		r.Extent, r.Remainder, r.AskedTo = text(t), text(t), text(t)
	case landscape.Lists:
		r.Order = rapid.IntRange(1, 30).Draw(t, "order")
	case landscape.Overlaps:
		r.Grade = rapid.SampledFrom(landscape.Grades).Draw(t, "grade")
		r.Justified, r.Reason = rapid.Bool().Draw(t, "justified"), text(t)
		r.Audience = landscape.Secretariat
	}
	return r.Normal(), true
}
