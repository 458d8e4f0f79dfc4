package agenda_test

import (
	"slices"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

func TestPlacedElsewhere(t *testing.T) {
	s := begin(t)
	s.decide(placed("b1", "tafel-b"), on("2026-02-01"))
	r, ok := s.handled("b1", "tafel-b", "2026-02-01")
	if !ok || r.Stage != landscape.Could || r.Since.String() != "2026-02-01" {
		t.Fatalf("%+v", r)
	}
	if r.LookBack.String() != "2026-07-09" {
		t.Errorf("look back on %s, expected the second meeting of the Stuurgroep from then", r.LookBack)
	}
	o := s.OwnershipOf("b1", landscape.MustDate("2026-02-01"))
	if o.State != landscape.Unowned || len(o.Probable) != 1 || o.Probable[0].ID != "tafel-b" {
		t.Errorf("what only could lie there is %s, with %v", o.State, o.Probable)
	}
	s.answer(agenda.Reply{Item: "b1", Stage: landscape.Agreed, Source: landscape.Evidence{Document: "stuk"}}, on("2026-03-01"))
	o = s.OwnershipOf("b1", landscape.MustDate("2026-03-01"))
	if o.State != landscape.Owned || s.list("b1") != landscape.Done {
		t.Errorf("agreed: %s, on %s", o.State, s.list("b1"))
	}
	if r, _ := s.handled("b1", "tafel-b", "2026-03-01"); r.Evidence[0].Document != "stuk" || r.LookBack.String() != "2026-07-09" {
		t.Errorf("%+v", r)
	}
}

func TestLookBackFrom(t *testing.T) {
	l := small(t)
	for day, want := range map[string]string{
		"2025-12-01": "2026-04-16", "2026-01-15": "2026-07-09", // on the day of a meeting the next two count
		"2026-06-30": "2026-10-08", "2026-07-09": "2027-01-09", // one meeting is left: half a year
		"2026-12-31": "2027-06-30",
	} {
		if got := agenda.LookBackFrom(l, landscape.MustDate(day)); got.String() != want {
			t.Errorf("from %s: %s, expected %s", day, got, want)
		}
	}
}

// An action that a table takes for one bottleneck stays for the other.
func TestPlacedForOneBottleneck(t *testing.T) {
	s := begin(t)
	m := placed("dubbel", "tafel-b")
	m.For = []landscape.ID{"b1"}
	s.decide(m, on("2026-02-01"))
	if s.list("b1") != landscape.Done || s.list("b3") != agenda.BottleneckList || s.list("dubbel") != landscape.Stock {
		t.Errorf("b1 %s, b3 %s, dubbel %s", s.list("b1"), s.list("b3"), s.list("dubbel"))
	}
	m.For = []landscape.ID{"b3"}
	s.decide(m, on("2026-02-02"))
	if s.list("b3") != landscape.Done || s.list("dubbel") != landscape.Done {
		t.Errorf("with nothing left: b3 %s, dubbel %s", s.list("b3"), s.list("dubbel"))
	}
}

func TestPlacedInPart(t *testing.T) {
	s := begin(t)
	m := placed("b1", "tafel-b")
	m.Extent, m.Remainder = "de opvang", "het vervoer"
	s.decide(m, on("2026-02-01"))
	r, ok := s.handled("b1", "tafel-b", "2026-02-01")
	if !ok || r.Extent != "de opvang" || r.Remainder != "het vervoer" || s.list("b1") != agenda.BottleneckList {
		t.Fatalf("%+v on %s", r, s.list("b1"))
	}
	s.answer(agenda.Reply{Item: "b1", Stage: landscape.Agreed, Source: landscape.Evidence{Document: "stuk"}}, on("2026-02-10"))
	if s.list("b1") != agenda.BottleneckList {
		t.Error("a part that was agreed to took the whole to done")
	}
	if _, err := agenda.Decide(s.Landscape, placed("b1", "tafel-b"), on("2026-03-01")); !slices.Contains(rulesOf(t, err), agenda.RulePartly) {
		t.Errorf("a part was taken for the whole: %v", err)
	}
	back, waiting := agenda.Follow(s.AsOf(landscape.MustDate("2026-07-09")), landscape.MustDate("2026-07-09"))
	if len(back) != 1 || back[0].Node.ID != "b1" || back[0].Because != agenda.BecauseLookBack || len(waiting) != 0 {
		t.Errorf("the part comes back as %+v, waiting %v", back, waiting)
	}
	s.decide(agenda.Move{Item: "b1", To: agenda.BottleneckList, Reason: "zij doen het niet"}, on("2026-07-09"))
	if _, ok := s.handled("b1", "tafel-b", "2026-07-09"); ok || s.AsOf(landscape.MustDate("2026-07-09")).OwnershipOf("b1", landscape.MustDate("2026-07-09")).State != landscape.Unowned {
		t.Error("the part was not taken back")
	}
}

// What turns out to lie elsewhere for a part only, is open again.
func TestDoneBecomesPart(t *testing.T) {
	s := begin(t)
	s.decide(placed("lopend", "tafel-b"), on("2026-02-01"))
	m := placed("lopend", "tafel-b")
	m.Extent, m.Remainder = "de opvang", "het vervoer"
	s.decide(m, on("2026-03-01"))
	if s.list("lopend") != landscape.Underway {
		t.Errorf("on %s", s.list("lopend"))
	}
	s.decide(agenda.Move{Item: "lopend", To: landscape.Done, Outcome: landscape.Completed, Reason: "de rest is klaar"}, on("2026-04-01"))
	if back, _ := agenda.Follow(s.AsOf(landscape.MustDate("2027-01-01")), landscape.MustDate("2027-01-01")); len(back) != 1 {
		t.Errorf("the part that lies elsewhere is lost: %v", back)
	}
}

func TestDeclinedReturnsToItsList(t *testing.T) {
	for _, c := range []struct {
		item landscape.ID
		from string
	}{{"b1", agenda.BottleneckList}, {"voorraad", landscape.Stock}, {"lopend", landscape.Underway}} {
		s := begin(t)
		m := placed(c.item, "tafel-b")
		m.Stage, m.AskedTo = landscape.Asked, "de secretaris"
		s.decide(m, on("2026-02-01"))
		s.answer(agenda.Reply{Item: c.item, Stage: landscape.Declined, Reason: "past niet bij de opdracht"}, on("2026-02-20"))
		if got := s.list(c.item); got != c.from {
			t.Errorf("%s stands on %s, expected %s", c.item, got, c.from)
		}
		if s.get(c.item, landscape.OutcomeOf) != "" {
			t.Errorf("%s has an outcome", c.item)
		}
		r, ok := s.handled(c.item, "tafel-b", "2026-02-20")
		if !ok || r.Stage != landscape.Declined || r.Reason != "past niet bij de opdracht" {
			t.Errorf("the refusal is not kept: %+v", r)
		}
		back, waiting := agenda.Follow(s.AsOf(landscape.MustDate("2027-06-01")), landscape.MustDate("2027-06-01"))
		if len(back)+len(waiting) > 0 {
			t.Errorf("%s still comes back: %v %v", c.item, back, waiting)
		}

		s.decide(placed(c.item, "tafel-a"), on("2026-03-01")) // another table takes it
		if back, waiting = agenda.Follow(s.AsOf(landscape.MustDate("2026-03-02")), landscape.MustDate("2026-03-02")); len(back) != 0 || len(waiting) != 1 {
			t.Errorf("%s at another table: %v %v", c.item, back, waiting)
		}
	}
}

func TestAnswersThatAreRefused(t *testing.T) {
	s := begin(t)
	part := placed("b3", "tafel-b")
	part.Extent, part.Remainder = "de opvang", "het vervoer"
	s.decide(part, on("2026-02-01"))
	part.By = "tafel-a"
	s.decide(part, on("2026-02-01"))
	s.decide(placed("b1", "tafel-b"), on("2026-02-01"))
	for _, c := range []struct {
		name  string
		reply agenda.Reply
		want  agenda.Rule
	}{
		{"nobody was asked", agenda.Reply{Item: "b2", Stage: landscape.Declined, Reason: "nee"}, agenda.RuleNotWaiting},
		{"another was asked", agenda.Reply{Item: "b1", By: "tafel-a", Stage: landscape.Declined, Reason: "nee"}, agenda.RuleNotWaiting},
		{"two were asked", agenda.Reply{Item: "b3", Stage: landscape.Declined, Reason: "nee"}, agenda.RuleWhich},
		{"agreed without a source", agenda.Reply{Item: "b1", Stage: landscape.Agreed}, agenda.RuleStage},
		{"placed without a source", agenda.Reply{Item: "b1", Stage: landscape.Placed}, agenda.RuleStage},
		{"no answer", agenda.Reply{Item: "b1", Stage: landscape.Could}, agenda.RuleStage},
		{"declined without a reason", agenda.Reply{Item: "b1", Stage: landscape.Declined}, agenda.RuleReason},
		{"look back in the past", agenda.Reply{Item: "b1", Stage: landscape.Declined, Reason: "nee", LookBack: landscape.MustDate("2025")}, agenda.RuleLookBack},
	} {
		_, err := agenda.Answer(s.Landscape, c.reply, on("2026-03-01"))
		if got := rulesOf(t, err); !slices.Equal(got, rules{c.want}) {
			t.Errorf("%s: refused by %v, expected %s", c.name, got, c.want)
		}
	}
	for _, stage := range []string{landscape.Agreed, landscape.Placed} { // a meeting will do
		s.answer(agenda.Reply{Item: "b1", Stage: stage}, in("sg-2", "2026-04-16"))
	}
}

// A table that ended brings its items back at once; its successor is asked anew.
func TestTheEndOfATable(t *testing.T) {
	s := begin(t)
	m := placed("b1", "gestopt")
	m.Stage, m.Source.Document, m.LookBack = landscape.Agreed, "stuk", landscape.MustDate("2028-01-01")
	s.decide(m, on("2026-02-01"))
	follow := func(day string) ([]agenda.Returning, []agenda.Waiting) {
		return agenda.Follow(s.AsOf(landscape.MustDate(day)), landscape.MustDate(day))
	}
	if back, _ := follow("2026-06-30"); len(back) != 0 {
		t.Errorf("on its last day: %v", back)
	}
	back, _ := follow("2026-07-01")
	if len(back) != 1 || back[0].Because != agenda.BecauseEnded || len(back[0].Successors) != 1 || back[0].Successors[0].ID != "opvolger" {
		t.Fatalf("%+v", back)
	}
	if s.list("b1") != landscape.Done {
		t.Error("it moved by itself")
	}
	s.decide(placed("b1", "opvolger"), on("2026-07-02"))
	back, waiting := follow("2026-07-02")
	if len(back) != 0 || len(waiting) != 1 || waiting[0].By.ID != "opvolger" {
		t.Errorf("back %v, waiting %v", back, waiting)
	}
	if o := s.AsOf(landscape.MustDate("2026-07-02")).OwnershipOf("b1", landscape.MustDate("2026-07-02")); o.State != landscape.Orphaned {
		t.Errorf("the successor owns it by itself: %s", o.State)
	}
}

// An answer after the look-back date sets the next one.
func TestAnAnswerLooksBackAgain(t *testing.T) {
	s := begin(t)
	m := placed("b1", "tafel-b")
	m.LookBack = landscape.MustDate("2026-03-01")
	s.decide(m, on("2026-02-01"))
	s.answer(agenda.Reply{Item: "b1", Stage: landscape.Placed, Source: landscape.Evidence{Document: "stuk"}}, on("2026-03-05"))
	if r, _ := s.handled("b1", "tafel-b", "2026-03-05"); r.LookBack.String() != "2026-07-09" {
		t.Errorf("look back on %s", r.LookBack)
	}
}

// What was recorded without a date to look back, comes back as well.
func TestLinkedWithoutALookBackDate(t *testing.T) {
	s := begin(t)
	r := relation("b1", landscape.HandledBy, "tafel-b")
	r.After.Relation.Stage, r.After.Relation.Since = landscape.Agreed, landscape.MustDate("2026-02-01")
	s.apply([]landscape.Edit{r}, nil)
	for day, want := range map[string]int{"2026-07-08": 0, "2026-07-09": 1} {
		if back, _ := agenda.Follow(s.AsOf(landscape.MustDate(day)), landscape.MustDate(day)); len(back) != want {
			t.Errorf("on %s: %v", day, back)
		}
	}
}
