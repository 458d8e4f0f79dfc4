package agenda_test

import (
	"slices"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

func TestAProposalChangesNoList(t *testing.T) {
	s := begin(t)
	before := map[landscape.ID]string{}
	for _, n := range s.Nodes(landscape.Bottleneck, landscape.Action) {
		before[n.ID] = agenda.ListOf(n)
	}
	id := s.propose(placed("b1", "tafel-b"), on("2026-02-01"))
	s.propose(upTaken("voorraad"), on("2026-02-01"))
	for item, list := range before {
		if s.list(item) != list {
			t.Errorf("%s went to %s", item, s.list(item))
		}
	}
	if meeting := agenda.TabledIn(s.Landscape, id); meeting == nil || meeting.ID != "sg-2" {
		t.Errorf("it is for %v, expected the next meeting", meeting)
	}
	if len(s.In("voorraad", landscape.Leads)) != 0 || len(s.Out("b1", landscape.HandledBy)) != 0 {
		t.Error("a proposal did what it asks")
	}
	c := agenda.BoardOf(s.Landscape, landscape.MustDate("2026-02-01"), "").Bottlenecks
	if !slices.ContainsFunc(c, func(c agenda.Card) bool { return c.Node.ID == "b1" && c.Proposal != nil && c.Proposal.ID == id }) {
		t.Error("the card has no mark")
	}
}

// What a proposal asks is what its decision does, with everything it names.
func TestAProposalIsCarriedOut(t *testing.T) {
	s := begin(t)
	m := placed("b1", "tafel-b")
	m.Stage, m.AskedTo, m.Source = landscape.Agreed, "de secretaris", landscape.Evidence{Document: "stuk", Section: "2"}
	m.Extent, m.Remainder = "de opvang", "het vervoer"
	id := s.propose(m, on("2026-02-01"))
	up := s.propose(upTaken("voorraad"), on("2026-02-01"))
	s.conclude(agenda.Verdict{Item: id, Result: landscape.Taken}, on("2026-04-20"))
	s.conclude(agenda.Verdict{Item: up, Result: landscape.Taken}, on("2026-04-20"))

	r, ok := s.handled("b1", "tafel-b", "2026-04-16")
	if !ok || r.AskedTo != "de secretaris" || r.Evidence[0] != m.Source || r.Extent != "de opvang" || r.LookBack.String() != "2026-10-08" {
		t.Errorf("%+v", r)
	}
	if s.get(id, landscape.LookBackOn) != "2026-10-08" || s.get(id, landscape.DecidedOn) != "2026-04-16" || s.get(id, landscape.DecidedBy) != "stuurgroep" {
		t.Errorf("the item says %q, %q, %q", s.get(id, landscape.LookBackOn), s.get(id, landscape.DecidedOn), s.get(id, landscape.DecidedBy))
	}
	if s.list("voorraad") != landscape.Underway || len(s.In("voorraad", landscape.Leads)) != 1 || len(s.In("voorraad", landscape.Joins)) != 1 {
		t.Error("the action has no lead or coalition")
	}
	_, err := agenda.Conclude(s.Landscape, agenda.Verdict{Item: id, Result: landscape.Rejected, Text: "toch niet"}, on("2026-05-01"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleDecided}) {
		t.Errorf("decided twice: %v", got)
	}
}

func TestADecisionSettlesItsProposal(t *testing.T) {
	s := begin(t)
	id := s.propose(placed("b1", "tafel-b"), in("sg-2", "2026-02-01"))
	_, err := agenda.Decide(s.Landscape, placed("b1", "tafel-a"), on("2026-03-01"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleTwice}) {
		t.Errorf("decided past a proposal: %v", got)
	}
	_, _, err = agenda.Propose(s.Landscape, placed("b1", "tafel-a"), on("2026-03-01"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleTwice}) {
		t.Errorf("proposed twice: %v", got)
	}
	s.decide(placed("b1", "tafel-a"), in("sg-2", "2026-04-20"))
	if len(agenda.DecisionsOf(s.Landscape, "sg-2")) != 1 || s.get(id, landscape.Result) != landscape.Taken {
		t.Error("the proposal stands open beside the decision")
	}
	if m, _ := agenda.MoveOf(s.Landscape, mustFind(t, s, id)); m.By != "tafel-a" {
		t.Errorf("the item says %s", m.By)
	}
}

func mustFind(t *testing.T, s *state, id landscape.ID) *landscape.Node {
	t.Helper()
	n, err := s.Find(id)
	must(t, err)
	return n
}

func TestAgreedInConceptReturnsForRatification(t *testing.T) {
	s := begin(t)
	id := s.propose(placed("b1", "tafel-b"), on("2026-02-01"))
	s.conclude(agenda.Verdict{Item: id, Result: landscape.InConcept}, on("2026-04-16"))
	if s.list("b1") != agenda.BottleneckList {
		t.Error("in concept moved it")
	}
	items := agenda.ItemsOf(s.Landscape, "sg-3")
	if len(items) != 1 || items[0].Get(landscape.Treatment) != landscape.ForRatification {
		t.Fatalf("in the next meeting: %v", items)
	}
	for _, result := range []string{landscape.Taken, landscape.InConcept, landscape.Noted} {
		_, err := agenda.Conclude(s.Landscape, agenda.Verdict{Item: items[0].ID, Result: result}, on("2026-07-09"))
		if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleResult}) {
			t.Errorf("%s what is to be ratified: %v", result, got)
		}
	}
	s.conclude(agenda.Verdict{Item: items[0].ID, Result: landscape.Ratified}, on("2026-07-09"))
	if r, ok := s.handled("b1", "tafel-b", "2026-07-09"); !ok || r.LookBack.String() != "2027-01-09" {
		t.Errorf("look back counts from the ratification: %+v", r)
	}
	e := agenda.EntryOf(s.Landscape, mustFind(t, s, items[0].ID), landscape.MustDate("2026-07-09"))
	if e.Earlier == nil || e.Earlier.ID != id {
		t.Error("it does not follow the item in concept")
	}
}

