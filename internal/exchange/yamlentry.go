package exchange

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"snijvlak/internal/landscape"
)

// entryReader reads one entry: first what holds for all of it (id, certainty,
// source, claims), then its fields and relations.
type entryReader struct {
	yamlReader
	node     *landscape.Node
	standard landscape.Basis
	claims   map[landscape.Field]yamlClaim
}

// yamlClaim is what `claims:` says of one field: only what it names.
type yamlClaim struct {
	landscape.Period
	certainty *landscape.Certainty
	evidence  *[]landscape.Evidence
}

func (c yamlClaim) over(standard landscape.Basis) landscape.Basis {
	b := standard
	if c.certainty != nil {
		b.Certainty = *c.certainty
	}
	if c.evidence != nil {
		b.Evidence = *c.evidence
	}
	return b
}

func (e *entryReader) readHead(ms []member, line int) {
	e.standard.Certainty = landscape.Stated
	for _, m := range ms {
		switch m.key {
		case "id":
			id := landscape.ID(e.text(m.value, m.key))
			if !id.Valid() {
				e.fault(e.file, m.line, WantID, string(id))
				return
			}
			e.node.ID = id
		case "certainty":
			e.standard.Certainty = landscape.Certainty(e.text(m.value, m.key))
		case "source":
			e.standard.Evidence = e.evidence(m.value)
		}
	}
	if e.node.ID == "" {
		e.fault(e.file, line, WantID, "")
	}
	for _, m := range ms {
		if m.key == "claims" {
			e.readClaims(m)
		}
	}
}

func (e *entryReader) readClaims(m member) {
	for _, f := range e.members(m.value, m.key) {
		if spec := e.spec(f); spec != nil {
			e.claims[spec.Field] = e.claim(f)
		}
	}
}

func (e *entryReader) claim(m member) yamlClaim {
	var c yamlClaim
	for _, p := range e.members(m.value, m.key) {
		switch p.key {
		case "certainty":
			v := landscape.Certainty(e.text(p.value, p.key))
			c.certainty = &v
		case "source":
			v := e.evidence(p.value)
			c.evidence = &v
		case "start":
			c.Start = e.date(p)
		case "end":
			c.End = e.date(p)
		case "value": // of an older claim; read by history
		default:
			e.fault(e.file, p.line, UnknownKey, p.key, "certainty, source, start, end")
		}
	}
	return c
}

// spec finds a member's field; an unknown one is a fault.
func (e *entryReader) spec(m member) *landscape.FieldSpec {
	spec, err := landscape.FieldSpecOf(e.node.Type, landscape.Field(m.key))
	if err != nil {
		e.fault(e.file, m.line, UnknownKey, m.key, strings.Join(entryKeys(e.node.Type), ", "))
		return nil
	}
	return &spec
}

func entryKeys(t landscape.Type) []string {
	keys := []string{"id", "certainty", "source", "claims"}
	for _, s := range landscape.FieldsOf(t) {
		keys = append(keys, string(s.Field))
	}
	for _, s := range landscape.Links {
		if slices.Contains(s.From, t) {
			keys = append(keys, string(s.Link))
		}
	}
	return keys
}

var headKeys = []string{"id", "certainty", "source", "claims", "history"}

// isLink says whether a key is a relation that may go out from the entry. A
// field of the same name ("body", "list") is no relation.
func (e *entryReader) isLink(key string) bool {
	spec, ok := landscape.LinkSpecOf(landscape.Link(key))
	return ok && slices.Contains(spec.From, e.node.Type)
}

func (e *entryReader) readFields(ms []member) {
	for _, m := range ms {
		if slices.Contains(headKeys, m.key) || e.isLink(m.key) {
			continue
		}
		spec := e.spec(m)
		if spec == nil {
			continue
		}
		said := e.claims[spec.Field]
		e.fields[fieldKey{e.node.Key(), spec.Field}] = m.line
		newest := landscape.Claim{Values: e.values(m.value, *spec), Period: said.Period, Basis: e.basis(*spec, said)}
		e.node = e.node.WithClaims(spec.Field, append(slices.Clone(e.node.Claims(spec.Field)), newest))
	}
	for _, m := range ms {
		if m.key == "history" {
			e.readHistory(m)
		}
	}
}

// basis of a clerical field is only what `claims:` says of it.
func (e *entryReader) basis(spec landscape.FieldSpec, c yamlClaim) landscape.Basis {
	if spec.Clerical {
		return c.over(landscape.Basis{})
	}
	return c.over(e.standard)
}

func (e *entryReader) readHistory(m member) {
	for _, f := range e.members(m.value, m.key) {
		spec := e.spec(f)
		if spec == nil {
			continue
		}
		claims := slices.Clone(e.node.Claims(spec.Field))
		for _, item := range e.items(f.value, f.key) {
			said := e.claim(member{f.key, item.Line, item})
			old := landscape.Claim{Period: said.Period, Basis: e.basis(*spec, said)}
			for _, p := range e.members(item, f.key) {
				if p.key == "value" {
					old.Values = e.values(p.value, *spec)
				}
			}
			claims = append(claims, old)
		}
		e.node = e.node.WithClaims(spec.Field, claims)
	}
}

// values reads a field: a list, or a single value where one is meant.
func (e *entryReader) values(n *yaml.Node, spec landscape.FieldSpec) []string {
	if !spec.Many() || n.Kind == yaml.ScalarNode {
		return []string{e.text(n, string(spec.Field))}
	}
	var values []string
	for _, item := range e.items(n, string(spec.Field)) {
		values = append(values, e.text(item, string(spec.Field)))
	}
	return values
}

// evidence reads a source: a mapping, a list of them, or a plain note.
func (r yamlReader) evidence(n *yaml.Node) []landscape.Evidence {
	switch {
	case isNull(n):
		return nil
	case n.Kind == yaml.ScalarNode:
		return []landscape.Evidence{{Note: n.Value}}
	case n.Kind == yaml.MappingNode:
		return []landscape.Evidence{r.oneEvidence(n)}
	}
	var all []landscape.Evidence
	for _, item := range r.items(n, "source") {
		all = append(all, r.evidence(item)...)
	}
	return all
}

func (r yamlReader) oneEvidence(n *yaml.Node) landscape.Evidence {
	var ev landscape.Evidence
	for _, m := range r.members(n, "source") {
		v := r.text(m.value, m.key)
		switch m.key {
		case "document":
			ev.Document = landscape.ID(v)
		case "section":
			ev.Section = v
		case "note":
			ev.Note = v
		default:
			r.fault(r.file, m.line, UnknownKey, m.key, "document, section, note")
		}
	}
	return ev
}

func (r yamlReader) date(m member) landscape.Date {
	text := r.text(m.value, m.key)
	d, err := landscape.ParseDate(text)
	if err != nil {
		r.fault(r.file, m.line, BadDate, m.key, text)
	}
	return d
}
