package agendaview

import (
	"math"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/prose/sheet"
)

// sheetObject draws a paper as it will be read.
func sheetObject(s *sheet.Sheet) fyne.CanvasObject {
	rows := container.New(&stackLayout{room: kit.Space2})
	rows.Add(newFace(
		paragraph{text: s.Title, size: kit.SizeTitle, colour: kit.Ink, strong: true},
		paragraph{text: s.Status, size: kit.SizeSecondary, colour: kit.Attention, strong: true}))
	for _, b := range s.Blocks {
		rows.Add(blockObject(b))
	}
	return rows
}

func blockObject(b sheet.Block) fyne.CanvasObject {
	body := func(text string) paragraph { return paragraph{text: text, size: kit.SizeBody, colour: kit.Ink} }
	switch b := b.(type) {
	case sheet.Heading:
		p := paragraph{text: b.Text, size: kit.SizeSection, colour: kit.Ink, strong: true}
		if b.Level > 2 {
			p.size = kit.SizeBody
		}
		rows := container.New(&stackLayout{room: kit.Space2}, kit.Gap(kit.Space2))
		if b.NewPage {
			rows.Add(kit.Divider())
		}
		rows.Add(newFace(p))
		return rows
	case sheet.Text:
		return newFace(body(string(b)))
	case sheet.Remark:
		return newFace(quiet(string(b)))
	case sheet.List:
		var all []paragraph
		for _, line := range b {
			all = append(all, body("• "+line))
		}
		return newFace(all...)
	case sheet.Facts:
		return factsObject(b)
	case sheet.Table:
		return tableObject(b)
	case sheet.Blank:
		if len(b.Choices) > 0 {
			return newFace(quiet(b.Label + "  " + strings.Join(b.Choices, " / ")))
		}
		return newFace(quiet(b.Label + " ……………………"))
	}
	return kit.Gap(0)
}

// factsObject puts labels beside what they say.
func factsObject(f sheet.Facts) fyne.CanvasObject {
	rows := container.New(&stackLayout{room: kit.Space1})
	for _, fact := range f {
		var lines []paragraph
		for _, line := range fact.Lines {
			lines = append(lines, paragraph{text: line, size: kit.SizeBody, colour: kit.Ink})
		}
		label := newFace(paragraph{text: fact.Label, size: kit.SizeBody, colour: kit.Ink2})
		rows.Add(container.New(cells{parts: []float32{1, 3}}, label, newFace(lines...)))
	}
	return rows
}

// tableObject draws a table.
func tableObject(t sheet.Table) fyne.CanvasObject {
	parts := partsOf(t)
	rows := container.New(&stackLayout{room: kit.Space1})
	row := func(texts []string, head bool) {
		line := container.New(cells{parts: parts})
		for _, text := range texts {
			p := quiet(text)
			p.strong = head
			if !head {
				p.colour = kit.Ink
			}
			line.Add(newFace(p))
		}
		rows.Add(line)
		rows.Add(kit.Divider())
	}
	row(t.Heads, true)
	for _, texts := range t.Rows {
		row(texts, false)
	}
	return rows
}

// The letters between which the longest text of a column counts.
const fewLetters, manyLetters = 5, 100

// partsOf gives a column more of the width the longer its texts are, but less
// than in proportion: a long text can wrap.
func partsOf(t sheet.Table) []float32 {
	parts := make([]float32, len(t.Heads))
	for i, head := range t.Heads {
		longest := utf8.RuneCountInString(head)
		for _, row := range t.Rows {
			if i < len(row) {
				longest = max(longest, utf8.RuneCountInString(row[i]))
			}
		}
		parts[i] = float32(math.Sqrt(float64(min(max(longest, fewLetters), manyLetters))))
	}
	return parts
}

// cells puts objects beside each other in parts of the width, as high as the
// highest.
type cells struct{ parts []float32 }

func (l cells) widths(width float32) []float32 {
	var all float32
	for _, p := range l.parts {
		all += p
	}
	room := width - kit.Space3*float32(len(l.parts)-1)
	widths := make([]float32, len(l.parts))
	for i, p := range l.parts {
		widths[i] = max(room*p/all, 1)
	}
	return widths
}

func (l cells) MinSize(o []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, c := range o {
		high = max(high, c.MinSize().Height)
	}
	return fyne.NewSize(4*kit.Space8, high)
}

func (l cells) Layout(o []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for i, w := range l.widths(size.Width) {
		if i >= len(o) {
			return
		}
		o[i].Resize(fyne.NewSize(w, size.Height))
		o[i].Move(fyne.NewPos(x, 0))
		x += w + kit.Space3
	}
}
