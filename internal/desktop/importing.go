package desktop

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// importFile asks for a file of another program and shows what it would do.
func (w *Window) importFile() { w.AskOpen(w.config.Data.Forms(), w.preview) }

// preview reads a file and shows what importing it would do, before it does.
func (w *Window) preview(path string) {
	if w.readsOnly() {
		return
	}
	land, ws := w.state.Land, w.file.ws
	w.Go(w.words.T("action.import"), func(context.Context) func() {
		read, err := w.config.Data.Read(path, land)
		if err != nil {
			return func() { w.Fail(err) }
		}
		edits := ws.Merge(land, read.Merged)
		return func() { w.showPreview(path, read, edits) }
	})
}

// mostPreviewed is how many records a preview names.
const mostPreviewed = 200

func (w *Window) showPreview(path string, read Import, edits []landscape.Edit) {
	t := w.words.T
	added := 0
	for _, e := range edits {
		if e.Before == nil {
			added++
		}
	}
	head := kit.Body(t("window.import.counts", "File", filepath.Base(path), "New", added,
		"Changed", len(edits)-added, "Same", len(read.Keys)-len(edits)))
	if len(edits) == 0 {
		w.tell(t("action.import"), t("window.import.nothing", "File", filepath.Base(path)))
		return
	}
	content := kit.Rows(kit.Space2, head, kit.Body(w.previewLines(edits)))
	kit.NewSheet(w.win, t("action.import"), 640, content,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("window.import.do"), Primary: true, Do: func() { w.doImport(read) }},
	).Show(nil)
}

// previewLines names what is new (+) and what changes (~).
func (w *Window) previewLines(edits []landscape.Edit) string {
	var lines []string
	name := w.names(workspace.JournalEntry{Edits: edits})
	for i, e := range edits {
		if i == mostPreviewed {
			lines = append(lines, w.words.N("fault.more", len(edits)-i))
			break
		}
		sign := "~"
		if e.Before == nil {
			sign = "+"
		}
		lines = append(lines, fmt.Sprintf("%s %s", sign, prose.Edits(w.words, []landscape.Edit{e}, name)))
	}
	return strings.Join(lines, "\n")
}

// doImport makes one change of it, on the landscape as it is by then.
func (w *Window) doImport(read Import) {
	ws := w.file.ws
	w.Change(workspace.Why{Origin: read.Origin}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return ws.Merge(l, read.Merged), nil
	}, nil)
}
