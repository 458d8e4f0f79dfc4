package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/workspace"
)

// RunModel compares an implementation with a plain map under random commits,
// retries and stale commits.
func RunModel(t *testing.T, build Make) {
	rapid.Check(t, func(rt *rapid.T) {
		first := First(Record("n/a", "1"))
		m := &model{t: t, open: build(t, first), records: map[string]string{}}
		m.accept(first)
		rt.Repeat(map[string]func(*rapid.T){
			"commit":   m.commit,
			"retry":    m.retry,
			"conflict": m.conflict,
			"entries":  m.entries,
			"":         m.check,
		})
	})
}

// model is what the repository ought to hold.
type model struct {
	t       *testing.T
	open    func() workspace.Repository
	records map[string]string
	commits []workspace.Commit
}

func (m *model) head() workspace.Head { return headOf(m.commits[len(m.commits)-1]) }

func (m *model) accept(c workspace.Commit) {
	for _, key := range c.Deletes {
		delete(m.records, key)
	}
	for _, r := range c.Puts {
		m.records[r.Key] = string(r.Value)
	}
	m.commits = append(m.commits, c)
}

// modelKeys are few, so that they meet again.
var modelKeys = strings.Fields("n/a n/b n/c n/d n/e n/f n/aa n/ab e/a/k/b e/a/k/c e/b/k/c/2018")

// someCommit draws a commit on a head.
func someCommit(t *rapid.T, on workspace.Head, op string) workspace.Commit {
	keys := rapid.SliceOfNDistinct(rapid.SampledFrom(modelKeys), 0, 6, rapid.ID).Draw(t, "keys")
	puts := rapid.IntRange(0, len(keys)).Draw(t, "puts")
	c := Next(on, op)
	for _, key := range keys[:puts] {
		size := rapid.SampledFrom([]int{0, 1, 50, 2500}).Draw(t, "size")
		c.Puts = append(c.Puts, Record(key, strings.Repeat(op, size)))
	}
	c.Deletes = keys[puts:]
	return c
}

func (m *model) commit(t *rapid.T) {
	c := someCommit(t, m.head(), fmt.Sprint("op", len(m.commits)))
	m.want(t, c, headOf(c))
	m.accept(c)
}

func (m *model) retry(t *rapid.T) {
	c := rapid.SampledFrom(m.commits).Draw(t, "commit")
	m.want(t, c, headOf(c))
}

func (m *model) want(t *rapid.T, c workspace.Commit, want workspace.Head) {
	if got, err := m.open().Commit(m.t.Context(), c); err != nil || got != want {
		t.Fatalf("commit %s answered %v, %v; want %v", c.Op, got, err, want)
	}
}

func (m *model) conflict(t *rapid.T) {
	if len(m.commits) < 2 {
		t.Skip("there is no older head")
	}
	old := rapid.SampledFrom(m.commits[:len(m.commits)-1]).Draw(t, "head")
	_, err := m.open().Commit(m.t.Context(), someCommit(t, headOf(old), "stale"))
	if !errors.Is(err, workspace.ErrConflict) {
		t.Fatalf("a stale commit answered %v", err)
	}
}

func (m *model) entries(t *rapid.T) {
	first := rapid.Uint64Range(0, 8).Draw(t, "first")
	last := rapid.Uint64Range(0, 8).Draw(t, "last")
	got, err := m.open().Entries(m.t.Context(), first, last)
	if err != nil {
		t.Fatalf("entries: %v", err)
	}
	var want []workspace.Entry
	for _, c := range m.commits {
		if c.Entry.Seq >= first && c.Entry.Seq <= last {
			want = append(want, c.Entry)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("entries %d..%d are %v, want %v", first, last, got, want)
	}
}

func (m *model) check(t *rapid.T) {
	got, err := m.open().Load(m.t.Context())
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	var want []workspace.Record
	for _, key := range slices.Sorted(maps.Keys(m.records)) {
		want = append(want, Record(key, m.records[key]))
	}
	if got.Head != m.head() || !slices.EqualFunc(got.Records, want, sameRecord) {
		t.Fatalf("loaded %v %s, want %v %s", got.Head, text(got.Records), m.head(), text(want))
	}
}

func sameRecord(a, b workspace.Record) bool {
	return a.Key == b.Key && bytes.Equal(a.Value, b.Value)
}
