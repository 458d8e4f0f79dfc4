package landscape_test

import (
	"slices"
	"testing"

	"snijvlak/internal/landscape"
)

func evidence(docs ...landscape.ID) landscape.Basis {
	b := landscape.Basis{Certainty: landscape.Stated}
	for _, id := range docs {
		b.Evidence = append(b.Evidence, landscape.Evidence{Document: id, Section: "in " + string(id)})
	}
	return b
}

func node(id landscape.ID, typ landscape.Type, a landscape.Audience) *landscape.Node {
	n := landscape.NewNode(id, typ).Text(landscape.Name, string(id), evidence())
	if a != "" {
		n = n.Text(landscape.AudienceOf, string(a), landscape.Basis{})
	}
	return n
}

func mustBuild(t *testing.T, records ...any) *landscape.Landscape {
	t.Helper()
	var all []landscape.Record
	for _, r := range records {
		switch r := r.(type) {
		case *landscape.Node:
			all = append(all, landscape.Record{Node: r})
		case landscape.Relation:
			all = append(all, landscape.Record{Relation: &r})
		}
	}
	l, err := landscape.Build(all)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestForAudienceNamesNoHiddenSource(t *testing.T) {
	entered := landscape.Evidence{Note: landscape.Entered("K. Bakker", landscape.MustDate("2026-11-22"))}
	mixed := evidence("open", "secret", "secret", "gone")
	mixed.Evidence = append(mixed.Evidence, entered)
	l := mustBuild(t,
		node("open", landscape.Document, ""), node("secret", landscape.Document, landscape.Steering),
		node("t", landscape.Theme, ""),
		node("a", landscape.Initiative, "").Text(landscape.Goal, "doel", mixed),
		landscape.Relation{From: "a", Link: landscape.Addresses, To: "t", Basis: evidence("secret")},
	)
	public := l.ForAudience(landscape.Public)
	n, _ := public.Node("a")
	c, _ := n.Claim(landscape.Goal)
	closed := landscape.Evidence{Note: "bron niet openbaar"}
	want := []landscape.Evidence{{Document: "open", Section: "in open"}, closed, {Note: "ingevoerd op 2026-11-22"}}
	if !slices.Equal(c.Evidence, want) || c.Certainty != landscape.Stated {
		t.Errorf("the public sees %+v", c)
	}
	if r := public.Relations()[0]; !slices.Equal(r.Evidence, []landscape.Evidence{closed}) {
		t.Errorf("of a relation the public sees %+v", r.Evidence)
	}
	n, _ = l.ForAudience(landscape.Steering).Node("a")
	c, _ = n.Claim(landscape.Goal)
	if !slices.Contains(c.Evidence, entered) || c.Evidence[1].Document != "secret" {
		t.Errorf("the Stuurgroep sees %+v", c.Evidence)
	}
	if l.ForAudience(landscape.Secretariat) != l {
		t.Error("the secretariat does not see everything")
	}
}

func TestForAudienceKeepsTheNarrowest(t *testing.T) {
	dated := func(a landscape.Audience, start, end string) landscape.Claim {
		return landscape.Claim{Values: []string{string(a)}, Period: landscape.Period{Start: landscape.MustDate(start), End: landscape.MustDate(end)}}
	}
	n := node("a", landscape.Theme, "").WithClaims(landscape.AudienceOf, []landscape.Claim{
		dated(landscape.Public, "2020", "2024"), dated(landscape.Steering, "2025", "2026"), dated(landscape.Public, "2027", "2030"),
	})
	l := mustBuild(t, n)
	for _, day := range []string{"2021", "2025", "2028", "2035"} {
		if l.ForAudience(landscape.SoundingBoard).AsOf(landscape.MustDate(day).Last()).Has("a") {
			t.Errorf("%s opens it", day)
		}
	}
	if !l.ForAudience(landscape.Steering).Has("a") {
		t.Error("the Stuurgroep does not see it")
	}
}

func TestForAudienceNamesNoHiddenBody(t *testing.T) {
	meeting := node("m", landscape.Meeting, "").Text(landscape.HeldBy, "b", landscape.Basis{})
	l := mustBuild(t, node("b", landscape.Body, landscape.Secretariat), meeting)
	if n, _ := l.ForAudience(landscape.Steering).Node("m"); n.Get(landscape.HeldBy) != "" {
		t.Error("a hidden body is named")
	}
	if n, _ := l.ForAudience(landscape.Secretariat).Node("m"); n.Get(landscape.HeldBy) != "b" {
		t.Error("the secretariat does not see the body")
	}
}
