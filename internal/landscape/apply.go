package landscape

import "slices"

// Apply gives the landscape with the edits made, or an error and no change: a
// *ConflictError where a record is not what an edit says it was, an *Invalid
// with every finding where the result would break the model. The order of the
// edits does not matter.
func (l *Landscape) Apply(edits []Edit) (*Landscape, error) {
	for _, e := range edits {
		if !l.Record(e.Key).equal(e.Before) {
			return nil, &ConflictError{Key: e.Key}
		}
	}
	next := wrap(l.store.clone())
	findings := next.carryOut(edits)
	findings = append(findings, next.inspect(edits)...)
	if len(findings) > 0 {
		return nil, &Invalid{Findings: sortFindings(findings)}
	}
	return next, nil
}

// Build makes a landscape of records.
func Build(records []Record) (*Landscape, error) {
	edits := make([]Edit, len(records))
	for i := range records {
		edits[i] = Edit{Key: records[i].Key(), After: &records[i]}
	}
	return New().Apply(edits)
}

// carryOut makes the edits: relations go before their nodes, nodes come
// before their relations.
func (l *Landscape) carryOut(edits []Edit) []Finding {
	var findings []Finding
	for _, e := range edits {
		if e.Before != nil && e.Before.Relation != nil {
			l.dropRelation(*e.Before.Relation)
		}
	}
	for _, e := range edits {
		if e.Before != nil && e.After == nil && e.Key.IsNode() {
			findings = append(findings, l.dropNode(e.Key.node())...)
		}
	}
	for _, e := range edits {
		if e.After != nil && e.After.Node != nil {
			l.putNode(e.After.Node)
		}
	}
	for _, e := range edits {
		if e.After != nil && e.After.Relation != nil {
			findings = append(findings, l.putRelation(*e.After.Relation)...)
		}
	}
	return findings
}

// putNode adds a node or puts a changed one in its place; the library has no
// way to change a vertex.
func (l *Landscape) putNode(n *Node) {
	if l.Has(n.ID) {
		l.store.nodes[n.ID] = n
		return
	}
	_ = l.graph.AddVertex(n) // cannot exist
}

func (l *Landscape) dropNode(id ID) []Finding {
	if err := l.graph.RemoveVertex(id); err != nil {
		return []Finding{{Code: InUse, Key: NodeKey(id), Args: l.neighbourIDs(id)}}
	}
	return nil
}

func (l *Landscape) neighbourIDs(id ID) []string {
	var ids []string
	for _, r := range append(l.Out(id), l.In(id)...) {
		ids = append(ids, string(r.Other(id)))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (l *Landscape) putRelation(r Relation) []Finding {
	if missing := l.missingEnds(r); len(missing) > 0 {
		return missing
	}
	relations := slices.Clone(l.Between(r.From, r.To))
	relations = append(relations, r)
	slices.SortFunc(relations, compareRelations)
	_ = setRelations(l.graph, r.From, r.To, relations) // both ends exist
	return nil
}

func (l *Landscape) dropRelation(r Relation) {
	relations := slices.DeleteFunc(slices.Clone(l.Between(r.From, r.To)),
		func(o Relation) bool { return o.Key() == r.Key() })
	_ = setRelations(l.graph, r.From, r.To, relations) // Apply saw that it is there
}

func (l *Landscape) missingEnds(r Relation) []Finding {
	var findings []Finding
	for _, id := range []ID{r.From, r.To} {
		if !l.Has(id) {
			findings = append(findings, Finding{Code: MissingEnd, Key: r.Key(), Args: []string{string(id)}})
		}
	}
	return findings
}

// inspect judges what the edits left: each record they put, and the loops they
// can have closed.
func (l *Landscape) inspect(edits []Edit) []Finding {
	var findings []Finding
	acyclic := map[Link]bool{}
	for _, e := range edits {
		switch {
		case e.After == nil:
		case e.After.Key() != e.Key:
			findings = append(findings, Finding{Code: BadID, Key: e.Key})
		case e.After.Node != nil:
			findings = append(findings, inspectNode(e.After.Node)...)
		default:
			findings = append(findings, l.inspectRelation(*e.After.Relation)...)
			if spec, _ := LinkSpecOf(e.After.Relation.Link); spec.Acyclic {
				acyclic[spec.Link] = true
			}
		}
	}
	for _, spec := range Links {
		if acyclic[spec.Link] {
			findings = append(findings, l.loopFindings(spec.Link)...)
		}
	}
	return findings
}
