package exchange

import (
	"bytes"
	"unicode/utf8"
)

// isText says whether the bytes are UTF-8 without control characters other
// than white space.
func isText(data []byte) bool {
	return utf8.Valid(data) && !bytes.ContainsFunc(data, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f
	})
}
