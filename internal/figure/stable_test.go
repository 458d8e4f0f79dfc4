package figure_test

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

func overviewRequest() scene.Request {
	return scene.Request{
		View: scene.Overview, Page: scene.Pages[0], Day: landscape.MustDate(days[0]), Words: words.In("nl"),
	}
}

// svg draws the overview as one page.
func svg(t testing.TB, l *landscape.Landscape) []byte {
	t.Helper()
	pages, err := render(l, overviewRequest(), "svg")
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Join(pages, nil)
}

func TestOrderOfEntryNeverChangesTheFigure(t *testing.T) {
	l := shipped(t)
	want := svg(t, l)
	keys := l.Keys()
	random := rand.New(rand.NewPCG(2018, 2026))
	for range 100 {
		random.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		if !bytes.Equal(svg(t, entered(t, l, keys)), want) {
			t.Fatal("another order of entry gave another figure")
		}
	}
}

func TestOrderOfEntryNeverChangesADifference(t *testing.T) {
	l := shipped(t)
	r := overviewRequest()
	r.View, r.Since = scene.Difference, landscape.MustDate(days[1])
	drawn := func(l *landscape.Landscape) []byte {
		var all []byte
		for _, format := range []string{"svg", "txt"} {
			pages, err := render(l, r, format)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, bytes.Join(pages, nil)...)
		}
		return all
	}
	want := drawn(l)
	keys := l.Keys()
	random := rand.New(rand.NewPCG(2018, 2026))
	for range 5 {
		random.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		if !bytes.Equal(drawn(entered(t, l, keys)), want) {
			t.Fatal("another order of entry gave another difference")
		}
	}
}

// entered builds a landscape record by record in the given order; a relation
// waits until both its ends are there.
func entered(t testing.TB, l *landscape.Landscape, keys []landscape.Key) *landscape.Landscape {
	t.Helper()
	built := landscape.New()
	waiting := keys
	for len(waiting) > 0 {
		var later []landscape.Key
		for _, key := range waiting {
			r := l.Record(key)
			if r.Relation != nil && (!built.Has(r.Relation.From) || !built.Has(r.Relation.To)) {
				later = append(later, key)
				continue
			}
			next, err := built.Apply([]landscape.Edit{{Key: key, After: r}})
			if err != nil {
				t.Fatal(err)
			}
			built = next
		}
		waiting = later
	}
	return built
}

