package landscape

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TextError is the error for a text with a character that steers a screen or
// turns the direction of reading, so that it does not read as what it says. It
// names the place and holds no text.
type TextError struct {
	Key Key
	// Field is empty for a relation.
	Field Field
}

func (e *TextError) Error() string {
	return fmt.Sprintf("%s %s: the text holds an invisible character", e.Key, e.Field)
}

// CleanText gives a text in its usual form (NFC) without the characters of no
// width that come along with pasting. It is not ok where the text is no UTF-8
// or holds a character that steers: a control character other than a tab or the
// end of a line, or one that turns the direction of reading.
func CleanText(text string) (clean string, ok bool) {
	if isPlainASCII(text) {
		return text, true
	}
	if !utf8.ValidString(text) || strings.ContainsFunc(text, steers) {
		return text, false
	}
	return norm.NFC.String(withoutWidthless(norm.NFC.String(text))), true
}

func isPlainASCII(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || c == 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

func steers(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\u2028' || r == '\u2029' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// withoutWidthless drops what has no width. A joiner stays where it has work
// to do: between signs that are no letters of ours, as in an emoji.
func withoutWidthless(text string) string {
	var b strings.Builder
	last := ' '
	for _, r := range text {
		if unicode.Is(unicode.Cf, r) && !((r == '\u200c' || r == '\u200d') && mayJoin(last)) {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// mayJoin: a mark may become one with the letter before it, but for the one
// that chooses the form of an emoji.
func mayJoin(r rune) bool {
	return r == '\ufe0f' || r > unicode.MaxLatin1 && !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.M, r)
}

// Clean gives the edits with every text that they bring in as CleanText has it,
// or a *TextError.
func Clean(edits []Edit) ([]Edit, error) {
	cleaned := slices.Clone(edits)
	for i, e := range edits {
		after, err := e.After.clean(e.Key, e.Before.Texts())
		if err != nil {
			return nil, err
		}
		cleaned[i].After = after
	}
	return cleaned, nil
}

// Clean gives the record with every text as CleanText has it, or a *TextError.
func (r *Record) Clean() (*Record, error) { return r.clean(r.Key(), nil) }

// clean leaves the texts alone that were there before.
func (r *Record) clean(key Key, before []string) (*Record, error) {
	var wrong error
	clean := r.rewrite(func(f Field, text string) string {
		better, ok := CleanText(text)
		if slices.Contains(before, text) {
			return text
		}
		if !ok && wrong == nil {
			wrong = &TextError{Key: key, Field: f}
		}
		return better
	})
	if wrong != nil {
		return nil, wrong
	}
	return clean, nil
}
