package scene_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
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

// Each theme has a page with all that belongs to it; the twin tells each item
// once all the same.
func TestAnAgendaThatDoesNotFitHasAPageForEachTheme(t *testing.T) {
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	day := landscape.MustDate("2026-11-22")
	ask := scene.Request{
		View: scene.AgendaLists, Page: scene.Pages[0], Day: day, Audience: landscape.Secretariat, Words: words.In("nl"),
	}
	p, err := scene.New(l, ask)
	if err != nil {
		t.Fatal(err)
	}
	scenes, err := p.Scenes(context.Background(), stacked)
	if err != nil {
		t.Fatal(err)
	}
	themes := l.Nodes(landscape.Theme)
	if len(scenes) != len(themes)+1 {
		t.Fatalf("%d pages", len(scenes))
	}
	for i, theme := range themes {
		if want := "Thema " + theme.Get(landscape.Number) + ":"; !strings.HasPrefix(scenes[i].Desc, want) {
			t.Errorf("page %d says %q", i+1, scenes[i].Desc)
		}
		var shown []string
		for _, id := range items(scenes[i], scene.RoleBox) {
			if !strings.HasPrefix(id, "empty-") {
				shown = append(shown, id)
			}
		}
		if want := agenda.BoardOf(l.AsOf(day), day, theme.ID).Bottlenecks; len(shown) != len(want) {
			t.Errorf("page %d shows %d of %d", i+1, len(shown), len(want))
		}
	}
	for _, n := range l.Nodes(landscape.Bottleneck) {
		if told := strings.Count(p.Twin(), "| "+n.Name()+" |"); told != 1 {
			t.Errorf("%s is told %d times", n.ID, told)
		}
	}
}

// A list that is longer than its column runs on in the room of the empty ones,
// and nothing of it is lost.
func TestFullListsTakeTheRoomOfEmptyOnes(t *testing.T) {
	var edits []landscape.Edit
	for i := range 40 {
		id := landscape.ID(fmt.Sprintf("k-%02d", i))
		edits = append(edits, landscapetest.Put(landscapetest.Node(id, landscape.Bottleneck)))
	}
	l, err := landscape.New().Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	p, err := scene.New(l, scene.Request{
		View: scene.AgendaLists, Page: scene.Pages[0], Day: landscape.MustDate("2026-11-22"),
		Audience: landscape.Secretariat, Words: words.In("nl"),
	})
	if err != nil {
		t.Fatal(err)
	}
	graphs := p.Graphs()
	if len(graphs) != 1 {
		t.Fatalf("%d pages", len(graphs))
	}
	var order []string
	for _, c := range graphs[0].Columns[:3] {
		for _, n := range c.Nodes {
			order = append(order, n.ID)
		}
	}
	if len(order) != 40 || !slices.IsSorted(order) {
		t.Errorf("the columns hold %v", order)
	}
	if last := graphs[0].Columns[3].Nodes; len(last) != 3 || last[0].ID != "empty-"+landscape.Stock {
		t.Errorf("the last column holds %v", last)
	}
}
