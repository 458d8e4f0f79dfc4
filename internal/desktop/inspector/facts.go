package inspector

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// derived are the fields that follow from what happened on the agenda; there
// they are changed, with what the rules ask.
func derived(t landscape.Type, f landscape.Field) bool {
	switch f {
	case landscape.List, landscape.OutcomeOf, landscape.MovedOn, landscape.CameFrom:
		return t == landscape.Action || t == landscape.Bottleneck
	case landscape.Result, landscape.Decision, landscape.DecidedOn, landscape.DecidedBy:
		return t == landscape.Item
	}
	return false
}

// valueText writes one value of a field in words.
func valueText(w *words.Words, name func(landscape.ID) string, spec landscape.FieldSpec, v string) string {
	switch {
	case spec.Field == landscape.HeldBy:
		return name(landscape.ID(v))
	case spec.Form == landscape.DateForm || spec.Form == landscape.DateListForm:
		d, err := landscape.ParseDate(v)
		if err != nil {
			return v
		}
		return w.Date(d)
	case spec.Form == landscape.FlagForm:
		return w.T("flag." + v)
	case len(spec.Choices) > 0:
		return w.Or(string(spec.Field), v)
	}
	return v
}

// valuesText writes the values of a claim, one a line where they are
// sentences.
func valuesText(w *words.Words, name func(landscape.ID) string, spec landscape.FieldSpec, values []string) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = valueText(w, name, spec, v)
	}
	switch spec.Field {
	case landscape.Activities, landscape.NotFor, landscape.Value, landscape.SignalledBy:
		if len(texts) > 1 {
			return "• " + strings.Join(texts, "\n• ")
		}
	}
	return strings.Join(texts, ", ")
}

// periodText is a period in words; empty where nothing is known of it.
func periodText(w *words.Words, p landscape.Period) string {
	switch {
	case p.Start.Known() && p.End.Known():
		return w.T("inspect.from-until", "Start", w.ShortDate(p.Start), "End", w.ShortDate(p.End))
	case p.Start.Known():
		return w.T("inspect.since", "Start", w.ShortDate(p.Start))
	case p.End.Known():
		return w.T("inspect.until", "End", w.ShortDate(p.End))
	}
	return ""
}

// note is what stands beside the name of a field: how sure it is where that is
// not plainly stated, and since when.
func note(w *words.Words, spec landscape.FieldSpec, c landscape.Claim) string {
	var parts []string
	switch {
	case spec.Clerical:
	case !c.Sourced():
		parts = append(parts, w.T("inspect.no-source"))
	case c.Certainty == landscape.Inferred || c.Certainty == landscape.Confirmed:
		parts = append(parts, w.T("certainty."+string(c.Certainty)))
	}
	if text := periodText(w, c.Period); text != "" {
		parts = append(parts, text)
	}
	return strings.Join(parts, " · ")
}

// basisText is how sure a fact is and where it comes from, a line each.
func basisText(w *words.Words, name func(landscape.ID) string, b landscape.Basis) string {
	certainty := b.Certainty
	if certainty == "" {
		certainty = landscape.Stated
	}
	lines := []string{w.T("inspect.certainty") + ": " + w.T("certainty."+string(certainty))}
	for _, e := range b.Evidence {
		lines = append(lines, prose.Evidence(name, e))
	}
	if !b.Sourced() {
		lines = append(lines, w.T("inspect.no-source"))
	}
	return strings.Join(lines, "\n")
}

// details is what a relation says beside its ends.
func details(w *words.Words, r landscape.Relation) string {
	var parts []string
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, w.T("detail."+key)+": "+value)
		}
	}
	if r.Certainty == landscape.Inferred || r.Certainty == landscape.Confirmed {
		parts = append(parts, w.T("certainty."+string(r.Certainty)))
	}
	if text := periodText(w, r.Period); text != "" {
		parts = append(parts, text)
	}
	add("extent", r.Extent)
	add("remainder", r.Remainder)
	add("asked-to", r.AskedTo)
	if r.Stage != "" {
		parts = append(parts, w.T("stage."+r.Stage))
	}
	if r.Since.Known() {
		add("since", w.ShortDate(r.Since))
	}
	if r.LookBack.Known() {
		add("look-back", w.ShortDate(r.LookBack))
	}
	if r.Grade != "" {
		parts = append(parts, w.T("grade."+r.Grade))
	}
	if r.Justified {
		parts = append(parts, w.T("detail.justified"))
	}
	add("why", r.Reason)
	return strings.Join(parts, " · ")
}

// group is the relations of one kind, in one direction.
type group struct {
	// key is the text of its heading: "link.owns", "back.leads".
	key       string
	relations []landscape.Relation
}

// groups puts the relations of an item together, in the order of the model.
// An owner that is only inferred is a candidate, and stands apart.
func groups(s landscape.Shown) []group {
	var all []group
	add := func(key string, of []landscape.Relation, keep func(landscape.Relation) bool) {
		if kept := filtered(of, keep); len(kept) > 0 {
			all = append(all, group{key, kept})
		}
	}
	for _, spec := range landscape.Links {
		link := string(spec.Link)
		sure := func(r landscape.Relation) bool { return r.Link == spec.Link && !probable(r) }
		maybe := func(r landscape.Relation) bool { return r.Link == spec.Link && probable(r) }
		if spec.Symmetric {
			add("link."+link, append(slices.Clone(s.Out), s.In...), sure)
			continue
		}
		add("link."+link, s.Out, sure)
		add("back."+link, s.In, sure)
		add("link."+link+"-probable", s.Out, maybe)
		add("back."+link+"-probable", s.In, maybe)
	}
	return all
}

func probable(r landscape.Relation) bool {
	return r.Link == landscape.Owns && r.Certainty == landscape.Inferred
}

func filtered[T any](items []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(items), func(item T) bool { return !keep(item) })
}

// source is a document with the places in it that an item rests on.
type source struct {
	document landscape.ID
	sections []string
}

// sources gives the documents behind the fields and relations of an item, in
// the order in which they come.
func sources(s landscape.Shown) []source {
	var all []source
	add := func(b landscape.Basis) {
		for _, e := range b.Evidence {
			if e.Document == "" {
				continue
			}
			at := slices.IndexFunc(all, func(o source) bool { return o.document == e.Document })
			if at < 0 {
				at = len(all)
				all = append(all, source{document: e.Document})
			}
			if e.Section != "" && !slices.Contains(all[at].sections, e.Section) {
				all[at].sections = append(all[at].sections, e.Section)
			}
		}
	}
	for _, spec := range landscape.FieldsOf(s.Node.Type) {
		if c, ok := s.Node.Claim(spec.Field); ok {
			add(c.Basis)
		}
	}
	for _, r := range append(slices.Clone(s.Out), s.In...) {
		add(r.Basis)
	}
	return all
}
