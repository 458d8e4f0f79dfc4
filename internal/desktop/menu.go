package desktop

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/desktop/kit"
)

// setMenu makes the menu bar of the actions there are now.
func (w *Window) setMenu() {
	of := map[string]*fyne.Menu{}
	var bar []*fyne.Menu
	for _, name := range menus {
		of[name] = fyne.NewMenu(w.words.T("menu." + name))
		bar = append(bar, of[name])
	}
	for _, e := range w.entries() {
		m := of[e.menu]
		if e.action == nil {
			if len(m.Items) > 0 {
				m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			}
			continue
		}
		if e.action.Key == "action.import" {
			m.Items = append(m.Items, w.recentMenu())
		}
		m.Items = append(m.Items, w.menuItem(e.action))
	}
	bar = filled(bar)
	w.win.SetMainMenu(fyne.NewMainMenu(bar...))
}

// filled leaves out a menu without anything in it.
func filled(bar []*fyne.Menu) []*fyne.Menu {
	var kept []*fyne.Menu
	for _, m := range bar {
		if len(m.Items) > 0 {
			kept = append(kept, m)
		}
	}
	return kept
}

func (w *Window) menuItem(a *kit.Action) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.words.T(a.Key), func() {
		if !w.inField(a.Shortcut) {
			w.run(a)
		}
	})
	item.Shortcut = a.Shortcut
	item.IsQuit = a.Key == "action.quit"
	return item
}

// inField gives undo and redo to the text field with the focus, if there is
// one; the menu would take these keys from it.
func (w *Window) inField(s fyne.Shortcut) bool {
	field, ok := w.win.Canvas().Focused().(interface {
		Undo()
		Redo()
	})
	if !ok {
		return false
	}
	switch s.(type) {
	case *fyne.ShortcutUndo:
		field.Undo()
	case *fyne.ShortcutRedo:
		field.Redo()
	default:
		return false
	}
	return true
}

func (w *Window) recentMenu() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.words.T("action.recent"), nil)
	var files []*fyne.MenuItem
	for _, path := range w.remember.recent() {
		files = append(files, fyne.NewMenuItem(filepath.Base(path)+"  ("+filepath.Dir(path)+")", func() { w.openPath(path) }))
	}
	if len(files) == 0 {
		item.Disabled = true
	}
	item.ChildMenu = fyne.NewMenu("", files...)
	return item
}

// setKeys gives the keys that no menu can have: those without Ctrl, and other
// keys for the same.
func (w *Window) setKeys() {
	c := w.win.Canvas()
	c.SetOnTypedKey(w.typedKey)
	c.SetOnTypedRune(func(r rune) {
		if r == '?' && !kit.SheetOpen() {
			w.showKeys()
		}
	})
	c.AddShortcut(ctrlShift(fyne.KeyZ), func(fyne.Shortcut) { w.redo() })
	c.AddShortcut(ctrl(fyne.KeyF), func(fyne.Shortcut) { w.openPalette() })
}

// typedKey is for the keys that whatever has the focus had no use for.
func (w *Window) typedKey(key *fyne.KeyEvent) {
	for _, e := range w.entries() {
		if e.action == nil {
			continue
		}
		if s, ok := e.action.Shortcut.(*desktop.CustomShortcut); ok && s.Modifier == 0 && s.KeyName == key.Name {
			w.run(e.action)
			return
		}
	}
	if key.Name == fyne.KeyEscape {
		w.win.Canvas().Unfocus()
	}
}
