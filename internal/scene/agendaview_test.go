package scene_test

import (
	"strings"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

func TestTheAgendaHasItsListsBesideEachOther(t *testing.T) {
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	day := landscape.MustDate("2026-11-22")
	p, err := scene.New(l, scene.Request{
		View: scene.AgendaLists, Page: scene.Pages[0], Day: day, Audience: landscape.Secretariat, Words: words.In("nl"),
	})
	if err != nil {
		t.Fatal(err)
	}
	boxes := map[string]bool{}
	for i, g := range p.Graphs() {
		if len(g.Columns) != len(agenda.Lists()) || len(g.Edges) != 0 {
			t.Errorf("page %d has %d columns and %d lines", i+1, len(g.Columns), len(g.Edges))
		}
		for _, c := range g.Columns {
			for _, n := range c.Nodes {
				boxes[n.ID] = true
			}
		}
	}
	for _, b := range agenda.BoardOf(l.AsOf(day), day, "").Bottlenecks {
		if !boxes[string(b.Node.ID)] {
			t.Errorf("%s is on no page", b.Node.ID)
		}
	}
	if !boxes["empty-"+landscape.Done] || !strings.Contains(p.Twin(), "Hier staat nog niets.") {
		t.Error("an empty list does not say so")
	}
}
