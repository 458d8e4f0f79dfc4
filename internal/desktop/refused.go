package desktop

import (
	"errors"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// refused says why a change was not made, and what one can do about it.
func (w *Window) refused(r request, err error) {
	var conflict *workspace.Conflict
	var number *workspace.BSNError
	switch {
	case errors.As(err, &conflict):
		file := w.file
		w.start(func() {
			w.renew(file) // what the other made of it is to be seen
			kit.Do(func() { w.showConflict(r, conflict) })
		})
	case errors.As(err, &number):
		w.askBSN(r)
	case w.unsaved() && !errors.Is(err, workspace.ErrPending):
		w.tellPending()
	default:
		w.Fail(err)
	}
}

// askBSN asks what a number is that looks like a citizen service number. The
// number itself is not shown.
func (w *Window) askBSN(r request) {
	reason := kit.NewEntry(w.words.T("window.bsn.hint"))
	content := kit.Rows(kit.Space2, kit.Body(w.words.T("window.bsn.text")),
		kit.Field(w.words.T("window.bsn.reason"), reason, ""))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(w.win, w.words.T("window.bsn.title"), 520, content,
		kit.SheetButton{Text: w.words.T("window.cancel")},
		kit.SheetButton{Text: w.words.T("window.bsn.not"), Primary: true, Stays: true, Do: func() {
			text := strings.TrimSpace(reason.Text)
			if text == "" || landscape.HasBSN(text) {
				sheet.Fault(w.words.T("window.bsn.need"))
				return
			}
			sheet.Close()
			r.why.NotBSN = text
			w.change(r)
		}})
	reason.OnDone = sheet.Confirm
	sheet.Show(reason)
}
