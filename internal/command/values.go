package command

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// This file reads what people type: dates, choices, types and texts.

// date reads a date that must be there.
func (a *app) date(option, value string) (landscape.Date, error) {
	d, err := landscape.ParseDate(strings.TrimSpace(value))
	if err != nil || !d.Known() {
		return landscape.Date{}, a.wrong("wrong.date", "Option", option, "Value", value)
	}
	return d, nil
}

// idOf reads an id; ids have small letters, people type what they like.
func idOf(typed string) landscape.ID {
	return landscape.ID(strings.ToLower(strings.TrimSpace(typed)))
}

// choice reads one of the values of a list, or its word in either language.
func (a *app) choice(option, prefix string, choices []string, value string) (string, error) {
	typed := fold(value)
	for _, c := range choices {
		if typed == c {
			return c, nil
		}
		for _, lang := range words.Langs {
			if fold(words.In(lang).Or(prefix, c)) == typed {
				return c, nil
			}
		}
	}
	return "", a.wrong("wrong.choice", "Option", option, "Value", value, "Choices", a.choices(prefix, choices))
}

// fold makes "Is belegd" and "is-belegd" the same.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r == '-' || unicode.IsSpace(r)
	}), "-")
}

// choices names the possible values, with the word of each where that differs.
func (a *app) choices(prefix string, choices []string) string {
	texts := make([]string, len(choices))
	for i, c := range choices {
		texts[i] = c
		if word := a.say.Or(prefix, c); fold(word) != c {
			texts[i] += " (" + word + ")"
		}
	}
	return strings.Join(texts, ", ")
}

// typeOf reads a type, singular or plural, in either language.
func (a *app) typeOf(value string) (landscape.Type, bool) {
	if t, err := landscape.ParseType(strings.ToLower(value)); err == nil {
		return t, true
	}
	for _, t := range landscape.Types {
		if slices.Contains(otherNames(t), strings.ToLower(value)) {
			return t, true
		}
	}
	return "", false
}

// otherNames gives what else a type may be called on the command line.
func otherNames(t landscape.Type) []string {
	var others []string
	for _, lang := range words.Langs {
		for _, prefix := range []string{"type", "types"} {
			others = append(others, words.In(lang).Or(prefix, string(t)))
		}
	}
	others = slices.DeleteFunc(others, func(s string) bool { return s == string(t) })
	slices.Sort(others)
	return slices.Compact(others)
}

// maxText is the longest text that may be entered, in characters.
const maxText = 20_000

// entered checks a text that a person types. Line ends are allowed where a
// text may have several lines.
func (a *app) entered(what, value string, lines bool) (string, error) {
	value = strings.TrimSpace(strings.ReplaceAll(value, "\r\n", "\n"))
	if n := utf8.RuneCountInString(value); n > maxText {
		return "", a.wrong("wrong.too-long", "Field", what, "Count", n, "Most", maxText)
	}
	clean, ok := landscape.CleanText(value)
	switch {
	case !utf8.ValidString(value):
		return "", a.wrong("wrong.not-text", "Field", what)
	case !ok:
		return "", a.wrong("wrong.invisible", "Field", what)
	case !lines && strings.Contains(clean, "\n"):
		return "", a.wrong("wrong.lines", "Field", what)
	}
	return strings.TrimSpace(clean), nil
}
