// Package memory keeps a landscape in memory only: for tests, and for looking
// at shipped data without a file. It behaves as every other repository; what it
// does not do is last.
package memory

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"snijvlak/internal/workspace"
)

// Repository is a repository in memory, safe for concurrent use.
type Repository struct {
	mu      sync.Mutex
	records map[string][]byte
	entries []workspace.Entry // entry n is at n-1
	ops     map[string]uint64 // op → seq
	changed chan struct{}     // closed by the next commit
}

var _ workspace.Repository = (*Repository)(nil)

// New makes an empty repository, whose head is the zero Head.
func New() *Repository {
	return &Repository{
		records: map[string][]byte{},
		ops:     map[string]uint64{},
		changed: make(chan struct{}),
	}
}

// Load reads every record; the only error is that of ctx.
func (r *Repository) Load(ctx context.Context) (workspace.Snapshot, error) {
	if err := ctx.Err(); err != nil {
		return workspace.Snapshot{}, fmt.Errorf("load: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	snapshot := workspace.Snapshot{Head: r.head(), Newest: r.newest()}
	for _, key := range slices.Sorted(maps.Keys(r.records)) {
		snapshot.Records = append(snapshot.Records, workspace.Record{Key: key, Value: bytes.Clone(r.records[key])})
	}
	return snapshot, nil
}

// Head answers the newest head; the only error is that of ctx.
func (r *Repository) Head(ctx context.Context) (workspace.Head, error) {
	if err := ctx.Err(); err != nil {
		return workspace.Head{}, fmt.Errorf("head: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.head(), nil
}

// Entries reads a range of the journal; the only error is that of ctx.
func (r *Repository) Entries(ctx context.Context, first, last uint64) ([]workspace.Entry, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	var list []workspace.Entry
	for seq := max(first, 1); seq <= min(last, uint64(len(r.entries))); seq++ {
		list = append(list, cloneEntry(r.entries[seq-1]))
	}
	return list, nil
}

// Commit writes a change with its journal entry. It answers ErrConflict or the
// error of ctx.
func (r *Repository) Commit(ctx context.Context, c workspace.Commit) (workspace.Head, error) {
	if err := errors.Join(ctx.Err(), checkCommit(c)); err != nil {
		return workspace.Head{}, fmt.Errorf("commit: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if seq, done := r.ops[c.Op]; done {
		return headOf(r.entries[seq-1]), nil
	}
	if r.head() != c.Expect {
		return workspace.Head{}, fmt.Errorf("commit: %w", workspace.ErrConflict)
	}
	r.apply(c)
	return r.head(), nil
}

func (r *Repository) apply(c workspace.Commit) {
	for _, key := range c.Deletes {
		delete(r.records, key)
	}
	for _, record := range c.Puts {
		r.records[record.Key] = bytes.Clone(record.Value)
	}
	r.entries = append(r.entries, cloneEntry(c.Entry))
	r.ops[c.Op] = c.Entry.Seq
	close(r.changed)
	r.changed = make(chan struct{})
}

// Watch is told by the commits themselves.
func (r *Repository) Watch(ctx context.Context, from workspace.Head) <-chan workspace.Head {
	heads := make(chan workspace.Head)
	go r.watch(ctx, from, heads)
	return heads
}

func (r *Repository) watch(ctx context.Context, sent workspace.Head, heads chan<- workspace.Head) {
	defer close(heads)
	for {
		newest, changed := r.look()
		var ready chan<- workspace.Head // nil, never ready, when there is no news
		if newest != sent {
			ready = heads
		}
		select {
		case <-ctx.Done():
			return
		case ready <- newest:
			sent = newest
		case <-changed:
		}
	}
}

func (r *Repository) look() (workspace.Head, <-chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.head(), r.changed
}

func (r *Repository) head() workspace.Head {
	if len(r.entries) == 0 {
		return workspace.Head{}
	}
	return headOf(r.entries[len(r.entries)-1])
}

func (r *Repository) newest() workspace.Entry {
	if len(r.entries) == 0 {
		return workspace.Entry{}
	}
	return cloneEntry(r.entries[len(r.entries)-1])
}

func headOf(e workspace.Entry) workspace.Head {
	return workspace.Head{Seq: e.Seq, Hash: e.Hash}
}

func cloneEntry(e workspace.Entry) workspace.Entry {
	e.Value = bytes.Clone(e.Value)
	return e
}

// checkCommit refuses what no store could keep.
func checkCommit(c workspace.Commit) error {
	if c.Op == "" {
		return errors.New("the commit has no op")
	}
	if c.Entry.Seq != c.Expect.Seq+1 {
		return fmt.Errorf("entry %d cannot follow entry %d", c.Entry.Seq, c.Expect.Seq)
	}
	keys := slices.Clone(c.Deletes)
	for _, record := range c.Puts {
		keys = append(keys, record.Key)
	}
	slices.Sort(keys)
	for i, key := range keys {
		if key == "" {
			return errors.New("a record has an empty key")
		}
		if i > 0 && key == keys[i-1] {
			return fmt.Errorf("record %q is in the commit twice", key)
		}
	}
	return nil
}
