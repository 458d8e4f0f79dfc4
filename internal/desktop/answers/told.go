package answers

import (
	"slices"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// Writer puts candidates in words; make one with Writing.
type Writer struct {
	prose.Candidates
	Day landscape.Date
}

// Writing gives the writer for what an index found. It may be called from any
// goroutine.
func Writing(w *words.Words, land *landscape.Landscape, day landscape.Date, ix *overlap.Index) Writer {
	return Writer{prose.Candidates{
		Words: w, Land: land, Name: prose.Names(land), Concept: ix.Concept,
	}, day}
}

// Told is a candidate in words, ready to be shown.
type Told struct {
	overlap.Candidate
	Kind      string
	Themes    []int
	Inferred  map[int]bool
	Why, But  []string
	Missing   []string
	Lies, May int // bottlenecks that lie there, and that probably do
}

// Tell writes a candidate.
func (w Writer) Tell(o overlap.Candidate) Told {
	t := Told{
		Candidate: o, Kind: kit.KindText(w.Words, o.Node), Why: w.Brief(o), But: w.Caps(o), Missing: w.Lacks(o),
		Inferred: map[int]bool{},
	}
	for _, r := range w.Land.Out(o.Node.ID, landscape.Owns) {
		if r.Certainty == landscape.Inferred {
			t.May++
		} else {
			t.Lies++
		}
	}
	t.Themes, t.Inferred = ThemesOf(w.Land, o.Node.ID)
	return t
}

// ThemesOf gives the numbers of the themes that something belongs to, and which
// of those links are inferred.
func ThemesOf(l *landscape.Landscape, id landscape.ID) ([]int, map[int]bool) {
	var numbers []int
	inferred := map[int]bool{}
	for _, r := range l.Out(id, landscape.Addresses, landscape.BelongsTo) {
		if theme, ok := l.Node(r.To); ok && theme.Type == landscape.Theme {
			numbers = append(numbers, theme.Number())
			inferred[theme.Number()] = r.Certainty == landscape.Inferred
		}
	}
	slices.Sort(numbers)
	return numbers, inferred
}

// Holds says how many bottlenecks lie with a candidate; empty where none do.
func (w Writer) Holds(t Told) string {
	switch {
	case t.Lies > 0:
		return w.Words.N("answers.holds", t.Lies)
	case t.May > 0:
		return w.Words.N("answers.may-hold", t.May)
	}
	return ""
}

// Telling gives the candidates that are worth a card.
func Telling(all []overlap.Candidate, most int) []overlap.Candidate { return prose.Telling(all, most) }
