package exchange

import (
	"strconv"

	"go.yaml.in/yaml/v3"

	"snijvlak/internal/landscape"
)

const relationKeys = "to, start, end, certainty, source, audience, extent, remainder, asked-to, stage, since, look-back, order, grade, justified, reason"

func (e *entryReader) readRelations(ms []member) {
	for _, m := range ms {
		if !e.isLink(m.key) {
			continue
		}
		items := m.value.Content
		if m.value.Kind != yaml.SequenceNode {
			items = []*yaml.Node{m.value}
		}
		for i, item := range items {
			rel := landscape.Relation{From: e.node.ID, Link: landscape.Link(m.key), Basis: e.standard}
			if rel.Link == landscape.Lists {
				rel.Order = i + 1
			}
			e.relation(item, rel)
		}
	}
}

// looseRelation reads an item of the top-level list of relations.
func (r yamlReader) looseRelation(n *yaml.Node) {
	r.relation(n, landscape.Relation{Basis: landscape.Basis{Certainty: landscape.Stated}})
}

// relation reads an id, or a mapping, over what is known of the relation.
func (r yamlReader) relation(n *yaml.Node, rel landscape.Relation) {
	if n.Kind == yaml.ScalarNode {
		rel.To = landscape.ID(n.Value)
	} else {
		for _, m := range r.members(n, "relation") {
			r.relationMember(m, &rel)
		}
	}
	if rel.From == "" || rel.To == "" || rel.Link == "" {
		r.fault(r.file, n.Line, BrokenRecord, "from, kind, to")
		return
	}
	rel = rel.Normal()
	r.add(r.file, n.Line, landscape.Record{Relation: &rel})
}

func (r yamlReader) relationMember(m member, rel *landscape.Relation) {
	if m.key == "source" {
		rel.Evidence = r.evidence(m.value)
		return
	}
	if d := relationDate(m.key, rel); d != nil {
		*d = r.date(m)
		return
	}
	v := r.text(m.value, m.key)
	switch m.key {
	case "from":
		rel.From = landscape.ID(v)
	case "kind":
		rel.Link = landscape.Link(v)
	case "to":
		rel.To = landscape.ID(v)
	case "certainty":
		rel.Certainty = landscape.Certainty(v)
	case "audience":
		rel.Audience = landscape.Audience(v)
	case "order":
		rel.Order, _ = strconv.Atoi(v)
	case "justified":
		rel.Justified = v == "true"
	default:
		text := relationText(m.key, rel)
		if text == nil {
			r.fault(r.file, m.line, UnknownKey, m.key, relationKeys)
			return
		}
		*text = v
	}
}

func relationDate(key string, rel *landscape.Relation) *landscape.Date {
	switch key {
	case "start":
		return &rel.Start
	case "end":
		return &rel.End
	case "since":
		return &rel.Since
	case "look-back":
		return &rel.LookBack
	}
	return nil
}

func relationText(key string, rel *landscape.Relation) *string {
	switch key {
	case "extent":
		return &rel.Extent
	case "remainder":
		return &rel.Remainder
	case "asked-to":
		return &rel.AskedTo
	case "stage":
		return &rel.Stage
	case "grade":
		return &rel.Grade
	case "reason":
		return &rel.Reason
	}
	return nil
}
