package workspace

import (
	"context"
	"crypto/rand"
	"errors"

	"snijvlak/internal/landscape"
)

// Build makes the edits of a change on a landscape. It is called once; when
// someone else changed the file meanwhile the same edits are tried on the newer
// landscape, where they hold if the records they touch are as they were.
type Build func(*landscape.Landscape) ([]landscape.Edit, error)

// Why is what the journal keeps beside the edits.
type Why struct {
	Reason  string
	Meeting landscape.ID
	// DecidedBy is who decided, where that is not the one who records it.
	DecidedBy string
	// Checked is the overlap check of an action that is taken up.
	Checked *Checked
	Origin  string
	// NotBSN says what a number is that only looks like a citizen service
	// number; without it such a text is refused (see Screen).
	NotBSN string
}

// Change builds, checks and commits one change, and answers its entry. A build
// without edits is ErrNothing.
//
// When it cannot be saved (a full disk, a file that is in use, an outcome that
// is not known) the error says why, and the change is kept: see Pending.
func (w *Workspace) Change(ctx context.Context, why Why, b Build) (JournalEntry, error) {
	return w.locked(func() (JournalEntry, error) { return w.change(ctx, why, b) })
}

func (w *Workspace) change(ctx context.Context, why Why, b Build) (JournalEntry, error) {
	if err := w.ready(ctx); err != nil {
		return JournalEntry{}, err
	}
	edits, err := b(w.Landscape())
	if err != nil {
		return JournalEntry{}, err
	}
	edits, why, err = Screen(edits, w.author, why)
	if err != nil {
		return JournalEntry{}, err
	}
	if why.Origin != "" {
		w.backUp(ctx) // before an import
	}
	entry, err := w.commit(ctx, JournalEntry{
		Kind: DoEntry, Reason: why.Reason, Meeting: why.Meeting, DecidedBy: why.DecidedBy,
		Checked: why.Checked, Origin: why.Origin, Edits: edits,
	})
	entry.Personal = Brings(edits, why)
	return entry, err
}

// ready refuses a change on top of one that is not saved, and reads the file
// where it is not known what is in it.
func (w *Workspace) ready(ctx context.Context) error {
	if w.hasPending() {
		return ErrPending
	}
	if w.stale {
		return w.reload(ctx)
	}
	return nil
}

// commit completes the entry and writes it. What cannot be saved stays as
// pending.
func (w *Workspace) commit(ctx context.Context, e JournalEntry) (JournalEntry, error) {
	if len(e.Edits) == 0 {
		return JournalEntry{}, ErrNothing
	}
	e.Author, e.At, e.Op = w.author, w.now().UTC(), rand.Text()
	since := w.Head().Seq
	if err := w.land(ctx, &e); err != nil {
		w.keep(e, since, err)
		return JournalEntry{}, err
	}
	return e, nil
}

// land writes an entry, on a newer head if need be. A failure of the store is
// a *notSaved.
func (w *Workspace) land(ctx context.Context, e *JournalEntry) error {
	for range maxTries {
		base := w.inFile()
		next, err := base.landscape.Apply(e.Edits)
		if err != nil {
			return w.explain(ctx, err)
		}
		e.follow(base)
		c, err := commitOf(e, base.head)
		if err != nil {
			return err
		}
		head, err := w.repo.Commit(ctx, c)
		if err == nil && head.Hash == e.Hash {
			w.put(saved{next, head, e.At, base.doubtful, false})
			return nil
		}
		if err != nil && !errors.Is(err, ErrConflict) {
			return &notSaved{err}
		}
		written := err == nil // by an earlier try, on another head
		if err := w.reload(ctx); err != nil {
			return &notSaved{err}
		}
		if written {
			*e, _, err = w.entryOf(ctx, e.Op, head.Seq)
			return err
		}
	}
	return ErrConflict
}

// explain finds the entry behind a conflict of records.
func (w *Workspace) explain(ctx context.Context, err error) error {
	var conflict *landscape.ConflictError
	if !errors.As(err, &conflict) {
		return err
	}
	later, found, lookErr := w.lastOn(ctx, conflict.Key)
	if lookErr != nil || !found {
		return err
	}
	return &Conflict{Key: conflict.Key, Later: later}
}

// lastOn finds the newest entry that touched a record.
func (w *Workspace) lastOn(ctx context.Context, key landscape.Key) (JournalEntry, bool, error) {
	var last JournalEntry
	err := w.backward(ctx, func(e JournalEntry) bool {
		last = e
		return !e.touches(key)
	})
	return last, last.touches(key), err
}
