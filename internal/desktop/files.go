package desktop

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// newFile asks what a new file is to begin with, and where it is to lie.
func (w *Window) newFile() {
	t := w.words.T
	kit.NewSheet(w.win, t("window.new.title"), 520, kit.Body(t("window.new.text")),
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("window.new.empty"), Do: func() { w.askNew(true) }},
		kit.SheetButton{Text: t("window.new.shipped"), Primary: true, Do: func() { w.askNew(false) }},
	).Show(nil)
}

func (w *Window) askNew(empty bool) {
	w.AskSave("landschap"+workspace.Ext, []string{workspace.Ext}, func(path string) { w.makeNew(path, empty) })
}

// makeNew makes a file and opens it; it replaces nothing.
func (w *Window) makeNew(path string, empty bool) {
	author := w.author()
	w.Go(w.words.T("action.new"), func(ctx context.Context) func() {
		l, origin, err := landscape.New(), "", error(nil)
		if !empty {
			l, origin, err = w.config.Data.Shipped()
		}
		if err == nil {
			err = create(ctx, w.config, path, author, l, origin)
		}
		if err != nil {
			return func() { w.Fail(err) }
		}
		return func() { w.openPath(path) }
	})
}

func (w *Window) author() string { return author(w.config, w.remember) }

// openFile asks for a file and opens it.
func (w *Window) openFile() {
	w.AskOpen(append([]string{workspace.Ext}, w.config.Data.Forms()...), w.openAny)
}

// openAny opens a landscape file, and imports any other.
func (w *Window) openAny(path string) {
	if slices.Contains(w.config.Data.Forms(), strings.ToLower(filepath.Ext(path))) {
		w.preview(path)
		return
	}
	w.openPath(path)
}

// openPath opens a landscape file; what is open stays where it cannot be.
func (w *Window) openPath(path string) {
	by := w.author()
	w.Go(w.words.T("action.open"), func(context.Context) func() {
		file, err := open(w.config, path, by, false)
		return func() {
			if err != nil {
				w.offerAnother(opening{path: path, err: err})
				return
			}
			w.use(file)
			w.start(func() { w.renew(file) })
		}
	})
}

// saveAs writes a copy of the landscape to another file, and goes on in that.
func (w *Window) saveAs() {
	w.AskSave(copyName(w.file.name()), []string{workspace.Ext}, func(path string) {
		land, author := w.state.Land, w.author()
		origin := w.file.name()
		w.Go(w.words.T("action.save-as"), func(ctx context.Context) func() {
			if err := create(ctx, w.config, path, author, land, origin); err != nil {
				return func() { w.Fail(err) }
			}
			return func() { w.openPath(path) }
		})
	})
}

// copyName is a name for a copy of a file.
func copyName(name string) string {
	return strings.TrimSuffix(name, workspace.Ext) + " " + time.Now().Format("2006-01-02") + workspace.Ext
}

// exportData writes the landscape as a file for other programs.
func (w *Window) exportData() {
	name := strings.TrimSuffix(w.file.name(), workspace.Ext) + ".json"
	w.AskSave(name, w.config.Data.Forms(), func(path string) {
		land, head := w.state.Land, w.state.Head.Hash
		w.Go(w.words.T("action.export"), func(context.Context) func() {
			err := w.config.Data.Write(path, land, head)
			return func() {
				if err != nil {
					w.Fail(err)
					return
				}
				w.Notice(w.words.T("window.exported", "File", path))
			}
		})
	})
}

// dropped opens or imports what is dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || kit.SheetOpen() || !w.ready() {
		return
	}
	w.openAny(files[0].Path())
}