// another is an initiative of a kind that works on a theme and is marked for
// the overview.
func another(t testing.TB, l *landscape.Landscape, id landscape.ID, kind string, theme landscape.ID) *landscape.Landscape {
	t.Helper()
	basis := landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: "test"}}}
	n := landscape.NewNode(id, landscape.Initiative).
		Text(landscape.Name, "Een nieuwe "+string(id), basis).
		Text(landscape.KindOf, kind, basis).
		Text(landscape.OnOverview, "true", landscape.Basis{})
	r := landscape.Relation{From: id, Link: landscape.Addresses, To: theme, Basis: basis}
	next, err := l.Apply([]landscape.Edit{
		{Key: n.Key(), After: &landscape.Record{Node: n}},
		{Key: r.Key(), After: &landscape.Record{Relation: &r}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestOneMoreMovesOnlyItsOwnColumnByOnePlace(t *testing.T) {
	l := shipped(t)
	before := boxes(t, l)
	for _, c := range []struct {
		kind  string
		theme landscape.ID
	}{
		{landscape.Consultation, "acute-onveiligheid"},
		{landscape.Network, "maatschappelijk-herstel"},
		{landscape.SteeringGroup, "autonomie-tot-dwang"},
		{landscape.Programme, "maatschappelijk-herstel"},
	} {
		t.Run(fmt.Sprintf("%s on %s", c.kind, c.theme), func(t *testing.T) {
			after := boxes(t, another(t, l, "extra", c.kind, c.theme))
			extra := after["extra"]
			step := extra.H + scene.Pages[0].Gap
			for id, was := range before {
				is := after[id]
				down := 0.0
				if was.X == extra.X && was.Y >= extra.Y-0.2 {
					down = step
				}
				if math.Abs(is.X-was.X) > 0.1 || math.Abs(is.Y-was.Y-down) > 0.2 || is.H != was.H {
					t.Errorf("%s moved from %v to %v; expected %.1f down", id, was, is, down)
				}
			}
		})
	}
}

// boxes gives the boxes of a one-page overview.
func boxes(t testing.TB, l *landscape.Landscape) map[string]scene.Rect {
	t.Helper()
	scenes, err := draw(l, overviewRequest())
	if err != nil {
		t.Fatal(err)
	}
	if len(scenes) != 1 {
		t.Fatalf("the overview was split into %d", len(scenes))
	}
	rects := map[string]scene.Rect{}
	for _, it := range scenes[0].Items {
		if it.Role == scene.RoleBox {
			rects[it.ID] = it.Rect
		}
	}
	return rects
}

// crowd is a landscape of many initiatives with names that try the figure.
func crowd(t testing.TB, n int) *landscape.Landscape {
	t.Helper()
	names := []string{
		`Werkagenda "De 'Brug'" & <Samen> 100% \N`, "Überprüfung — één coördinatie €", "A",
		"Donaudampfschifffahrtsgesellschaftskapitänskajütentürschlüsselverwaltung van de regio",
		"Landelijk programma voor de versterking van de samenwerking tussen zorg en veiligheid in alle regio's van het land",
		"Overleg 漢字 عربى", "Netwerk\tmet  veel   wit", "]]> <!-- --> &amp; {{.Name}}",
	}
	kinds := landscape.Fields[4].Choices
	l := shipped(t)
	themes := l.Nodes(landscape.Theme)
	for i := range n {
		id := landscape.ID(fmt.Sprintf("x-%d", i))
		l = another(t, l, id, kinds[i%len(kinds)], themes[i%4].ID)
		b := landscape.Basis{Certainty: landscape.Inferred, Evidence: []landscape.Evidence{{Note: "test"}}}
		node, _ := l.Node(id)
		renamed := node.Text(landscape.Name, fmt.Sprintf("%s %d", names[i%len(names)], i), b)
		r := landscape.Relation{From: id, Link: landscape.Addresses, To: themes[(i+1)%4].ID, Basis: b}
		next, err := l.Apply([]landscape.Edit{
			{Key: node.Key(), Before: &landscape.Record{Node: node}, After: &landscape.Record{Node: renamed}},
			{Key: r.Key(), After: &landscape.Record{Relation: &r}},
		})
		if err != nil {
			t.Fatal(err)
		}
		l = next
	}
	return l
}

func TestACrowdIsSplitNeverCut(t *testing.T) {
	const extra = 90
	l := crowd(t, extra)
	for _, page := range scene.Pages {
		for _, view := range []scene.View{scene.Overview, scene.Difference} {
			r := overviewRequest()
			r.Page, r.View, r.Since = page, view, landscape.MustDate(days[1])
			scenes, err := draw(l, r)
			if err != nil {
				t.Fatal(err)
			}
			shown := map[string]bool{}
			for _, s := range scenes {
				checkScene(t, s, smallest(page))
				for _, it := range s.Items {
					shown[it.ID] = true
				}
			}
			for i := range extra {
				if id := fmt.Sprintf("x-%d", i); !shown[id] {
					t.Errorf("%s of %s: %s is on no page", page.Name, view, id)
				}
			}
		}
	}
}

// The picture in the README is drawn by the program; it is also the golden
// text of the whole path from data to SVG.
func TestPictureInTheReadmeIsCurrent(t *testing.T) {
	const path = "../../assets/overzicht.svg"
	got := svg(t, shipped(t))
	if flag.Lookup("update").Value.String() == "true" { // the flag of svg_test.go
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is out of date (%v); look at the change, then: go test ./internal/figure -run Readme -update", path, err)
	}
}
