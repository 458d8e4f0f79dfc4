package agenda_test

import (
	"errors"
	"slices"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
)

// The small landscape of these tests: one theme and one ambition, two tables
// that run, one that ended with a successor, four meetings of the Stuurgroep
// and one of the klankbordgroep.
//
//	b1, b2, b3   bottlenecks of the theme; b2 lies with tafel-a by a source
//	gedeeld      lies with both tables; deels with tafel-a for a part
//	los          a bottleneck that belongs nowhere
//	voorraad     an action on the stock, for b1; dubbel for b1 and b3
//	lopend       an action underway, for b3, led by vws
//	wees         an action that resolves nothing
func small(t fataler) *landscape.Landscape {
	t.Helper()
	l, err := landscape.New().Apply(records())
	must(t, err)
	return l
}

type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

func must(t fataler, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
	}
}

func records() []landscape.Edit {
	edits := []landscape.Edit{
		node("thema", landscape.Theme), node("ambitie", landscape.Ambition), node("stuk", landscape.Document),
		node("stuurgroep", landscape.Body, landscape.Role, "decides"),
		node("klankbordgroep", landscape.Body, landscape.Role, "prepares"),
		node("bureau", landscape.Body, landscape.Role, "monitors"),
		node("vws", landscape.Organisation), node("vng", landscape.Organisation),
		node("politie", landscape.Organisation), node("derde", landscape.Organisation),
		node("tafel-a", landscape.Initiative), node("tafel-b", landscape.Initiative),
		node("gestopt", landscape.Initiative, landscape.Start, "2020", landscape.End, "2026-06"),
		node("opvolger", landscape.Initiative, landscape.Start, "2026-07"),
		node("los", landscape.Bottleneck),
		node("voorraad", landscape.Action, landscape.List, landscape.Stock),
		node("dubbel", landscape.Action, landscape.List, landscape.Stock),
		node("wees", landscape.Action, landscape.List, landscape.Stock),
		node("lopend", landscape.Action, landscape.List, landscape.Underway),
		meeting("sg-1", "stuurgroep", "2026-01-15"), meeting("sg-2", "stuurgroep", "2026-04-16"),
		meeting("sg-3", "stuurgroep", "2026-07-09"), meeting("sg-4", "stuurgroep", "2026-10-08"),
		meeting("kb-1", "klankbordgroep", "2026-02-12"),
		relation("vws", landscape.TakesPartIn, "stuurgroep"), relation("vng", landscape.TakesPartIn, "stuurgroep"),
		relation("politie", landscape.TakesPartIn, "klankbordgroep"),
		relation("opvolger", landscape.Succeeds, "gestopt"),
		relation("tafel-a", landscape.Owns, "b2"),
		relation("tafel-a", landscape.Owns, "gedeeld"), relation("tafel-b", landscape.Owns, "gedeeld"),
		relation("voorraad", landscape.Resolves, "b1"), relation("lopend", landscape.Resolves, "b3"),
		relation("dubbel", landscape.Resolves, "b1"), relation("dubbel", landscape.Resolves, "b3"),
		relation("vws", landscape.Leads, "lopend"),
	}
	part := landscapetest.Relation("tafel-a", landscape.Owns, "deels")
	part.Extent, part.Remainder = "de helft", "de andere helft"
	former := landscapetest.Relation("derde", landscape.TakesPartIn, "stuurgroep")
	former.End = landscape.MustDate("2025")
	edits = append(edits, landscapetest.Join(part), landscapetest.Join(former))
	for _, id := range []landscape.ID{"b1", "b2", "b3", "gedeeld", "deels"} {
		edits = append(edits, node(id, landscape.Bottleneck), relation(id, landscape.BelongsTo, "thema"))
	}
	return edits
}

// node makes a node with fields, given as field and value by turns.
func node(id landscape.ID, t landscape.Type, fields ...any) landscape.Edit {
	n := landscapetest.Node(id, t)
	for i := 0; i < len(fields); i += 2 {
		n = n.Text(fields[i].(landscape.Field), fields[i+1].(string), landscapetest.Basis)
	}
	return landscapetest.Put(n)
}

