package workspace

import (
	"context"

	"snijvlak/internal/landscape"
)

// Reverse gives the change that takes one entry back and leaves what came after
// it: a new entry, not an undo, so that a decision is withdrawn by a decision.
// Where something it touched was changed since, Change answers the *Conflict
// that names the later entry. The first entry is what the file was made from and
// is not taken back.
func (w *Workspace) Reverse(seq uint64) Build {
	return func(*landscape.Landscape) ([]landscape.Edit, error) {
		if seq < 2 || seq > w.Head().Seq {
			return nil, &NoEntry{Seq: seq, Last: w.Head().Seq}
		}
		entries, err := w.entries(context.Background(), seq, seq)
		if err != nil {
			return nil, err
		}
		return landscape.Inverse(entries[0].Edits), nil
	}
}
