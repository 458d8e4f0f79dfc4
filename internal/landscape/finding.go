package landscape

import (
	"slices"
	"strings"
)

// Code says what kind of finding it is; the texts for people are in words.
type Code string

// Findings that break the model: Apply refuses them.
const (
	BadID      Code = "bad-id"
	BadType    Code = "bad-type"
	NoName     Code = "no-name"
	BadField   Code = "bad-field"
	BadValue   Code = "bad-value"
	BadBasis   Code = "bad-certainty"
	Backward   Code = "backward"
	InUse      Code = "in-use"
	MissingEnd Code = "missing-end"
	WrongEnds  Code = "wrong-ends"
	BadLink    Code = "bad-relation"
	SelfLink   Code = "self"
	Loop       Code = "loop"
)

// Findings that a person should look at: Check reports them.
const (
	NoSource    Code = "no-source"
	NoDocument  Code = "no-document"
	NoOwner     Code = "no-owner"
	OwnerEnded  Code = "owner-ended"
	HasEnded    Code = "ended"
	Unreachable Code = "unreachable"
	DoubleName  Code = "double-name"
	DoubleLink  Code = "double-relation"
	Unfindable  Code = "unfindable"
)

// Finding is one thing that is wrong or wants looking at.
type Finding struct {
	Code Code
	// Key is the record it is about.
	Key Key
	// Field is set where it is about one field.
	Field Field
	// Args complete the sentence: ids, values, choices.
	Args []string
}

// String is the finding for logs and error chains; people get words' sentence.
func (f Finding) String() string {
	parts := []string{string(f.Key), string(f.Code)}
	if f.Field != "" {
		parts = append(parts, string(f.Field))
	}
	return strings.Join(append(parts, f.Args...), " ")
}

// Subject is the id or relation the finding is about, as people write it.
func (f Finding) Subject() string {
	_, ref, _ := strings.Cut(string(f.Key), "/")
	return ref
}

func sortFindings(fs []Finding) []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		if c := compareIDs(ID(a.Key), ID(b.Key)); c != 0 {
			return c
		}
		return strings.Compare(a.String(), b.String())
	})
	return slices.CompactFunc(fs, func(a, b Finding) bool { return a.String() == b.String() })
}
