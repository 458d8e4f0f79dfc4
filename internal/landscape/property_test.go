package landscape_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
)

const size = 14

func draw(t *rapid.T) *landscape.Landscape { return landscapetest.Landscape(size).Draw(t, "landscape") }

func same(t *rapid.T, a, b *landscape.Landscape) {
	t.Helper()
	if edits := landscape.Diff(a, b); len(edits) > 0 {
		t.Fatalf("differ in %s", edits[0].Key)
	}
}

func records(l *landscape.Landscape) []landscape.Record {
	var all []landscape.Record
	for _, key := range l.Keys() {
		all = append(all, *l.Record(key))
	}
	return all
}

func TestOrderOfEntryChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t)
		shuffled := rapid.Permutation(records(l)).Draw(t, "order")
		built, err := landscape.Build(shuffled)
		if err != nil {
			t.Fatal(err)
		}
		same(t, l, built)
		day := landscape.MustDate("2025-06-01")
		want, _ := json.Marshal(landscape.Check(l, day))
		got, _ := json.Marshal(landscape.Check(built, day))
		if string(want) != string(got) {
			t.Fatalf("findings differ: %s and %s", want, got)
		}
	})
}

func TestAddThenRemoveIsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, other := draw(t), draw(t)
		edits := landscape.Diff(l, other)
		there, err := l.Apply(edits)
		if err != nil {
			t.Fatal(err)
		}
		same(t, there, other)
		back, err := there.Apply(landscape.Inverse(edits))
		if err != nil {
			t.Fatal(err)
		}
		same(t, back, l)
	})
}

func TestEveryRelationHasItsEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t)
		for range 10 {
			// Any edit at all, valid or not: what Apply lets through is whole.
			key := rapid.SampledFrom(l.Keys()).Draw(t, "key")
			next, err := l.Apply([]landscape.Edit{{Key: key, Before: l.Record(key)}})
			if err == nil {
				l = next
			}
			for _, r := range l.Relations() {
				if !l.Has(r.From) || !l.Has(r.To) {
					t.Fatalf("%s has lost an end", r.Ref())
				}
			}
			if fs := landscape.Validate(l); len(fs) > 0 {
				t.Fatalf("invalid: %v", fs)
			}
			if nodes, _ := l.Len(); nodes == 0 {
				return
			}
		}
	})
}

func TestApplyChangesNoOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, other := draw(t), draw(t)
		before, err := landscape.Build(records(l))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Apply(landscape.Diff(l, other)); err != nil {
			t.Fatal(err)
		}
		same(t, l, before)
	})
}

func TestAsOfOnlyReadsAndIsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t)
		before, err := landscape.Build(records(l))
		if err != nil {
			t.Fatal(err)
		}
		day := landscape.MustDate(rapid.SampledFrom([]string{"2017-05-01", "2019-03-01", "2023-12-31", "2024-01-01", "2031-01-01"}).Draw(t, "day"))
		view := l.AsOf(day)
		same(t, l, before)
		same(t, view, view.AsOf(day))
		for _, r := range view.Relations() {
			if !r.Holds(day) {
				t.Fatalf("%s does not hold on %s", r.Ref(), day)
			}
		}
	})
}

func TestJSONReadsBackWhatItWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t)
		var read []landscape.Edit
		wrote, err := json.Marshal(landscape.Diff(landscape.New(), l))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(wrote, &read); err != nil {
			t.Fatal(err)
		}
		built, err := landscape.New().Apply(read)
		if err != nil {
			t.Fatal(err)
		}
		same(t, l, built)
	})
}

func TestAnAudienceSeesNoMoreThanTheNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := draw(t)
		narrow := l
		for i := len(landscape.Audiences) - 1; i >= 0; i-- {
			wider := narrow
			narrow = l.ForAudience(landscape.Audiences[i])
			for _, key := range narrow.Keys() {
				if wider.Record(key) == nil {
					t.Fatalf("%s sees %s, a narrower audience does not", landscape.Audiences[i], key)
				}
			}
		}
	})
}
