package workspace

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"snijvlak/internal/landscape"
)

// maxTries bounds how often a change is made again on a newer head before it
// is reported as a conflict.
const maxTries = 20

// Workspace is one open landscape. Its methods may be called from any
// goroutine; subscribers are called on the goroutine that made the change.
type Workspace struct {
	repo   Repository
	author string
	now    func() time.Time

	safe *safekeeping // nil makes no backups

	// changing lets one change at a time through, from building to commit.
	changing sync.Mutex
	// stale says that the file must be read before the next change. Changing
	// guards it.
	stale bool
	// state guards what follows.
	state       sync.RWMutex
	saved       saved
	current     *landscape.Landscape // what is saved, with the pending change
	pending     *Pending             // nil when everything is saved
	subscribers map[int]func(*landscape.Landscape)
	nextID      int
}

// saved is what the file holds, as it was last read or written.
type saved struct {
	landscape          *landscape.Landscape
	head               Head
	at                 time.Time // of the newest entry
	doubtful, readOnly bool
}

// Option changes how a workspace works.
type Option func(*Workspace)

// WithClock sets the clock, for tests.
func WithClock(now func() time.Time) Option { return func(w *Workspace) { w.now = now } }

// Open loads a landscape. Author is who its changes are recorded for.
func Open(ctx context.Context, repo Repository, author string, options ...Option) (*Workspace, error) {
	w := &Workspace{
		repo: repo, author: author, now: time.Now,
		subscribers: map[int]func(*landscape.Landscape){},
	}
	for _, o := range options {
		o(w)
	}
	if err := w.reload(ctx); err != nil {
		return nil, err
	}
	if w.safe == nil || !w.safe.later {
		w.backUp(ctx)
	}
	return w, nil
}

// Landscape gives the current landscape, with the pending change if there is
// one. It is a value: a later change gives another one.
func (w *Workspace) Landscape() *landscape.Landscape {
	w.state.RLock()
	defer w.state.RUnlock()
	return w.current
}

// Head gives the journal's head of what is saved.
func (w *Workspace) Head() Head { return w.inFile().head }

// Doubtful says that the newest change of the file may be missing.
func (w *Workspace) Doubtful() bool { return w.inFile().doubtful }

// ReadOnly says that the file cannot be written: a change will answer
// ErrReadOnly.
func (w *Workspace) ReadOnly() bool { return w.inFile().readOnly }

// inFile gives what is saved.
func (w *Workspace) inFile() saved {
	w.state.RLock()
	defer w.state.RUnlock()
	return w.saved
}

// Author is who changes are recorded for.
func (w *Workspace) Author() string { return w.author }

// Today is the day of the workspace's clock.
func (w *Workspace) Today() landscape.Date { return landscape.DateOf(w.now()) }

// Subscribe has f called after every change, with the new landscape; the
// function it answers ends that.
func (w *Workspace) Subscribe(f func(*landscape.Landscape)) (cancel func()) {
	w.state.Lock()
	defer w.state.Unlock()
	id := w.nextID
	w.nextID++
	w.subscribers[id] = f
	return func() {
		w.state.Lock()
		defer w.state.Unlock()
		delete(w.subscribers, id)
	}
}

// Follow reloads and tells subscribers whenever someone else changes the
// landscape, until ctx ends.
func (w *Workspace) Follow(ctx context.Context) {
	for range w.repo.Watch(ctx, w.Head()) {
		head, err := w.repo.Head(ctx)
		if err != nil || head == w.Head() {
			continue // our own change, or a file that is being replaced
		}
		if w.refresh(ctx) == nil {
			w.tell()
		}
	}
}

func (w *Workspace) refresh(ctx context.Context) error {
	w.changing.Lock()
	defer w.changing.Unlock()
	return w.reload(ctx)
}

// reload reads the file and puts the pending change on top of it again.
func (w *Workspace) reload(ctx context.Context) error {
	s, err := w.repo.Load(ctx)
	if err != nil {
		return err
	}
	l, err := build(s)
	if err != nil {
		return err
	}
	w.put(saved{l, s.Head, timeOf(s.Newest), s.Doubtful, s.ReadOnly})
	w.stale = false
	return w.settle(ctx)
}

// refreshed reloads before a change that looks at the journal.
func (w *Workspace) refreshed(ctx context.Context) error {
	if w.hasPending() {
		return ErrPending
	}
	return w.reload(ctx)
}

// put takes over what the file holds now.
func (w *Workspace) put(s saved) {
	w.state.Lock()
	defer w.state.Unlock()
	w.saved = s
	if w.pending == nil {
		w.current = s.landscape
	}
}

// locked lets one change through and tells the subscribers when the landscape
// has become another one, which it may have when the change failed as well.
func (w *Workspace) locked(change func() (JournalEntry, error)) (JournalEntry, error) {
	w.changing.Lock()
	before := w.Landscape()
	entry, err := change()
	different := w.Landscape() != before
	w.changing.Unlock()
	if different {
		w.tell()
	}
	return entry, err
}

func (w *Workspace) tell() {
	w.state.RLock()
	l := w.current
	called := make([]func(*landscape.Landscape), 0, len(w.subscribers))
	for id := range w.nextID {
		if f := w.subscribers[id]; f != nil {
			called = append(called, f)
		}
	}
	w.state.RUnlock()
	for _, f := range called {
		f(l)
	}
}

// ErrNothing says that the change would change nothing.
var ErrNothing = errors.New("nothing to change")

// Conflict is the error for a change whose records someone else has changed
// since; Later is the entry that did.
type Conflict struct {
	Key   landscape.Key
	Later JournalEntry
}

func (c *Conflict) Error() string {
	return fmt.Sprintf("%s was changed by entry %d of %s", c.Key, c.Later.Seq, c.Later.Author)
}

// Unwrap makes the error an ErrConflict.
func (c *Conflict) Unwrap() error { return ErrConflict }
