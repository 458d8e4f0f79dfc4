package command

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// table is rows of cells under headings; the last column is the widest one and
// may be wrapped. Nothing is ever cut.
type table struct {
	heads []string
	rows  [][]string
}

// gap is the space between two columns.
const gap = "  "

// write sets the columns side by side; width 0 never wraps.
func (t table) write(w io.Writer, width int) error {
	widths := t.widths()
	last := len(t.heads) - 1
	left := 0
	for _, n := range widths[:last] {
		left += n + len(gap)
	}
	rest := 0
	if width > 0 {
		rest = max(width-left, 30)
	}
	var b strings.Builder
	for _, row := range append([][]string{t.heads}, t.rows...) {
		for i, cell := range row[:last] {
			b.WriteString(pad(cell, widths[i]) + gap)
		}
		lines := wrap(row[last], rest)
		b.WriteString(strings.Join(lines, "\n"+strings.Repeat(" ", left)))
		b.WriteByte('\n')
	}
	_, err := fmt.Fprint(w, b.String())
	return err
}

func (t table) widths() []int {
	widths := make([]int, len(t.heads))
	for _, row := range append([][]string{t.heads}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], columns(cell))
		}
	}
	return widths
}

// columns counts how many columns a text takes; marks on letters take none.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-columns(s), 0))
}

// wrap breaks a text between words at a width; 0 leaves its lines as they are.
// A word longer than the width stays whole.
func wrap(s string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		if width <= 0 {
			lines = append(lines, paragraph)
			continue
		}
		lines = append(lines, wrapParagraph(paragraph, width)...)
	}
	return lines
}

func wrapParagraph(s string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		switch {
		case line == "":
			line = word
		case columns(line)+1+columns(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}
