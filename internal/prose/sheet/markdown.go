package sheet

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// WriteMarkdown writes the sheet as Markdown (CommonMark with tables).
func (s *Sheet) WriteMarkdown(w io.Writer) error {
	var m markdown
	m.block("# " + inline(s.Title))
	if s.Status != "" {
		m.block("**" + inline(s.Status) + "**")
	}
	for _, b := range s.Blocks {
		b.markdown(&m)
	}
	_, err := w.Write(m.Bytes())
	return err
}

type markdown struct{ bytes.Buffer }

// block writes lines with an empty line before them.
func (m *markdown) block(lines ...string) {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.WriteString(strings.Join(lines, "\n"))
	m.WriteByte('\n')
}

func (b Heading) markdown(m *markdown) {
	if b.NewPage {
		m.block("---")
	}
	m.block(strings.Repeat("#", b.Level) + " " + inline(b.Text))
}

func (t Text) markdown(m *markdown) { m.block(paragraph(string(t))) }

func (r Remark) markdown(m *markdown) { m.block(paragraph(string(r))) }

func (l List) markdown(m *markdown) {
	lines := make([]string, len(l))
	for i, text := range l {
		lines[i] = "- " + paragraph(text)
	}
	m.block(lines...)
}

func (f Facts) markdown(m *markdown) {
	var lines []string
	for _, fact := range f {
		if len(fact.Lines) == 1 {
			lines = append(lines, "- **"+inline(fact.Label)+":** "+inline(fact.Lines[0]))
			continue
		}
		lines = append(lines, "- **"+inline(fact.Label)+":**")
		for _, line := range fact.Lines {
			lines = append(lines, "  - "+paragraph(line))
		}
	}
	m.block(lines...)
}

func (t Table) markdown(m *markdown) {
	lines := []string{row(t.Heads), strings.Repeat("| --- ", len(t.Heads)) + "|"}
	for _, cells := range t.Rows {
		lines = append(lines, row(cells))
	}
	m.block(lines...)
}

func row(cells []string) string {
	var b strings.Builder
	for _, cell := range cells {
		b.WriteString("| " + strings.ReplaceAll(inline(cell), "|", `\|`) + " ")
	}
	return b.String() + "|"
}

func (b Blank) markdown(m *markdown) {
	if len(b.Choices) == 0 {
		m.block("**" + inline(b.Label) + ":** " + strings.Repeat(`\_`, 40))
		return
	}
	choices := make([]string, len(b.Choices))
	for i, c := range b.Choices {
		choices[i] = "☐ " + inline(c)
	}
	m.block("**" + inline(b.Label) + "** " + strings.Join(choices, " "))
}

// special are the characters that Markdown reads as something else.
var (
	special = regexp.MustCompile("[\\\\`*_\\[\\]<>~]|&[#a-zA-Z0-9]+;")
	opening = regexp.MustCompile(`^(\s*)([-+#=]|\d+[.)])`)
)

// inline writes a text so that Markdown shows it as it stands.
func inline(text string) string {
	text = special.ReplaceAllStringFunc(strings.TrimSpace(text), func(s string) string { return `\` + s })
	return strings.ReplaceAll(text, "\n", "<br>")
}

// paragraph is inline for the beginning of a line, where more characters have
// a meaning.
func paragraph(text string) string {
	return opening.ReplaceAllStringFunc(inline(text), func(s string) string {
		last := len(s) - 1
		return fmt.Sprintf(`%s\%s`, s[:last], s[last:])
	})
}
