package landscape

import (
	"slices"
	"strings"
)

// inspectNode finds what breaks the model in one node.
func inspectNode(n *Node) []Finding {
	found := func(c Code, f Field, args ...string) Finding {
		return Finding{Code: c, Key: n.Key(), Field: f, Args: args}
	}
	if !slices.Contains(Types, n.Type) {
		return []Finding{found(BadType, "", string(n.Type))}
	}
	var findings []Finding
	if !n.ID.Valid() {
		findings = append(findings, found(BadID, ""))
	}
	if strings.TrimSpace(n.Get(Name)) == "" {
		findings = append(findings, found(NoName, Name))
	}
	for f, claims := range n.claims {
		spec, err := FieldSpecOf(n.Type, f)
		if err != nil {
			findings = append(findings, found(BadField, f, string(n.Type)))
			continue
		}
		for _, c := range claims {
			findings = append(findings, inspectClaim(found, spec, c)...)
		}
	}
	if n.Period().Backward() {
		findings = append(findings, found(Backward, End, n.Get(Start), n.Get(End)))
	}
	return findings
}

func inspectClaim(found func(Code, Field, ...string) Finding, spec FieldSpec, c Claim) []Finding {
	var findings []Finding
	if v, wrong := spec.Wrong(c.Values); wrong {
		findings = append(findings, found(BadValue, spec.Field, v))
	}
	if c.Backward() {
		findings = append(findings, found(Backward, spec.Field, c.Start.String(), c.End.String()))
	}
	if !knownCertainty(c.Certainty) {
		findings = append(findings, found(BadBasis, spec.Field, string(c.Certainty)))
	}
	return findings
}

// knownCertainty allows none, as clerical fields have.
func knownCertainty(c Certainty) bool { return c == "" || slices.Contains(Certainties, c) }

// inspectRelation finds what breaks the model in one relation whose ends may
// be missing (which putRelation reported).
func (l *Landscape) inspectRelation(r Relation) []Finding {
	found := func(c Code, args ...string) Finding { return Finding{Code: c, Key: r.Key(), Args: args} }
	spec, ok := LinkSpecOf(r.Link)
	if !ok {
		return []Finding{found(BadLink, string(r.Link))}
	}
	var findings []Finding
	from, to := l.store.nodes[r.From], l.store.nodes[r.To]
	if from != nil && to != nil && !spec.Joins(from.Type, to.Type) {
		findings = append(findings, found(WrongEnds, string(r.Link), string(from.Type), string(to.Type)))
	}
	if r.From == r.To {
		findings = append(findings, found(SelfLink, string(r.From)))
	}
	if spec.Symmetric && r.To < r.From {
		findings = append(findings, found(BadID))
	}
	if r.Backward() {
		findings = append(findings, found(Backward, r.Start.String(), r.End.String()))
	}
	if r.Certainty == "" || !knownCertainty(r.Certainty) {
		findings = append(findings, found(BadBasis, string(r.Certainty)))
	}
	return append(findings, inspectDetails(found, r)...)
}

func inspectDetails(found func(Code, ...string) Finding, r Relation) []Finding {
	var findings []Finding
	for _, d := range []struct {
		value   string
		choices []string
	}{{r.Stage, Stages}, {r.Grade, Grades}, {string(r.Audience), audienceNames()}} {
		if d.value != "" && !slices.Contains(d.choices, d.value) {
			findings = append(findings, found(BadValue, d.value, strings.Join(d.choices, ", ")))
		}
	}
	return findings
}

func audienceNames() []string {
	names := make([]string, len(Audiences))
	for i, a := range Audiences {
		names[i] = string(a)
	}
	return names
}

// loopFindings reports each circle once, on the first of its relations.
func (l *Landscape) loopFindings(link Link) []Finding {
	var findings []Finding
	for _, loop := range l.loops(link) {
		ids := make([]string, len(loop))
		for i, id := range loop {
			ids[i] = string(id)
		}
		findings = append(findings, Finding{Code: Loop, Key: NodeKey(loop[0]), Args: append([]string{string(link)}, ids...)})
	}
	return findings
}