func TestDeferredReturns(t *testing.T) {
	s := begin(t)
	m := placed("b1", "tafel-b")
	m.AskedTo = "de secretaris"
	id := s.propose(m, on("2026-02-01"))
	s.conclude(agenda.Verdict{Item: id, Result: landscape.Deferred, Text: "te weinig tijd"}, on("2026-04-16"))
	items := agenda.ItemsOf(s.Landscape, "sg-3")
	if len(items) != 1 || items[0].Get(landscape.Treatment) != landscape.ForDecision {
		t.Fatalf("in the next meeting: %v", items)
	}
	if again, _ := agenda.MoveOf(s.Landscape, items[0]); again.By != "tafel-b" || again.AskedTo != "de secretaris" {
		t.Errorf("it asks %+v", again)
	}
	s.conclude(agenda.Verdict{Item: items[0].ID, Result: landscape.Deferred, Text: "weer niet"}, on("2026-07-09"))
	last := agenda.ItemsOf(s.Landscape, "sg-4")
	_, err := agenda.Conclude(s.Landscape, agenda.Verdict{Item: last[0].ID, Result: landscape.Deferred, Text: "nog niet"}, on("2026-10-08"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleNext}) {
		t.Errorf("deferred to no meeting: %v", got)
	}
}

func TestAmended(t *testing.T) {
	s := begin(t)
	id := s.propose(placed("b1", "tafel-b"), on("2026-02-01"))
	_, err := agenda.Conclude(s.Landscape, agenda.Verdict{Item: id, Result: landscape.Amended}, on("2026-04-16"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleReason}) {
		t.Errorf("amended without words: %v", got)
	}
	change := agenda.Move{By: "tafel-a", Extent: "de opvang", Remainder: "het vervoer"}
	s.conclude(agenda.Verdict{Item: id, Result: landscape.Amended, Text: "bij de andere tafel, en alleen de opvang", Change: change}, on("2026-04-16"))
	if _, ok := s.handled("b1", "tafel-a", "2026-04-16"); !ok || s.list("b1") != agenda.BottleneckList {
		t.Error("the amendment was not carried out")
	}
	if m, _ := agenda.MoveOf(s.Landscape, mustFind(t, s, id)); m.By != "tafel-a" || m.Extent != "de opvang" {
		t.Errorf("the item says %+v", m)
	}

	other := s.propose(placed("lopend", "tafel-b"), on("2026-05-01"))
	s.conclude(agenda.Verdict{Item: other, Result: landscape.Amended, Text: "eerst terug", Change: agenda.Move{To: landscape.Stock}}, on("2026-07-09"))
	if s.list("lopend") != landscape.Stock || s.get(other, landscape.StageOf) != "" {
		t.Errorf("on %s, with stage %q", s.list("lopend"), s.get(other, landscape.StageOf))
	}
}

