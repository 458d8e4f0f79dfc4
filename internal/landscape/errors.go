package landscape

import (
	"errors"
	"fmt"
	"strings"
)

// Errors of the model. Test with errors.Is; the edges turn them into sentences.
var (
	// ErrDate: not YYYY, YYYY-MM or YYYY-MM-DD, or not in the calendar.
	ErrDate = errors.New("not a date")
	// ErrValue: a value outside the choices of its field.
	ErrValue = errors.New("not a possible value")
	// ErrField: the type of node has no such field.
	ErrField = errors.New("no such field")
	// ErrType: no such type of node.
	ErrType = errors.New("no such type")
	// ErrRelation: no such kind of relation.
	ErrRelation = errors.New("no such relation")
	// ErrConflict: a record is not what the edit was made on.
	ErrConflict = errors.New("the record was changed meanwhile")
)

// UnknownID is the error for an id that no node has.
type UnknownID struct {
	ID ID
	// Near are the ids most like it, best first.
	Near []ID
}

func (e *UnknownID) Error() string { return fmt.Sprintf("no node %q", e.ID) }

// BadDate is the error for a text that is no date.
type BadDate struct{ Text string }

func (e *BadDate) Error() string { return fmt.Sprintf("%q: %v", e.Text, ErrDate) }

// Unwrap makes the error an ErrDate.
func (e *BadDate) Unwrap() error { return ErrDate }

// UnknownField is the error for a field that a type of node does not have.
type UnknownField struct {
	Type  Type
	Field string
}

func (e *UnknownField) Error() string { return fmt.Sprintf("%s %s: %v", e.Type, e.Field, ErrField) }

// Unwrap makes the error an ErrField.
func (e *UnknownField) Unwrap() error { return ErrField }

// ConflictError names the record that stood in the way of an edit.
type ConflictError struct{ Key Key }

func (e *ConflictError) Error() string { return fmt.Sprintf("%s: %v", e.Key, ErrConflict) }

// Unwrap makes the error an ErrConflict.
func (e *ConflictError) Unwrap() error { return ErrConflict }

// Invalid is the error for a change that would break the model. It holds every
// finding, not the first.
type Invalid struct{ Findings []Finding }

func (e *Invalid) Error() string {
	texts := make([]string, len(e.Findings))
	for i, f := range e.Findings {
		texts[i] = f.String()
	}
	return strings.Join(texts, "; ")
}
