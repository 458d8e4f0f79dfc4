package workspace

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

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
	Origin  string
	// NotBSN says what a number is that only looks like a citizen service
	// number; without it such a text is refused.
	NotBSN string
}

// BSNError is the error for a text that may hold a citizen service number. It
// names the record and holds no text; an id that was made of the text may hold
// the number.
type BSNError struct{ Key landscape.Key }

func (e *BSNError) Error() string {
	return fmt.Sprintf("%s: the text may hold a citizen service number", e.Key)
}

// Change builds, checks and commits one change, and answers its entry. A build
// without edits is ErrNothing.
func (w *Workspace) Change(ctx context.Context, why Why, b Build) (JournalEntry, error) {
	w.changing.Lock()
	entry, err := w.change(ctx, why, b)
	w.changing.Unlock()
	if err == nil {
		w.tell()
	}
	return entry, err
}

func (w *Workspace) change(ctx context.Context, why Why, b Build) (JournalEntry, error) {
	edits, err := b(w.Landscape())
	if err != nil {
		return JournalEntry{}, err
	}
	reason := why.Reason
	if key, found := landscape.BringsBSN(edits); found {
		if why.NotBSN == "" {
			return JournalEntry{}, &BSNError{Key: key}
		}
		reason = strings.TrimSpace(reason + " geen BSN: " + why.NotBSN) // of the landscape, hence Dutch
	}
	return w.commit(ctx, JournalEntry{
		Kind: DoEntry, Reason: reason, Meeting: why.Meeting, Origin: why.Origin, Edits: edits,
	})
}

// commit completes the entry and writes it, on a newer head if need be.
func (w *Workspace) commit(ctx context.Context, e JournalEntry) (JournalEntry, error) {
	if len(e.Edits) == 0 {
		return JournalEntry{}, ErrNothing
	}
	e.Author, e.At, e.Op = w.author, w.now().UTC(), rand.Text()
	for range maxTries {
		next, err := w.Landscape().Apply(e.Edits)
		if err != nil {
			return JournalEntry{}, w.explain(ctx, err)
		}
		base := w.Head()
		e.Seq, e.Prev = base.Seq+1, base.Hash
		c, err := commitOf(&e, base)
		if err != nil {
			return JournalEntry{}, err
		}
		head, err := w.write(ctx, c)
		if err == nil {
			w.put(next, head, w.Doubtful())
			return e, nil
		}
		if !errors.Is(err, ErrConflict) {
			return JournalEntry{}, err
		}
		if err := w.reload(ctx); err != nil {
			return JournalEntry{}, err
		}
	}
	return JournalEntry{}, ErrConflict
}

// write commits; where the outcome is not known it asks once more, which the
// operation id makes harmless.
func (w *Workspace) write(ctx context.Context, c Commit) (Head, error) {
	head, err := w.repo.Commit(ctx, c)
	if errors.Is(err, ErrUnknown) {
		return w.repo.Commit(ctx, c)
	}
	return head, err
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
