package storetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"testing"
	"time"

	"snijvlak/internal/workspace"
)

// patience is how long a watch may take before a test gives up.
const patience = 10 * time.Second

func testWatch(t *testing.T, build Make) {
	first := First()
	open := build(t, first)
	late := open().Watch(t.Context(), workspace.Head{})
	wantNews(t, late, headOf(first))
	heads := open().Watch(t.Context(), headOf(first))
	head := headOf(first)
	for i := range 3 {
		head = mustCommit(t, open(), Next(head, fmt.Sprint("op", i)))
		wantNews(t, heads, head)
		wantNews(t, late, head)
	}
	select {
	case head := <-heads:
		t.Fatalf("the watch sent %v again", head)
	case <-time.After(50 * time.Millisecond):
	}
}

func wantNews(t *testing.T, heads <-chan workspace.Head, want workspace.Head) {
	t.Helper()
	select {
	case got, ok := <-heads:
		if !ok || got != want {
			t.Fatalf("the watch sent %v, want %v", got, want)
		}
	case <-time.After(patience):
		t.Fatal("the watch sent nothing")
	}
}

// testWatchSlow takes nothing for a while. It may get a head that was the
// newest when the watch offered it, but the newest comes in the end.
func testWatchSlow(t *testing.T, build Make) {
	first := First()
	open := build(t, first)
	heads := open().Watch(t.Context(), headOf(first))
	head := headOf(first)
	for i := range 5 {
		head = mustCommit(t, open(), Next(head, fmt.Sprint("op", i)))
	}
	last := uint64(1)
	for last < head.Seq {
		select {
		case got := <-heads:
			if got.Seq <= last {
				t.Fatalf("the watch sent %d after %d", got.Seq, last)
			}
			last = got.Seq
		case <-time.After(patience):
			t.Fatal("the newest head never came")
		}
	}
}

func testWatchEnds(t *testing.T, build Make) {
	first := First()
	r := build(t, first)()
	ctx, cancel := context.WithCancel(t.Context())
	idle := r.Watch(ctx, headOf(first))
	untaken := r.Watch(ctx, workspace.Head{})
	cancel()
	for _, heads := range []<-chan workspace.Head{idle, untaken} {
		for range heads { // ends when the channel is closed
		}
	}
}

const (
	committers = 6
	each       = 5
)

// testConcurrent lets several committers add to one number and write a record
// each time; whatever was acknowledged must be there, once.
func testConcurrent(t *testing.T, build Make) {
	open := build(t, First())
	acknowledged := acknowledge(t, open)
	r := open()
	head := mustHead(t, r)
	if head.Seq != 1+committers*each {
		t.Errorf("head is %v", head)
	}
	entries, err := r.Entries(t.Context(), 1, math.MaxUint64)
	if err != nil || uint64(len(entries)) != head.Seq {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	records := map[string]bool{}
	for _, record := range mustLoad(t, r).Records {
		records[record.Key] = true
	}
	if len(records) != len(acknowledged) {
		t.Errorf("%d records, %d acknowledged", len(records), len(acknowledged))
	}
	for op, head := range acknowledged {
		if !records["n/"+op] || entries[head.Seq-1].Hash != head.Hash {
			t.Errorf("%s was acknowledged as %v and is not there", op, head)
		}
	}
}

// acknowledge runs the committers and answers which op got which head.
func acknowledge(t *testing.T, open func() workspace.Repository) map[string]workspace.Head {
	var mu sync.Mutex
	acknowledged := map[string]workspace.Head{}
	var all sync.WaitGroup
	for i := range committers {
		all.Go(func() {
			r := open()
			for j := range each {
				op := fmt.Sprintf("%d-%d", i, j)
				head, err := commitUntilDone(t.Context(), r, op)
				if err != nil {
					t.Errorf("%s: %v", op, err)
					return
				}
				mu.Lock()
				acknowledged[op] = head
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return acknowledged
}

// commitUntilDone takes a conflict for a reason to try again on the new head.
func commitUntilDone(ctx context.Context, r workspace.Repository, op string) (workspace.Head, error) {
	for {
		head, err := r.Head(ctx)
		if err == nil {
			head, err = r.Commit(ctx, Next(head, op, Record("n/"+op, op)))
		}
		if err == nil || !errors.Is(err, workspace.ErrConflict) && !errors.Is(err, workspace.ErrBusy) {
			return head, err
		}
	}
}
