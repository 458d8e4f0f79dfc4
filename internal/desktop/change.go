package desktop

import (
	"context"
	"time"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// request is a change that a view asked for, kept until it is settled.
type request struct {
	why   workspace.Why
	build workspace.Build
	done  func(workspace.JournalEntry)
}

// Change is part of kit.Host.
func (w *Window) Change(why workspace.Why, build workspace.Build, done func(workspace.JournalEntry)) {
	if w.readsOnly() {
		return
	}
	w.change(request{why, build, done})
}

// readsOnly says whether nothing can be changed now, and tells why.
func (w *Window) readsOnly() bool {
	why := w.state.WhyNot()
	if why != "" {
		w.tell(w.words.T("window.sorry"), why)
	}
	return why != ""
}

func (w *Window) change(r request) {
	ws := w.file.ws
	w.commit(func(ctx context.Context) (workspace.JournalEntry, error) {
		return ws.Change(ctx, r.why, r.build)
	}, func(e workspace.JournalEntry, err error) {
		if err != nil {
			w.refused(r, err)
			return
		}
		w.frame.status.notice(w.summary(e), w.words.T("window.undo"), w.undo)
		w.warnOfPersonal(e.Personal)
		if r.done != nil {
			r.done(e)
		}
	})
}

// commit writes in the background and tells the status line. The new state has
// been shown before then is called.
func (w *Window) commit(
	write func(context.Context) (workspace.JournalEntry, error), then func(workspace.JournalEntry, error),
) {
	w.saving++
	w.frame.status.saving(w.saving, w.saved)
	w.start(func() {
		entry, err := write(context.Background())
		kit.Do(func() {
			w.saving--
			if err == nil {
				w.saved = time.Now().Format("15:04")
				w.frame.banners.clear(bannerUnsaved)
				trace("saved %d", entry.Seq)
			} else {
				trace("not saved")
			}
			w.frame.status.saving(w.saving, w.saved)
			then(entry, err)
			w.settle()
		})
	})
}

// afterSaving calls f once nothing is being saved.
func (w *Window) afterSaving(f func()) { w.settled = append(w.settled, f) }

func (w *Window) settle() {
	if w.saving > 0 {
		return
	}
	waiting := w.settled
	w.settled = nil
	for _, f := range waiting {
		f()
	}
}

// undo and redo take back, and name what they took back.
func (w *Window) undo() { w.takeBack("window.undone", (*workspace.Workspace).Undo) }
func (w *Window) redo() { w.takeBack("window.redone", (*workspace.Workspace).Redo) }

func (w *Window) takeBack(
	key string, take func(*workspace.Workspace, context.Context) (workspace.JournalEntry, error),
) {
	if w.readsOnly() {
		return
	}
	ws := w.file.ws
	w.commit(func(ctx context.Context) (workspace.JournalEntry, error) {
		return take(ws, ctx)
	}, func(e workspace.JournalEntry, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		edits := e.Edits
		if e.Kind == workspace.UndoEntry {
			edits = landscape.Inverse(edits) // what was done, not what undoing it did
		}
		w.Notice(w.words.T(key, "What", prose.Edits(w.words, edits, w.names(e))))
	})
}
