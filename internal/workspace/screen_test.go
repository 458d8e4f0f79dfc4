package workspace_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

const number = "111222333"

func goal(w *workspace.Workspace, id landscape.ID, text string) workspace.Build {
	return func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Set(l, id, []workspace.Assignment{{Field: landscape.Goal, Values: []string{text}}},
			workspace.When{}, workspace.Source{})
	}
}

func TestABSNIsRefusedInARecord(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	err := rename(w, id, "Zaak "+number)
	var bsn *workspace.BSNError
	if !errors.As(err, &bsn) || bsn.Key != "n/wonen" || strings.Contains(err.Error(), number) {
		t.Fatalf("a BSN in a name gave %v", err)
	}
	_, err = w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := w.Add(l, workspace.Added{
			Type: landscape.Theme, Fields: map[landscape.Field][]string{landscape.Name: {number}},
		})
		return edits, err
	})
	if !errors.As(err, &bsn) || strings.Contains(err.Error(), number) {
		t.Errorf("an id made of a BSN gave %v", err)
	}
	_, err = w.Change(ctx, workspace.Why{NotBSN: "kenmerk van de brief"}, goal(w, id, "Zaak "+number))
	must(t, err)
	must(t, rename(w, id, "Wonen en meer")) // what was let in once is not asked again
	if got := w.Landscape().Record("n/wonen").Node.Get(landscape.Goal); got != "Zaak "+number {
		t.Errorf("what is no BSN became %q", got)
	}
}

func TestABSNIsRefusedInTheJournal(t *testing.T) {
	for name, why := range map[string]workspace.Why{
		"reason":   {Reason: "zie " + number},
		"decider":  {DecidedBy: "de heer 1112.22.333"},
		"answer":   {Checked: &workspace.Checked{Verdict: "none", Answer: "over " + number}},
		"origin":   {Origin: "zaak-" + number + ".yaml sha256:00"},
		"not even": {Origin: "111 222 333"},
	} {
		w := open(t, begin(t, landscape.New()), "een")
		id := add(t, w, "Wonen")
		_, err := w.Change(ctx, why, goal(w, id, "Iets"))
		var bsn *workspace.BSNError
		if !errors.As(err, &bsn) || bsn.Key != "" {
			t.Errorf("%s: %v", name, err)
		}
		answer := ""
		if why.Checked != nil {
			answer = why.Checked.Answer
		}
		why.NotBSN = "zaaknummer " + number
		e, err := w.Change(ctx, why, goal(w, id, "Iets"))
		must(t, err)
		kept := e.Reason + e.DecidedBy + e.Origin
		if e.Checked != nil {
			kept += e.Checked.Answer
		}
		if landscape.HasBSN(kept) || !strings.HasSuffix(e.Reason, "geen BSN: zaaknummer •••") {
			t.Errorf("%s: the journal keeps %q", name, kept)
		}
		if why.Checked != nil && why.Checked.Answer != answer {
			t.Errorf("the caller's check became %q", why.Checked.Answer)
		}
	}
	w := open(t, begin(t, landscape.New()), number)
	if _, err := w.Change(ctx, workspace.Why{}, goal(w, "x", "")); err == nil {
		t.Error("an author may be a BSN")
	}
}

// The digits of a checksum are no number of a person.
func TestAChecksumIsNoBSN(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	origin := "a.yaml sha256:ab" + number + "ab"
	e, err := w.Change(ctx, workspace.Why{Origin: origin}, goal(w, id, "Iets"))
	must(t, err)
	if e.Origin != origin || len(e.Personal) > 0 {
		t.Errorf("%q, %v", e.Origin, e.Personal)
	}
	e, err = w.Change(ctx, workspace.Why{Origin: number + origin, NotBSN: "x"}, goal(w, id, "Iets anders"))
	must(t, err)
	if !strings.HasSuffix(e.Origin, " sha256:ab"+number+"ab") {
		t.Errorf("%q", e.Origin)
	}
}

func TestPersonalDataIsToldAndKept(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	e, err := w.Change(ctx, workspace.Why{Reason: "mail jan@example.nl"}, goal(w, id, "Bel 06-12345678 of NL91ABNA0417164300"))
	must(t, err)
	want := []landscape.PersonalIn{
		{Key: "n/wonen", Kind: landscape.Phone}, {Key: "n/wonen", Kind: landscape.IBAN}, {Kind: landscape.Email},
	}
	if !slices.Equal(e.Personal, want) {
		t.Errorf("told %v", e.Personal)
	}
	e, err = w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Set(l, id, []workspace.Assignment{{Field: landscape.Note, Values: []string{"niets"}}}, workspace.When{}, workspace.Source{})
	})
	must(t, err)
	if len(e.Personal) > 0 {
		t.Errorf("told again %v", e.Personal)
	}
}

func TestTextsAreCleanWhenTheyAreKept(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	var text *landscape.TextError
	if err := rename(w, id, "x\u202ey"); !errors.As(err, &text) || text.Key != "n/wonen" || text.Field != landscape.Name {
		t.Errorf("a turned text gave %v", err)
	}
	if _, err := w.Change(ctx, workspace.Why{Reason: "x\x00"}, goal(w, id, "Iets")); !errors.As(err, &text) {
		t.Errorf("a control character in a reason gave %v", err)
	}
	e, err := w.Change(ctx, workspace.Why{Reason: "cafe\u0301"}, goal(w, id, "cafe\u0301 en\u200b zo"))
	must(t, err)
	if got := w.Landscape().Record("n/wonen").Node.Get(landscape.Goal); got != "café en zo" || e.Reason != "café" {
		t.Errorf("kept %+q, %+q", got, e.Reason)
	}
}

func TestABeginningIsScreened(t *testing.T) {
	l, err := landscape.New().Apply([]landscape.Edit{{Key: "n/a", After: &landscape.Record{
		Node: landscape.NewNode("a", landscape.Theme).Text(landscape.Name, "Zaak "+number+", jan@example.nl", landscape.Basis{}),
	}}})
	must(t, err)
	var bsn *workspace.BSNError
	if _, _, err := workspace.Begin(l, "een", workspace.Why{}, noon); !errors.As(err, &bsn) {
		t.Errorf("a BSN gave %v", err)
	}
	_, personal, err := workspace.Begin(l, "een", workspace.Why{NotBSN: "zaaknummer"}, noon)
	must(t, err)
	if want := []landscape.PersonalIn{{Key: "n/a", Kind: landscape.Email}}; !slices.Equal(personal, want) {
		t.Errorf("told %v", personal)
	}
}

// Who may see a thing has no period: another day opens nothing.
func TestAnAudienceHasNoPeriod(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	set := func(audience landscape.Audience, from string) {
		_, err := w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
			return w.Set(l, id, []workspace.Assignment{{Field: landscape.AudienceOf, Values: []string{string(audience)}}},
				workspace.When{From: landscape.MustDate(from)}, workspace.Source{})
		})
		must(t, err)
	}
	set(landscape.Secretariat, "2030")
	if w.Landscape().ForAudience(landscape.Public).Has(id) {
		t.Error("what is not public from 2030 on is public until then")
	}
	set(landscape.Public, "2031")
	if !w.Landscape().ForAudience(landscape.Public).Has(id) {
		t.Error("what was made public is not")
	}
}
