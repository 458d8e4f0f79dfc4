package overlap_test

import (
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/overlap"
)

var day = landscape.MustDate("2026-11-22")

var shipped = sync.OnceValues(func() (*landscape.Landscape, error) {
	l, err := exchange.Shipped()
	if err != nil {
		return nil, err
	}
	return l.AsOf(day), nil
})

// world is the shipped landscape with changes, and an engine.
func world(t testing.TB, edits ...landscape.Edit) (*landscape.Landscape, *overlap.Engine) {
	l, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	lists, err := exchange.ShippedWords()
	if err != nil {
		t.Fatal(err)
	}
	if l, err = l.Apply(edits); err != nil {
		t.Fatal(err)
	}
	return l, overlap.New(lists)
}

func index(t testing.TB, edits ...landscape.Edit) *overlap.Index {
	l, e := world(t, edits...)
	return e.Index(l, day)
}

func ask(t testing.TB, ix *overlap.Index, text string) overlap.Answer {
	a, err := ix.Query(text, overlap.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// find gives a candidate by id with its place, from 1.
func find(a overlap.Answer, id landscape.ID) (overlap.Candidate, int) {
	for i, c := range a.Candidates {
		if c.Node.ID == id {
			return c, i + 1
		}
	}
	return overlap.Candidate{}, 0
}

func bottleneck(id landscape.ID, name string) *landscape.Node {
	return landscape.NewNode(id, landscape.Bottleneck).Text(landscape.Name, name, landscapetest.Basis)
}

// change is the edit of a node of the shipped landscape.
func change(t testing.TB, id landscape.ID, with func(*landscape.Node) *landscape.Node) landscape.Edit {
	l, _ := world(t)
	n, err := l.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return landscape.Edit{Key: n.Key(), Before: &landscape.Record{Node: n}, After: &landscape.Record{Node: with(n)}}
}

// hard is a text that the shipped landscape covers.
const hard = "Ex-gedetineerden staan na vrijlating zonder woning op straat."

func TestNothingTakesAQueryDown(t *testing.T) {
	ix := index(t)
	texts := []string{
		"", " ", "\x00\x01\x02", "🙂🙂🙂", "\xff\xfe", "-", "(((((", "'s", "The quick brown fox jumps over the lazy dog.",
		"Ich wohne auf der Straße", "無家可歸者", "نص عربي", strings.Repeat("dakloos ", 12500), strings.Repeat("x", 100000),
		strings.Repeat("a-", 50000), strings.Repeat("zorg", 25000), strings.Repeat("é\u0301", 30000),
	}
	for _, text := range texts {
		began := time.Now()
		a := ask(t, ix, text)
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%.20q took %v", text, took)
		}
		if a.Verdict == overlap.Covered && !strings.HasPrefix(text, "dakloos") {
			t.Errorf("%.20q is covered", text)
		}
	}
}

func TestABSNIsRefusedWithoutEcho(t *testing.T) {
	_, err := index(t).Query("hulp voor 111222333", overlap.Options{})
	if !errors.Is(err, overlap.ErrBSN) || strings.Contains(err.Error(), "111222333") {
		t.Errorf("got %v", err)
	}
}

func TestEvidenceAddsUp(t *testing.T) {
	ix := index(t)
	for _, text := range []string{hard, "Regionale crisisinterventie van 0 tot 100 jaar", "mensen zonder papieren zonder woning"} {
		for _, c := range ask(t, ix, text).Candidates {
			sum := 0.0
			for _, r := range c.Reasons {
				sum += r.Weight
				if r.InText.End > len(r.Text) || r.InQuery.End > len(text) {
					t.Errorf("span outside its text: %+v", r)
				}
			}
			if math.Abs(sum-c.Score) > 0.001 {
				t.Errorf("%s: %s scores %.4f, its reasons %.4f", text, c.Node.ID, c.Score, sum)
			}
		}
	}
}

func TestTheOrderOfEntryDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := landscapetest.Landscape(12).Draw(rt, "landscape")
		var records []landscape.Record
		for _, k := range l.Keys() {
			records = append(records, *l.Record(k))
		}
		other, err := landscape.Build(rapid.Permutation(records).Draw(rt, "records"))
		if err != nil {
			rt.Skip("the generator's landscape does not build in one go")
		}
		text := rapid.SampledFrom(l.Nodes()).Draw(rt, "node").Name() + " zorg met gemeente"
		e := overlap.New(small)
		first, err := e.Index(l, day).Query(text, overlap.Options{})
		if err != nil {
			rt.Skip("the name holds a number")
		}
		second, err := e.Index(other, day).Query(text, overlap.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		same(rt, first, second, func(id landscape.ID) landscape.ID { return id })
	})
}

// fataler is what both kinds of tests can do.
type fataler interface{ Fatalf(string, ...any) }

func same(t fataler, want, got overlap.Answer, rename func(landscape.ID) landscape.ID) {
	if want.Verdict != got.Verdict || len(want.Candidates) != len(got.Candidates) {
		t.Fatalf("%s with %d, want %s with %d", got.Verdict, len(got.Candidates), want.Verdict, len(want.Candidates))
	}
	for i, c := range want.Candidates {
		g := got.Candidates[i]
		if g.Node.ID != rename(c.Node.ID) || math.Abs(g.Score-c.Score) > 1e-5 || g.Verdict != c.Verdict {
			t.Fatalf("place %d: %s %.5f %s, want %s %.5f %s", i+1, g.Node.ID, g.Score, g.Verdict, c.Node.ID, c.Score, c.Verdict)
		}
	}
}

func TestNamesOfIDsDoNotMatter(t *testing.T) {
	l, e := world(t)
	rename := func(id landscape.ID) landscape.ID { return "a-" + id }
	var records []landscape.Record
	for _, k := range l.Keys() {
		r := l.Record(k)
		if r.Node != nil {
			n := landscape.NewNode(rename(r.Node.ID), r.Node.Type)
			for _, spec := range landscape.FieldsOf(n.Type) {
				n = n.WithClaims(spec.Field, r.Node.Claims(spec.Field))
			}
			records = append(records, landscape.Record{Node: n})
			continue
		}
		edge := *r.Relation
		edge.From, edge.To = rename(edge.From), rename(edge.To)
		records = append(records, landscape.Record{Relation: &edge})
	}
	other, err := landscape.Build(records)
	if err != nil {
		t.Fatal(err)
	}
	same(t, ask(t, e.Index(l, day), hard), ask(t, e.Index(other, day), hard), rename)
}

func TestWithIsTheSameAsIndexing(t *testing.T) {
	l, e := world(t)
	edits := []landscape.Edit{
		change(t, "femicide", func(n *landscape.Node) *landscape.Node {
			return n.Text(landscape.Goal, "Gedetineerden vinden een woning na vrijlating.", landscapetest.Basis)
		}),
		landscapetest.Put(bottleneck("nieuw", "Gevangenen zonder woning")),
		landscapetest.Join(landscapetest.Relation("mensenhandel", landscape.Owns, "nieuw")),
	}
	next, err := l.Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	got := ask(t, e.Index(l, day).With(next, "femicide", "nieuw"), hard)
	same(t, ask(t, e.Index(next, day), hard), got, func(id landscape.ID) landscape.ID { return id })
	if _, place := find(got, "mensenhandel"); place == 0 {
		t.Error("the owner of the new bottleneck is not found by it")
	}
	back := e.Index(l, day).With(next, "femicide", "nieuw").With(l, "femicide", "nieuw")
	same(t, ask(t, e.Index(l, day), hard), ask(t, back, hard), func(id landscape.ID) landscape.ID { return id })
}
