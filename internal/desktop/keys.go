package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/words"
)

// keyText writes a key as it stands on a keyboard.
func keyText(w *words.Words, s fyne.Shortcut) string {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return "Ctrl+Z"
	case *fyne.ShortcutRedo:
		return "Ctrl+Y"
	case *desktop.CustomShortcut:
		return modifiers(s.Modifier) + keyName(w, s.KeyName)
	}
	return ""
}

func modifiers(m fyne.KeyModifier) string {
	var b strings.Builder
	for _, p := range []struct {
		bit  fyne.KeyModifier
		text string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "Cmd+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if m&p.bit != 0 {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// keyName is a key's name; those that are a word are said in the language.
func keyName(w *words.Words, k fyne.KeyName) string {
	if key := "key." + strings.ToLower(string(k)); w.Has(key) {
		return w.T(key)
	}
	return string(k)
}

// showKeys lists every key of the window and of the view that is on, by menu.
func (w *Window) showKeys() {
	grid := container.New(keyColumns{})
	add := func(key, does fyne.CanvasObject) {
		grid.Add(key)
		grid.Add(does)
	}
	head := func(title string) { add(kit.Kind(title), kit.Plain(kit.Body(""))) }
	line := func(key, does string) { add(kit.Plain(kit.Strong(key)), kit.Plain(kit.Body(does))) }
	entries := w.entries()
	for _, menu := range menus {
		titled := false
		for _, e := range entries {
			if e.menu != menu || e.action == nil || e.action.Shortcut == nil {
				continue
			}
			if !titled {
				head(w.words.T("menu." + menu))
				titled = true
			}
			line(keyText(w.words, e.action.Shortcut), w.words.T(e.action.Key))
		}
	}
	head(w.words.T("keys.everywhere"))
	for _, k := range []string{"tab", "enter", "escape", "alt", "question"} {
		line(w.words.T("keys."+k+".key"), w.words.T("keys."+k))
	}
	kit.NewSheet(w.win, w.words.T("action.keys"), 560, grid,
		kit.SheetButton{Text: w.words.T("window.close"), Primary: true}).Show(nil)
}

// keyColumns puts keys before what they do, close under each other.
type keyColumns struct{}

const keyWidth float32 = 150

func (keyColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(keyWidth, float32(len(o)/2)*kit.Target)
}

func (keyColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, obj := range o {
		x, width := float32(0), keyWidth
		if i%2 == 1 {
			x, width = keyWidth, size.Width-keyWidth
		}
		obj.Resize(fyne.NewSize(width, kit.Target))
		obj.Move(fyne.NewPos(x, float32(i/2)*kit.Target))
	}
}
