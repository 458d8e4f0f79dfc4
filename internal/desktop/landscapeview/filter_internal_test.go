package landscapeview

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
	"snijvlak/internal/words"
)

var day = landscape.MustDate("2026-11-22")

// shipped are the items of the shipped overview, its bottlenecks and its
// organisations.
func shipped(t *testing.T) (*landscape.Landscape, []item) {
	t.Helper()
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	l = l.AsOf(day)
	d := drafter{land: l, seen: l, words: words.In("nl")}
	ids := d.chosen(l.OverviewOn(day).Initiatives, also{bottlenecks: true, organisations: true})
	return l, items(words.In("nl"), l, day, ids)
}

func TestAFilterLetsThroughWhatFits(t *testing.T) {
	_, all := shipped(t)
	for name, c := range map[string]struct {
		filter     filter
		with, none string
	}{
		"a theme":         {filter{themes: map[int]bool{4: true}}, "slachtofferbeleid", "zorg-en-dwang"},
		"an ambition":     {filter{ambition: true}, "g-2", "t1-1"},
		"the tables":      {filter{kind: tables}, "bestuurlijk-overleg-wvggz", "beschermd-thuis"},
		"the programmes":  {filter{kind: programmes}, "beschermd-thuis", "bestuurlijk-overleg-wvggz"},
		"a kind":          {filter{kind: landscape.ActionPlan}, "actieplan-dakloosheid", "beschermd-thuis"},
		"a type":          {filter{kind: string(landscape.Bottleneck)}, "t1-1", "beschermd-thuis"},
		"a status":        {filter{status: "status.ended"}, "slachtofferbeleid", "femicide"},
		"a state":         {filter{status: "state.unowned"}, "t1-1", "femicide"},
		"a text":          {filter{text: "FEMICIDE stuurgroep"}, "femicide", "beschermd-thuis"},
		"without accents": {filter{text: "reintegratie"}, "reintegratie-justitiabelen", "femicide"},
		"put aside":       {filter{aside: map[landscape.ID]bool{"femicide": true}}, "beschermd-thuis", "femicide"},
	} {
		var got []string
		for _, it := range through(all, c.filter) {
			got = append(got, string(it.id()))
		}
		if !slices.Contains(got, c.with) || slices.Contains(got, c.none) {
			t.Errorf("%s: %s", name, strings.Join(got, " "))
		}
		if c.filter.idle() {
			t.Errorf("%s: the filter counts as none", name)
		}
	}
	if got := through(all, filter{}); len(got) != len(all) || !(filter{}).idle() {
		t.Errorf("no filter lets %d of %d through", len(got), len(all))
	}
}

func TestAnOrganisationIsFoundWhereItSitsAndLeads(t *testing.T) {
	l, all := shipped(t)
	for _, org := range l.Nodes(landscape.Organisation) {
		for _, it := range through(all, filter{organisation: org.ID, kind: tables}) {
			links := l.Between(org.ID, it.id())
			if len(links) == 0 {
				t.Errorf("%s has nothing to do with %s", org.ID, it.id())
			}
			leads := slices.ContainsFunc(links, func(r landscape.Relation) bool { return r.Link == landscape.Leads })
			if it.led[org.ID] != leads {
				t.Errorf("%s leads %s: %t", org.ID, it.id(), it.led[org.ID])
			}
		}
	}
}

func TestWhatIsFadedIsWhatDoesNotFit(t *testing.T) {
	l, all := shipped(t)
	boxes := []string{"acute-onveiligheid", "passende-woonplek", "stuurgroep"}
	for _, it := range all {
		boxes = append(boxes, string(it.id()))
	}
	f := filter{themes: map[int]bool{1: true}}
	kept := through(all, f)
	back := faded(l, boxes, kept, f)
	if back["acute-onveiligheid"] || !back["passende-woonplek"] || back["stuurgroep"] {
		t.Errorf("the frame: %v %v %v", back["acute-onveiligheid"], back["passende-woonplek"], back["stuurgroep"])
	}
	for _, it := range all {
		if back[string(it.id())] == f.lets(it) {
			t.Errorf("%s stands back: %t", it.id(), back[string(it.id())])
		}
	}
	if faded(l, boxes, all, filter{}) != nil {
		t.Error("without a filter something stands back")
	}
}

