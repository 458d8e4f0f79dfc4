package agenda_test

import (
	"slices"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

type rules = []agenda.Rule

// TestMoves holds every move of DESIGN 4 against the rules: allowed, or refused
// by name.
func TestMoves(t *testing.T) {
	moved := func(change func(*agenda.Move), m agenda.Move) agenda.Move { change(&m); return m }
	to := func(id landscape.ID, list string) agenda.Move {
		return agenda.Move{Item: id, To: list, Reason: "daarom"}
	}
	completed := func(id landscape.ID) agenda.Move {
		return agenda.Move{Item: id, To: landscape.Done, Outcome: landscape.Completed, Reason: "klaar"}
	}
	elsewhere := func(s *state) { s.decide(placed("lopend", "tafel-b"), on("2026-02-01")) }
	finished := func(s *state) { s.decide(completed("lopend"), on("2026-02-01")) }
	ofB1 := func(m *agenda.Move) { m.Extent, m.Remainder = "de opvang", "het vervoer" }

	for _, c := range []struct {
		name   string
		before func(*state)
		move   agenda.Move
		act    agenda.Act
		want   rules
	}{
		{name: "stock to underway", move: upTaken("voorraad")},
		{name: "stock to done, elsewhere", move: placed("voorraad", "tafel-b")},
		{name: "underway to done, completed", move: completed("lopend")},
		{name: "underway to done, elsewhere", move: placed("lopend", "tafel-b")},
		{name: "underway to stock", move: to("lopend", landscape.Stock)},
		{name: "done to stock", before: elsewhere, move: to("lopend", landscape.Stock)},
		{name: "completed to stock", before: finished, move: to("lopend", landscape.Stock)},
		{name: "done to underway", before: elsewhere, move: upTaken("lopend")},
		{name: "bottleneck to done, elsewhere", move: placed("b1", "tafel-b")},
		{name: "bottleneck to done, by its owner", move: placed("b2", "tafel-a")},
		{name: "bottleneck solved", move: completed("b1")},
		{name: "a part", move: moved(ofB1, placed("b1", "tafel-b"))},
		{name: "a part of what is shared", move: moved(ofB1, placed("gedeeld", "tafel-b"))},
		{name: "placed anew", before: elsewhere, move: placed("lopend", "tafel-a")},
		{name: "for one bottleneck", move: moved(func(m *agenda.Move) { m.For = []landscape.ID{"b1"} }, placed("dubbel", "tafel-b"))},
		{name: "agreed, by a document", move: moved(func(m *agenda.Move) {
			m.Stage, m.Source.Document = landscape.Agreed, "stuk"
		}, placed("b1", "tafel-b"))},
		{name: "placed, in a meeting", act: in("sg-2", "2026-04-16"), move: moved(func(m *agenda.Move) {
			m.Stage = landscape.Placed
		}, placed("b1", "tafel-b"))},
		{name: "bottleneck back to its list", before: func(s *state) { s.decide(placed("b1", "tafel-b"), on("2026-02-01")) }, move: to("b1", agenda.BottleneckList)},
		{name: "a part back", before: func(s *state) { s.decide(moved(ofB1, placed("b1", "tafel-b")), on("2026-02-01")) }, move: to("b1", agenda.BottleneckList)},
		{name: "the successor is asked", move: placed("b1", "opvolger"), act: on("2026-07-01")},

		{name: "without a reason", move: moved(func(m *agenda.Move) { m.Reason = " " }, placed("b1", "tafel-b")), want: rules{agenda.RuleReason}},
		{name: "back without a reason", before: elsewhere, move: moved(func(m *agenda.Move) { m.Reason = "" }, to("lopend", landscape.Stock)), want: rules{agenda.RuleReason}},
		{name: "bottleneck to the stock", move: to("b1", landscape.Stock), want: rules{agenda.RuleList}},
		{name: "action to the bottlenecks", move: to("lopend", agenda.BottleneckList), want: rules{agenda.RuleList}},
		{name: "a table to the stock", move: to("tafel-a", landscape.Stock), want: rules{agenda.RuleList}},
		{name: "an unknown list", move: to("lopend", "elders"), want: rules{agenda.RuleList}},
		{name: "where it stands", move: to("lopend", landscape.Underway), want: rules{agenda.RuleSame}},
		{name: "completed twice", before: finished, move: completed("lopend"), want: rules{agenda.RuleSame}},
		{name: "completed, then placed", before: finished, move: placed("lopend", "tafel-a"), want: rules{agenda.RuleSame}},
		{name: "placed, then completed", before: elsewhere, move: completed("lopend"), want: rules{agenda.RuleSame}},
		{name: "stock to done, completed", move: completed("voorraad"), want: rules{agenda.RuleStockDone}},
		{name: "done without an outcome", move: to("lopend", landscape.Done), want: rules{agenda.RuleOutcome}},
		{name: "stock to done without a table", move: to("voorraad", landscape.Done), want: rules{agenda.RuleBy}},
		{name: "placed with no table", move: placed("b1", "vws"), want: rules{agenda.RuleBy}},
		{name: "placed with a table that ended", move: placed("b1", "gestopt"), act: on("2026-07-01"), want: rules{agenda.RuleEnded}},
		{name: "placed as declined", move: moved(func(m *agenda.Move) { m.Stage = landscape.Declined }, placed("b1", "tafel-b")), want: rules{agenda.RuleDeclined}},
		{name: "agreed without a source", move: moved(func(m *agenda.Move) { m.Stage = landscape.Agreed }, placed("b1", "tafel-b")), want: rules{agenda.RuleStage}},
		{name: "a part without the rest", move: moved(func(m *agenda.Move) { m.Extent = "de opvang" }, placed("b1", "tafel-b")), want: rules{agenda.RuleRemainder}},
		{name: "shared", move: placed("gedeeld", "tafel-a"), want: rules{agenda.RuleShared}},
		{name: "owned in part", move: placed("deels", "tafel-a"), want: rules{agenda.RulePartly}},
		{name: "owned by another", move: placed("b2", "tafel-b"), want: rules{agenda.RuleShared}},
		{name: "an action for what is shared", before: func(s *state) {
			s.apply([]landscape.Edit{relation("voorraad", landscape.Resolves, "gedeeld")}, nil)
		}, move: placed("voorraad", "tafel-a"), want: rules{agenda.RuleShared}},
		{name: "look back in the past", move: moved(func(m *agenda.Move) { m.LookBack = landscape.MustDate("2025") }, placed("b1", "tafel-b")), want: rules{agenda.RuleLookBack}},
		{name: "not its bottleneck", move: moved(func(m *agenda.Move) { m.For = []landscape.ID{"b3"} }, placed("voorraad", "tafel-b")), want: rules{agenda.RuleNotIts}},
		{name: "resolves nothing", move: upTaken("wees"), want: rules{agenda.RuleResolves}},
		{name: "belongs nowhere", move: placed("los", "tafel-b"), want: rules{agenda.RuleBelongs}},
		{name: "no criteria, no lead", move: to("voorraad", landscape.Underway), want: rules{agenda.RuleCriterion, agenda.RuleLead}},
		{name: "a lead from the klankbordgroep", move: moved(func(m *agenda.Move) { m.Lead = "politie" }, upTaken("voorraad")), want: rules{agenda.RuleLeadMember}},
		{name: "a lead who left", move: moved(func(m *agenda.Move) { m.Lead = "derde" }, upTaken("voorraad")), want: rules{agenda.RuleLeadMember}},
		{name: "joined by an outsider", move: moved(func(m *agenda.Move) { m.Coalition = []landscape.ID{"derde"} }, upTaken("voorraad")), want: rules{agenda.RuleJoinMember}},
		{name: "decided by the klankbordgroep", move: placed("b1", "tafel-b"), act: agenda.Act{Day: landscape.MustDate("2026-03-01"), DecidedBy: "klankbordgroep", Author: "s"}, want: rules{agenda.RuleDecider}},
		{name: "decided in its meeting", move: placed("b1", "tafel-b"), act: agenda.Act{Day: landscape.MustDate("2026-03-01"), Meeting: "kb-1", DecidedBy: "stuurgroep", Author: "s"}, want: rules{agenda.RuleDecider}},
		{name: "decided by one member", move: placed("b1", "tafel-b"), act: agenda.Act{Day: landscape.MustDate("2026-03-01"), DecidedBy: "vws", Author: "s"}, want: rules{agenda.RuleDecider}},
		{name: "in what is no meeting", move: placed("b1", "tafel-b"), act: in("stuk", "2026-03-01"), want: rules{agenda.RuleMeeting}},
		{name: "before the last decision", before: elsewhere, act: in("sg-1", "2026-03-01"), move: to("lopend", landscape.Stock), want: rules{agenda.RuleEarlier}},
		{name: "everything at once", move: agenda.Move{Item: "voorraad", To: landscape.Underway, Lead: "politie"}, want: rules{agenda.RuleReason, agenda.RuleCriterion, agenda.RuleLeadMember}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := begin(t)
			if c.before != nil {
				c.before(s)
			}
			if !c.act.Day.Known() {
				c.act = on("2026-03-01")
			}
			edits, err := agenda.Decide(s.Landscape, c.move, c.act)
			if got := rulesOf(t, err); !slices.Equal(got, c.want) {
				t.Fatalf("refused by %v, expected %v", got, c.want)
			}
			if err == nil {
				s.apply(edits, nil)
			}
		})
	}
}

