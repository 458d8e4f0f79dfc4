package overlap_test

import (
	"slices"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/overlap"
)

func TestTheAnswersThatMustStand(t *testing.T) {
	ix := index(t)

	a := ask(t, ix, "Wie gaat over nazorg voor ex-gedetineerden zonder huis?")
	if _, place := find(a, "reintegratie-justitiabelen"); place != 1 {
		t.Errorf("nazorg: re-integratie at %d", place)
	}
	for _, id := range []landscape.ID{"actieplan-dakloosheid", "een-thuis-voor-iedereen"} {
		if _, place := find(a, id); place == 0 {
			t.Errorf("nazorg: no %s", id)
		}
	}

	if _, place := find(ask(t, ix, "Regionale crisisinterventie van 0 tot 100 jaar"), "zorg-straf"); place != 1 {
		t.Errorf("crisisinterventie: zorg-straf at %d", place)
	}

	if a := ask(t, ix, "De POK-middelen lopen na 2027 af"); a.Verdict == overlap.Covered {
		t.Errorf("POK is covered by %s", a.Candidates[0].Node.ID)
	}

	a = ask(t, ix, "Mensen zonder verblijfsvergunning met ernstige problemen hebben geen plek")
	c, _ := find(a, "actieplan-dakloosheid")
	named := slices.ContainsFunc(c.Reasons, func(r overlap.Reason) bool { return r.Kind == overlap.Exclusion && r.Match != "" })
	if c.Verdict != overlap.Partly || !named || a.Verdict == overlap.Covered {
		t.Errorf("verblijfsvergunning: %s, candidate %s with %+v", a.Verdict, c.Verdict, c.Reasons)
	}
}

func TestAnEndedTableIsAtMostPartlyAndOffersItsSuccessor(t *testing.T) {
	a := ask(t, index(t), "Slachtoffers van een misdrijf krijgen geen informatie over hun strafzaak")
	c, place := find(a, "slachtofferbeleid")
	if place == 0 || c.Verdict == overlap.Covered || len(c.Successors) == 0 || c.Successors[0].ID != "slachtofferbeleid-2025-2028" {
		t.Errorf("at %d: %s, successors %v", place, c.Verdict, c.Successors)
	}
	if next, _ := find(a, "slachtofferbeleid-2025-2028"); next.Verdict != overlap.Covered {
		t.Errorf("the successor is %s", next.Verdict)
	}
}

func TestAnAnnouncedTableIsAtMostPartly(t *testing.T) {
	starts := change(t, "reintegratie-justitiabelen", func(n *landscape.Node) *landscape.Node {
		return n.Text(landscape.Start, "2028", landscapetest.Basis)
	})
	c, place := find(ask(t, index(t, starts), hard), "reintegratie-justitiabelen")
	if place != 1 || c.Verdict != overlap.Partly || !slices.Contains(c.Caps, overlap.CapAnnounced) {
		t.Errorf("at %d: %s %v", place, c.Verdict, c.Caps)
	}
}

func TestTheTopicAloneIsAtMostPartly(t *testing.T) {
	bare := change(t, "reintegratie-justitiabelen", func(n *landscape.Node) *landscape.Node {
		for _, f := range []landscape.Field{landscape.Goal, landscape.TargetGroup, landscape.Activities} {
			n = n.WithClaims(f, nil)
		}
		return n
	})
	c, _ := find(ask(t, index(t, bare), hard), "reintegratie-justitiabelen")
	if c.Verdict == overlap.Covered {
		t.Errorf("covered by keywords alone: %v", c.Facets)
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	a := ask(t, index(t), "Daklozen krijgen geen warmtenet")
	if !slices.Contains(a.Missing, "warmtenet") {
		t.Errorf("missing: %v", a.Missing)
	}
}

func TestJudgementsAreRemembered(t *testing.T) {
	text := "Wie uit de cel komt, slaapt in een portiek."
	put := landscapetest.Put(bottleneck("portiek", text))

	no := landscapetest.Relation("portiek", landscape.NotSame, "reintegratie-justitiabelen").Normal()
	c, _ := find(ask(t, index(t, put, landscapetest.Join(no)), text), "reintegratie-justitiabelen")
	if c.Verdict != overlap.None && c.Verdict != "" {
		t.Errorf("judged not the same, yet %s", c.Verdict)
	}

	yes := landscapetest.Relation("portiek", landscape.Overlaps, "mensenhandel").Normal()
	yes.Grade = landscape.Duplication
	ix := index(t, put, landscapetest.Join(yes))
	if c, place := find(ask(t, ix, text), "mensenhandel"); place != 1 || c.Verdict != overlap.Covered {
		t.Errorf("judged the same, yet at %d: %s", place, c.Verdict)
	}
	if _, place := find(ask(t, ix, "iemand slaapt in portieken"), "mensenhandel"); place != 1 {
		t.Errorf("the confirmed pair does not help a later question: at %d", place)
	}
}

func TestAUsersOwnTermJoinsWords(t *testing.T) {
	term := func(sense string, suppress bool, words ...string) landscape.Edit {
		n := landscape.NewNode("term-1", landscape.Term).Text(landscape.Name, words[0], landscape.Basis{}).
			With(landscape.Words, landscape.Claim{Values: words}).Text(landscape.Sense, sense, landscape.Basis{})
		if suppress {
			n = n.Text(landscape.Suppress, "true", landscape.Basis{})
		}
		return landscapetest.Put(n)
	}
	text := "problemen met blubberaars"
	if _, place := find(ask(t, index(t), text), "mensenhandel"); place == 1 {
		t.Fatal("a made-up word is known already")
	}
	if _, place := find(ask(t, index(t, term("same", false, "mensenhandel", "blubberaar")), text), "mensenhandel"); place != 1 {
		t.Errorf("with the term: at %d", place)
	}
	gone := ask(t, index(t, term("same", true, "stigma", "vooroordelen")), "vooroordelen")
	for _, c := range gone.Candidates {
		for _, r := range c.Reasons {
			if r.Kind == overlap.Synonym && r.Via == "stigma" {
				t.Errorf("a suppressed term still joins: %+v", r)
			}
		}
	}
}
