// Package figure draws finished scenes and finds places for them. It holds
// the painters (SVG, PDF, PNG) and the layout engine (Graphviz).
//
// A painter reads a scene and nothing else: what is on the page and where
// was decided before (package scene), and the words come with it. The same
// scene gives the same bytes, on any machine and at any time. The engine reads
// DOT and writes JSON; what it means is for the one who asked.
//
// The fonts of the figure are in package assets.
package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"snijvlak/internal/scene"
)

// plain drops what no file format and no reader wants in a line of text:
// control characters, broken UTF-8 and code points that are not characters.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || r&0xFFFE == 0xFFFE {
			return -1
		}
		return r
	}, s)
}

// prose is plain for a text of several lines, which become one.
func prose(s string) string { return plain(strings.Join(strings.Fields(s), " ")) }

// language is the tag of a scene's language, with the country for a reader
// that pronounces it.
func language(s *scene.Scene) string {
	if s.Lang == "en" {
		return "en-GB"
	}
	return "nl-NL"
}