func meeting(id landscape.ID, body, day string) landscape.Edit {
	return node(id, landscape.Meeting, landscape.HeldBy, body, landscape.DateOn, day)
}

func relation(from landscape.ID, link landscape.Link, to landscape.ID) landscape.Edit {
	return landscapetest.Join(landscapetest.Relation(from, link, to))
}

// on is an act of the secretary on a day, in writing.
func on(day string) agenda.Act {
	return agenda.Act{Day: landscape.MustDate(day), Author: "secretaris"}
}

// in is an act in a meeting, recorded on its day.
func in(meeting landscape.ID, day string) agenda.Act {
	act := on(day)
	act.Meeting = meeting
	return act
}

// upTaken is a move that takes an action up, with all that is asked.
func upTaken(id landscape.ID) agenda.Move {
	return agenda.Move{
		Item: id, To: landscape.Underway, Reason: "nu doen", Lead: "vws", Coalition: []landscape.ID{"politie"},
		Importance: "hoog: het speelt overal", Feasibility: agenda.NotDiscussed, Impact: "groot",
	}
}

// placed is a move of all of an item to another table.
func placed(id, by landscape.ID) agenda.Move {
	return agenda.Move{Item: id, To: landscape.Done, Outcome: landscape.Elsewhere, By: by, Reason: "ligt daar"}
}

// state is a landscape that goes from decision to decision.
type state struct {
	t fataler
	*landscape.Landscape
}

func begin(t fataler) *state { return &state{t, small(t)} }

// apply makes edits, and holds that they can be taken back.
func (s *state) apply(edits []landscape.Edit, err error) {
	s.t.Helper()
	must(s.t, err)
	before := s.Landscape
	s.Landscape, err = before.Apply(edits)
	must(s.t, err)
	back, err := s.Landscape.Apply(landscape.Inverse(edits))
	must(s.t, err)
	if left := landscape.Diff(before, back); len(left) > 0 {
		s.t.Fatalf("the inverse leaves %v", left[0].Key)
	}
}

func (s *state) decide(m agenda.Move, act agenda.Act) {
	s.t.Helper()
	s.apply(agenda.Decide(s.Landscape, m, act))
}

func (s *state) propose(m agenda.Move, act agenda.Act) landscape.ID {
	s.t.Helper()
	edits, id, err := agenda.Propose(s.Landscape, m, act)
	s.apply(edits, err)
	return id
}

func (s *state) answer(r agenda.Reply, act agenda.Act) {
	s.t.Helper()
	s.apply(agenda.Answer(s.Landscape, r, act))
}

func (s *state) conclude(v agenda.Verdict, act agenda.Act) {
	s.t.Helper()
	s.apply(agenda.Conclude(s.Landscape, v, act))
}

func (s *state) get(id landscape.ID, f landscape.Field) string {
	s.t.Helper()
	n, err := s.Find(id)
	must(s.t, err)
	return n.Get(f)
}

func (s *state) list(id landscape.ID) string {
	s.t.Helper()
	n, err := s.Find(id)
	must(s.t, err)
	return agenda.ListOf(n)
}

// handled gives the relation to a table that is in force on a day.
func (s *state) handled(id, by landscape.ID, day string) (landscape.Relation, bool) {
	for _, r := range s.AsOf(landscape.MustDate(day)).Out(id, landscape.HandledBy) {
		if r.To == by {
			return r, true
		}
	}
	return landscape.Relation{}, false
}

// rulesOf gives the rules that an error names, in order.
func rulesOf(t *testing.T, err error) []agenda.Rule {
	t.Helper()
	if err == nil {
		return nil
	}
	var refused *agenda.Refused
	if !errors.As(err, &refused) {
		t.Fatalf("no refusal: %v", err)
	}
	var rules []agenda.Rule
	for _, r := range refused.Refusals {
		if !slices.Contains(rules, r.Rule) {
			rules = append(rules, r.Rule)
		}
	}
	return rules
}
