package landscape

import (
	"strings"
	"unicode/utf8"
)

// bsnDigits is the length of a citizen service number.
const bsnDigits = 9

// HasBSN says whether a text holds what may be a citizen service number: nine
// digits, together or in groups, that pass the 11-test. It never gives the
// number.
func HasBSN(text string) bool {
	for at := 0; at < len(text); at++ {
		if digit(text[at]) && (at == 0 || !digit(text[at-1])) && bsnAt(text[at:]) {
			return true
		}
	}
	return false
}

// bsnAt says whether a text begins with a citizen service number.
func bsnAt(text string) bool {
	sum, n, at := 0, 0, 0
	for n < bsnDigits {
		if at >= len(text) || !digit(text[at]) {
			return false
		}
		weight := bsnDigits - n
		if weight == 1 {
			weight = -1 // the last digit is the check
		}
		sum += weight * int(text[at]-'0')
		n++
		at++
		if n < bsnDigits {
			at += separator(text[at:])
		}
	}
	return sum%11 == 0 && sum != 0 && (at == len(text) || !digit(text[at]))
}

// separator is the length of one character that people put between digits.
func separator(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if size > 0 && strings.ContainsRune(" .-/\u00a0\u2009\u202f\u2011", r) {
		return size
	}
	return 0
}

func digit(b byte) bool { return b >= '0' && b <= '9' }
