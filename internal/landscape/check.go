package landscape

import (
	"slices"
	"strings"
)

// Validate inspects the whole landscape and gives every finding that breaks
// the model; a landscape made by Apply has none.
func Validate(l *Landscape) []Finding {
	var findings []Finding
	for _, n := range l.Nodes() {
		findings = append(findings, inspectNode(n)...)
	}
	for _, r := range l.Relations() {
		findings = append(findings, l.missingEnds(r)...)
		findings = append(findings, l.inspectRelation(r)...)
	}
	for _, spec := range Links {
		if spec.Acyclic {
			findings = append(findings, l.loopFindings(spec.Link)...)
		}
	}
	return sortFindings(findings)
}

// Check gives what a person should look at on a day: facts without a source,
// bottlenecks without an owner, ended initiatives, nodes nothing leads to,
// double names and relations.
func Check(l *Landscape, day Date) []Finding {
	findings := Sources(l)
	now := l.AsOf(day)
	for _, n := range now.Nodes() {
		findings = append(findings, now.checkNode(n, day)...)
	}
	findings = append(findings, now.doubleNames()...)
	findings = append(findings, l.doubleRelations()...)
	return sortFindings(findings)
}

// Sources gives the claims and relations without evidence, and the evidence
// that names no document.
func Sources(l *Landscape) []Finding {
	var findings []Finding
	for _, n := range l.Nodes() {
		for _, spec := range FieldsOf(n.Type) {
			for _, c := range n.Claims(spec.Field) {
				f := Finding{Key: n.Key(), Field: spec.Field}
				findings = append(findings, l.checkBasis(f, c.Basis, spec.Clerical)...)
			}
		}
	}
	for _, r := range l.Relations() {
		findings = append(findings, l.checkBasis(Finding{Key: r.Key()}, r.Basis, false)...)
	}
	return sortFindings(findings)
}

func (l *Landscape) checkBasis(f Finding, b Basis, clerical bool) []Finding {
	if !clerical && (!b.Sourced() || b.Certainty == "") {
		f.Code = NoSource
		return []Finding{f}
	}
	var findings []Finding
	for _, e := range b.Evidence {
		if n := l.store.nodes[e.Document]; e.Document != "" && (n == nil || n.Type != Document) {
			f.Code, f.Args = NoDocument, []string{string(e.Document)}
			findings = append(findings, f)
		}
	}
	return findings
}

func (l *Landscape) checkNode(n *Node, day Date) []Finding {
	var findings []Finding
	add := func(c Code, args ...string) {
		findings = append(findings, Finding{Code: c, Key: n.Key(), Args: args})
	}
	switch n.Type {
	case Initiative:
		if StatusOf(n, day) == Ended {
			add(HasEnded, n.Get(End))
		}
		if n.Get(Goal) == "" && len(n.All(Keywords)) == 0 {
			add(Unfindable)
		}
	case Bottleneck:
		switch o := l.OwnershipOf(n.ID, day); o.State {
		case Unowned:
			add(NoOwner)
		case Orphaned:
			add(OwnerEnded, nodeIDs(o.Ended)...)
		}
	}
	if n.Type != Term && n.Type != Meeting && !l.isCited(n) && len(l.Out(n.ID)) == 0 && len(l.In(n.ID)) == 0 {
		add(Unreachable)
	}
	return findings
}

// isCited says whether a document is the evidence of anything; such a document
// needs no relation.
func (l *Landscape) isCited(n *Node) bool { return n.Type == Document && l.cited()[n.ID] }

func (l *Landscape) doubleNames() []Finding {
	seen := map[string][]*Node{}
	for _, n := range l.Nodes() {
		if n.Type == Term {
			continue
		}
		name := string(n.Type) + "\x00" + strings.ToLower(strings.Join(strings.Fields(n.Name()), " "))
		seen[name] = append(seen[name], n)
	}
	var findings []Finding
	for _, nodes := range seen {
		if len(nodes) > 1 {
			findings = append(findings, Finding{Code: DoubleName, Key: nodes[0].Key(), Args: nodeIDs(nodes[1:])})
		}
	}
	return findings
}

// doubleRelations finds relations of one kind and pair that are in force at
// once.
func (l *Landscape) doubleRelations() []Finding {
	var findings []Finding
	relations := l.Relations()
	for i := 1; i < len(relations); i++ {
		a, b := relations[i-1], relations[i]
		if a.From == b.From && a.Link == b.Link && a.To == b.To && a.Meets(b.Period) {
			findings = append(findings, Finding{Code: DoubleLink, Key: b.Key(), Args: []string{a.Ref()}})
		}
	}
	return findings
}

func nodeIDs(nodes []*Node) []string {
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = string(n.ID)
	}
	slices.Sort(ids)
	return ids
}

// citations collects the documents that any claim or relation rests on.
func (l *Landscape) citations() map[ID]bool {
	cited := map[ID]bool{}
	note := func(b Basis) {
		for _, e := range b.Evidence {
			cited[e.Document] = true
		}
	}
	for _, n := range l.Nodes() {
		for _, claims := range n.claims {
			for _, c := range claims {
				note(c.Basis)
			}
		}
	}
	for _, r := range l.Relations() {
		note(r.Basis)
	}
	return cited
}
