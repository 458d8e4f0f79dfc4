package agenda_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// TestAnySequence plays the secretary: any decisions, proposals, verdicts and
// answers, sensible or not, on days that go on. What the rules let through must
// leave the agenda whole.
func TestAnySequence(t *testing.T) {
	counts := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := begin(t)
		day := landscape.MustDate("2026-01-05")
		for range rapid.IntRange(5, 30).Draw(t, "steps") {
			day = day.AddDays(rapid.IntRange(0, 12).Draw(t, "days"))
			kind := rapid.SampledFrom([]string{"decide", "propose", "propose", "conclude", "conclude", "answer", "answer", "answer"}).Draw(t, "kind")
			lists := s.lists()
			edits, err := s.step(t, kind, day)
			var refused *agenda.Refused
			switch {
			case errors.As(err, &refused):
				counts["refused"]++
				continue
			case err != nil:
				t.Fatalf("%s: %v", kind, err)
			}
			s.apply(edits, nil)
			counts[kind]++
			if kind == "propose" && !slices.Equal(lists, s.lists()) {
				t.Fatalf("a proposal moved something: %v, %v", lists, s.lists())
			}
			s.whole(day)
		}
	})
	for _, kind := range []string{"refused", "decide", "propose", "conclude", "answer"} {
		if counts[kind] < 15 {
			t.Errorf("%s only %d times: this test tries too little", kind, counts[kind])
		}
	}
}

var (
	items  = []landscape.ID{"b1", "b2", "b3", "gedeeld", "deels", "voorraad", "dubbel", "lopend"}
	tables = []landscape.ID{"tafel-a", "tafel-b", "gestopt", "opvolger"}
)

func (s *state) lists() []string {
	lists := make([]string, len(items))
	for i, id := range items {
		lists[i] = s.list(id)
	}
	return lists
}

// step draws one act of the secretary.
func (s *state) step(t *rapid.T, kind string, day landscape.Date) ([]landscape.Edit, error) {
	act := agenda.Act{Day: day, Author: "secretaris"}
	if rapid.IntRange(0, 3).Draw(t, "in a meeting") == 0 {
		act.Meeting = rapid.SampledFrom([]landscape.ID{"sg-1", "sg-2", "sg-3", "sg-4", "kb-1"}).Draw(t, "meeting")
	}
	switch kind {
	case "decide":
		return agenda.Decide(s.Landscape, drawMove(t), act)
	case "propose":
		edits, _, err := agenda.Propose(s.Landscape, drawMove(t), act)
		return edits, err
	case "conclude":
		return agenda.Conclude(s.Landscape, agenda.Verdict{
			Item: s.drawItem(t), Result: rapid.SampledFrom(landscape.Results).Draw(t, "result"), Text: "zo besloten",
			Change: agenda.Move{By: rapid.SampledFrom([]landscape.ID{"", "", "", "tafel-b"}).Draw(t, "instead")},
		}, act)
	}
	return agenda.Answer(s.Landscape, agenda.Reply{
		Item: s.drawPlaced(t), Stage: rapid.SampledFrom(landscape.Stages[1:]).Draw(t, "answer"),
		By: rapid.SampledFrom([]landscape.ID{"", "", "", "tafel-a"}).Draw(t, "of"), Reason: "zo geantwoord",
		Source: landscape.Evidence{Document: rapid.SampledFrom([]landscape.ID{"", "stuk", "stuk"}).Draw(t, "source")},
	}, act)
}

// drawItem draws an item of an agenda, if there is one.
func (s *state) drawItem(t *rapid.T) landscape.ID {
	all := s.Nodes(landscape.Item)
	if open := slices.DeleteFunc(slices.Clone(all), decided); len(open) > 0 && rapid.Bool().Draw(t, "open") {
		all = open
	}
	if len(all) == 0 {
		return "b1"
	}
	return rapid.SampledFrom(all).Draw(t, "item").ID
}

func decided(n *landscape.Node) bool { return n.Get(landscape.Result) != "" }

