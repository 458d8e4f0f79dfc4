package desktop

import (
	"errors"

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
	text := w.words.T("window.cannot-open", "File", o.path) + "\n\n" + w.sentence(o.err)
	if w.file != nil {
		buttons := []kit.SheetButton{{Text: w.words.T("window.cancel")}}
		for i, c := range choices {
			buttons = append(buttons, kit.SheetButton{Text: c.text, Do: c.do, Primary: i == 0})
		}
		kit.NewSheet(w.win, w.words.T("window.sorry"), 620, kit.Body(text), buttons...).Show(nil)
		return
	}
	w.win.SetMainMenu(nil)
	w.win.SetTitle("Snijvlak")
	w.win.SetContent(startPage(w.words.T("window.sorry"), text, choices))
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
	all = append(all,
		choice{t("window.choose.other"), w.openFile},
		choice{t("window.choose.shipped"), func() { w.askNew(false) }})
	return all
}

// startPage is the whole window where there is no file to show.
func startPage(title, text string, choices []choice) fyne.CanvasObject {
	rows := kit.Rows(kit.Space2, kit.Title(title), kit.Body(text), kit.Gap(kit.Space2))
	for i, c := range choices {
		make := kit.NewButton
		if i == 0 {
			make = kit.PrimaryButton
		}
		rows.Add(kit.Wide(360, make(c.text, c.do)))
	}
	card := kit.NewCard(kit.Pad(kit.Space4, rows))
	return container.NewStack(kit.NewSurface(kit.Canvas), kit.InTheMiddle(620, card))
}