func TestRowsStandInTheOrderAsked(t *testing.T) {
	_, all := shipped(t)
	for by := range field(len(fieldKeys)) {
		for _, down := range []bool{false, true} {
			o := order{by, down}
			rows := sorted(all, o)
			if len(rows) != len(all) {
				t.Fatalf("%v: %d of %d rows", o, len(rows), len(all))
			}
			for i := range len(rows) - 1 {
				c, lacking := o.compare(&rows[i], &rows[i+1])
				if down && !lacking {
					c = -c
				}
				if c > 0 {
					t.Errorf("%v: %s before %s", o, rows[i].id(), rows[i+1].id())
				}
			}
		}
	}
	first := sorted(all, order{byRuns, true})[0]
	if !first.node.Period().End.Known() {
		t.Errorf("%s has no end and stands first", first.id())
	}
}

func TestAPressTurnsTheOrderRound(t *testing.T) {
	o := order{}.press(byName)
	if o != (order{byName, true}) || o.press(byName) != (order{}) {
		t.Errorf("%v", o)
	}
	if got := o.press(byOwned); got != (order{byOwned, true}) {
		t.Errorf("counts begin with the most: %v", got)
	}
}

func TestItemsSayWhoLeadsAndWhereItIsWritten(t *testing.T) {
	_, all := shipped(t)
	i := slices.IndexFunc(all, func(it item) bool { return it.id() == "femicide" })
	it := all[i]
	if it.leads == "" || it.sources == 0 || len(it.themes) == 0 {
		t.Errorf("%+v", it)
	}
	if row := line(it); strings.Count(row, "\t") != len(fieldKeys)-1 || !strings.HasPrefix(row, it.node.Name()+"\t") {
		t.Errorf("as text: %q", row)
	}
}

// large is a landscape of so many initiatives of four themes.
func large(b *testing.B, n int) *landscape.Landscape {
	b.Helper()
	l, err := exchange.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	var edits []landscape.Edit
	themes := l.Nodes(landscape.Theme)
	for i := range n {
		id := landscape.ID(fmt.Sprintf("initiatief-%d", i))
		known := landscape.Basis{Certainty: landscape.Stated}
		one := landscape.NewNode(id, landscape.Initiative).
			Text(landscape.Name, fmt.Sprintf("Programma nummer %d met een naam", i), known).
			Text(landscape.KindOf, landscape.Programme, known)
		r := landscape.Relation{From: id, Link: landscape.Addresses, To: themes[i%len(themes)].ID, Basis: known}
		edits = append(edits, landscape.Edit{Key: one.Key(), After: &landscape.Record{Node: one}},
			landscape.Edit{Key: r.Key(), After: &landscape.Record{Relation: &r}})
	}
	if l, err = l.Apply(edits); err != nil {
		b.Fatal(err)
	}
	return l
}

func BenchmarkDrawingOf5000(b *testing.B) {
	l := large(b, 5000)
	d := drafter{land: l, seen: l.AsOf(day), words: words.In("nl"), palette: looks.Light}
	for b.Loop() {
		if _, err := d.make(b.Context(), wish{day: day, also: also{others: true}}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFilterAndSort5000(b *testing.B) {
	l := large(b, 5000).AsOf(day)
	d := drafter{seen: l}
	all := items(words.In("nl"), l, day, d.chosen(nil, also{}))
	for b.Loop() {
		sorted(through(all, filter{text: "nummer naam"}), order{byLeads, true})
	}
}
