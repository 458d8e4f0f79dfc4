// Package sheet holds a page of text to be read and printed: headings, texts,
// lists, facts and tables, written as Markdown or as one HTML page that needs
// nothing beside itself.
//
// What does not live here: what a page says (prose), and any knowledge of the
// model.
package sheet

// Sheet is one paper.
type Sheet struct {
	// Lang is the language of the text: "nl" or "en".
	Lang string
	// Status is for whom the paper is and whether it is a draft. It stands under
	// the title, and at the foot of every printed page.
	Status string
	Title  string
	Blocks []Block
}

// Add puts blocks at the end.
func (s *Sheet) Add(blocks ...Block) { s.Blocks = append(s.Blocks, blocks...) }

// Block is a part of a sheet.
type Block interface {
	markdown(w *markdown)
	html(w *html)
}

// Heading is a heading below the title: level 2 to 4.
type Heading struct {
	Level int
	Text  string
	// NewPage begins a page when printed.
	NewPage bool
}

// Text is a paragraph. A line end in it is one on paper.
type Text string

// Remark is a paragraph in small type.
type Remark string

// List is a list of short texts.
type List []string

// Facts are labels with what they say.
type Facts []Fact

// Fact is one label with one or more lines.
type Fact struct {
	Label string
	Lines []string
}

// Add puts a fact at the end; lines without a text are left out, and so is a
// fact without lines.
func (f *Facts) Add(label string, lines ...string) {
	var said []string
	for _, line := range lines {
		if line != "" {
			said = append(said, line)
		}
	}
	if len(said) > 0 {
		*f = append(*f, Fact{label, said})
	}
}

// Table has one row a thing. The first column names it.
type Table struct {
	// Caption says what the table holds, to who does not see it under its
	// heading.
	Caption string
	Heads   []string
	Rows    [][]string
}

// Blank is a place to write on paper: boxes to tick, or lines.
type Blank struct {
	Label   string
	Choices []string
	// Lines is how many lines there are to write on.
	Lines int
}
