package workspace

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

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
	return w.pages(ctx, func(raw Entry) (bool, error) {
		e, err := readEntry(raw)
		return err == nil && visit(e), err
	})
}

// pages reads the journal from the newest entry on, until visit answers false.
func (w *Workspace) pages(ctx context.Context, visit func(Entry) (bool, error)) error {
	for last := w.Head().Seq; last > 0; {
		first := uint64(1)
		if last > page {
			first = last - page + 1
		}
		raw, err := w.repo.Entries(ctx, first, last)
		if err != nil {
			return err
		}
		for _, e := range slices.Backward(raw) {
			if on, err := visit(e); err != nil || !on {
				return err
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
	undone := map[uint64]bool{}
	return w.target(ctx, ErrNoUndo, func(s step) (bool, bool) {
		if s.Kind == UndoEntry {
			undone[s.Of] = true
			return false, true
		}
		found := !undone[s.Seq] && s.Seq > 1
		return found, !found
	})
}

func (w *Workspace) redoable(ctx context.Context) (JournalEntry, error) {
	redone := map[uint64]bool{}
	return w.target(ctx, ErrNoRedo, func(s step) (bool, bool) {
		switch {
		case s.Kind == RedoEntry:
			redone[s.Of] = true
			return false, true
		case s.Kind == UndoEntry && redone[s.Seq]:
			return false, true
		}
		return s.Kind == UndoEntry, false
	})
}

// step is how an entry stands on the stacks of undo and redo.
type step struct {
	Seq, Of uint64
	Kind    string
}

// stepOf reads the beginning of an entry: its edits may be a whole landscape.
func stepOf(raw Entry) (step, error) {
	s := step{Seq: raw.Seq}
	d := json.NewDecoder(bytes.NewReader(raw.Value))
	for {
		token, err := d.Token()
		if err != nil {
			return s, fmt.Errorf("journal entry %d: %w: %w", raw.Seq, ErrDamaged, err)
		}
		switch token {
		case "kind":
			err = d.Decode(&s.Kind)
		case "of":
			err = d.Decode(&s.Of)
		case "author": // nothing of the three comes later
			return s, nil
		}
		if err != nil {
			return s, fmt.Errorf("journal entry %d: %w: %w", raw.Seq, ErrDamaged, err)
		}
	}
}

// target is the entry that the walk back through the steps stops at. Visit
// answers whether a step is the one, and whether to go on.
func (w *Workspace) target(ctx context.Context, none error, visit func(step) (found, on bool)) (JournalEntry, error) {
	var target Entry
	err := w.pages(ctx, func(raw Entry) (bool, error) {
		s, err := stepOf(raw)
		if err != nil {
			return false, err
		}
		found, on := visit(s)
		if found {
			target = raw
		}
		return on, nil
	})
	switch {
	case err != nil:
		return JournalEntry{}, err
	case target.Seq == 0:
		return JournalEntry{}, none
	}
	return readEntry(target)
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
