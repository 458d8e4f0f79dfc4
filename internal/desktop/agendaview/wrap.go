package agendaview

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// wrapped breaks the text of a paragraph into lines that fit, no more than it
// may take.
func wrapped(p paragraph, size, width float32) []string {
	wide := func(text string) float32 { return fyne.MeasureText(text, size, fyne.TextStyle{Bold: p.strong}).Width }
	lines := broken(shown(p.text), width, wide)
	if p.most == 0 || len(lines) <= p.most {
		return lines
	}
	lines = lines[:p.most]
	lines[p.most-1] = kit.Dotted(lines[p.most-1], func(text string) bool { return wide(text) <= width })
	return lines
}

// broken breaks a text at its words, and a word that is too long between two of
// its syllables. It measures words, not lines: Fyne remembers those.
func broken(text string, width float32, wide func(string) float32) []string {
	fits := func(text string) bool { return wide(text) <= width }
	var lines, line []string
	var used float32
	space := wide(" ")
	end := func() {
		if len(line) > 0 {
			lines = append(lines, strings.Join(line, " "))
		}
		line, used = nil, 0
	}
	for _, word := range strings.FieldsFunc(text, blank) {
		if len(line) > 0 && used+space+wide(word) > width {
			end()
		}
		for len(line) == 0 && !fits(word) {
			head, tail := split(word, fits)
			if head == "" {
				break // it cannot be broken
			}
			lines, word = append(lines, head), tail
		}
		if len(line) > 0 {
			used += space
		}
		line, used = append(line, word), used+wide(word)
	}
	end()
	return lines
}

// blank is what a line may break at: not the hair of room between the letters
// of a kind, nor a space that holds two words together.
func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// least is how many letters of a word stay together at either end.
const least = 3

// split breaks a word in the last place where its first part fits: behind a
// hyphen of its own, else before a consonant that a vowel follows, as Dutch and
// English nearly always do.
func split(word string, fits func(string) bool) (head, tail string) {
	letters := []rune(word)
	for at := len(letters) - least; at >= least; at-- {
		before := string(letters[:at])
		switch {
		case letters[at-1] == '-' && fits(before):
			return before, string(letters[at:])
		case syllable(letters, at) && fits(before+"-"):
			return before + "-", string(letters[at:])
		}
	}
	return "", word
}

func syllable(letters []rune, at int) bool {
	vowel := func(r rune) bool { return strings.ContainsRune("aeiouyáéëïöü", r) }
	letter := func(r rune) bool { return r >= 'a' && r <= 'z' || r >= utf8.RuneSelf }
	return letter(letters[at-1]) && letter(letters[at]) && !vowel(letters[at]) && at+1 < len(letters) && vowel(letters[at+1])
}
