package workspace

import (
	"context"

	"snijvlak/internal/landscape"
)

// Restore brings back the landscape as it was after entry seq, as one new
// entry that can be undone like any other. It is ErrNothing when nothing is
// different now. Of why only the reason, the meeting and who decided are kept.
func (w *Workspace) Restore(ctx context.Context, seq uint64, why Why) (JournalEntry, error) {
	_, why, err := Screen(nil, w.author, why)
	if err != nil {
		return JournalEntry{}, err
	}
	return w.locked(func() (JournalEntry, error) {
		if err := w.refreshed(ctx); err != nil {
			return JournalEntry{}, err
		}
		then, err := w.At(ctx, seq)
		if err != nil {
			return JournalEntry{}, err
		}
		return w.commit(ctx, JournalEntry{
			Kind: DoEntry, Restores: seq, Reason: why.Reason, Meeting: why.Meeting, DecidedBy: why.DecidedBy,
			Edits: landscape.Diff(w.Landscape(), then),
		})
	})
}