// drawPlaced draws something that was placed, if there is anything.
func (s *state) drawPlaced(t *rapid.T) landscape.ID {
	var placed []landscape.ID
	for _, id := range items {
		if len(s.Out(id, landscape.HandledBy)) > 0 {
			placed = append(placed, id)
		}
	}
	if len(placed) == 0 {
		return "b1"
	}
	return rapid.SampledFrom(placed).Draw(t, "placed")
}

func drawMove(t *rapid.T) agenda.Move {
	m := agenda.Move{
		Item:    rapid.SampledFrom(items).Draw(t, "item"),
		To:      rapid.SampledFrom(append(agenda.Lists(), landscape.Done, landscape.Done, landscape.Done)).Draw(t, "to"),
		Reason:  "zo bedoeld",
		Outcome: rapid.SampledFrom([]string{"", landscape.Completed, landscape.Elsewhere, landscape.Elsewhere}).Draw(t, "outcome"),
	}
	if m.To == landscape.Underway {
		return upTaken(m.Item)
	}
	if m.To != landscape.Done || m.Outcome == landscape.Completed {
		return m
	}
	m.By = rapid.SampledFrom(tables).Draw(t, "by")
	m.Stage = rapid.SampledFrom([]string{landscape.Could, landscape.Asked, landscape.Agreed, landscape.Declined}).Draw(t, "stage")
	m.Source.Document = rapid.SampledFrom([]landscape.ID{"", "stuk"}).Draw(t, "source")
	if rapid.IntRange(0, 3).Draw(t, "part") == 0 {
		m.Extent, m.Remainder = "de opvang", "het vervoer"
	}
	if rapid.IntRange(0, 3).Draw(t, "for one") == 0 {
		m.For = []landscape.ID{rapid.SampledFrom(items[:3]).Draw(t, "for")}
	}
	return m
}

// whole holds what is always so.
func (s *state) whole(day landscape.Date) {
	s.t.Helper()
	now := s.AsOf(day)
	s.onOneList(now, day)
	back, _ := agenda.Follow(s.Landscape.AsOf(landscape.MustDate("2040-01-01")), landscape.MustDate("2040-01-01"))
	for _, id := range items {
		n, _ := now.Node(id)
		whole := s.tables(now, id, back)
		elsewhere := agenda.ListOf(n) == landscape.Done && n.Get(landscape.OutcomeOf) == landscape.Elsewhere
		switch {
		case elsewhere && whole != 1:
			s.t.Fatalf("%s is done elsewhere, with %d tables", id, whole)
		case !elsewhere && whole > 0:
			s.t.Fatalf("%s stands on %s and lies elsewhere", id, agenda.ListOf(n))
		case agenda.ListOf(n) != landscape.Done && n.Get(landscape.OutcomeOf) != "":
			s.t.Fatalf("%s stands on %s with an outcome", id, agenda.ListOf(n))
		}
		if o := now.OwnershipOf(id, day); elsewhere && n.Type == landscape.Bottleneck && o.State == landscape.Shared {
			s.t.Fatalf("%s is shared and done", id)
		}
	}
}

// tables counts the tables with which all of an item lies, and holds that every
// placing comes back.
func (s *state) tables(now *landscape.Landscape, id landscape.ID, back []agenda.Returning) int {
	s.t.Helper()
	whole := 0
	for _, r := range now.Out(id, landscape.HandledBy) {
		if r.Stage == landscape.Declined {
			continue
		}
		if r.Extent == "" {
			whole++
		}
		if !slices.ContainsFunc(back, func(b agenda.Returning) bool { return sameEnds(b.Relation, r) }) {
			s.t.Fatalf("%s lies with %s and never comes back", id, r.To)
		}
	}
	return whole
}

func sameEnds(a, b landscape.Relation) bool {
	return a.From == b.From && a.To == b.To && a.Start == b.Start
}

func (s *state) onOneList(now *landscape.Landscape, day landscape.Date) {
	s.t.Helper()
	b := agenda.BoardOf(now, day, "")
	times := map[landscape.ID]int{}
	for _, list := range agenda.Lists() {
		for _, c := range b.List(list) {
			times[c.Node.ID]++
		}
	}
	for _, n := range now.Nodes(landscape.Bottleneck, landscape.Action) {
		if times[n.ID] != 1 {
			s.t.Fatalf("%s stands on %d lists", n.ID, times[n.ID])
		}
	}
}
