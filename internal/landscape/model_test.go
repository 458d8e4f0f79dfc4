package landscape_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
)

func apply(t *testing.T, l *landscape.Landscape, edits ...landscape.Edit) *landscape.Landscape {
	t.Helper()
	next, err := l.Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, first, last string }{
		{"2025", "2025-01-01", "2025-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2023-02", "2023-02-01", "2023-02-28"},
		{"2026-11-22", "2026-11-22", "2026-11-22"},
	} {
		d := landscape.MustDate(c.in)
		if d.String() != c.in || d.First().String() != c.first || d.Last().String() != c.last {
			t.Errorf("%s: first %s, last %s", d, d.First(), d.Last())
		}
	}
	for _, bad := range []string{"25", "2025-13", "2025-00", "2025-02-30", "2025-1-1", "22-11-2026", "0000", "2025-01-00", "2025 ", "２０２５"} {
		if _, err := landscape.ParseDate(bad); !errors.Is(err, landscape.ErrDate) {
			t.Errorf("%q was read as a date", bad)
		}
	}
	if got := landscape.MustDate("2026-08-31").AddMonths(6).String(); got != "2027-02-28" {
		t.Errorf("six months after 31 August is %s", got)
	}
	if got := landscape.MustDate("2024-03-01").AddDays(-1).String(); got != "2024-02-29" {
		t.Errorf("the day before 1 March 2024 is %s", got)
	}
}

func TestSlugs(t *testing.T) {
	used := map[landscape.ID]bool{}
	for _, c := range []struct{ name, want string }{
		{"Bestuurlijk overleg Reïntegratie (ex)justitiabelen", "bestuurlijk-overleg-reintegratie-ex"},
		{"Één agenda", "een-agenda"},
		{"Één agenda", "een-agenda-2"},
		{"Één agenda", "een-agenda-3"},
		{"---", "item"},
		{"漢字", "item-2"},
		{"Straße & Øl", "strasse-ol"},
		{strings.Repeat("x", 80), strings.Repeat("x", 48)},
	} {
		got := landscape.Slug(c.name, func(id landscape.ID) bool { return used[id] })
		used[got] = true
		if string(got) != c.want {
			t.Errorf("%q gives %q, expected %q", c.name, got, c.want)
		}
		if !got.Valid() {
			t.Errorf("%q is no valid id", got)
		}
	}
}

