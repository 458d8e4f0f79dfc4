package overlap_test

import (
	"slices"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/overlap"
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
	handled := func(id, by landscape.ID, stage, look string) landscape.Edit {
		r := landscapetest.Relation(id, landscape.HandledBy, by)
		r.Stage, r.Since = stage, landscape.MustDate("2026-01-10")
		if look != "" {
			r.LookBack = landscape.MustDate(look)
		}
		return landscapetest.Join(r)
	}
	placed := func(id landscape.ID) landscape.Edit {
		return landscapetest.Put(bottleneck(id, "Een blokje "+string(id)).
			Text(landscape.List, landscape.Done, landscape.Basis{}).Text(landscape.OutcomeOf, landscape.Elsewhere, landscape.Basis{}))
	}
	part := landscapetest.Relation("femicide", landscape.Owns, "deels")
	part.Extent = "alleen de helft"
	s := index(t,
		landscapetest.Put(bottleneck("geheel", "Een eerste zaak")), landscapetest.Join(landscapetest.Relation("femicide", landscape.Owns, "geheel")),
		landscapetest.Put(bottleneck("deels", "Een tweede zaak")), landscapetest.Join(part),
		placed("gevraagd"), handled("gevraagd", "femicide", landscape.Asked, "2027-01-01"),
		placed("terug"), handled("terug", "femicide", landscape.Agreed, "2026-11-22"),
		placed("gestopt"), handled("gestopt", "slachtofferbeleid", landscape.Placed, ""),
		placed("nee"), handled("nee", "femicide", landscape.Declined, ""),
	).Sweep()

	done := map[landscape.ID]landscape.ID{}
	for _, h := range s.ToDone {
		done[h.Node.ID] = h.By.ID
	}
	if done["geheel"] != "femicide" || done["deels"] != "" || done["gevraagd"] != "" {
		t.Errorf("to done: %v", done)
	}
	review := map[landscape.ID]overlap.Because{}
	for _, r := range s.ToReview {
		review[r.Node.ID] = r.Because
	}
	want := map[landscape.ID]overlap.Because{"terug": overlap.BecauseLookBack, "gestopt": overlap.BecauseEnded, "nee": overlap.BecauseDeclined}
	for id, because := range want {
		if review[id] != because {
			t.Errorf("%s comes back because of %q", id, review[id])
		}
	}
	if len(review) != len(want) {
		t.Errorf("to review: %v", review)
	}
	if len(s.Waiting) != 1 || s.Waiting[0].Node.ID != "gevraagd" || s.Waiting[0].Since.String() != "2026-01-10" {
		t.Errorf("waiting: %v", s.Waiting)
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
