package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/desktop/exporting"
	"snijvlak/internal/desktop/kit"
)

// menus are their names, in the order of the bar.
var menus = []string{menuFile, menuEdit, menuView, menuAgenda, menuExtra, menuHelp}

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
		e.action.Why = func() string { return w.state.WhyNot() }
		return e
	}
	line := func(menu string) entry { return entry{menu, nil} }
	return []entry{
		act(menuFile, "new", ctrl(fyne.KeyN), w.newFile),
		act(menuFile, "open", ctrl(fyne.KeyO), w.openFile),
		line(menuFile),
		writes(act(menuFile, "import", ctrl(fyne.KeyI), w.importFile)),
		act(menuFile, "figure", ctrlShift(fyne.KeyE), func() { exporting.Show(w, exporting.Choice{}) }),
		act(menuFile, "export", nil, w.exportData),
		act(menuFile, "save-as", ctrlShift(fyne.KeyS), w.saveAs),
		line(menuFile),
		act(menuFile, "quit", ctrl(fyne.KeyQ), w.close),

		act(menuEdit, "undo", &fyne.ShortcutUndo{}, w.undo),
		act(menuEdit, "redo", &fyne.ShortcutRedo{}, w.redo),
		line(menuEdit),
		act(menuEdit, "copy-name", ctrlShift(fyne.KeyC), w.copySelected),
		act(menuEdit, "find", ctrl(fyne.KeyK), w.openPalette),

		act(menuView, "day", ctrl(fyne.KeyD), w.chooseDay),
		act(menuView, "today", ctrlShift(fyne.KeyD), w.backToToday),
		act(menuView, "pane", alone(fyne.KeyF4), w.togglePane),
		act(menuView, "full", alone(fyne.KeyF11), w.toggleFull),

		act(menuExtra, "settings", ctrl(fyne.KeyComma), w.openSettings),

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
		key := "views." + string(v.ID())
		all = append(all, entry{menuView, &kit.Action{Key: key, Shortcut: ctrl(digits[i]), Do: func() {
			w.visit(v.ID())
			v.Focus()
		}}})
	}
	return append(all, entry{menuView, nil})
}

// ofViews are the actions of the view that is on, and always those of the
// agenda, which has a menu of its own.
func (w *Window) ofViews() []entry {
	var all []entry
	for _, v := range w.views {
		on, menu := v.ID() == w.visited, menuExtra
		if v.ID() == kit.AgendaView {
			menu = menuAgenda
		} else if !on {
			continue
		}
		for _, a := range v.Actions() {
			if a.Key == "" {
				all = append(all, entry{menu, nil})
				continue
			}
			if do := a.Do; !on {
				a.Do = func() {
					w.visit(v.ID())
					do()
				}
			}
			all = append(all, entry{menu, &a})
		}
	}
	return append(all, entry{menuExtra, nil})
}

// ofPane are the actions of the inspector.
func (w *Window) ofPane() []entry {
	var all []entry
	for _, a := range w.pane.Actions() {
		all = append(all, entry{menuEdit, &a})
	}
	return append(all, entry{menuEdit, nil})
}

// entries are all actions there are now.
func (w *Window) entries() []entry {
	var all []entry
	all = append(all, w.visits()...)
	all = append(all, w.ofViews()...)
	all = append(all, w.ofPane()...)
	return append(all, w.own()...)
}

// run does an action if it can be done now, and says why where it cannot.
func (w *Window) run(a *kit.Action) {
	if kit.SheetOpen() || !w.ready() {
		return
	}
	if a.Why != nil {
		if why := a.Why(); why != "" {
			w.Notice(why)
			return
		}
	}
	kit.Timed(a.Do)
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
