package scene_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

const (
	thenDay = "2020-07-01"
	nowDay  = "2025-07-01"
	turn    = "2023-01-01" // between the two
	eve     = "2022-12-31"
)

// twoDays is a landscape with something of each kind between the two days.
func twoDays(t *testing.T) *landscape.Landscape {
	t.Helper()
	var edits []landscape.Edit
	put := func(n *landscape.Node) { edits = append(edits, landscapetest.Put(n)) }
	join := func(from landscape.ID, link landscape.Link, to landscape.ID, p landscape.Period) {
		r := landscapetest.Relation(from, link, to)
		r.Period = p
		edits = append(edits, landscapetest.Join(r))
	}
	always, before, since := landscape.Period{}, landscape.Period{End: landscape.MustDate(eve)}, landscape.Period{Start: landscape.MustDate(turn)}
	for id, number := range map[landscape.ID]string{"thema-een": "1", "thema-twee": "2"} {
		put(landscapetest.Node(id, landscape.Theme).Text(landscape.Number, number, landscapetest.Basis))
	}
	edition := func(id landscape.ID, day string) {
		put(landscapetest.Node(id, landscape.Document).Text(landscape.Edition, "true", landscapetest.Basis).
			Text(landscape.DateOn, day, landscapetest.Basis))
	}
	edition("brief", "2020-01-01")
	edition("agenda", "2025-01-01")
	put(landscapetest.Node("gemeente", landscape.Organisation))
	for _, id := range []landscape.ID{"blijft", "nieuw", "weg", "gestopt", "anders"} {
		n := landscapetest.Node(id, landscape.Initiative).Text(landscape.KindOf, landscape.Consultation, landscapetest.Basis)
		switch id {
		case "gestopt":
			n = n.Text(landscape.End, eve, landscapetest.Basis)
		case "nieuw":
			n = n.Text(landscape.Start, turn, landscapetest.Basis)
		case "anders":
			n = n.WithClaims(landscape.Name, []landscape.Claim{
				{Values: []string{"Oude naam"}, Basis: landscapetest.Basis, Period: before},
				{Values: []string{"Nieuwe naam"}, Basis: landscapetest.Basis, Period: since},
			})
			join(id, landscape.Addresses, "thema-twee", since)
			join("gemeente", landscape.TakesPartIn, id, since)
		}
		put(n)
		join(id, landscape.Addresses, "thema-een", always)
		if id != "nieuw" {
			join("brief", landscape.Lists, id, always)
		}
		if id != "weg" && id != "gestopt" {
			join("agenda", landscape.Lists, id, always)
		}
	}
	slices.SortStableFunc(edits, func(a, b landscape.Edit) int { // nodes before relations
		return strings.Compare(string(b.Key[:1]), string(a.Key[:1]))
	})
	l, err := landscape.New().Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func between(since, day string) scene.Request {
	return scene.Request{
		View: scene.Difference, Page: scene.Pages[0], Since: landscape.MustDate(since), Day: landscape.MustDate(day),
		Audience: landscape.Secretariat, Words: words.In("nl"),
	}
}

func difference(t testing.TB, l *landscape.Landscape, r scene.Request) (scene.Scene, string) {
	t.Helper()
	p, err := scene.New(l, r)
	if err != nil {
		t.Fatal(err)
	}
	scenes, err := p.Scenes(context.Background(), stacked)
	if err != nil {
		t.Fatal(err)
	}
	plain := func(text string) string { return strings.ReplaceAll(text, "De naam van ", "") }
	scenes[0].Caption = plain(scenes[0].Caption)
	return scenes[0], plain(p.Twin())
}

// section is the part of a twin under a heading.
func section(twin, heading string) string {
	_, rest, _ := strings.Cut(twin, "\n## "+heading+"\n")
	part, _, _ := strings.Cut(rest, "\n## ")
	return part
}

func TestADifferenceTellsWhatHappened(t *testing.T) {
	s, twin := difference(t, twoDays(t), between(thenDay, nowDay))
	if s.Title != "Beleidslandschap: verschil tussen 1 juli 2020 en 1 juli 2025" || !strings.HasPrefix(s.Caption, "Figuur. "+s.Title) {
		t.Errorf("title %q, caption %q", s.Title, s.Caption)
	}
	if want := "1 nieuw, 1 gewijzigd, 1 beëindigd, 1 niet meer op het overzicht, 1 gebleven"; !strings.Contains(twin, want) {
		t.Errorf("the twin does not say %q:\n%s", want, twin)
	}
	for heading, want := range map[string][]string{
		"Nieuw op het overzicht":     {"| nieuw | nieuw: begonnen 1 jan 2023."},
		"Gewijzigd":                  {"| Nieuwe naam | gewijzigd: heette eerst Oude naam; thema 2 erbij; doet nu mee: gemeente."},
		"Beëindigd":                  {"| gestopt | beëindigd 31 dec 2022."},
		"Niet meer op het overzicht": {"| weg | niet meer op het overzicht.", "agenda, staat er niet in"},
		"Gebleven":                   {"| blijft | bestuurlijk overleg"},
		"Verbanden erbij":            {"| nieuw | werkt aan | thema-een |", "| Nieuwe naam | werkt aan | thema-twee |"},
		"Verbanden die vervielen":    {"| weg | werkt aan | thema-een |", "| gestopt | werkt aan | thema-een |"},
		"Verbanden die bleven":       {"| blijft | werkt aan | thema-een |"},
	} {
		part := section(twin, heading)
		for _, line := range want {
			if !strings.Contains(part, line) {
				t.Errorf("under %q stands no %q:\n%s", heading, line, part)
			}
		}
	}
	if !strings.Contains(s.Caption, "agenda; brief") {
		t.Errorf("the caption does not name both editions: %s", s.Caption)
	}
}

// What stayed is thinner than what is new, and each line says what became of it.
func TestADifferenceRestsOnMoreThanColour(t *testing.T) {
	s, _ := difference(t, twoDays(t), between(thenDay, nowDay))
	frame, said := map[string]scene.Shape{}, map[string]string{}
	for _, it := range s.Items {
		switch it.Role {
		case scene.RoleBox:
			frame[it.ID] = it.Shapes[0]
			for _, text := range it.Texts {
				said[it.ID] += text.String + " "
			}
		case scene.RoleLine:
			if !strings.Contains(it.Title, "verband ") {
				t.Errorf("%s does not say what became of it: %s", it.ID, it.Title)
			}
		}
	}
	if !(frame["nieuw"].Width > frame["anders"].Width && frame["anders"].Width > frame["blijft"].Width) || len(frame["weg"].Dash) == 0 {
		t.Errorf("frames %v", frame)
	}
	for id, word := range map[string]string{"nieuw": "nieuw:", "anders": "gewijzigd:", "gestopt": "beëindigd", "weg": "niet meer"} {
		if !strings.Contains(said[id], word) {
			t.Errorf("%s says %q", id, said[id])
		}
	}
}

func TestADifferenceSaysThatThereIsNone(t *testing.T) {
	_, twin := difference(t, twoDays(t), between("2025-02-01", nowDay))
	if !strings.Contains(twin, "Er is niets veranderd: 3 gebleven") {
		t.Error(twin)
	}
}

func TestARenamedThemeIsAChange(t *testing.T) {
	l := twoDays(t)
	n, _ := l.Node("thema-een")
	was := landscape.Claim{Values: []string{"Oud thema"}, Basis: landscapetest.Basis, Period: landscape.Period{End: landscape.MustDate("2025-03-01")}}
	is := landscape.Claim{Values: []string{"Nieuw thema"}, Basis: landscapetest.Basis, Period: landscape.Period{Start: landscape.MustDate("2025-03-02")}}
	l, err := l.Apply([]landscape.Edit{{
		Key: n.Key(), Before: &landscape.Record{Node: n},
		After: &landscape.Record{Node: n.WithClaims(landscape.Name, []landscape.Claim{was, is})},
	}})
	if err != nil {
		t.Fatal(err)
	}
	_, twin := difference(t, l, between("2025-02-01", nowDay))
	if !strings.Contains(twin, "1 gewijzigd, 3 gebleven") || !strings.Contains(section(twin, "Gewijzigd"), "heette eerst Oud thema") {
		t.Error(twin)
	}
}

func TestADifferenceHoldsNothingAboveItsAudience(t *testing.T) {
	l := twoDays(t)
	r := landscapetest.Relation("gemeente", landscape.Leads, "blijft")
	r.Period, r.Audience = landscape.Period{Start: landscape.MustDate(turn)}, landscape.Secretariat
	l, err := l.Apply([]landscape.Edit{landscapetest.Join(r)})
	if err != nil {
		t.Fatal(err)
	}
	for audience, told := range map[landscape.Audience]bool{landscape.Secretariat: true, landscape.Public: false} {
		ask := between(thenDay, nowDay)
		ask.Audience = audience
		if _, twin := difference(t, l, ask); strings.Contains(twin, "nieuwe trekker: gemeente") != told {
			t.Errorf("for %s it is told: %t", audience, !told)
		}
	}
}

func TestADifferenceNeedsTwoDaysWithAnOverview(t *testing.T) {
	for since, want := range map[string]error{
		nowDay: scene.ErrDays, "2026-01-01": scene.ErrDays, "2019-12-31": scene.ErrNothingSince,
	} {
		if _, err := scene.New(twoDays(t), between(since, nowDay)); !errors.Is(err, want) {
			t.Errorf("since %s: %v", since, err)
		}
	}
	ask := between(thenDay, nowDay)
	ask.Since = landscape.Date{}
	if s, _ := difference(t, twoDays(t), ask); !strings.Contains(s.Title, "1 juli 2024") {
		t.Errorf("without an earlier day it compares %q", s.Title)
	}
}

// Whatever the days, the figure holds what one of the two overviews holds, each
// told once.
func TestADifferenceHoldsBothOverviews(t *testing.T) {
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	first := landscape.MustDate("2018-07-13")
	rapid.Check(t, func(t *rapid.T) {
		since := first.AddDays(rapid.IntRange(0, 3000).Draw(t, "since"))
		day := since.AddDays(rapid.IntRange(1, 3000).Draw(t, "later"))
		want := map[string]bool{}
		for _, d := range []landscape.Date{since, day} {
			for _, n := range l.AsOf(d).OverviewOn(d).Initiatives {
				want[n.Name()] = true
			}
		}
		p, err := scene.New(l, between(since.String(), day.String()))
		if err != nil {
			t.Fatal(err)
		}
		twin := p.Twin()
		told := 0
		for _, heading := range []string{"Nieuw op het overzicht", "Gewijzigd", "Beëindigd", "Niet meer op het overzicht", "Gebleven"} {
			for line := range strings.SplitSeq(section(twin, heading), "\n") {
				if name, _, ok := strings.Cut(strings.TrimPrefix(line, "| "), " |"); ok && want[name] {
					told++
				}
			}
		}
		if told != len(want) {
			t.Fatalf("%d of %d are told between %s and %s", told, len(want), since, day)
		}
	})
}

// A box tells a few of many newcomers; the twin tells all.
func TestManyNewcomersAreToldInBriefInTheBox(t *testing.T) {
	l := twoDays(t)
	var edits []landscape.Edit
	var names []string
	for i := range 9 {
		id := landscape.ID(fmt.Sprintf("club-%d", i))
		r := landscapetest.Relation(id, landscape.TakesPartIn, "blijft")
		r.Period = landscape.Period{Start: landscape.MustDate(turn)}
		edits = append(edits, landscapetest.Put(landscapetest.Node(id, landscape.Organisation)), landscapetest.Join(r))
		names = append(names, string(id))
	}
	l, err := l.Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	s, twin := difference(t, l, between(thenDay, nowDay))
	if !strings.Contains(twin, "doet nu mee: "+strings.Join(names, ", ")) {
		t.Error("the twin does not name all")
	}
	i := slices.IndexFunc(s.Items, func(it scene.Item) bool { return it.ID == "blijft" })
	said := ""
	for _, text := range s.Items[i].Texts {
		said += text.String + " "
	}
	if !strings.Contains(said, "en nog 5") || strings.Contains(said, names[6]) {
		t.Errorf("the box says %q", said)
	}
}
