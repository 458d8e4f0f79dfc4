package workspace

import (
	"context"
	"errors"
	"slices"

	"snijvlak/internal/landscape"
)

// ErrPending says that an earlier change is not saved yet. Retry or Discard it first.
var ErrPending = errors.New("an earlier change is not saved yet")

// Pending is a change that was made and is not saved. Landscape shows it;
// nothing else can be changed until it is retried or discarded.
type Pending struct {
	// Entry is the change as it is to be written.
	Entry JournalEntry
	// Err says why it is not saved: ErrNoSpace, ErrBusy, ErrReadOnly, or
	// ErrUnknown when it may be in the file after all. A *Conflict means that
	// someone else has changed the same since: Landscape shows theirs, and the
	// change can only be discarded.
	Err error

	// since is the head it was first tried on: a try that did not know its
	// outcome can have landed after it.
	since uint64
}

// notSaved is an error of the store with a change that is whole otherwise.
type notSaved struct{ err error }

func (e *notSaved) Error() string { return e.err.Error() }
func (e *notSaved) Unwrap() error { return e.err }

// Pending gives the change that is not saved; ok is false when there is none.
func (w *Workspace) Pending() (p Pending, ok bool) {
	w.state.RLock()
	defer w.state.RUnlock()
	if w.pending == nil {
		return Pending{}, false
	}
	return *w.pending, true
}

func (w *Workspace) hasPending() bool {
	_, ok := w.Pending()
	return ok
}

// keep keeps a change that the store could not save. One that was broken off,
// or refused because the file was opened read-only, is not kept.
func (w *Workspace) keep(e JournalEntry, since uint64, err error) {
	var unsaved *notSaved
	if !errors.As(err, &unsaved) || isContext(err) {
		return
	}
	w.stale = w.stale || errors.Is(err, ErrUnknown)
	now := w.inFile()
	if errors.Is(err, ErrReadOnly) && now.readOnly {
		return
	}
	if next, err := now.landscape.Apply(e.Edits); err == nil {
		w.setPending(&Pending{e, unsaved.err, since}, next)
	}
}

func isContext(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func (w *Workspace) setPending(p *Pending, shown *landscape.Landscape) {
	w.state.Lock()
	defer w.state.Unlock()
	w.pending, w.current = p, shown
}

// settle looks what became of the pending change after a reload: it landed
// after all, it still fits, or someone else was first.
func (w *Workspace) settle(ctx context.Context) error {
	p, ok := w.Pending()
	if !ok {
		return nil
	}
	now := w.inFile().landscape
	_, landed, err := w.entryOf(ctx, p.Entry.Op, p.since+1)
	if err != nil {
		return err
	}
	if landed {
		w.setPending(nil, now)
		return nil
	}
	next, err := now.Apply(p.Entry.Edits)
	if err != nil {
		p.Err, next = w.explain(ctx, err), now
	}
	w.setPending(&p, next)
	return nil
}

// entryOf finds the entry of an operation among those from first on.
func (w *Workspace) entryOf(ctx context.Context, op string, first uint64) (JournalEntry, bool, error) {
	entries, err := w.entries(ctx, first, w.Head().Seq)
	i := slices.IndexFunc(entries, func(e JournalEntry) bool { return e.Op == op })
	if err != nil || i < 0 {
		return JournalEntry{}, false, err
	}
	return entries[i], true, nil
}

// Retry tries to save the pending change again, on the file as it is now. It
// answers its entry, also when it turns out to have been saved; ErrNothing
// when nothing is pending. After an error the change is still pending.
func (w *Workspace) Retry(ctx context.Context) (JournalEntry, error) {
	return w.locked(func() (JournalEntry, error) {
		p, ok := w.Pending()
		if !ok {
			return JournalEntry{}, ErrNothing
		}
		e, err := w.retry(ctx, p)
		if err != nil {
			w.fail(err)
		}
		return e, err
	})
}

func (w *Workspace) retry(ctx context.Context, p Pending) (JournalEntry, error) {
	if err := w.reload(ctx); err != nil {
		return JournalEntry{}, err
	}
	if !w.hasPending() {
		e, _, err := w.entryOf(ctx, p.Entry.Op, p.since+1)
		return e, err
	}
	if err := w.land(ctx, &p.Entry); err != nil {
		return JournalEntry{}, err
	}
	w.setPending(nil, w.inFile().landscape)
	return p.Entry, nil
}

// fail notes why a retry did not save the change.
func (w *Workspace) fail(err error) {
	w.stale = w.stale || errors.Is(err, ErrUnknown)
	w.state.Lock()
	defer w.state.Unlock()
	if w.pending != nil && !isContext(err) {
		p := *w.pending
		p.Err = err
		w.pending = &p
	}
}

// Discard gives the pending change up and shows what is saved. Where it was
// not known whether it had been written, the file is read before the next
// change.
func (w *Workspace) Discard() {
	_, _ = w.locked(func() (JournalEntry, error) {
		w.setPending(nil, w.inFile().landscape)
		return JournalEntry{}, nil
	})
}
