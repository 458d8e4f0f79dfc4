package exchange

import (
	"fmt"
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// Code says what kind of fault a file has; words holds the sentences.
type Code string

// The faults of a file.
const (
	NotYAML      Code = "not-yaml"
	NotJSON      Code = "not-json"
	NoFormat     Code = "no-format"
	OtherFormat  Code = "other-format"
	NewerFormat  Code = "newer-format"
	UnknownKey   Code = "unknown-key"
	WantMapping  Code = "want-mapping"
	WantList     Code = "want-list"
	WantText     Code = "want-text"
	WantID       Code = "want-id"
	DoubleID     Code = "double-id"
	DoubleKey    Code = "double-key"
	NoAlias      Code = "no-alias"
	TooLarge     Code = "too-large"
	NotTextFile  Code = "not-text"
	Invisible    Code = "invisible"
	UnknownKind  Code = "unknown-extension"
	BrokenRecord Code = "broken-record"
	BadDate      Code = "bad-date"
	OtherType    Code = "other-type"
)

// Fault is one thing wrong in a file.
type Fault struct {
	File string
	// Line counts from 1; 0 where the fault is the file's.
	Line int
	Code Code
	// Args complete the sentence.
	Args []string
	// Finding is set where the file could be read and the model refused it.
	Finding *landscape.Finding
}

// String is the fault for logs; people get words' sentence.
func (f Fault) String() string {
	if f.Finding != nil {
		return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Finding)
	}
	return fmt.Sprintf("%s:%d: %s %s", f.File, f.Line, f.Code, strings.Join(f.Args, " "))
}

// Faults is the error of a reader: every fault, in the order of the lines.
type Faults []Fault

func (fs Faults) Error() string {
	texts := make([]string, len(fs))
	for i, f := range fs {
		texts[i] = f.String()
	}
	return strings.Join(texts, "\n")
}

// sorted gives the faults as an error, or nil where there are none.
func (fs Faults) sorted() error {
	if len(fs) == 0 {
		return nil
	}
	slices.SortStableFunc(fs, func(a, b Fault) int {
		if a.File != b.File {
			return strings.Compare(a.File, b.File)
		}
		return a.Line - b.Line
	})
	return fs
}
