package desktop

import (
	"io/fs"
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"snijvlak/assets"
	"snijvlak/internal/desktop/locale"
)

// fyneLocales are the languages Fyne has texts in.
var fyneLocales = []fyne.Locale{
	"en", "nl", "cs", "de", "el", "es", "fr", "ja", "pl", "pt", "pt-BR", "ru", "sv", "ta", "uk", "zh-Hans",
}

// speak has Fyne's own texts in our language. Fyne takes the language of the
// system and cannot be told another: so our texts take the place of those in
// every language it may choose.
func speak(language string) {
	locale.Set(language)
	texts, err := fs.ReadFile(assets.Translations, "translations/fyne."+language+".json")
	if err != nil {
		fyne.LogError("texts of the toolkit", err) // a fault of the build, which a test finds
		return
	}
	for _, l := range fyneLocales {
		if err := lang.AddTranslationsForLocale(texts, l); err != nil {
			fyne.LogError("texts of the toolkit", err)
		}
	}
}

// applyScale makes everything larger, in percent. Fyne reads its scale from the
// environment each time it measures a window.
func applyScale(percent int) {
	if percent == scales[0] {
		_ = os.Unsetenv("FYNE_SCALE")
		return
	}
	_ = os.Setenv("FYNE_SCALE", strconv.FormatFloat(float64(percent)/100, 'g', 3, 64))
}
