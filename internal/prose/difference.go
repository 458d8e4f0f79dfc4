package prose

import (
	"slices"
	"strconv"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// Difference is one thing that two forms of a record do not say alike: its name
// for programs, its label for people, and both texts.
type Difference struct{ Name, Label, Old, New string }

// Differences gives what a changed record says otherwise than before: the
// values, and where these are alike how they are known.
func Differences(w *words.Words, e landscape.Edit) []Difference {
	c := comparing{w}
	if e.After.Node != nil {
		return c.fields(e.Before.Node, e.After.Node)
	}
	return c.relations(*e.Before.Relation, *e.After.Relation)
}

// comparing writes what two forms of a record say.
type comparing struct{ *words.Words }

func (c comparing) fields(before, after *landscape.Node) []Difference {
	var found []Difference
	for _, spec := range landscape.FieldsOf(after.Type) {
		was, is := before.Claims(spec.Field), after.Claims(spec.Field)
		if SameClaims(was, is) {
			continue
		}
		d := Difference{Name: string(spec.Field), Label: c.Or("field", string(spec.Field))}
		d.Old, d.New = c.claims(was, false), c.claims(is, false)
		if d.Old == d.New {
			d.Name, d.Label = d.Name+".claim", c.T("import.basis", "Field", d.Label)
			d.Old, d.New = c.claims(was, true), c.claims(is, true)
		}
		found = append(found, d)
	}
	return found
}

// claims writes the values of claims with their periods, or how they are known.
func (c comparing) claims(claims []landscape.Claim, basis bool) string {
	texts := make([]string, len(claims))
	for i, one := range claims {
		texts[i] = strings.Join(one.Values, ", ")
		if basis {
			texts[i] = c.known(one.Basis)
		}
		if one.Period != (landscape.Period{}) {
			texts[i] += " (" + Period(c.Words, one.Period) + ")"
		}
	}
	return strings.Join(texts, "; ")
}

// known says how sure a fact is and where it comes from, on one line.
func (c comparing) known(b landscape.Basis) string {
	var parts []string
	if b.Certainty != "" {
		parts = append(parts, c.Or("certainty", string(b.Certainty)))
	}
	for _, e := range b.Evidence {
		of := []string{string(e.Document), e.Section, e.Note}
		of = slices.DeleteFunc(of, func(s string) bool { return s == "" })
		parts = append(parts, strings.Join(of, ", "))
	}
	return strings.Join(parts, ": ")
}

func (c comparing) relations(before, after landscape.Relation) []Difference {
	var found []Difference
	add := func(name, was, is string) {
		if was != is {
			found = append(found, Difference{name, c.T("detail." + name), was, is})
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
	add("order", orderText(before.Order), orderText(after.Order))
	add("grade", before.Grade, after.Grade)
	add("justified", c.flag(before.Justified), c.flag(after.Justified))
	add("why", before.Reason, after.Reason)
	add("audience", string(before.Audience), string(after.Audience))
	add("basis", c.known(before.Basis), c.known(after.Basis))
	return found
}

func (c comparing) flag(set bool) string { return c.T("flag." + strconv.FormatBool(set)) }

// orderText is a place in an order; none is "".
func orderText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Period is a span of time in words: "van … tot en met …".
func Period(w *words.Words, p landscape.Period) string {
	start, end := w.Date(p.Start), w.Date(p.End)
	switch {
	case p.Start.Known() && p.End.Known():
		return w.T("period.both", "Start", start, "End", end)
	case p.Start.Known():
		return w.T("period.from", "Start", start)
	case p.End.Known():
		return w.T("period.until", "End", end)
	}
	return w.T("period.unknown")
}
