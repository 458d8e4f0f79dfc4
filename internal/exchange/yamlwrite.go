package exchange

import (
	"io"
	"reflect"
	"strconv"

	"go.yaml.in/yaml/v3"

	"snijvlak/internal/landscape"
)

// WriteYAML writes the landscape as one file of the form of the shipped data:
// each node with its fields and the relations that go out from it, and what
// holds for most of them said once.
func WriteYAML(w io.Writer, l *landscape.Landscape, label Label) error {
	top := mapping()
	top.put("format", plain(Format))
	for _, m := range label.members() {
		top.put(m[0], plain(m[1]))
	}
	for _, t := range landscape.Types {
		nodes := l.Nodes(t)
		if len(nodes) == 0 {
			continue
		}
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, n := range nodes {
			list.Content = append(list.Content, entryOf(l, n))
		}
		top.put(t.Plural(), list)
	}
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(top.Node); err != nil {
		return err
	}
	return enc.Close()
}

// mapNode is a mapping under construction.
type mapNode struct{ *yaml.Node }

func mapping() mapNode { return mapNode{&yaml.Node{Kind: yaml.MappingNode}} }

func (m mapNode) put(key string, value *yaml.Node) {
	m.Content = append(m.Content, plain(key), value)
}

// putText leaves out what is empty.
func (m mapNode) putText(key, value string) {
	if value != "" {
		m.put(key, quoted(value))
	}
}

func (m mapNode) putDate(key string, d landscape.Date) {
	if d.Known() {
		m.put(key, plain(d.String()))
	}
}

func (m mapNode) empty() bool { return len(m.Content) == 0 }

// plain is a word that needs no quotes; quoted is text the library quotes
// where it would be read as something else.
func plain(v string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: v} }

func quoted(v string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: v} }

func entryOf(l *landscape.Landscape, n *landscape.Node) *yaml.Node {
	m := mapping()
	m.put("id", quoted(string(n.ID)))
	name, _ := n.Claim(landscape.Name)
	standard := name.Basis
	for _, spec := range landscape.FieldsOf(n.Type) {
		if c, ok := n.Claim(spec.Field); ok {
			m.put(string(spec.Field), valuesOf(spec, c.Values))
		}
	}
	m.put("certainty", quoted(string(standard.Certainty)))
	if len(standard.Evidence) > 0 {
		m.put("source", sourceOf(standard.Evidence))
	}
	putClaims(m, n, standard)
	putRelations(m, l.Out(n.ID), standard)
	return m.Node
}

func valuesOf(spec landscape.FieldSpec, values []string) *yaml.Node {
	write := quoted
	if spec.Form != landscape.TextForm && spec.Form != landscape.ListForm {
		write = plain
	}
	if !spec.Many() {
		return write(values[0])
	}
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, v := range values {
		list.Content = append(list.Content, write(v))
	}
	return list
}

func sourceOf(evidence []landscape.Evidence) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, e := range evidence {
		m := mapping()
		m.Style = yaml.FlowStyle
		m.putText("document", string(e.Document))
		m.putText("section", e.Section)
		m.putText("note", e.Note)
		list.Content = append(list.Content, m.Node)
	}
	if len(list.Content) == 1 {
		return list.Content[0]
	}
	if len(list.Content) == 0 {
		list.Style = yaml.FlowStyle
	}
	return list
}

// putClaims says per field what differs from the entry's standard, and the
// older claims.
func putClaims(m mapNode, n *landscape.Node, standard landscape.Basis) {
	claims, history := mapping(), mapping()
	for _, spec := range landscape.FieldsOf(n.Type) {
		cs := n.Claims(spec.Field)
		if len(cs) == 0 {
			continue
		}
		usual := standard
		if spec.Clerical {
			usual = landscape.Basis{}
		}
		last := len(cs) - 1
		if c := basisOf(mapping(), cs[last].Period, cs[last].Basis, usual); !c.empty() {
			claims.put(string(spec.Field), c.Node)
		}
		if last > 0 {
			history.put(string(spec.Field), olderOf(spec, cs[:last], usual))
		}
	}
	if !claims.empty() {
		m.put("claims", claims.Node)
	}
	if !history.empty() {
		m.put("history", history.Node)
	}
}

func olderOf(spec landscape.FieldSpec, claims []landscape.Claim, usual landscape.Basis) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, c := range claims {
		old := mapping()
		if len(c.Values) > 0 {
			old.put("value", valuesOf(spec, c.Values))
		}
		list.Content = append(list.Content, basisOf(old, c.Period, c.Basis, usual).Node)
	}
	return list
}

// basisOf adds the period, and of the basis what differs from the usual.
func basisOf(m mapNode, p landscape.Period, b, usual landscape.Basis) mapNode {
	m.putDate("start", p.Start)
	m.putDate("end", p.End)
	if b.Certainty != usual.Certainty {
		m.put("certainty", quoted(string(b.Certainty)))
	}
	if !reflect.DeepEqual(b.Evidence, usual.Evidence) {
		m.put("source", sourceOf(b.Evidence))
	}
	return m
}

func putRelations(m mapNode, relations []landscape.Relation, standard landscape.Basis) {
	for _, spec := range landscape.Links {
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, r := range relations {
			if r.Link == spec.Link {
				list.Content = append(list.Content, relationOf(r, standard))
			}
		}
		if len(list.Content) > 0 {
			m.put(string(spec.Link), list)
		}
	}
}

func relationOf(r landscape.Relation, standard landscape.Basis) *yaml.Node {
	m := mapping()
	m.put("to", quoted(string(r.To)))
	basisOf(m, r.Period, r.Basis, standard)
	m.putText("audience", string(r.Audience))
	m.putText("extent", r.Extent)
	m.putText("remainder", r.Remainder)
	m.putText("asked-to", r.AskedTo)
	m.putText("stage", r.Stage)
	m.putDate("since", r.Since)
	m.putDate("look-back", r.LookBack)
	if r.Link == landscape.Lists || r.Order > 0 {
		m.put("order", plain(strconv.Itoa(r.Order)))
	}
	m.putText("grade", r.Grade)
	if r.Justified {
		m.put("justified", plain("true"))
	}
	m.putText("reason", r.Reason)
	return m.Node
}
