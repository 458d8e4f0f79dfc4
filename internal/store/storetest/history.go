package storetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"snijvlak/internal/workspace"
)

const (
	writers    = 4
	readers    = 2
	writes     = 8 // of each writer
	retryEvery = 3 // every so many commits is sent twice, as after a lost reply
	recordOf   = "n/"
	sharedKey  = "n/shared"
)

// write is one commit in a history: it was asked at moment begin and
// acknowledged at moment end. Moments only count.
type write struct {
	op         string
	head       workspace.Head
	begin, end int64
}

// look is one load: what was seen, and when.
type look struct {
	snapshot   workspace.Snapshot
	begin, end int64
}

// history is what several clients did at once, each by its own repository.
type history struct {
	t     *testing.T
	open  func() workspace.Repository
	clock atomic.Int64

	mu     sync.Mutex
	writes []write
	looks  []look
}

// testHistory lets writers and readers work at once and then holds what they
// saw against the journal: every acknowledged commit is in it once and in the
// order of time, and every load saw what the journal says of its head.
func testHistory(t *testing.T, build Make) {
	h := &history{t: t, open: build(t, First())}
	ctx, stop := context.WithCancel(t.Context())
	var reading, writing sync.WaitGroup
	for range readers {
		reading.Go(func() { h.read(ctx) })
	}
	for i := range writers {
		writing.Go(func() { h.write(fmt.Sprint("w", i)) })
	}
	writing.Wait()
	stop()
	reading.Wait()
	entries, err := h.open().Entries(t.Context(), 1, math.MaxUint64)
	if err != nil {
		t.Fatal(err)
	}
	h.checkWrites(entries)
	h.checkLooks(entries)
}

// write commits again and again, on the newest head it can find.
func (h *history) write(name string) {
	r := h.open()
	for n := range writes {
		op := fmt.Sprintf("%s-%d", name, n)
		begin := h.clock.Add(1)
		head, err := h.commit(r, op, n%retryEvery == 0)
		end := h.clock.Add(1)
		if err != nil {
			h.t.Errorf("%s: %v", op, err)
			return
		}
		h.mu.Lock()
		h.writes = append(h.writes, write{op, head, begin, end})
		h.mu.Unlock()
	}
}

// commit tries until op is written; twice sends it once more afterwards, which
// must answer the same head.
func (h *history) commit(r workspace.Repository, op string, twice bool) (workspace.Head, error) {
	for {
		on, err := r.Head(h.t.Context())
		if err != nil && !errors.Is(err, workspace.ErrBusy) {
			return on, err
		}
		c := Next(on, op, Record(recordOf+op, op), Record(sharedKey, op))
		head, err := r.Commit(h.t.Context(), c)
		if errors.Is(err, workspace.ErrConflict) || errors.Is(err, workspace.ErrBusy) {
			continue
		}
		if err != nil || !twice {
			return head, err
		}
		if again, err := r.Commit(h.t.Context(), c); err != nil || again != head {
			return head, fmt.Errorf("the retry answered %v: %w", again, err)
		}
		return head, nil
	}
}

func (h *history) read(ctx context.Context) {
	r := h.open()
	for ctx.Err() == nil {
		begin := h.clock.Add(1)
		s, err := r.Load(h.t.Context())
		end := h.clock.Add(1)
		if errors.Is(err, workspace.ErrBusy) {
			continue
		}
		if err != nil {
			h.t.Errorf("load: %v", err)
			return
		}
		h.mu.Lock()
		h.looks = append(h.looks, look{s, begin, end})
		h.mu.Unlock()
	}
}

// checkWrites wants every acknowledged commit in the journal once, under the
// head it was answered, and none before one that was acknowledged before it
// began.
func (h *history) checkWrites(entries []workspace.Entry) {
	h.t.Helper()
	times := map[string]int{}
	for _, e := range entries {
		times[string(e.Value)]++
	}
	for _, w := range h.writes {
		e := entries[w.head.Seq-1]
		if times["entry of "+w.op] != 1 || string(e.Value) != "entry of "+w.op || e.Hash != w.head.Hash {
			h.t.Errorf("%s was acknowledged as %v and is in the journal %d times", w.op, w.head, times["entry of "+w.op])
		}
	}
	if len(entries) != 1+len(h.writes) {
		h.t.Errorf("%d entries of %d commits", len(entries), len(h.writes))
	}
	for _, a := range h.writes {
		for _, b := range h.writes {
			if a.end < b.begin && a.head.Seq >= b.head.Seq {
				h.t.Errorf("%s was done before %s began, and comes after it", a.op, b.op)
			}
		}
	}
}

// checkLooks wants every load to be the state of its head, at least as new as
// what was acknowledged before it began.
func (h *history) checkLooks(entries []workspace.Entry) {
	h.t.Helper()
	for _, l := range h.looks {
		last := l.snapshot.Head.Seq
		for _, w := range h.writes {
			if w.end < l.begin && w.head.Seq > last || l.end < w.begin && w.head.Seq <= last {
				h.t.Errorf("a load saw entry %d; %s was acknowledged as %d at another time", last, w.op, w.head.Seq)
			}
		}
		if want := stateAt(entries, last); !slices.EqualFunc(l.snapshot.Records, want, sameRecord) {
			h.t.Errorf("at entry %d a load saw %s, want %s", last, text(l.snapshot.Records), text(want))
		}
	}
}

// stateAt is what the commits of a history lead to after an entry.
func stateAt(entries []workspace.Entry, last uint64) []workspace.Record {
	var records []workspace.Record
	for _, e := range entries[1:last] { // the first commit has no records
		op := string(e.Value[len("entry of "):])
		records = append(records, Record(recordOf+op, op))
		if e.Seq == last {
			records = append(records, Record(sharedKey, op))
		}
	}
	slices.SortFunc(records, func(a, b workspace.Record) int { return strings.Compare(a.Key, b.Key) })
	return records
}
