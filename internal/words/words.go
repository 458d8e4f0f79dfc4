// Package words holds what the program says, in Dutch and English: it finds
// texts by key and writes dates as each language does. The texts themselves
// lie in assets/translations, one file for each subject and language.
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"snijvlak/assets"
	"snijvlak/internal/landscape"
)

// Langs are the languages, the default first.
var Langs = []string{"nl", "en"}

// Words says things in one language.
type Words struct {
	// Lang is "nl" or "en".
	Lang      string
	localizer *i18n.Localizer
}

// In gives the words of a language; any other than English is Dutch.
func In(lang string) *Words {
	if lang != "en" {
		lang = "nl"
	}
	return &Words{Lang: lang, localizer: i18n.NewLocalizer(bundles[lang](), lang)}
}

// bundles hold the texts of one language each, read when first asked for.
var bundles = map[string]func() *i18n.Bundle{
	"nl": sync.OnceValue(func() *i18n.Bundle { return read("nl", language.Dutch) }),
	"en": sync.OnceValue(func() *i18n.Bundle { return read("en", language.English) }),
}

func read(lang string, tag language.Tag) *i18n.Bundle {
	b := i18n.NewBundle(tag)
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	names, err := fs.Glob(assets.Translations, "translations/*."+lang+".json")
	if err == nil {
		for _, name := range names {
			if _, err = b.LoadMessageFileFS(assets.Translations, name); err != nil {
				break
			}
		}
	}
	if err != nil {
		panic(fmt.Sprintf("embedded texts: %v", err)) // a fault of the build, seen by every test
	}
	return b
}

// T gives the text of a key. Pairs are the names and values of what stands in
// it between {{.}}: T("figure.as-of", "Day", "22 november 2026"). An unknown
// key gives the key itself.
func (w *Words) T(key string, pairs ...any) string {
	return w.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data(pairs)}, key)
}

// N is T for a text that depends on a number, which stands in it as {{.N}}.
func (w *Words) N(key string, n int, pairs ...any) string {
	d := data(append(pairs, "N", n))
	return w.localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: d}, key)
}

// Has says whether there is a text of the key.
func (w *Words) Has(key string) bool {
	_, err := w.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data(nil)})
	return err == nil
}

func (w *Words) localize(c *i18n.LocalizeConfig, key string) string {
	text, err := w.localizer.Localize(c)
	if err != nil {
		return key
	}
	return text
}

func data(pairs []any) map[string]any {
	d := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		d[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return d
}

// Or gives the text of PREFIX.VALUE, or the value where there is none: for
// values of fixed lists such as kinds and statuses.
func (w *Words) Or(prefix, value string) string {
	key := prefix + "." + value
	if text := w.T(key); text != key {
		return text
	}
	return value
}

// Date writes a date in full, "22 november 2026", "juli 2018" or "2025"; an
// unknown one as the language says that.
func (w *Words) Date(d landscape.Date) string { return w.date(d, "month") }

// ShortDate writes a date with the month cut short: "22 nov 2026".
func (w *Words) ShortDate(d landscape.Date) string { return w.date(d, "month-short") }

func (w *Words) date(d landscape.Date, months string) string {
	if !d.Known() {
		return w.T("date.unknown")
	}
	text := fmt.Sprint(d.Year())
	if d.Month() != 0 {
		text = w.T(fmt.Sprintf("%s.%d", months, d.Month())) + " " + text
	}
	if d.Day() != 0 {
		text = fmt.Sprintf("%d %s", d.Day(), text)
	}
	return text
}
