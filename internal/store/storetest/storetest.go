// Package storetest is the contract of workspace.Repository as tests: one suite
// that every implementation runs, and a comparison with a plain model. It holds
// no test of a file, a disk or a network; those are with the implementation.
//
// To add an engine, say one that is shared over a network: write a package
// store/NAME whose type implements workspace.Repository, and in its test a Make
// that begins an empty store, writes the first commit, and opens repositories on
// it, as the other implementations do. Then
//
//	func TestContract(t *testing.T) { storetest.Run(t, make) }
//	func TestModel(t *testing.T)    { storetest.RunModel(t, make) }
//
// What the suite asks, and an engine of another kind may find hard: records,
// entry and head change in one step, or not at all (a transaction that compares
// the head); an op is recognised for ever, or for the newest thousands of
// commits; a repository holds nothing between calls; Load gives all records of
// one moment; a head that a commit answered is seen by every load that begins
// after it; Watch may skip heads, but always sends the newest in the end.
// Nothing is asked of speed, but a test that polls ends sooner when Watch does.
//
// An engine that can fail in the middle, as a network does, answers ErrUnknown
// and takes no commit until it was loaded again. How that comes about is its
// own; test it there.
package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/workspace"
)

// Make makes a new store that holds one commit and answers how to open a
// repository on it. The suite opens several, as windows and commands do; an
// implementation may answer the same one each time. Where a watch polls, it
// should do so quickly.
type Make func(t testing.TB, first workspace.Commit) (open func() workspace.Repository)

// Run tests an implementation against the contract.
func Run(t *testing.T, build Make) {
	tests := []struct {
		name string
		test func(*testing.T, Make)
	}{
		{"first commit", testFirst},
		{"commit and load", testCommit},
		{"returned bytes are copies", testCopies},
		{"given bytes are copied", testGiven},
		{"absent keys are deleted without harm", testDeleteAbsent},
		{"large value", testLarge},
		{"empty values", testEmptyValues},
		{"refused commits", testRefused},
		{"conflict", testConflict},
		{"op retried", testRetry},
		{"entries", testEntries},
		{"watch sends what is newer", testWatch},
		{"watch skips what nobody took", testWatchSlow},
		{"watch ends", testWatchEnds},
		{"concurrent committers", testConcurrent},
		{"history of several clients", testHistory},
		{"cancelled", testCancelled},
	}
	for _, one := range tests {
		t.Run(one.name, func(t *testing.T) { one.test(t, build) })
	}
}

// First is a first commit with the given records.
func First(puts ...workspace.Record) workspace.Commit {
	return Next(workspace.Head{}, "first", puts...)
}

// Next is a commit on a head, with an entry whose hash and value name the op.
func Next(on workspace.Head, op string, puts ...workspace.Record) workspace.Commit {
	seq := on.Seq + 1
	return workspace.Commit{
		Op:     op,
		Expect: on,
		Puts:   puts,
		Entry: workspace.Entry{
			Seq:   seq,
			Hash:  fmt.Sprintf("%x", seq) + "-" + op,
			Value: []byte("entry of " + op),
		},
	}
}

// Record is a record of text.
func Record(key, value string) workspace.Record {
	return workspace.Record{Key: key, Value: []byte(value)}
}

func headOf(c workspace.Commit) workspace.Head {
	return workspace.Head{Seq: c.Entry.Seq, Hash: c.Entry.Hash}
}

func mustCommit(t testing.TB, r workspace.Repository, c workspace.Commit) workspace.Head {
	t.Helper()
	head, err := r.Commit(t.Context(), c)
	if err != nil {
		t.Fatalf("commit %s: %v", c.Op, err)
	}
	if head != headOf(c) {
		t.Fatalf("commit %s answered head %v, want %v", c.Op, head, headOf(c))
	}
	return head
}

func mustHead(t testing.TB, r workspace.Repository) workspace.Head {
	t.Helper()
	head, err := r.Head(t.Context())
	if err != nil {
		t.Fatalf("head: %v", err)
	}
	return head
}

func mustLoad(t testing.TB, r workspace.Repository) workspace.Snapshot {
	t.Helper()
	snapshot, err := r.Load(t.Context())
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return snapshot
}

// wantState checks head and records, which are given in order.
func wantState(t testing.TB, r workspace.Repository, head workspace.Head, records ...workspace.Record) {
	t.Helper()
	got := mustLoad(t, r)
	if got.Head != head || mustHead(t, r) != head {
		t.Fatalf("head is %v, want %v", got.Head, head)
	}
	if got.Doubtful || got.ReadOnly {
		t.Fatal("the snapshot is doubtful or read-only")
	}
	if got.Newest.Seq != head.Seq || got.Newest.Hash != head.Hash {
		t.Fatalf("the newest entry is %v, want that of %v", got.Newest, head)
	}
	if !slices.EqualFunc(got.Records, records, sameRecord) {
		t.Fatalf("records are %s, want %s", text(got.Records), text(records))
	}
}

func text(records []workspace.Record) string {
	var s strings.Builder
	for _, r := range records {
		fmt.Fprintf(&s, "%q=%.40q ", r.Key, r.Value)
	}
	return s.String()
}
