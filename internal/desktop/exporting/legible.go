package exporting

import (
	"strings"

	"fyne.io/fyne/v2/widget"
)

// legible is the text twin for on the screen, where its tables would need more
// than the width there is: each row is a line that wraps. What is copied and
// saved keeps its tables.
func legible(twin string) string {
	var all []string
	head := false // the next row names the columns
	for line := range strings.Lines(twin) {
		line = strings.TrimRight(line, "\n")
		if !strings.HasPrefix(line, "| ") {
			all, head = append(all, line), true
			continue
		}
		if !head && !strings.HasPrefix(line, "| --- ") {
			all = append(all, "- "+rowText(strings.Split(strings.Trim(line, "| "), " | ")))
		}
		head = false
	}
	return strings.Join(all, "\n")
}

// mostRelated is how many cells a row has at least that tells of a relation:
// from, what, to, how sure, which source.
const mostRelated = 5

func rowText(cells []string) string {
	for i, c := range cells {
		cells[i] = strings.NewReplacer("*", `\*`, "_", `\_`, "`", "\\`").Replace(c)
	}
	strong := func(s string) string { return "**" + s + "**" }
	if len(cells) >= mostRelated {
		return strings.Join(append([]string{strong(cells[0]) + " " + cells[1] + " " + strong(cells[2])}, cells[3:]...), " · ")
	}
	return strong(cells[0]) + ": " + strings.Join(cells[1:], " · ")
}

// spaced puts a line of room before every heading but the first thing.
func spaced(all []widget.RichTextSegment) []widget.RichTextSegment {
	var made []widget.RichTextSegment
	for i, s := range all {
		if t, ok := s.(*widget.TextSegment); ok && i > 0 && t.Style.SizeName == widget.RichTextStyleSubHeading.SizeName {
			made = append(made, &widget.TextSegment{Style: widget.RichTextStyleParagraph})
		}
		made = append(made, s)
	}
	return made
}
