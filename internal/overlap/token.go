package overlap

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is one word of a text: folded to lower case without diacritics, with
// "-" between the pieces that the text writes apart (ex-gedetineerde,
// woon(zorg)plek), and where it stands in the text.
type token struct {
	text       string
	start, end int
	// capitals: written in capitals only, as abbreviations are.
	capitals bool
}

// joined is the word as if written in one piece.
func (t token) joined() string {
	if !strings.Contains(t.text, "-") {
		return t.text
	}
	return strings.ReplaceAll(t.text, "-", "")
}

// wordLimit bounds a word, so that work on one is bounded too.
const wordLimit = 64

// prefixes begin a word: "ex gedetineerde" is one, where that word is known.
var prefixes = map[string]bool{"ex": true, "re": true, "anti": true, "multi": true, "inter": true, "pre": true}

// tokenize reads the words of a text, at most limit of them.
func tokenize(text string, limit int) []token { return appendTokens(nil, text, limit) }

// appendTokens is tokenize into memory that is there already.
func appendTokens(tokens []token, text string, limit int) []token {
	for at := 0; at < len(text) && len(tokens) < limit; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		t := readWord(text, at)
		at = t.end
		tokens = append(tokens, t)
	}
	return tokens
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// readWord reads the word that begins at a place.
func readWord(text string, start int) token {
	if end := plainEnd(text, start); end > start {
		return token{text: text[start:end], start: start, end: end}
	}
	return readAny(text, start)
}

// plainEnd gives where a word of small ASCII letters ends, or 0 where the word
// is of another kind: most words need no folding.
func plainEnd(text string, start int) int {
	at := start
	for at < len(text) && text[at] >= 'a' && text[at] <= 'z' {
		at++
	}
	if at-start > wordLimit || at < len(text) && !strings.ContainsRune(" .,;:\n", rune(text[at])) {
		return 0
	}
	return at
}

// readAny reads a word of any characters.
func readAny(text string, start int) token {
	var b strings.Builder
	t := token{start: start, capitals: true}
	at := start
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.Is(unicode.Mn, r) || r == '\u00ad' {
			at += size // a combining mark or a soft hyphen
			continue
		}
		if !inWord(r) {
			if joint := jointAt(text[:at], text[at:], size); joint == apart {
				break
			} else if joint == pieces {
				b.WriteByte('-')
			}
			at += size
			continue
		}
		t.capitals = t.capitals && !unicode.IsLower(r)
		if b.Len() < wordLimit {
			fold(&b, r)
		}
		at += size
	}
	t.text, t.end = strings.Trim(b.String(), "-"), at
	if owned := strings.TrimSuffix(text[start:at], "s"); owned != text[start:at] && endsInApostrophe(owned) {
		t.text = strings.TrimSuffix(t.text, "s") // regio's, auto's: the plural of a vowel
	}
	return t
}

type joint int

const (
	apart joint = iota
	pieces
	glued
)

// jointAt says what a character that is no letter does between two that are.
func jointAt(before, from string, size int) joint {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(from[size:])
	if !inWord(next) {
		return apart
	}
	switch r, _ := utf8.DecodeRuneInString(from); r {
	case '-', '\u2010', '\u2011', '(', ')':
		if unicode.IsDigit(last) && unicode.IsDigit(next) {
			return apart // 0-100 is two numbers
		}
		return pieces
	case '\'', '\u2019':
		return glued
	}
	return apart
}

func endsInApostrophe(s string) bool {
	return strings.HasSuffix(s, "'") || strings.HasSuffix(s, "\u2019")
}

// fold writes a letter in lower case without its diacritics.
func fold(b *strings.Builder, r rune) {
	if r < utf8.RuneSelf {
		b.WriteRune(unicode.ToLower(r))
		return
	}
	for _, d := range norm.NFKD.String(string(unicode.ToLower(r))) {
		if inWord(d) {
			b.WriteRune(unicode.ToLower(d))
		}
	}
}
