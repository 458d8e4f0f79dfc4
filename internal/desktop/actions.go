package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/desktop/kit"
)

// menu names, in the order of the bar.
const (
	menuFile   = "file"
	menuEdit   = "edit"
	menuView   = "view"
	menuAgenda = "agenda"
	menuExtra  = "extra"
	menuHelp   = "help"
)

// entry is an action in a menu; an entry without one is a line.
type entry struct {
	menu   string
	action *kit.Action
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alone(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }

// own are the actions of the window itself, in the order of the menus.
func (w *Window) own() []entry {
	act := func(menu, key string, s fyne.Shortcut, do func()) entry {
		return entry{menu, &kit.Action{Key: "action." + key, Shortcut: s, Do: do}}
	}
	writes := func(e entry) entry {
		e.action.Why = w.whyNot
		return e
	}
	line := func(menu string) entry { return entry{menu, nil} }
	return []entry{
		act(menuFile, "new", ctrl(fyne.KeyN), w.newFile),
		act(menuFile, "open", ctrl(fyne.KeyO), w.openFile),
		line(menuFile),
		writes(act(menuFile, "import", ctrl(fyne.KeyI), w.importFile)),
		act(menuFile, "export", ctrlShift(fyne.KeyE), w.exportData),
		act(menuFile, "save-as", ctrlShift(fyne.KeyS), w.saveAs),
		line(menuFile),
		act(menuFile, "quit", ctrl(fyne.KeyQ), w.close),

		writes(act(menuEdit, "undo", &fyne.ShortcutUndo{}, w.undo)),
		writes(act(menuEdit, "redo", &fyne.ShortcutRedo{}, w.redo)),
		line(menuEdit),
		act(menuEdit, "copy-name", ctrlShift(fyne.KeyC), w.copySelected),
		act(menuEdit, "find", ctrl(fyne.KeyK), w.openPalette),
		act(menuEdit, "find-too", ctrl(fyne.KeyF), w.openPalette),
		line(menuEdit),
		act(menuEdit, "settings", ctrl(fyne.KeyComma), w.openSettings),

		act(menuView, "day", ctrl(fyne.KeyD), w.chooseDay),
		act(menuView, "today", ctrlShift(fyne.KeyD), w.backToToday),
		act(menuView, "pane", alone(fyne.KeyF4), w.togglePane),
		act(menuView, "full", alone(fyne.KeyF11), w.toggleFull),

		act(menuHelp, "handbook", alone(fyne.KeyF1), w.openHandbook),
		act(menuHelp, "keys", ctrl(fyne.KeySlash), w.showKeys),
		line(menuHelp),
		act(menuHelp, "about", nil, w.showAbout),
	}
}

// visits are the actions that put a view on: Ctrl+1 to Ctrl+6.
func (w *Window) visits() []entry {
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6}
	var all []entry
	for i, v := range w.views {
		key := "view." + string(v.ID())
		all = append(all, entry{menuView, &kit.Action{Key: key, Shortcut: ctrl(digits[i]), Do: func() {
			w.visit(v.ID())
			v.Focus()
		}}})
	}
	return append(all, entry{menuView, nil})
}

// ofView are the actions of the view that is on, in the menu of the view.
func (w *Window) ofView() []entry {
	v := w.view(w.visited)
	if v == nil {
		return nil
	}
	menu := menuExtra
	if v.ID() == kit.AgendaView {
		menu = menuAgenda
	}
	var all []entry
	for _, a := range v.Actions() {
		all = append(all, entry{menu, &a})
	}
	return all
}

// entries are all actions there are now.
func (w *Window) entries() []entry {
	var all []entry
	all = append(all, w.visits()...)
	all = append(all, w.own()...)
	return append(all, w.ofView()...)
}

// run does an action if it can be done now, and says why where it cannot.
func (w *Window) run(a *kit.Action) {
	if kit.SheetOpen() {
		return
	}
	if a.Why != nil {
		if why := a.Why(); why != "" {
			w.Notice(why)
			return
		}
	}
	a.Do()
}

// whyNot says why nothing can be changed now; empty when it can.
func (w *Window) whyNot() string {
	if w.state.Reads() {
		return w.words.T("window.error.reads")
	}
	return ""
}

func (w *Window) toggleFull() { w.win.SetFullScreen(!w.win.FullScreen()) }

func (w *Window) copySelected() {
	if len(w.state.Selected) == 0 {
		w.Notice(w.words.T("window.none-selected"))
		return
	}
	if n, ok := w.state.Land.Node(w.state.Selected[0]); ok {
		w.Copy(n.Name())
	}
}
