package evaltest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// synthetic makes a landscape of n initiatives of some forty words each, from
// the words of the shipped landscape and made-up ones, by Zipf's law.
func synthetic(t testing.TB, n int) (*landscape.Landscape, overlap.Lists, []string) {
	shippedLand, lists := shipped(t)
	rng := rand.New(rand.NewPCG(1, 2))
	vocabulary := vocabularyOf(shippedLand, rng)
	zipf := rand.NewZipf(rng, 1.1, 20, uint64(len(vocabulary)-1))
	say := func(n int) string {
		said := make([]string, n)
		for i := range said {
			said[i] = vocabulary[zipf.Uint64()]
		}
		return strings.Join(said, " ")
	}
	basis := landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: "bench"}}}
	var records []landscape.Record
	for i := range n {
		id := landscape.ID(fmt.Sprintf("item-%d", i))
		node := landscape.NewNode(id, landscape.Initiative).
			Text(landscape.Name, say(4), basis).Text(landscape.Goal, say(12), basis).Text(landscape.TargetGroup, say(8), basis).
			With(landscape.Activities, landscape.Claim{Values: []string{say(5), say(5)}, Basis: basis}).
			With(landscape.Keywords, landscape.Claim{Values: []string{say(1), say(2), say(2)}, Basis: basis})
		records = append(records, landscape.Record{Node: node})
	}
	l, err := landscape.Build(records)
	if err != nil {
		t.Fatal(err)
	}
	var queries []string
	for range 500 {
		queries = append(queries, say(10))
	}
	return l, lists, queries
}

func vocabularyOf(l *landscape.Landscape, rng *rand.Rand) []string {
	seen := map[string]bool{}
	var all []string
	for _, n := range l.Nodes(landscape.Initiative, landscape.Bottleneck) {
		for _, w := range words(item(n, allFields...)) {
			if !seen[w] {
				seen[w] = true
				all = append(all, w)
			}
		}
	}
	parts := slices.Clone(all)
	for len(all) < 20000 {
		w := parts[rng.IntN(len(parts))] + parts[rng.IntN(len(parts))]
		if !seen[w] && len(w) < 24 {
			seen[w] = true
			all = append(all, w)
		}
	}
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

const many = 20000

func BenchmarkIndex20000(b *testing.B) {
	l, lists, _ := synthetic(b, many)
	e := overlap.New(lists)
	for b.Loop() {
		e.Index(l, day)
	}
}

// BenchmarkQuery20000 reports the middle and the 99th of a hundred queries, and
// how many times FTS5 takes for the same.
func BenchmarkQuery20000(b *testing.B) {
	l, lists, queries := synthetic(b, many)
	ix := overlap.New(lists).Index(l, day)
	warm(b, ix, queries[0])
	own := timed(b, queries, func(q string) { ask(b, ix, q) })
	var ids []landscape.ID
	var texts []string
	for _, n := range l.Nodes(landscape.Initiative) {
		ids, texts = append(ids, n.ID), append(texts, item(n, allFields...))
	}
	db := openFTS(b, ids, texts)
	fts := timed(b, queries[:100], func(q string) { askFTS(b, db, q) })
	for b.Loop() {
		ask(b, ix, queries[0])
	}
	b.ReportMetric(ms(own[len(own)/2]), "p50-ms")
	b.ReportMetric(ms(own[len(own)*99/100]), "p99-ms")
	b.ReportMetric(ms(fts[len(fts)/2]), "fts5-p50-ms")
	b.ReportMetric(ms(fts[len(fts)/2])/ms(own[len(own)/2]), "times-faster")
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func ask(b *testing.B, ix *overlap.Index, q string) {
	if _, err := ix.Query(q, overlap.Options{Top: 10}); err != nil {
		b.Fatal(err)
	}
}

// warm asks once, so that what the index makes when first asked is there.
func warm(b *testing.B, ix *overlap.Index, q string) {
	began := time.Now()
	ask(b, ix, q)
	b.Logf("first query, with the landscape's norms: %v", time.Since(began))
}

func timed(b *testing.B, queries []string, do func(string)) []time.Duration {
	var all []time.Duration
	for _, q := range queries {
		began := time.Now()
		do(q)
		all = append(all, time.Since(began))
	}
	slices.Sort(all)
	return all
}

func BenchmarkChange20000(b *testing.B) {
	l, lists, queries := synthetic(b, many)
	ix := overlap.New(lists).Index(l, day)
	warm(b, ix, queries[0])
	n, _ := l.Node("item-7")
	changed := n.Text(landscape.Goal, "dakloze mensen vinden een huis", landscape.Basis{})
	next, err := l.Apply([]landscape.Edit{{Key: n.Key(), Before: &landscape.Record{Node: n}, After: &landscape.Record{Node: changed}}})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		ix.With(next, "item-7")
	}
}

func BenchmarkMatrix300(b *testing.B) {
	l, lists, _ := synthetic(b, 300)
	ix := overlap.New(lists).Index(l, day)
	for b.Loop() {
		ix.Matrix()
	}
}

// BenchmarkCold is what one command does: index the shipped landscape and
// answer one question, with the landscape's norms.
func BenchmarkCold(b *testing.B) {
	l, lists := shipped(b)
	for b.Loop() {
		ask(b, overlap.New(lists).Index(l, day), "Ex-gedetineerden staan na vrijlating zonder woning op straat.")
	}
}