func TestNearest(t *testing.T) {
	ids := []landscape.ID{"femicide", "forensische-zorg", "mensenhandel", "zorg-straf", "zorg-en-dwang"}
	for want, first := range map[landscape.ID]landscape.ID{
		"femicid": "femicide", "femecide": "femicide", "straf": "zorg-straf", "mensenhandl": "mensenhandel",
	} {
		if near := landscape.Nearest(want, ids, 3); len(near) == 0 || near[0] != first {
			t.Errorf("nearest to %s: %v", want, near)
		}
	}
	if near := landscape.Nearest("windmolens", ids, 3); len(near) != 0 {
		t.Errorf("nearest to windmolens: %v", near)
	}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		start, end, seen, day string
		want                  landscape.Status
	}{
		{"2027", "", "", "2026-12-31", landscape.Announced},
		{"2027", "", "", "2027-01-01", landscape.Running},
		{"", "2025", "", "2025-12-31", landscape.Ending},
		{"", "2025", "", "2026-01-01", landscape.Ended},
		{"", "2026-12-31", "", "2026-07-01", landscape.Ending},
		{"", "2026-12-31", "", "2026-06-30", landscape.Running},
		{"2020", "2030", "", "2026-11-22", landscape.Running},
		{"", "", "", "2026-11-22", landscape.UnknownStatus},
		{"", "", "2025-12", "2026-11-22", landscape.Running},
		{"", "", "2025-12", "2025-11-30", landscape.UnknownStatus},
	} {
		n := landscapetest.Node("x", landscape.Initiative)
		for f, v := range map[landscape.Field]string{landscape.Start: c.start, landscape.End: c.end, landscape.Seen: c.seen} {
			n = n.Text(f, v, landscapetest.Basis)
		}
		if got := landscape.StatusOf(n, landscape.MustDate(c.day)); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// table is a small landscape with one bottleneck.
func table(t *testing.T) *landscape.Landscape {
	t.Helper()
	ended := landscapetest.Node("ended", landscape.Initiative).Text(landscape.End, "2020", landscapetest.Basis)
	return apply(t, landscape.New(),
		landscapetest.Put(landscapetest.Node("a", landscape.Initiative)),
		landscapetest.Put(landscapetest.Node("b", landscape.Initiative)),
		landscapetest.Put(ended),
		landscapetest.Put(landscapetest.Node("c", landscape.Initiative)),
		landscapetest.Put(landscapetest.Node("knelpunt", landscape.Bottleneck)),
	)
}

func TestOwnership(t *testing.T) {
	owns := func(id landscape.ID, certainty landscape.Certainty) landscape.Edit {
		r := landscapetest.Relation(id, landscape.Owns, "knelpunt")
		r.Certainty = certainty
		return landscapetest.Join(r)
	}
	for name, c := range map[string]struct {
		edits    []landscape.Edit
		want     landscape.State
		probable int
	}{
		"nobody":                 {nil, landscape.Unowned, 0},
		"stated":                 {[]landscape.Edit{owns("a", landscape.Stated)}, landscape.Owned, 0},
		"confirmed":              {[]landscape.Edit{owns("a", landscape.Confirmed)}, landscape.Owned, 0},
		"inferred is no owner":   {[]landscape.Edit{owns("a", landscape.Inferred)}, landscape.Unowned, 1},
		"two":                    {[]landscape.Edit{owns("a", landscape.Stated), owns("b", landscape.Confirmed)}, landscape.Shared, 0},
		"ended":                  {[]landscape.Edit{owns("ended", landscape.Stated)}, landscape.Orphaned, 0},
		"ended and one inferred": {[]landscape.Edit{owns("ended", landscape.Stated), owns("a", landscape.Inferred)}, landscape.Orphaned, 1},
		"one of two ended":       {[]landscape.Edit{owns("ended", landscape.Stated), owns("a", landscape.Stated)}, landscape.Owned, 0},
	} {
		l := apply(t, table(t), c.edits...)
		o := l.OwnershipOf("knelpunt", landscape.MustDate("2026-11-22"))
		if o.State != c.want || len(o.Probable) != c.probable {
			t.Errorf("%s: %s with %d probable", name, o.State, len(o.Probable))
		}
	}
}

func TestLoopsAreRefused(t *testing.T) {
	for _, link := range []landscape.Link{landscape.Steers, landscape.PartOf, landscape.Succeeds} {
		l := apply(t, table(t),
			landscapetest.Join(landscapetest.Relation("a", link, "b")),
			landscapetest.Join(landscapetest.Relation("b", link, "c")))
		_, err := l.Apply([]landscape.Edit{landscapetest.Join(landscapetest.Relation("c", link, "a"))})
		var invalid *landscape.Invalid
		if !errors.As(err, &invalid) || invalid.Findings[0].Code != landscape.Loop {
			t.Errorf("%s: a loop gave %v", link, err)
		}
		if _, err := l.Apply([]landscape.Edit{landscapetest.Join(landscapetest.Relation("a", link, "a"))}); err == nil {
			t.Errorf("%s: a node leads to itself", link)
		}
	}
}

func TestApplyGivesEveryFinding(t *testing.T) {
	bad := landscape.NewNode("Geen Slug", landscape.Initiative).
		Text(landscape.KindOf, "club", landscapetest.Basis).
		Text(landscape.Rung, "3", landscape.Basis{}).
		Text(landscape.Start, "2026", landscapetest.Basis).Text(landscape.End, "2025", landscapetest.Basis)
	wrong := landscapetest.Relation("a", landscape.Resolves, "knelpunt")
	missing := landscapetest.Relation("a", landscape.Owns, "weg")
	_, err := table(t).Apply([]landscape.Edit{landscapetest.Put(bad), landscapetest.Join(wrong), landscapetest.Join(missing)})
	var invalid *landscape.Invalid
	if !errors.As(err, &invalid) {
		t.Fatalf("applied: %v", err)
	}
	var codes []landscape.Code
	for _, f := range invalid.Findings {
		codes = append(codes, f.Code)
	}
	for _, want := range []landscape.Code{
		landscape.BadID, landscape.NoName, landscape.BadValue, landscape.BadField, landscape.Backward,
		landscape.WrongEnds, landscape.MissingEnd,
	} {
		if !slices.Contains(codes, want) {
			t.Errorf("%s is not among %v", want, codes)
		}
	}
}

func TestAnEditOnAnotherRecordIsAConflict(t *testing.T) {
	l := table(t)
	n, _ := l.Node("a")
	changed := apply(t, l, landscape.Edit{
		Key: n.Key(), Before: &landscape.Record{Node: n},
		After: &landscape.Record{Node: n.Text(landscape.Name, "Anders", landscapetest.Basis)},
	})
	_, err := changed.Apply([]landscape.Edit{{Key: n.Key(), Before: &landscape.Record{Node: n}}})
	if !errors.Is(err, landscape.ErrConflict) {
		t.Errorf("removing an old form gave %v", err)
	}
}

func TestANodeInUseStays(t *testing.T) {
	l := apply(t, table(t), landscapetest.Join(landscapetest.Relation("a", landscape.Owns, "knelpunt")))
	n, _ := l.Node("a")
	_, err := l.Apply([]landscape.Edit{{Key: n.Key(), Before: &landscape.Record{Node: n}}})
	var invalid *landscape.Invalid
	if !errors.As(err, &invalid) || invalid.Findings[0].Code != landscape.InUse {
		t.Errorf("removing it gave %v", err)
	}
}

func TestOverviewAddsWhatTheUserMarked(t *testing.T) {
	l := table(t)
	for _, id := range []landscape.ID{"b", "ended"} {
		n, _ := l.Node(id)
		l = apply(t, l, landscape.Edit{
			Key: n.Key(), Before: &landscape.Record{Node: n},
			After: &landscape.Record{Node: n.Text(landscape.OnOverview, "true", landscape.Basis{})},
		})
	}
	edition := landscapetest.Node("editie", landscape.Document).
		Text(landscape.Edition, "true", landscape.Basis{}).Text(landscape.DateOn, "2025", landscape.Basis{}).
		Text(landscape.NotBefore, "2025-03", landscape.Basis{})
	second, first := landscapetest.Relation("editie", landscape.Lists, "a"), landscapetest.Relation("editie", landscape.Lists, "c")
	second.Order, first.Order = 2, 1
	l = apply(t, l, landscapetest.Put(edition), landscapetest.Join(second), landscapetest.Join(first))
	for day, want := range map[string]string{"2025-02-28": "b", "2025-03-01": "c a b", "2019-01-01": "b ended"} {
		var ids []string
		for _, n := range l.OverviewOn(landscape.MustDate(day)).Initiatives {
			ids = append(ids, string(n.ID))
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("on %s the overview holds %q, expected %q", day, got, want)
		}
	}
}
