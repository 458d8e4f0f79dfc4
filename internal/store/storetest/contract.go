package storetest

import (
	"bytes"
	"context"
	"errors"
	"math"
	"testing"

	"snijvlak/internal/workspace"
)

func testFirst(t *testing.T, build Make) {
	first := First(Record("n/b", "2"), Record("n/a", "1"))
	wantState(t, build(t, first)(), headOf(first), Record("n/a", "1"), Record("n/b", "2"))
}

func testCommit(t *testing.T, build Make) {
	first := First(Record("n/a", "1"), Record("n/b", "2"))
	open := build(t, first)
	c := Next(headOf(first), "second", Record("n/a", "one"), Record("e/a/k/b", "new"))
	c.Deletes = []string{"n/b"}
	head := mustCommit(t, open(), c)
	wantState(t, open(), head, Record("e/a/k/b", "new"), Record("n/a", "one"))
	head = mustCommit(t, open(), Next(head, "without records"))
	wantState(t, open(), head, Record("e/a/k/b", "new"), Record("n/a", "one"))
}

func testCopies(t *testing.T, build Make) {
	first := First(Record("n/a", "value"))
	r := build(t, first)()
	clear(mustLoad(t, r).Records[0].Value)
	entries, err := r.Entries(t.Context(), 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	clear(entries[0].Value)
	wantState(t, r, headOf(first), Record("n/a", "value"))
	wantEntries(t, r, 1, 1, first.Entry)
}

func testGiven(t *testing.T, build Make) {
	first := First()
	r := build(t, first)()
	c := Next(headOf(first), "second", Record("n/a", "value"))
	head := mustCommit(t, r, c)
	clear(c.Puts[0].Value)
	clear(c.Entry.Value)
	wantState(t, r, head, Record("n/a", "value"))
	wantEntries(t, r, 2, 2, Next(headOf(first), "second").Entry)
}

func testDeleteAbsent(t *testing.T, build Make) {
	first := First(Record("n/a", "1"))
	r := build(t, first)()
	c := Next(headOf(first), "second")
	c.Deletes = []string{"n/absent", "n/a", "z"}
	wantState(t, r, mustCommit(t, r, c))
}

func testLarge(t *testing.T, build Make) {
	first := First(Record("n/small", "1"))
	open := build(t, first)
	large := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	c := Next(headOf(first), "second", workspace.Record{Key: "n/large", Value: large})
	c.Entry.Value = large
	head := mustCommit(t, open(), c)
	wantState(t, open(), head, c.Puts[0], Record("n/small", "1"))
	wantEntries(t, open(), 2, 2, c.Entry)
	head = mustCommit(t, open(), Next(head, "third", Record("n/large", "not any more")))
	wantState(t, open(), head, Record("n/large", "not any more"), Record("n/small", "1"))
}

func testEmptyValues(t *testing.T, build Make) {
	first := First(workspace.Record{Key: "n/nil"}, Record("n/empty", ""))
	first.Entry.Value = nil
	r := build(t, first)()
	wantState(t, r, headOf(first), Record("n/empty", ""), Record("n/nil", ""))
	wantEntries(t, r, 1, 1, first.Entry)
}

func testRefused(t *testing.T, build Make) {
	first := First(Record("n/a", "1"))
	r := build(t, first)()
	refused := map[string]func(*workspace.Commit){
		"empty key put":     func(c *workspace.Commit) { c.Puts = append(c.Puts, Record("", "1")) },
		"empty key deleted": func(c *workspace.Commit) { c.Deletes = []string{""} },
		"no op":             func(c *workspace.Commit) { c.Op = "" },
		"entry too late":    func(c *workspace.Commit) { c.Entry.Seq++ },
		"entry too early":   func(c *workspace.Commit) { c.Entry.Seq-- },
		"key put twice":     func(c *workspace.Commit) { c.Puts = append(c.Puts, c.Puts[0]) },
		"put and deleted":   func(c *workspace.Commit) { c.Deletes = []string{c.Puts[0].Key} },
	}
	for name, spoil := range refused {
		c := Next(headOf(first), "second", Record("n/a", "2"))
		spoil(&c)
		if _, err := r.Commit(t.Context(), c); err == nil || errors.Is(err, workspace.ErrConflict) {
			t.Errorf("%s: answered %v", name, err)
		}
		wantState(t, r, headOf(first), Record("n/a", "1"))
	}
}

func testConflict(t *testing.T, build Make) {
	first := First(Record("n/a", "1"))
	open := build(t, first)
	head := mustCommit(t, open(), Next(headOf(first), "second", Record("n/a", "2")))
	stale := []workspace.Head{{}, headOf(first), {Seq: 2, Hash: "other"}, {Seq: 3, Hash: head.Hash}}
	for _, expect := range stale {
		_, err := open().Commit(t.Context(), Next(expect, "late", Record("n/a", "3")))
		if !errors.Is(err, workspace.ErrConflict) {
			t.Errorf("on %v: answered %v, want a conflict", expect, err)
		}
	}
	wantState(t, open(), head, Record("n/a", "2"))
	mustCommit(t, open(), Next(head, "late", Record("n/a", "3")))
}

func testRetry(t *testing.T, build Make) {
	first := First(Record("n/a", "1"))
	open := build(t, first)
	second := Next(headOf(first), "second", Record("n/a", "2"))
	head := mustCommit(t, open(), second)
	mustCommit(t, open(), second)
	mustCommit(t, open(), first)
	wantState(t, open(), head, Record("n/a", "2"))

	head = mustCommit(t, open(), Next(head, "third", Record("n/a", "3")))
	mustCommit(t, open(), second)
	wantState(t, open(), head, Record("n/a", "3"))
	wantEntries(t, open(), 4, math.MaxUint64)
}

func testEntries(t *testing.T, build Make) {
	first := First()
	r := build(t, first)()
	second := Next(headOf(first), "second")
	third := Next(mustCommit(t, r, second), "third")
	mustCommit(t, r, third)
	wantEntries(t, r, 1, 3, first.Entry, second.Entry, third.Entry)
	wantEntries(t, r, 0, 1, first.Entry)
	wantEntries(t, r, 2, 2, second.Entry)
	wantEntries(t, r, 2, math.MaxUint64, second.Entry, third.Entry)
	wantEntries(t, r, 0, 0)
	wantEntries(t, r, 3, 2)
	wantEntries(t, r, 4, 9)
	wantEntries(t, r, math.MaxUint64, math.MaxUint64)
}

func wantEntries(t testing.TB, r workspace.Repository, first, last uint64, want ...workspace.Entry) {
	t.Helper()
	got, err := r.Entries(t.Context(), first, last)
	if err != nil {
		t.Fatalf("entries %d..%d: %v", first, last, err)
	}
	if len(got) != len(want) {
		t.Fatalf("entries %d..%d: %d of them, want %d", first, last, len(got), len(want))
	}
	for i, w := range want {
		if got[i].Seq != w.Seq || got[i].Hash != w.Hash || !bytes.Equal(got[i].Value, w.Value) {
			t.Fatalf("entries %d..%d: %+v, want %+v", first, last, got[i], w)
		}
	}
}

func testCancelled(t *testing.T, build Make) {
	first := First(Record("n/a", "1"))
	r := build(t, first)()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, load := r.Load(ctx)
	_, head := r.Head(ctx)
	_, entries := r.Entries(ctx, 1, 1)
	_, commit := r.Commit(ctx, Next(headOf(first), "second", Record("n/a", "2")))
	for name, err := range map[string]error{"load": load, "head": head, "entries": entries, "commit": commit} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s answered %v", name, err)
		}
	}
	wantState(t, r, headOf(first), Record("n/a", "1"))
}
