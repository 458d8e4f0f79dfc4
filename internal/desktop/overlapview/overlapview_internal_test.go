package overlapview

import (
	"slices"
	"testing"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/workspace"
)

func TestWhatOneGoesOnTypingIsOneQuestion(t *testing.T) {
	var history []answers.Subject
	for _, text := range []string{"wonen", "wonen na", "wonen na detentie", "geweld", "wonen na detentie"} {
		history = remembered(history, answers.Subject{Text: text})
	}
	want := []answers.Subject{{Text: "wonen na detentie"}, {Text: "geweld"}}
	if !slices.Equal(history, want) {
		t.Errorf("%v", history)
	}
	for i := range 3 * historyMost {
		history = remembered(history, answers.Subject{Item: landscape.ID(rune('a' + i))})
	}
	if len(history) != historyMost {
		t.Errorf("%d kept", len(history))
	}
}

// A number of a citizen is answered with what to do, and kept nowhere.
func TestACitizensNumberIsNotKept(t *testing.T) {
	h := kittest.New(t)
	v := New(h)
	h.Put(v)
	v.Go(kit.Place{Text: "Man met nummer 111222333 staat op straat"})
	if v.shown == nil || v.shown.err == nil || len(v.history) != 0 || len(v.cards.Objects) != 0 {
		t.Fatal("it was asked")
	}
	if got := withoutNumbers(v.shown.subject.Text); got != "Man met nummer staat op straat" {
		t.Errorf("%q", got)
	}
}

func TestPairsAreOrderedAndFiltered(t *testing.T) {
	h := kittest.New(t)
	pairs := h.Overlap().Matrix().Pairs
	slices.SortStableFunc(pairs, mostFirst)
	grade := len(landscape.Grades)
	for _, p := range pairs {
		at := slices.Index(landscape.Grades, p.Grade)
		if at > grade {
			t.Fatalf("%s after a slighter one", p.Grade)
		}
		grade = at
	}
	kept := filtered(pairs, pairFilter{text: "dakloos", grades: map[string]bool{landscape.Overlap: true}})
	if len(kept) == 0 || len(kept) == len(pairs) || slices.ContainsFunc(kept, func(p overlap.Pair) bool { return p.Grade != landscape.Overlap }) {
		t.Errorf("%d of %d pairs", len(kept), len(pairs))
	}
}

func TestAJudgedPairSaysSo(t *testing.T) {
	h := kittest.New(t)
	v := New(h)
	h.Put(v)
	v.turn(true)
	if len(v.matrix.kept) == 0 {
		t.Fatal("no pairs")
	}
	p := v.matrix.kept[0]
	answers.Judge(h, answers.Subject{Item: p.A.ID}, "", workspace.Judgement{
		B: p.B.ID, Link: landscape.Overlaps, Grade: landscape.Duplication, Justified: true, Why: "Eigen doelgroep",
	}, nil)
	for _, now := range v.matrix.all {
		if now.A.ID == p.A.ID && now.B.ID == p.B.ID {
			if got := gradeText(h.S.Words, now); got != "mogelijk dubbel (met een reden)" {
				t.Errorf("%q", got)
			}
			return
		}
	}
	t.Error("the pair is gone")
}
