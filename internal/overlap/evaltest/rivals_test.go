package evaltest

import (
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	_ "modernc.org/sqlite" // what a user would have otherwise

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// engine is the finder under test, with components off where asked.
func engine(l *landscape.Landscape, lists overlap.Lists, off overlap.Off) finder {
	ix := overlap.New(lists).Without(off).Index(l, day)
	return func(text string) ([]landscape.ID, overlap.Verdict) {
		a, err := ix.Query(text, overlap.Options{})
		if err != nil {
			return nil, overlap.None
		}
		var ids []landscape.ID
		for _, c := range a.Candidates {
			ids = append(ids, c.Node.ID)
		}
		return ids, a.Verdict
	}
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// item is the plain text of an initiative.
func item(n *landscape.Node, fields ...landscape.Field) string {
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(strings.Join(n.All(f), "\n") + "\n")
	}
	return b.String()
}

var allFields = []landscape.Field{
	landscape.Name, landscape.Short, landscape.Alias, landscape.Goal, landscape.TargetGroup, landscape.Activities, landscape.Keywords,
}

// bm25 is the textbook ranking on raw words (k1 1.2, b 0.75).
func bm25(l *landscape.Landscape, fields ...landscape.Field) finder {
	type doc struct {
		id     landscape.ID
		counts map[string]float64
		length float64
	}
	var docs []doc
	df, total := map[string]float64{}, 0.0
	for _, n := range l.Nodes(landscape.Initiative) {
		d := doc{n.ID, map[string]float64{}, 0}
		for _, w := range words(item(n, fields...)) {
			d.counts[w]++
			d.length++
		}
		for w := range d.counts {
			df[w]++
		}
		total += d.length
		docs = append(docs, d)
	}
	mean, n := total/float64(len(docs)), float64(len(docs))
	return func(text string) ([]landscape.ID, overlap.Verdict) {
		scores := map[landscape.ID]float64{}
		for _, d := range docs {
			for _, w := range words(text) {
				if tf := d.counts[w]; tf > 0 {
					scores[d.id] += math.Log(1+(n-df[w]+0.5)/(df[w]+0.5)) * tf * 2.2 / (tf + 1.2*(0.25+0.75*d.length/mean))
				}
			}
		}
		return ordered(scores), ""
	}
}

func ordered(scores map[landscape.ID]float64) []landscape.ID {
	var ids []landscape.ID
	for id := range scores {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	slices.SortStableFunc(ids, func(a, b landscape.ID) int {
		switch {
		case scores[a] > scores[b]:
			return -1
		case scores[a] < scores[b]:
			return 1
		}
		return 0
	})
	return ids
}

// openFTS puts texts in an SQLite FTS5 table in memory.
func openFTS(t testing.TB, ids []landscape.ID, texts []string) *sql.DB {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(`CREATE VIRTUAL TABLE item USING fts5(id UNINDEXED, text, tokenize="unicode61 remove_diacritics 2")`); err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range ids {
		if _, err := tx.Exec(`INSERT INTO item VALUES (?, ?)`, string(id), texts[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return db
}

func askFTS(t testing.TB, db *sql.DB, text string) []landscape.ID {
	var quoted []string
	for _, w := range words(text) {
		quoted = append(quoted, fmt.Sprintf("%q", w))
	}
	found, err := db.Query(`SELECT id FROM item WHERE item MATCH ? ORDER BY bm25(item) LIMIT 10`, strings.Join(quoted, " OR "))
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	var ids []landscape.ID
	for found.Next() {
		var id string
		if err := found.Scan(&id); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, landscape.ID(id))
	}
	return ids
}

func fts5(t testing.TB, l *landscape.Landscape) finder {
	var ids []landscape.ID
	var texts []string
	for _, n := range l.Nodes(landscape.Initiative) {
		ids, texts = append(ids, n.ID), append(texts, item(n, allFields...))
	}
	db := openFTS(t, ids, texts)
	return func(text string) ([]landscape.ID, overlap.Verdict) { return askFTS(t, db, text), "" }
}
