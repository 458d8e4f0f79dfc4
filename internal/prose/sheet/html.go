package sheet

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"strings"

	"snijvlak/internal/looks"
)

// WriteHTML writes the sheet as one page of HTML that is XML as well. It has no
// scripts and refers to nothing outside itself.
func (s *Sheet) WriteHTML(w io.Writer) error {
	var h html
	fmt.Fprintf(&h, "<!DOCTYPE html>\n<html lang=%q xml:lang=%q xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n", s.Lang, s.Lang)
	h.WriteString("<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
	h.element("title", "", s.Title)
	fmt.Fprintf(&h, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", styleOf(s.Status))
	h.element("h1", "", s.Title)
	if s.Status != "" {
		h.element("p", "status", s.Status)
	}
	for _, b := range s.Blocks {
		b.html(&h)
	}
	h.WriteString("</main>\n</body>\n</html>\n")
	_, err := w.Write(h.Bytes())
	return err
}

//go:embed style.css
var style string

// styleOf is the style sheet with its colours, and the status for the foot of a
// page.
func styleOf(status string) string {
	return strings.NewReplacer(
		"INK2", looks.Light.Ink2.Hex(), "INK", looks.Light.Ink.Hex(),
		"LINE", looks.Light.Line.Hex(), "CANVAS", looks.Light.Canvas.Hex(),
		"PAPER", looks.Light.Paper.Hex(), "STATUS", quoted(status),
	).Replace(style)
}

// quoted is a text as a string of CSS. What could end the string or the style
// sheet is left out.
func quoted(s string) string {
	return `"` + strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`"'\<>&`, r) {
			return -1
		}
		return r
	}, s) + `"`
}

type html struct{ bytes.Buffer }

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;").Replace

// text writes a text with its line ends.
func (h *html) text(s string) {
	h.WriteString(strings.ReplaceAll(escape(strings.TrimSpace(s)), "\n", "<br/>"))
}

func (h *html) open(tag, attributes string) {
	h.WriteString("<" + tag)
	if attributes != "" {
		h.WriteString(" " + attributes)
	}
	h.WriteString(">")
}

func (h *html) shut(tag string) { h.WriteString("</" + tag + ">\n") }

// element writes one element with a text in it.
func (h *html) element(tag, class, text string) {
	attributes := ""
	if class != "" {
		attributes = `class="` + class + `"`
	}
	h.open(tag, attributes)
	h.text(text)
	h.shut(tag)
}

func (b Heading) html(h *html) {
	class := ""
	if b.NewPage {
		class = "page"
	}
	h.element(fmt.Sprintf("h%d", b.Level), class, b.Text)
}

func (t Text) html(h *html) { h.element("p", "", string(t)) }

func (r Remark) html(h *html) { h.element("p", "remark", string(r)) }

func (l List) html(h *html) {
	h.WriteString("<ul>\n")
	for _, text := range l {
		h.element("li", "", text)
	}
	h.shut("ul")
}

func (f Facts) html(h *html) {
	h.WriteString("<dl>\n")
	for _, fact := range f {
		h.element("dt", "", fact.Label)
		for _, line := range fact.Lines {
			h.element("dd", "", line)
		}
	}
	h.shut("dl")
}

func (t Table) html(h *html) {
	h.WriteString("<table>\n")
	h.element("caption", "", t.Caption)
	h.WriteString("<thead>\n<tr>\n")
	for _, head := range t.Heads {
		h.open("th", `scope="col"`)
		h.text(head)
		h.shut("th")
	}
	h.WriteString("</tr>\n</thead>\n<tbody>\n")
	for _, cells := range t.Rows {
		h.row(cells)
	}
	h.WriteString("</tbody>\n</table>\n")
}

// row writes the cells of a row; the first is what the row is about.
func (h *html) row(cells []string) {
	h.WriteString("<tr>\n")
	for i, cell := range cells {
		if i == 0 {
			h.open("th", `scope="row"`)
			h.text(cell)
			h.shut("th")
			continue
		}
		h.element("td", "", cell)
	}
	h.shut("tr")
}

func (b Blank) html(h *html) {
	h.open("div", `class="blank"`)
	h.open("span", `class="label"`)
	h.text(b.Label)
	h.WriteString("</span>")
	for _, c := range b.Choices {
		h.open("span", `class="choice"`)
		h.text("☐ " + c)
		h.WriteString("</span>")
	}
	for range b.Lines {
		h.WriteString(`<span class="line"></span>`)
	}
	h.shut("div")
}
