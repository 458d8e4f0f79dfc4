package exchange

import "unicode/utf8"

// noText gives the line, from 1, of the first byte that no text in UTF-8 has:
// broken UTF-8, or a control character other than white space; 0 for none.
func noText(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == '\n':
			line++
		case r == utf8.RuneError && size == 1, r == 0x7f, r < ' ' && r != '\r' && r != '\t':
			return line
		}
		data = data[size:]
	}
	return 0
}
