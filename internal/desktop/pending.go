package desktop

import (
	"context"
	"errors"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/workspace"
)

// unsaved says that a change could not be saved and waits in the workspace.
func (w *Window) unsaved() bool {
	if w.file == nil {
		return false
	}
	_, waits := w.file.ws.Pending()
	return waits
}

// tellPending shows a change that is not saved, why, and what one can do.
func (w *Window) tellPending() {
	p, waits := w.file.ws.Pending()
	if !waits {
		w.frame.banners.clear(bannerUnsaved)
		return
	}
	again := &bannerAction{w.words.T("window.retry"), w.retry}
	var conflict *workspace.Conflict
	if errors.As(p.Err, &conflict) {
		again = nil // theirs is on the screen, and ours no longer fits
	}
	w.frame.banners.set(bannerUnsaved, w.unsavedText(p.Err), again,
		&bannerAction{w.words.T("window.discard"), w.askDiscard})
}

func (w *Window) unsavedText(err error) string {
	if errors.Is(err, workspace.ErrNoSpace) {
		return w.words.T("window.error.no-space")
	}
	return w.sentence(err) + " " + w.words.T("window.unsaved.still")
}

// retry tries to save the change again.
func (w *Window) retry() {
	ws := w.file.ws
	w.commit(ws.Retry, func(e workspace.JournalEntry, err error) {
		if err != nil {
			w.Notice(w.words.T("window.unsaved.again"))
			return
		}
		w.Notice(w.summary(e))
	})
}

func (w *Window) askDiscard() {
	t := w.words.T
	file := w.file
	kit.NewSheet(w.win, t("window.discard.title"), 440, kit.Body(t("window.discard.text")),
		kit.SheetButton{Text: t("window.cancel"), Primary: true},
		kit.SheetButton{Text: t("window.discard"), Danger: true, Do: func() {
			w.start(func() {
				file.ws.Discard()
				w.renew(file)
			})
		}}).Show(nil)
}

// askQuit asks before a change that is not saved is lost.
func (w *Window) askQuit() {
	t := w.words.T
	kit.NewSheet(w.win, t("window.unsaved.title"), 480, kit.Body(t("window.unsaved.text")),
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("window.unsaved.quit"), Danger: true, Do: w.quit},
		kit.SheetButton{Text: t("window.retry"), Primary: true, Do: func() {
			w.commit(func(ctx context.Context) (workspace.JournalEntry, error) {
				return w.file.ws.Retry(ctx)
			}, func(_ workspace.JournalEntry, err error) {
				if err == nil {
					w.quit()
				}
			})
		}}).Show(nil)
}