func TestAProposalIsWithdrawn(t *testing.T) {
	s := begin(t)
	id := s.propose(placed("b1", "tafel-b"), on("2026-02-01"))
	_, err := agenda.Conclude(s.Landscape, agenda.Verdict{Item: id, Result: landscape.Rejected}, on("2026-03-01"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleReason}) {
		t.Errorf("rejected without words: %v", got)
	}
	s.conclude(agenda.Verdict{Item: id, Result: landscape.Rejected, Text: "ingetrokken"}, on("2026-03-01"))
	if s.get(id, landscape.DecidedOn) != "2026-03-01" || s.list("b1") != agenda.BottleneckList || agenda.ProposalFor(s.Landscape, "b1") != nil {
		t.Error("the proposal still stands")
	}
}

// The klankbordgroep discusses and takes note; it decides nothing.
func TestTheKlankbordgroepAdvises(t *testing.T) {
	s := begin(t)
	table := func(treatment string) landscape.ID {
		edits, id, err := agenda.Table(s.Landscape, agenda.Tabled{Name: "Een vraag", Treatment: treatment}, in("kb-1", "2026-02-01"))
		s.apply(edits, err)
		return id
	}
	for result, treatment := range map[string]string{
		landscape.Taken: landscape.ForDecision, landscape.InConcept: landscape.ForDiscussion, landscape.Ratified: landscape.ForRatification,
	} {
		_, err := agenda.Conclude(s.Landscape, agenda.Verdict{Item: table(treatment), Result: result}, on("2026-02-12"))
		if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleDecider}) {
			t.Errorf("%s: %v", result, got)
		}
	}
	s.conclude(agenda.Verdict{Item: table(landscape.ForDiscussion), Result: landscape.Noted}, on("2026-02-12"))
	_, _, err := agenda.Propose(s.Landscape, placed("b1", "tafel-b"), in("kb-1", "2026-02-01"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleDecider}) {
		t.Errorf("proposed to it: %v", got)
	}
}

func TestAProposalNeedsAMeeting(t *testing.T) {
	_, _, err := agenda.Propose(small(t), placed("b1", "tafel-b"), on("2026-12-01"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleMeeting}) {
		t.Errorf("%v", got)
	}
}

// A decision is withdrawn by a new one, which says so.
func TestAWayBackFollowsTheDecision(t *testing.T) {
	s := begin(t)
	s.decide(placed("b1", "tafel-b"), on("2026-02-01"))
	s.decide(agenda.Move{Item: "b1", To: agenda.BottleneckList, Reason: "zij doen het niet"}, on("2026-03-01"))
	follows := 0
	for _, n := range s.Nodes(landscape.Item) {
		follows += len(s.Out(n.ID, landscape.Follows))
	}
	if follows != 1 {
		t.Errorf("%d decisions follow another", follows)
	}
}

func TestTogether(t *testing.T) {
	l := small(t)
	moves := []agenda.Move{placed("b1", "tafel-b"), placed("gedeeld", "tafel-a"), placed("deels", "tafel-a")}
	_, err := agenda.DecideAll(l, moves, on("2026-03-01"))
	if got := rulesOf(t, err); !slices.Equal(got, rules{agenda.RuleShared, agenda.RulePartly}) {
		t.Errorf("%v", got)
	}
	s := begin(t)
	edits, ids, err := agenda.ProposeAll(s.Landscape, []agenda.Move{placed("b1", "tafel-b"), placed("b3", "tafel-b")}, in("sg-2", "2026-03-01"))
	s.apply(edits, err)
	items := agenda.ItemsOf(s.Landscape, "sg-2")
	if len(ids) != 2 || len(items) != 2 || items[0].Number() != 1 || items[1].Number() != 2 {
		t.Errorf("%v: %v", ids, items)
	}
}
