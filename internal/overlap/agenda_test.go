package overlap_test

import (
	"slices"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
)

func TestOwnerOfABottleneck(t *testing.T) {
	o, err := index(t).OwnerOf("t1-4")
	if err != nil {
		t.Fatal(err)
	}
	if o.State != landscape.Owned || o.Owners[0].ID != "zorg-straf" || o.Claims[0].Certainty != landscape.Stated {
		t.Errorf("%s by %v", o.State, o.Owners)
	}
	if len(o.DecidedAt) != 1 || o.DecidedAt[0].ID != "zorg-straf" {
		t.Errorf("decided at %v", o.DecidedAt)
	}
	if _, err := index(t).OwnerOf("nergens"); err == nil {
		t.Error("an unknown id is no fault")
	}
}

func TestOwnerOfAText(t *testing.T) {
	ix := index(t)
	o, err := ix.OwnerOfText("Regionale crisisinterventie van 0 tot 100 jaar")
	if err != nil || o.Bottleneck == nil || o.Bottleneck.ID != "t1-4" || o.State != landscape.Owned {
		t.Errorf("%+v %v", o, err)
	}
	o, err = ix.OwnerOfText("Het ziekteverzuim onder buschauffeurs is hoog")
	if err != nil || o.State != landscape.Unowned || len(o.Owners)+len(o.Probable) > 0 {
		t.Errorf("%+v %v", o, err)
	}
}

func TestAnInferredOwnerIsOnlyProbable(t *testing.T) {
	o, err := index(t).OwnerOf("t3-5")
	if err != nil || o.State != landscape.Unowned {
		t.Fatalf("%s %v", o.State, err)
	}
	if !slices.ContainsFunc(o.Probable, func(n *landscape.Node) bool { return n.ID == "reintegratie-justitiabelen" }) {
		t.Errorf("probable: %v", o.Probable)
	}
}

func TestAnOrphanNamesItsSuccessor(t *testing.T) {
	ix := index(t,
		landscapetest.Put(bottleneck("wees", "Slachtoffers wachten op hun schade")),
		landscapetest.Join(landscapetest.Relation("slachtofferbeleid", landscape.Owns, "wees")))
	o, err := ix.OwnerOf("wees")
	if err != nil || o.State != landscape.Orphaned || len(o.Successors) != 1 || o.Successors[0].ID != "slachtofferbeleid-2025-2028" {
		t.Errorf("%+v %v", o, err)
	}
}

func TestSweep(t *testing.T) {
	handled := func(id, by landscape.ID, stage string) landscape.Edit {
		r := landscapetest.Relation(id, landscape.HandledBy, by)
		r.Stage = stage
		return landscapetest.Join(r)
	}
	owned := func(id, by landscape.ID, part string) landscape.Edit {
		r := landscapetest.Relation(by, landscape.Owns, id)
		r.Extent = part
		return landscapetest.Join(r)
	}
	action := func(id landscape.ID, list string) landscape.Edit {
		return landscapetest.Put(landscapetest.Node(id, landscape.Action).Text(landscape.List, list, landscape.Basis{}))
	}
	s := index(t,
		landscapetest.Put(bottleneck("geheel", "Een eerste zaak")), owned("geheel", "femicide", ""),
		landscapetest.Put(bottleneck("deels", "Een tweede zaak")), owned("deels", "femicide", "alleen de helft"),
		landscapetest.Put(bottleneck("gedeeld", "Een derde zaak")), owned("gedeeld", "femicide", ""), owned("gedeeld", "mensenhandel", ""),
		landscapetest.Put(bottleneck("gevraagd", "Een vierde zaak")), owned("gevraagd", "femicide", ""), handled("gevraagd", "femicide", landscape.Asked),
		landscapetest.Put(bottleneck("geweigerd", "Een vijfde zaak")), owned("geweigerd", "femicide", ""), handled("geweigerd", "femicide", landscape.Declined),
		action("mee", landscape.Stock), landscapetest.Join(landscapetest.Relation("mee", landscape.Resolves, "geheel")),
		action("half", landscape.Stock), landscapetest.Join(landscapetest.Relation("half", landscape.Resolves, "geheel")),
		landscapetest.Join(landscapetest.Relation("half", landscape.Resolves, "deels")),
		action("bezig", landscape.Underway), landscapetest.Join(landscapetest.Relation("bezig", landscape.Resolves, "geheel")),
	).Sweep()
	done := map[landscape.ID]landscape.ID{}
	for _, h := range s {
		done[h.Node.ID] = h.By.ID
	}
	for id, want := range map[landscape.ID]landscape.ID{
		"geheel": "femicide", "mee": "femicide",
		"deels": "", "gedeeld": "", "half": "", // shared or in part is not handled
		"gevraagd": "", "geweigerd": "", // it waits, or was refused there
		"bezig": "",
	} {
		if done[id] != want {
			t.Errorf("%s may go to %q, expected %q", id, done[id], want)
		}
	}
}

func TestMatrix(t *testing.T) {
	m := index(t).Matrix()
	grade := func(a, b landscape.ID) string {
		for _, p := range m.Pairs {
			if p.A.ID == min(a, b) && p.B.ID == max(a, b) {
				return p.Grade
			}
		}
		return ""
	}
	for _, p := range m.Pairs {
		t.Logf("%-13s %s - %s: %.2f %.2f %.2f %v", p.Grade, p.A.ID, p.B.ID, p.Goals, p.Activities, p.Groups, p.Words)
	}
	for _, c := range m.Communities {
		t.Logf("%v", ids(c))
	}
	if g := grade("bestuurlijk-overleg-verward-gedrag", "programma-verward-gedrag"); g != landscape.Overlap && g != landscape.Duplication {
		t.Errorf("two tables on one subject: %q", g)
	}
	if g := grade("mensenhandel", "zorg-en-dwang"); g == landscape.Overlap || g == landscape.Duplication {
		t.Errorf("two tables on different subjects: %q", g)
	}
}

func ids(nodes []*landscape.Node) []landscape.ID {
	var all []landscape.ID
	for _, n := range nodes {
		all = append(all, n.ID)
	}
	return all
}

func TestAJudgementGoesBeforeTheMatrix(t *testing.T) {
	r := landscapetest.Relation("mensenhandel", landscape.Overlaps, "zorg-en-dwang").Normal()
	r.Grade, r.Justified = landscape.Duplication, true
	for _, p := range index(t, landscapetest.Join(r)).Matrix("mensenhandel", "zorg-en-dwang").Pairs {
		if p.Grade != landscape.Duplication || !p.Judged || !p.Justified {
			t.Errorf("%+v", p)
		}
	}
}
