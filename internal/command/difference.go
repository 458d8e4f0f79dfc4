package command

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// difference is one thing that two forms of a record do not say alike.
type difference struct{ name, label, old, new string }

// differences gives what a changed record says otherwise than before: the
// values, and where these are alike how they are known.
func (p preview) differences(e landscape.Edit) []difference {
	if e.After.Node != nil {
		return p.fieldDifferences(e.Before.Node, e.After.Node)
	}
	return p.relationDifferences(*e.Before.Relation, *e.After.Relation)
}

func (p preview) fieldDifferences(before, after *landscape.Node) []difference {
	var found []difference
	for _, spec := range landscape.FieldsOf(after.Type) {
		was, is := before.Claims(spec.Field), after.Claims(spec.Field)
		if prose.SameClaims(was, is) {
			continue
		}
		d := difference{name: string(spec.Field), label: p.say.Or("field", string(spec.Field))}
		d.old, d.new = p.claims(was, false), p.claims(is, false)
		if d.old == d.new {
			d.name, d.label = d.name+".claim", p.say.T("import.basis", "Field", d.label)
			d.old, d.new = p.claims(was, true), p.claims(is, true)
		}
		found = append(found, d)
	}
	return found
}

// claims writes the values of claims with their periods, or how they are known.
func (p preview) claims(claims []landscape.Claim, basis bool) string {
	texts := make([]string, len(claims))
	for i, c := range claims {
		texts[i] = strings.Join(c.Values, ", ")
		if basis {
			texts[i] = p.known(c.Basis)
		}
		if c.Period != (landscape.Period{}) {
			texts[i] += " (" + p.period(c.Period) + ")"
		}
	}
	return strings.Join(texts, "; ")
}

// known says how sure a fact is and where it comes from, on one line.
func (p preview) known(b landscape.Basis) string {
	var parts []string
	if b.Certainty != "" {
		parts = append(parts, p.say.Or("certainty", string(b.Certainty)))
	}
	for _, e := range b.Evidence {
		of := []string{string(e.Document), e.Section, e.Note}
		of = slices.DeleteFunc(of, func(s string) bool { return s == "" })
		parts = append(parts, strings.Join(of, ", "))
	}
	return strings.Join(parts, ": ")
}

func (p preview) relationDifferences(before, after landscape.Relation) []difference {
	var found []difference
	add := func(name, was, is string) {
		if was != is {
			found = append(found, difference{name, p.say.T("detail." + name), was, is})
		}
	}
	add("start", before.Start.String(), after.Start.String())
	add("end", before.End.String(), after.End.String())
	add("extent", before.Extent, after.Extent)
	add("remainder", before.Remainder, after.Remainder)
	add("asked-to", before.AskedTo, after.AskedTo)
	add("stage", before.Stage, after.Stage)
	add("since", before.Since.String(), after.Since.String())
	add("look-back", before.LookBack.String(), after.LookBack.String())
	add("order", number(before.Order), number(after.Order))
	add("grade", before.Grade, after.Grade)
	add("justified", p.flag(before.Justified), p.flag(after.Justified))
	add("why", before.Reason, after.Reason)
	add("audience", string(before.Audience), string(after.Audience))
	add("basis", p.known(before.Basis), p.known(after.Basis))
	return found
}
