package landscape

import "regexp"

// bsnDigits is the length of a citizen service number.
const bsnDigits = 9

// HasBSN says whether a text holds what may be a citizen service number: nine
// digits, together or in groups, that pass the 11-test, or eight after a word
// for such a number. It never gives the number.
func HasBSN(text string) bool { return len(bsnSpans(readable(text))) > 0 }

// bsnSpans finds the numbers in a readable text.
func bsnSpans(text string) []span {
	if !hasDigits(text, bsnDigits-1) {
		return nil
	}
	var found []span
	for at := 0; at < len(text); at++ {
		if !isDigit(text[at]) || at > 0 && isDigit(text[at-1]) {
			continue
		}
		if length := bsnAt(text, at); length > 0 {
			found = append(found, span{at, at + length})
			at += length - 1
		}
	}
	return found
}

// Before a telephone number abroad or an amount of money nine digits are no
// citizen; after these words eight are.
var (
	beforeOther = regexp.MustCompile(`(?i)(?:(?:\+|00)31[ .\-]*(?:\(0\))?|\(0\)|€|\beuro?)[ .\-]*$`)
	beforeBSN   = regexp.MustCompile(`(?i)(?:\bbsn|burgerservice|\bsofi)[\p{L}\-]*(?:[ \p{P}]+(?:nummer|nr|no|number|is))*[ \p{P}]*$`)
)

// nearby is how far back a word may stand that says what a number is, in bytes.
const nearby = 40

// bsnAt gives the length of the number that begins at a place, or 0.
func bsnAt(text string, at int) int {
	before := text[max(0, at-nearby):at]
	digits, length := digitsAt(text[at:], bsnDigits)
	if length == 0 {
		digits, length = digitsAt(text[at:], bsnDigits-1)
		if length == 0 || !beforeBSN.MatchString(before) {
			return 0
		}
	}
	if !passes(digits) || beforeOther.MatchString(before) {
		return 0
	}
	return length
}

// passes is the 11-test: weights 9 to 2, and -1 for the last, which is the
// check. One digit less is a number with a nought in front.
func passes(digits []byte) bool {
	sum, noughts := 0, 0
	for i, d := range digits {
		weight := len(digits) - i
		if weight == 1 {
			weight = -1
		}
		sum += weight * int(d-'0')
		if d == '0' {
			noughts++
		}
	}
	return sum%11 == 0 && noughts < len(digits)
}

// digitsAt reads so many digits, with at most three separators between two,
// that no other digit follows; length is 0 where they are not there.
func digitsAt(text string, want int) (digits []byte, length int) {
	at := 0
	for len(digits) < want {
		if at >= len(text) || !isDigit(text[at]) {
			return nil, 0
		}
		digits = append(digits, text[at])
		at++
		if len(digits) < want {
			at += separators(text[at:])
		}
	}
	if at < len(text) && isDigit(text[at]) {
		return nil, 0
	}
	return digits, at
}
