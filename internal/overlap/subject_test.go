package overlap_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/overlap"
)

func TestARealWordIsNoSlip(t *testing.T) {
	ix := index(t)
	for text, others := range map[string][]string{
		"Een patiënt wil geen behandeling.":     {"mishandeling", "kindermishandeling"},
		"Ouderen moeten zich laten opnemen.":    {"nemen", "genomen", "ondernemen"},
		"Slachtoffers van mensenhandel.":        {"mensen"},
		"Verdachten die lang vastzitten.":       {"zitten", "bezitten"},
		"De gemeente betaalt de opvang.":        {"betaalbare", "betaalbaar"},
		"Iemand zonder verblijfsvergunning.":    {"verblijfplaats"},
		"Overlast op straat in de wijk.":        {"straattriage"},
		"Mensen met een gewone baan in de zorg": {"gewonde", "baantje"},
	} {
		for _, c := range ask(t, ix, text).Candidates {
			for _, r := range c.Reasons {
				if r.Kind != overlap.Synonym && slices.Contains(others, strings.ToLower(r.Match)) {
					t.Errorf("%s: %q meets %q in %s (%s)", text, r.Query, r.Match, c.Node.ID, r.Kind)
				}
			}
		}
	}
}

func TestOneWordOfANameIsNoOrganisation(t *testing.T) {
	ix := index(t)
	for _, text := range []string{"Dit kan veel schade veroorzaken", "de veiligheid van justitie en bestuur", "het welzijn en de sport van ouderen"} {
		for _, c := range ask(t, ix, text).Candidates {
			for _, r := range c.Reasons {
				if r.Kind == overlap.Organisation && !strings.EqualFold(r.Query, r.Match) {
					t.Errorf("%s: %q says %s by %q", text, r.Query, r.Via, r.Match)
				}
			}
		}
	}
	named := slices.ContainsFunc(ask(t, ix, "Wat doet het Ministerie van Volksgezondheid, Welzijn en Sport?").Candidates, func(c overlap.Candidate) bool {
		return slices.ContainsFunc(c.Reasons, func(r overlap.Reason) bool { return r.Kind == overlap.Organisation && r.Via == "vws" })
	})
	if !named {
		t.Error("the whole name of an organisation is not seen")
	}
}

func TestAShortSubject(t *testing.T) {
	ix := index(t)
	for text, want := range map[string]struct {
		id      landscape.ID
		verdict overlap.Verdict
	}{
		"Schulden na detentie":           {"reintegratie-justitiabelen", overlap.Partly},
		"zorgmijders":                    {"grip-op-onbegrip", overlap.Partly},
		"Welke tafel gaat over femicide": {"femicide", overlap.Covered},
	} {
		c, place := find(ask(t, ix, text), want.id)
		if place == 0 || c.Verdict != want.verdict {
			t.Errorf("%s: %s at %d is %s, want %s", text, want.id, place, c.Verdict, want.verdict)
		}
		o, err := ix.OwnerOfText(text)
		if err != nil || !slices.ContainsFunc(o.Candidates, func(c overlap.Candidate) bool { return c.Verdict != overlap.None }) {
			t.Errorf("%s: no candidate for an owner: %v", text, err)
		}
	}
	announced := change(t, "femicide", func(n *landscape.Node) *landscape.Node {
		return n.Text(landscape.Start, "2028", landscapetest.Basis)
	})
	if c, _ := find(ask(t, index(t, announced), "femicide"), "femicide"); c.Verdict != overlap.Partly {
		t.Errorf("an announced table is %s", c.Verdict)
	}
}

func TestWhatIsLeftOutOrSaysLittleIsNotMissing(t *testing.T) {
	ix := index(t)
	if a := ask(t, ix, "Mensen zonder verblijfsvergunning met ernstige problemen hebben geen plek"); slices.ContainsFunc(a.Missing, func(w string) bool { return strings.Contains(w, "verblijfsvergunning") }) {
		t.Errorf("missing: %v", a.Missing)
	}
	for _, text := range []string{"Welke tafel gaat over femicide, en lukt dat?", "Een man die uren rondloopt en 's nachts praat", "Is er een patroon, is het plan klaar en wie legt dat uit?"} {
		if a := ask(t, ix, text); len(a.Missing) > 0 {
			t.Errorf("%s: missing %v", text, a.Missing)
		}
	}
}

func TestCommunitiesAreOfASizeToRead(t *testing.T) {
	first := index(t).Matrix().Communities
	for _, c := range first {
		if len(c) < 2 || len(c) > 5 {
			t.Errorf("a group of %d: %v", len(c), ids(c))
		}
	}
	if again := index(t).Matrix().Communities; !slices.EqualFunc(first, again, func(a, b []*landscape.Node) bool { return slices.Equal(ids(a), ids(b)) }) {
		t.Error("another time other groups")
	}
}

func TestTheQuickMeasureIsThatOfTheAnswers(t *testing.T) {
	measured, asked := index(t).Chance()
	if len(measured) < 100 || len(measured) != len(asked) {
		t.Fatalf("%d measured, %d asked", len(measured), len(asked))
	}
	for i := range measured {
		if math.Abs(float64(measured[i]-asked[i])) > 1e-4 {
			t.Errorf("%d: %.5f measured, %.5f asked", i, measured[i], asked[i])
		}
	}
}
