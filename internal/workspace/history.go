package workspace

import (
	"context"
	"errors"
	"fmt"

	"snijvlak/internal/landscape"
)

// page is how many journal entries are read at a time.
const page = 128

// ErrNoUndo and ErrNoRedo: there is nothing to take back.
var (
	ErrNoUndo = errors.New("nothing to undo")
	ErrNoRedo = errors.New("nothing to redo")
)

// Journal gives the entries from number since on, in order; 0 and 1 give all.
func (w *Workspace) Journal(ctx context.Context, since uint64) ([]JournalEntry, error) {
	return w.entries(ctx, max(since, 1), w.Head().Seq)
}

func (w *Workspace) entries(ctx context.Context, first, last uint64) ([]JournalEntry, error) {
	raw, err := w.repo.Entries(ctx, first, last)
	if err != nil {
		return nil, err
	}
	read := make([]JournalEntry, len(raw))
	for i := range raw {
		if read[i], err = readEntry(raw[i]); err != nil {
			return nil, err
		}
	}
	return read, nil
}

// backward shows the entries from the newest on, until visit answers false.
func (w *Workspace) backward(ctx context.Context, visit func(JournalEntry) bool) error {
	for last := w.Head().Seq; last > 0; {
		first := uint64(1)
		if last > page {
			first = last - page + 1
		}
		entries, err := w.entries(ctx, first, last)
		if err != nil {
			return err
		}
		for i := len(entries) - 1; i >= 0; i-- {
			if !visit(entries[i]) {
				return nil
			}
		}
		last = first - 1
	}
	return nil
}

// Undo takes back the newest do or redo that is not undone, whoever made it.
// The first entry is never undone. Where a record has changed since, the error
// is a *Conflict that names the later entry.
func (w *Workspace) Undo(ctx context.Context) (JournalEntry, error) {
	return w.takeBack(ctx, UndoEntry, w.undoable)
}

// Redo takes back the newest undo, if nothing was done since.
func (w *Workspace) Redo(ctx context.Context) (JournalEntry, error) {
	return w.takeBack(ctx, RedoEntry, w.redoable)
}

func (w *Workspace) takeBack(
	ctx context.Context, kind string, target func(context.Context) (JournalEntry, error),
) (JournalEntry, error) {
	return w.locked(func() (JournalEntry, error) {
		if err := w.refreshed(ctx); err != nil {
			return JournalEntry{}, err
		}
		of, err := target(ctx)
		if err != nil {
			return JournalEntry{}, err
		}
		return w.commit(ctx, JournalEntry{Kind: kind, Of: of.Seq, Edits: landscape.Inverse(of.Edits)})
	})
}

func (w *Workspace) undoable(ctx context.Context) (JournalEntry, error) {
	var target JournalEntry
	undone := map[uint64]bool{}
	err := w.backward(ctx, func(e JournalEntry) bool {
		if e.Kind == UndoEntry {
			undone[e.Of] = true
			return true
		}
		if undone[e.Seq] || e.Seq == 1 {
			return true
		}
		target = e
		return false
	})
	if err == nil && target.Seq == 0 {
		err = ErrNoUndo
	}
	return target, err
}

func (w *Workspace) redoable(ctx context.Context) (JournalEntry, error) {
	var target JournalEntry
	redone := map[uint64]bool{}
	err := w.backward(ctx, func(e JournalEntry) bool {
		switch {
		case e.Kind == RedoEntry:
			redone[e.Of] = true
			return true
		case e.Kind == UndoEntry && redone[e.Seq]:
			return true
		case e.Kind == UndoEntry:
			target = e
		}
		return false
	})
	if err == nil && target.Seq == 0 {
		err = ErrNoRedo
	}
	return target, err
}

// At gives the landscape as the file held it after entry seq.
func (w *Workspace) At(ctx context.Context, seq uint64) (*landscape.Landscape, error) {
	now := w.inFile()
	head := now.head.Seq
	if seq < 1 || seq > head {
		return nil, &NoEntry{Seq: seq, Last: head}
	}
	entries, err := w.entries(ctx, seq+1, head)
	if err != nil {
		return nil, err
	}
	return now.landscape.Apply(backTo(now.landscape, entries))
}

// backTo gives the edits that bring l back to before the first of entries:
// each record becomes what it was before the first entry that touched it.
func backTo(l *landscape.Landscape, entries []JournalEntry) []landscape.Edit {
	var edits []landscape.Edit
	seen := map[landscape.Key]bool{}
	for _, e := range entries {
		for _, edit := range e.Edits {
			if !seen[edit.Key] {
				seen[edit.Key] = true
				edits = append(edits, landscape.Edit{Key: edit.Key, Before: l.Record(edit.Key), After: edit.Before})
			}
		}
	}
	return edits
}

// NoEntry is the error for a number the journal does not have.
type NoEntry struct{ Seq, Last uint64 }

func (e *NoEntry) Error() string { return fmt.Sprintf("no entry %d; the last is %d", e.Seq, e.Last) }

// Entries gives the journal entries first to last, both inclusive, in order; a
// range beyond the journal is cut to what exists.
func (w *Workspace) Entries(ctx context.Context, first, last uint64) ([]JournalEntry, error) {
	return w.entries(ctx, max(first, 1), min(last, w.Head().Seq))
}
