package desktop

import (
	"fmt"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/words"
)

// openSettings asks how one wants the window; each choice shows at once.
func (w *Window) openSettings() {
	t := w.words.T
	language := kit.NewChoice([]string{"nl", "en"}, func(l string) string { return t("language." + l) }, nil)
	language.Set(w.words.Lang)
	mode := kit.NewChoice(kit.Modes, func(m kit.Mode) string { return t("mode." + string(m)) }, w.setMode)
	mode.Set(w.remember.mode())
	scale := kit.NewChoice(scales, func(p int) string { return fmt.Sprintf("%d %%", p) }, w.setScale)
	scale.Set(w.remember.scale())
	author := kit.NewEntry(login())
	author.SetText(w.remember.author())
	if w.config.Author != "" { // it was said when the program started
		author.SetText(w.config.Author)
		author.Disable()
	}
	content := kit.Rows(kit.Space3,
		kit.Field(t("settings.language"), language.Select, ""),
		kit.Field(t("settings.mode"), mode.Select, ""),
		kit.Field(t("settings.scale"), scale.Select, t("settings.scale.help")),
		kit.Field(t("settings.author"), author, t("settings.author.help")))
	sheet := kit.NewSheet(w.win, t("action.settings"), 460, content,
		kit.SheetButton{Text: t("window.close"), Primary: true})
	sheet.OnClose = func() {
		w.setAuthor(strings.TrimSpace(author.Text))
		if l, ok := language.Value(); ok {
			w.setLanguage(l)
		}
	}
	author.OnDone = sheet.Close
	sheet.Show(language.Select)
}

func (w *Window) setMode(m kit.Mode) {
	w.remember.Put(prefMode, m)
	w.app.Settings().SetTheme(kit.NewTheme(m))
}

func (w *Window) setScale(percent int) {
	w.remember.Put(prefScale, percent)
	applyScale(percent)
	w.app.Settings().SetTheme(kit.NewTheme(w.remember.mode())) // Fyne measures its windows again
}

// setAuthor records later changes for another name.
func (w *Window) setAuthor(name string) {
	if name == w.remember.author() || w.config.Author != "" {
		return
	}
	w.remember.Put(prefAuthor, name)
	if w.file != nil {
		w.openPath(w.file.path)
	}
}

// setLanguage makes the window anew in another language.
func (w *Window) setLanguage(l string) {
	if l == w.words.Lang {
		return
	}
	w.remember.Put(prefLang, l)
	w.config.Lang = ""
	w.words = words.In(l)
	speak(l)
	w.state.Words = w.words
	w.frame.remember()
	w.prepare()
	w.build()
}
