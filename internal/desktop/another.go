package desktop

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/workspace"
)

// offerAnother says why a file could not be opened and what one can open
// instead. The file itself is left as it is. Before any file is open this is
// what the window shows; later it is a dialog.
func (w *Window) offerAnother(o opening) {
	choices := w.choices(o)
	title, text := w.words.T("window.cannot-open"), w.sentence(o.err)
	if o.path != "" {
		text = o.path + "\n\n" + text
	}
	if w.file != nil {
		buttons := []kit.SheetButton{{Text: w.words.T("window.cancel")}}
		for i, c := range choices {
			buttons = append(buttons, kit.SheetButton{Text: c.text, Do: c.do, Primary: i == 0})
		}
		kit.NewSheet(w.win, title, 620, kit.Body(text), buttons...).Show(nil)
		return
	}
	w.win.SetMainMenu(nil)
	w.win.SetTitle("Snijvlak")
	w.win.SetContent(startPage(title, text, choices))
}

// choice is a way on.
type choice struct {
	text string
	do   func()
}

func (w *Window) choices(o opening) []choice {
	t := w.words.T
	var all []choice
	if errors.Is(o.err, workspace.ErrBusy) {
		all = append(all, choice{t("window.retry"), func() { w.openPath(o.path) }})
	}
	if c, ok := w.backupChoice(o.path); ok {
		all = append(all, c)
	}
	all = append(all,
		choice{t("window.choose.other"), w.openFile},
		choice{t("window.choose.shipped"), func() { w.askNew(false) }})
	return all
}

// backupChoice is to go on with the newest backup of a file: as a file of its
// own beside it, for what is left of the other is nobody's to replace.
func (w *Window) backupChoice(path string) (choice, bool) {
	if path == "" {
		return choice{}, false
	}
	backups := w.config.Files.Backups(path)
	list, err := backups.List()
	if err != nil || len(list) == 0 {
		return choice{}, false
	}
	newest := list[0]
	return choice{w.words.T("window.choose.backup", "Time", w.clock(newest.At)), func() {
		to := unused(strings.TrimSuffix(path, workspace.Ext) + " " + w.words.T("window.restored"))
		w.Go(w.words.T("action.open"), func(ctx context.Context) func() {
			err := backups.Restore(ctx, newest, to)
			return func() {
				if err != nil {
					w.Fail(err)
					return
				}
				w.openPath(to)
			}
		})
	}}, true
}

// unused gives a path that nothing has, by a number behind it where need be.
func unused(base string) string {
	path := base + workspace.Ext
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = fmt.Sprintf("%s %d%s", base, n, workspace.Ext)
	}
}

// startPage is the whole window where there is no file to show.
func startPage(title, text string, choices []choice) fyne.CanvasObject {
	rows := kit.Rows(kit.Space2, kit.Title(title), kit.Body(text), kit.Gap(kit.Space2))
	for i, c := range choices {
		make := kit.NewButton
		if i == 0 {
			make = kit.PrimaryButton
		}
		rows.Add(kit.Wide(420, make(c.text, c.do)))
	}
	card := kit.NewCard(kit.Pad(kit.Space4, rows))
	return container.NewStack(kit.NewSurface(kit.Canvas), kit.InTheMiddle(620, card))
}
