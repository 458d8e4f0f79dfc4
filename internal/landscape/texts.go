package landscape

import "slices"

// Texts gives every text of a record that a person wrote: names, sentences,
// words, notes of evidence. Dates, choices and ids are not among them.
func (r *Record) Texts() []string {
	if r == nil {
		return nil
	}
	if r.Node != nil {
		return r.Node.texts()
	}
	rel := r.Relation
	return append(rel.Basis.texts(), rel.Extent, rel.Remainder, rel.Reason)
}

func (n *Node) texts() []string {
	var all []string
	for _, spec := range FieldsOf(n.Type) {
		for _, c := range n.claims[spec.Field] {
			if spec.Form == TextForm || spec.Form == ListForm {
				all = append(all, c.Values...)
			}
			all = append(all, c.Basis.texts()...)
		}
	}
	return all
}

func (b Basis) texts() []string {
	var all []string
	for _, e := range b.Evidence {
		all = append(all, e.Section, e.Note)
	}
	return all
}

// BringsBSN gives the key of the first edit that brings in a text with what
// may be a citizen service number, which the record did not hold before.
func BringsBSN(edits []Edit) (Key, bool) {
	for _, e := range edits {
		before := e.Before.Texts()
		for _, text := range e.After.Texts() {
			if HasBSN(text) && !slices.Contains(before, text) {
				return e.Key, true
			}
		}
	}
	return "", false
}
