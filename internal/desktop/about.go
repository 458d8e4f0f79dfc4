package desktop

import (
	"context"
	"net/url"
	"path/filepath"

	"snijvlak/assets"
	"snijvlak/internal/desktop/kit"
)

// showAbout says which program this is, and under which licences it comes.
func (w *Window) showAbout() {
	t := w.words.T
	content := kit.Rows(kit.Space2,
		kit.Body(t("about.what")),
		kit.Body(t("about.version", "Version", w.config.Version)),
		kit.Body(t("about.licence")),
		kit.Strong(t("about.accessible")), kit.Body(t("about.accessible.text")),
		kit.Body(t("about.private")))
	kit.NewSheet(w.win, "Snijvlak", 560, content,
		kit.SheetButton{Text: t("about.font"), Stays: true, Do: func() { w.tell(t("about.font"), assets.FontLicence) }},
		kit.SheetButton{Text: t("window.close"), Primary: true}).Show(nil)
}

// openOutside has the system open a file or folder with the program for it.
func (w *Window) openOutside(path string) error {
	return w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
}

// openHandbook opens the handbook, or lists the keys where there is none.
func (w *Window) openHandbook() {
	if w.config.Handbook == nil {
		w.showKeys()
		return
	}
	w.Go(w.words.T("action.handbook"), func(context.Context) func() {
		page, err := w.config.Handbook()
		return func() {
			if err == nil {
				err = w.openOutside(page)
			}
			if err != nil {
				w.tell(w.words.T("action.handbook"), w.words.T("window.handbook.failed", "File", page))
				return
			}
			trace("handbook opened")
		}
	})
}