func TestTakingUp(t *testing.T) {
	s := begin(t)
	s.decide(upTaken("voorraad"), in("sg-1", "2026-01-20"))
	if s.list("voorraad") != landscape.Underway || s.get("voorraad", landscape.MovedOn) != "2026-01-15" {
		t.Errorf("on %q since %q", s.list("voorraad"), s.get("voorraad", landscape.MovedOn))
	}
	if got := s.get("voorraad", landscape.Feasibility); got != agenda.NotDiscussed {
		t.Errorf("feasibility %q", got)
	}
	card := agenda.BoardOf(s.AsOf(landscape.MustDate("2026-02-01")), landscape.MustDate("2026-02-01"), "").Underway
	i := slices.IndexFunc(card, func(c agenda.Card) bool { return c.Node.ID == "voorraad" })
	if i < 0 || len(card[i].Leads) != 1 || card[i].Leads[0].ID != "vws" || card[i].Coalition[0].ID != "politie" {
		t.Fatalf("%+v", card)
	}
	decisions := agenda.DecisionsOf(s.Landscape, "sg-1")
	if len(decisions) != 1 || decisions[0].Item.Get(landscape.Result) != landscape.Taken {
		t.Errorf("decisions: %v", decisions)
	}
}

// A new lead ends that of another, and a former one can come back.
func TestAnActionHasOneLead(t *testing.T) {
	s := begin(t)
	leads := func(day string) []landscape.ID {
		var ids []landscape.ID
		for _, r := range s.AsOf(landscape.MustDate(day)).In("lopend", landscape.Leads) {
			ids = append(ids, r.From)
		}
		return ids
	}
	turns := []struct {
		day  string
		lead landscape.ID
	}{{"2026-02-01", "vng"}, {"2026-03-01", "vws"}, {"2026-04-01", "vws"}}
	for _, turn := range turns {
		s.decide(agenda.Move{Item: "lopend", To: landscape.Stock, Reason: "even niet"}, on(turn.day))
		m := upTaken("lopend")
		m.Lead = turn.lead
		s.decide(m, on(turn.day))
		if got := leads(turn.day); !slices.Equal(got, []landscape.ID{turn.lead}) {
			t.Errorf("on %s led by %v, expected %s", turn.day, got, turn.lead)
		}
	}
	if got := leads("2026-01-01"); !slices.Equal(got, []landscape.ID{"vws"}) {
		t.Errorf("in January led by %v", got)
	}
}
