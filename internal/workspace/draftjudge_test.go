package workspace_test

import (
	"errors"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/workspace"
)

func withTwoTables(t *testing.T) *workspace.Workspace {
	t.Helper()
	l, err := landscape.New().Apply([]landscape.Edit{
		landscapetest.Put(landscapetest.Node("femicide", landscape.Initiative)),
		landscapetest.Put(landscapetest.Node("mensenhandel", landscape.Initiative)),
	})
	must(t, err)
	return open(t, begin(t, l), "medewerker")
}

func TestJudgementTakesThePlaceOfTheOneBefore(t *testing.T) {
	w := withTwoTables(t)
	judge := func(j workspace.Judgement) error {
		_, err := w.Change(t.Context(), workspace.Why{Reason: j.Why}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
			return w.Judge(l, j)
		})
		return err
	}
	must(t, judge(workspace.Judgement{A: "mensenhandel", B: "femicide", Link: landscape.NotSame, Why: "andere mensen"}))
	must(t, judge(workspace.Judgement{
		A: "femicide", B: "mensenhandel", Link: landscape.Overlaps, Why: "toch", Grade: landscape.Duplication, Justified: true,
	}))
	all := w.Landscape().Between("femicide", "mensenhandel")
	if len(all) != 1 {
		t.Fatalf("%d judgements, want one", len(all))
	}
	r := all[0]
	if r.Link != landscape.Overlaps || r.Grade != landscape.Duplication || !r.Justified || r.Reason != "toch" {
		t.Errorf("the judgement is %+v", r)
	}
	if r.Audience != landscape.Secretariat || !r.Sourced() {
		t.Errorf("it is for %q, on %v", r.Audience, r.Evidence)
	}
	var unknown *landscape.UnknownID
	if err := judge(workspace.Judgement{A: "femicide", B: "er-is-niets", Link: landscape.NotSame, Why: "x"}); !errors.As(err, &unknown) {
		t.Errorf("an unknown end gives %v", err)
	}
}

func TestOwnTermIsAddedOnce(t *testing.T) {
	w := withTwoTables(t)
	term := workspace.OwnTerm{Words: []string{"opvang", "slaapplek"}, Sense: workspace.Same}
	var id landscape.ID
	_, err := w.Change(t.Context(), workspace.Why{}, func(l *landscape.Landscape) (edits []landscape.Edit, err error) {
		edits, id, err = w.AddTerm(l, term)
		return edits, err
	})
	must(t, err)
	n, ok := w.Landscape().Node(id)
	if !ok || id != "opvang" || n.Get(landscape.Sense) != workspace.Same || len(n.All(landscape.Words)) != 2 {
		t.Fatalf("%q is %v", id, n)
	}
	edits, again, err := w.AddTerm(w.Landscape(), term)
	must(t, err)
	if again != id || len(edits) != 1 || !edits[0].Idle() {
		t.Errorf("the same again gives %q with %v", again, edits)
	}
	term.Suppress = true
	edits, other, err := w.AddTerm(w.Landscape(), term)
	must(t, err)
	if other == id || edits[0].Idle() {
		t.Errorf("switched off it gives %q with %v", other, edits)
	}
}
