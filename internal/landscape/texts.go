package landscape

import "slices"

// Texts gives every text of a record that a person wrote: names, sentences,
// words, numbers, notes of evidence. Dates, choices and ids are not among them.
func (r *Record) Texts() []string {
	var all []string
	r.rewrite(func(_ Field, text string) string {
		all = append(all, text)
		return text
	})
	return all
}

// isWritten says whether the values of a field are what a person wrote.
func (s FieldSpec) isWritten() bool {
	return len(s.Choices) == 0 && (s.Form == TextForm || s.Form == ListForm || s.Form == NumberForm)
}

// rewrite gives the record with each text that a person wrote changed; of
// evidence the document too, which in a file may be any text. The record itself
// where nothing changed.
func (r *Record) rewrite(change func(Field, string) string) *Record {
	switch {
	case r == nil:
		return nil
	case r.Node != nil:
		if n := r.Node.rewrite(change); n != r.Node {
			return &Record{Node: n}
		}
		return r
	}
	next, changed := *r.Relation, false
	next.Basis, changed = next.Basis.rewrite("", change)
	for _, text := range []*string{&next.Extent, &next.Remainder, &next.AskedTo, &next.Reason} {
		was := *text
		*text = change("", was)
		changed = changed || *text != was
	}
	if !changed {
		return r
	}
	return &Record{Relation: &next}
}

func (n *Node) rewrite(change func(Field, string) string) *Node {
	next := n
	for _, spec := range FieldsOf(n.Type) {
		claims, changed := slices.Clone(n.claims[spec.Field]), false
		for i, c := range claims {
			values := slices.Clone(c.Values)
			for j, v := range values {
				if spec.isWritten() {
					values[j] = change(spec.Field, v)
				}
			}
			basis, other := c.Basis.rewrite(spec.Field, change)
			changed = changed || other || !slices.Equal(values, c.Values)
			claims[i].Values, claims[i].Basis = values, basis
		}
		if changed {
			next = next.WithClaims(spec.Field, claims)
		}
	}
	return next
}

func (b Basis) rewrite(f Field, change func(Field, string) string) (next Basis, changed bool) {
	next = Basis{Certainty: b.Certainty, Evidence: slices.Clone(b.Evidence)}
	for i, e := range b.Evidence {
		next.Evidence[i] = Evidence{
			Document: ID(change(f, string(e.Document))), Section: change(f, e.Section), Note: change(f, e.Note),
		}
		changed = changed || next.Evidence[i] != e
	}
	return next, changed
}

// fresh gives the texts that an edit brings in and the record did not hold
// before. The id of a new node is among them: it is made of its name.
func (e Edit) fresh() []string {
	before := e.Before.Texts()
	texts := slices.DeleteFunc(e.After.Texts(), func(s string) bool { return slices.Contains(before, s) })
	if e.Before == nil && e.After != nil && e.After.Node != nil {
		texts = append(texts, string(e.After.Node.ID))
	}
	return texts
}

// BringsBSN gives the key of the first edit that brings in a text with what
// may be a citizen service number, which the record did not hold before.
func BringsBSN(edits []Edit) (Key, bool) {
	for _, e := range edits {
		if slices.ContainsFunc(e.fresh(), HasBSN) {
			return e.Key, true
		}
	}
	return "", false
}

// PersonalIn says what kind of personal data an edit seems to bring into a
// record.
type PersonalIn struct {
	Key  Key
	Kind PersonalKind
}

// BringsPersonal gives what the edits seem to bring in of personal data that
// their records did not hold before.
func BringsPersonal(edits []Edit) []PersonalIn {
	var found []PersonalIn
	for _, e := range edits {
		for _, text := range e.fresh() {
			for _, kind := range Personal(text) {
				if in := (PersonalIn{e.Key, kind}); !slices.Contains(found, in) {
					found = append(found, in)
				}
			}
		}
	}
	return found
}
