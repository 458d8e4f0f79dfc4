package landscape

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// PersonalKind is a kind of data that may be of a citizen, and may be an
// official's as well: it is warned about and not refused.
type PersonalKind string

// The kinds.
const (
	Email PersonalKind = "email"
	Phone PersonalKind = "phone"
	IBAN  PersonalKind = "iban"
)

// Personal gives the kinds of personal data that a text seems to hold, each
// once. It never gives the data.
func Personal(text string) []PersonalKind {
	text = readable(text)
	var kinds []PersonalKind
	for _, f := range finders {
		if len(f.spans(text)) > 0 {
			kinds = append(kinds, f.kind)
		}
	}
	return kinds
}

// Mask gives a text with dots in the place of every citizen service number,
// e-mail address, telephone number and IBAN, for messages and logs.
func Mask(text string) string {
	plain := readable(text)
	all := bsnSpans(plain)
	for _, f := range finders {
		all = append(all, f.spans(plain)...)
	}
	return masked(text, plain, all)
}

// MaskBSN is Mask for citizen service numbers only.
func MaskBSN(text string) string {
	plain := readable(text)
	return masked(text, plain, bsnSpans(plain))
}

// masked gives the text itself where nothing was found.
func masked(text, plain string, found []span) string {
	if len(found) == 0 {
		return text
	}
	slices.SortFunc(found, func(a, b span) int { return a.from - b.from })
	var b strings.Builder
	at := 0
	for _, s := range found {
		if s.from >= at {
			b.WriteString(plain[at:s.from] + "•••")
		}
		at = max(at, s.to)
	}
	return b.String() + plain[at:]
}

// span is a part of a text, in bytes.
type span struct{ from, to int }

var finders = []struct {
	kind  PersonalKind
	spans func(string) []span
}{{Email, emailSpans}, {Phone, phoneSpans}, {IBAN, ibanSpans}}

// readable is a text as one reads it: other forms of digits, letters and spaces
// (full width, no-break) become the usual ones, and what has no width is gone.
func readable(text string) string {
	if isASCII(text) {
		return text
	}
	return norm.NFKC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text))
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// hasDigits says whether there are so many digits at all; most texts have few.
func hasDigits(text string, least int) bool {
	n := 0
	for i := range len(text) {
		if isDigit(text[i]) {
			n++
		}
	}
	return n >= least
}

// separators is the length of up to three characters that people put between
// digits.
func separators(text string) int {
	at := 0
	for range 3 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 || !unicode.IsSpace(r) && !unicode.Is(unicode.Pd, r) && !strings.ContainsRune("./_·−", r) {
			break
		}
		at += size
	}
	return at
}

var emailForm = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}._%+'\-]*@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*\.\p{L}{2,}`)

func emailSpans(text string) []span {
	if !strings.Contains(text, "@") {
		return nil
	}
	return spansOf(emailForm.FindAllStringIndex(text, -1))
}

func spansOf(pairs [][]int) []span {
	var found []span
	for _, p := range pairs {
		found = append(found, span{p[0], p[1]})
	}
	return found
}

// A Dutch telephone number is ten digits, the first of them 0, or nine after
// +31. Its area code stands apart or not at all; a date is no number.
var (
	phoneForm = regexp.MustCompile(`^(?:(?:\+|00)31[ .\-]{0,2}(?:\(0\)[ .\-]?)?|\(?0)[1-9](?:[ .\-/)]{0,3}\d){8}`)
	phoneArea = regexp.MustCompile(`^(?:[+]|0031|\(?0(?:6|\d\d|\d\d\d|\d{9})(?:\D|$))`)
	dayForm   = regexp.MustCompile(`^\d\d[ .\-/](?:0\d|1[0-2])[ .\-/](?:19|20)\d\d`)
)

func phoneSpans(text string) []span {
	if !hasDigits(text, 10) {
		return nil
	}
	var found []span
	for at := 0; at < len(text); at++ {
		if c := text[at]; c != '+' && c != '0' && c != '(' || joined(text, at) {
			continue
		}
		form := phoneForm.FindString(text[at:])
		end := at + len(form)
		if form == "" || end < len(text) && isDigit(text[end]) || !phoneArea.MatchString(form) || dayForm.MatchString(form) {
			continue
		}
		found = append(found, span{at, end})
		at = end - 1
	}
	return found
}

// joined says that a place stands within a word or a number.
func joined(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// ibanLengths are the lengths of the countries near by and of those whose
// numbers are often seen here (ISO 13616).
var ibanLengths = map[string]int{
	"NL": 18, "BE": 16, "DE": 22, "FR": 27, "LU": 20, "GB": 22, "IE": 22, "ES": 24, "PT": 25, "IT": 27, "AT": 20,
	"CH": 21, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "PL": 28, "CZ": 24, "HU": 28, "RO": 24, "BG": 22, "GR": 27,
	"TR": 26, "LT": 20, "LV": 21, "EE": 20, "HR": 21, "SI": 19, "SK": 24, "MT": 31, "CY": 28,
}

var ibanStart = regexp.MustCompile(`[A-Za-z]{2}\d\d`)

func ibanSpans(text string) []span {
	if !hasDigits(text, 10) {
		return nil
	}
	var found []span
	for _, p := range ibanStart.FindAllStringIndex(text, -1) {
		if joined(text, p[0]) {
			continue
		}
		if length := ibanAt(text[p[0]:]); length > 0 {
			found = append(found, span{p[0], p[0] + length})
		}
	}
	return found
}

// ibanAt gives the length of the account number that a text begins with, or 0.
func ibanAt(text string) int {
	want := ibanLengths[strings.ToUpper(text[:2])]
	var signs []byte
	at := 0
	for ; at < len(text) && len(signs) < want; at++ {
		switch c := text[at]; {
		case isDigit(c), c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z':
			signs = append(signs, c)
		case c != ' ' && c != '.' && c != '-':
			return 0
		}
	}
	next, _ := utf8.DecodeRuneInString(text[at:])
	if want == 0 || len(signs) < want || unicode.IsLetter(next) || unicode.IsDigit(next) || !isWhole97(signs) {
		return 0
	}
	return at
}

// isWhole97 is the mod-97 test of ISO 7064: with the first four signs at the
// end and letters as 10 to 35, the rest is 1.
func isWhole97(signs []byte) bool {
	rest := 0
	for _, c := range append(slices.Clone(signs[4:]), signs[:4]...) {
		if isDigit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c|0x20-'a') + 10) % 97
		}
	}
	return rest == 1
}
