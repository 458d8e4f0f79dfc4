package agenda_test

import (
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

func TestLevelOf(t *testing.T) {
	for words, want := range map[string]agenda.Level{
		"": agenda.Open, " ": agenda.Open, agenda.NotDiscussed: agenda.Open,
		"hoog: mensen staan op straat": agenda.High, "Hoog:direct": agenda.High, "groot.": agenda.High,
		"midden, met vier partijen": agenda.Middle, "laag": agenda.Low, "Low - few": agenda.Low,
		"mensen staan op straat": agenda.Described, "hoogte onbekend": agenda.Described,
	} {
		if got := agenda.LevelOf(words); got != want {
			t.Errorf("%q: %d, expected %d", words, got, want)
		}
	}
}

func TestOrderOfTheStock(t *testing.T) {
	stock := func(id landscape.ID, fields ...any) landscape.Edit {
		return node(id, landscape.Action, append(fields, landscape.List, landscape.Stock)...)
	}
	l, err := landscape.New().Apply([]landscape.Edit{
		node("thema", landscape.Theme), node("tafel", landscape.Initiative),
		node("open", landscape.Bottleneck), node("belegd", landscape.Bottleneck), relation("tafel", landscape.Owns, "belegd"),
		stock("a1", landscape.Importance, "hoog"),
		stock("a2", landscape.Importance, "midden", landscape.Impact, "hoog"),
		stock("a3", landscape.Importance, "midden", landscape.Impact, "laag", landscape.Feasibility, "hoog"),
		stock("a4", landscape.Importance, "midden", landscape.Impact, "laag"), relation("a4", landscape.Resolves, "open"),
		stock("a5", landscape.Importance, "midden", landscape.Impact, "laag", landscape.MovedOn, "2026-01-01"), relation("a5", landscape.Resolves, "belegd"),
		stock("a6", landscape.Importance, "midden", landscape.Impact, "laag", landscape.MovedOn, "2026-02-01"),
		stock("a7", landscape.Importance, "midden", landscape.Impact, "laag"),
		stock("a8", landscape.Rank, "2", landscape.RankReason, "de minister vraagt erom"),
		stock("a9"),
	})
	must(t, err)
	want := []struct {
		id     landscape.ID
		ground agenda.Ground
	}{
		{"a1", agenda.GroundImportance},
		{"a8", agenda.GroundRank},
		{"a2", agenda.GroundImpact},
		{"a3", agenda.GroundFeasibility},
		{"a4", agenda.GroundUnowned},
		{"a5", agenda.GroundLongest},
		{"a6", agenda.GroundID}, // of a7 it is not known since when
		{"a7", agenda.GroundImportance},
		{"a9", agenda.GroundLast},
	}
	got := agenda.OrderStock(l, landscape.MustDate("2026-03-01"))
	if len(got) != len(want) {
		t.Fatalf("%d in the stock", len(got))
	}
	for i, w := range want {
		if got[i].Node.ID != w.id || got[i].Ground != w.ground {
			t.Errorf("place %d: %s by %s, expected %s by %s", i+1, got[i].Node.ID, got[i].Ground, w.id, w.ground)
		}
	}
	if got[1].Reason != "de minister vraagt erom" {
		t.Errorf("reason %q", got[1].Reason)
	}
}
