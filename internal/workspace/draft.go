package workspace

import (
	"fmt"
	"slices"

	"snijvlak/internal/landscape"
)

// Source is how a person says that a new fact is known.
type Source struct {
	// Document is the id of the source, or empty where the person is it.
	Document landscape.ID
	Section  string
	// Certainty is stated where nothing is said.
	Certainty landscape.Certainty
}

// basis makes the basis of what a person enters; without a document the
// evidence is who entered it and when.
func (w *Workspace) basis(l *landscape.Landscape, s Source) (landscape.Basis, error) {
	b := landscape.Basis{Certainty: s.Certainty}
	if b.Certainty == "" {
		b.Certainty = landscape.Stated
	}
	if !slices.Contains(landscape.Certainties, b.Certainty) {
		return b, fmt.Errorf("certainty %q: %w", b.Certainty, landscape.ErrValue)
	}
	if s.Document == "" {
		b.Evidence = []landscape.Evidence{w.entered(s.Section)}
		return b, nil
	}
	if _, err := l.Find(s.Document); err != nil {
		return b, err
	}
	b.Evidence = []landscape.Evidence{{Document: s.Document, Section: s.Section}}
	return b, nil
}

// entered is the evidence of what a person enters without a source.
func (w *Workspace) entered(section string) landscape.Evidence {
	return landscape.Evidence{Section: section, Note: landscape.Entered(w.author, w.Today())}
}

// Added describes a node to add.
type Added struct {
	Type landscape.Type
	// ID is made of the name where it is empty.
	ID     landscape.ID
	Fields map[landscape.Field][]string
	// Relations of the new node; its own id stands as the empty id.
	Relations []landscape.Relation
	Source    Source
}

// Add gives the edits that add a node with its relations, and its id.
func (w *Workspace) Add(l *landscape.Landscape, a Added) ([]landscape.Edit, landscape.ID, error) {
	basis, err := w.basis(l, a.Source)
	if err != nil {
		return nil, "", err
	}
	id := a.ID
	if id == "" && len(a.Fields[landscape.Name]) > 0 {
		id = landscape.Slug(a.Fields[landscape.Name][0], l.Has)
	}
	if l.Has(id) {
		return nil, "", &TakenID{ID: id}
	}
	n := landscape.NewNode(id, a.Type)
	for f, values := range a.Fields {
		if n, err = withField(n, f, values, basis); err != nil {
			return nil, "", err
		}
	}
	edits := []landscape.Edit{{Key: n.Key(), After: &landscape.Record{Node: n}}}
	for _, r := range a.Relations {
		if r.From == "" {
			r.From = id
		}
		if r.To == "" {
			r.To = id
		}
		edit, err := linkEdit(l, id, r, basis)
		if err != nil {
			return nil, "", err
		}
		edits = append(edits, edit)
	}
	return edits, id, nil
}

// TakenID is the error for a new node with an id that is in use.
type TakenID struct{ ID landscape.ID }

func (e *TakenID) Error() string { return fmt.Sprintf("the id %q is in use", e.ID) }

func withField(
	n *landscape.Node, f landscape.Field, values []string, basis landscape.Basis,
) (*landscape.Node, error) {
	spec, err := landscape.FieldSpecOf(n.Type, f)
	if err != nil {
		return nil, err
	}
	if err := spec.Check(values); err != nil {
		return nil, err
	}
	if spec.Clerical {
		basis = landscape.Basis{}
	}
	return n.With(f, landscape.Claim{Values: values, Basis: basis}), nil
}

// linkEdit adds a relation whose ends, but for the new node's own id, exist.
func linkEdit(
	l *landscape.Landscape, own landscape.ID, r landscape.Relation, basis landscape.Basis,
) (landscape.Edit, error) {
	for _, end := range []landscape.ID{r.From, r.To} {
		if end == own {
			continue
		}
		if _, err := l.Find(end); err != nil {
			return landscape.Edit{}, err
		}
	}
	r.Basis = basis
	if r.Audience == "" && (r.Link == landscape.Overlaps || r.Link == landscape.NotSame) {
		r.Audience = landscape.Secretariat
	}
	r = r.Normal()
	if l.Record(r.Key()) != nil {
		return landscape.Edit{}, &TakenRelation{Ref: r.Ref()}
	}
	return landscape.Edit{Key: r.Key(), After: &landscape.Record{Relation: &r}}, nil
}

// TakenRelation is the error for a relation that is there already.
type TakenRelation struct{ Ref string }

func (e *TakenRelation) Error() string { return fmt.Sprintf("the relation %s is there already", e.Ref) }
