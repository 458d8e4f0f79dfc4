// Package answers shows what the overlap engine found, as cards with their
// reasons, and asks what a person wants to do with it: place something with a
// table, connect, or say that it is not the same. The views Overlap and
// Knelpunten share it; it knows neither.
package answers

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// Writer puts candidates in words; make one with Writing.
type Writer struct {
	prose.Candidates
	Day landscape.Date
}

// Writing gives the writer for what an index found. It may be called from any
// goroutine.
func Writing(w *words.Words, land *landscape.Landscape, day landscape.Date, ix *overlap.Index) Writer {
	return Writer{prose.Candidates{
		Words: w, Land: land, Name: prose.Names(land), Concept: ix.Concept,
	}, day}
}

// Told is a candidate in words, ready to be shown.
type Told struct {
	overlap.Candidate
	Kind          string
	Themes        []int
	Inferred      map[int]bool
	Why, But      []string
	Missing       []string
	OwnedProblems int
}

// Tell writes a candidate.
func (w Writer) Tell(o overlap.Candidate) Told {
	t := Told{
		Candidate: o, Kind: kit.KindText(w.Words, o.Node), Why: w.Why(o), But: w.Caps(o), Missing: w.Lacks(o),
		Inferred: map[int]bool{}, OwnedProblems: len(w.Land.Out(o.Node.ID, landscape.Owns)),
	}
	for _, r := range w.Land.Out(o.Node.ID, landscape.Addresses, landscape.BelongsTo) {
		if theme, ok := w.Land.Node(r.To); ok && theme.Type == landscape.Theme {
			t.Themes = append(t.Themes, theme.Number())
			t.Inferred[theme.Number()] = r.Certainty == landscape.Inferred
		}
	}
	return t
}

// Button is what one can do with a candidate.
type Button struct {
	Text string
	Do   func(Told)
}

// NewCard shows a candidate with its buttons. Enter or a click on the card
// itself opens it.
func NewCard(w Writer, t Told, open func(landscape.ID), buttons ...Button) *kit.Card {
	rows := kit.Rows(kit.Space1, kit.Secondary(t.Kind), kit.Strong(t.Node.Name()), facts(w, t))
	for i, why := range t.Why {
		rows.Add(reason(label(w.Words, "why", i), why))
	}
	for i, but := range t.But {
		rows.Add(reason(label(w.Words, "but", i), but))
	}
	if len(t.Missing) > 0 {
		rows.Add(reason(w.Words.T("card.missing"), "‹"+strings.Join(t.Missing, "› ‹")+"›"))
	}
	row := kit.Flow()
	for _, b := range buttons {
		row.Add(kit.NewButton(b.Text, func() { b.Do(t) }))
	}
	rows.Add(kit.Gap(kit.Space1))
	rows.Add(row)
	card := kit.NewCard(rows)
	card.OnTapped = func() { open(t.Node.ID) }
	return card
}

func label(w *words.Words, key string, i int) string {
	if i > 0 {
		return ""
	}
	return w.T("card." + key)
}

func facts(w Writer, t Told) fyne.CanvasObject {
	row := kit.Flow(kit.VerdictMark(w.Words, t.Verdict))
	if len(t.Themes) > 0 {
		row.Add(kit.Badges(t.Themes, func(n int) bool { return t.Inferred[n] }))
	}
	if t.Node.Type == landscape.Initiative {
		row.Add(kit.StatusMark(w.Words, t.Node, w.Day))
	}
	return row
}

// reason is a line of a card with the words that were found in bold.
func reason(label, text string) fyne.CanvasObject {
	var segments []widget.RichTextSegment
	add := func(s string, bold, quiet bool) {
		if s == "" {
			return
		}
		style := widget.RichTextStyle{Inline: true, SizeName: kit.SizeSecondary, TextStyle: fyne.TextStyle{Bold: bold}, ColorName: kit.Ink}
		if quiet {
			style.ColorName = kit.Ink2
		}
		segments = append(segments, &widget.TextSegment{Text: s, Style: style})
	}
	if label != "" {
		add(label+": ", false, true)
	}
	for _, part := range marked(text) {
		add(part.text, part.bold, false)
	}
	line := widget.NewRichText(segments...)
	line.Wrapping = fyne.TextWrapWord
	return line
}

type part struct {
	text string
	bold bool
}

// marked takes a text apart at ‹ and ›; what stands between is bold.
func marked(text string) []part {
	var parts []part
	for text != "" {
		before, rest, found := strings.Cut(text, "‹")
		parts = append(parts, part{before, false})
		if !found {
			break
		}
		inside, after, closed := strings.Cut(rest, "›")
		if !closed {
			parts = append(parts, part{"‹" + rest, false})
			break
		}
		parts = append(parts, part{inside, true})
		text = after
	}
	return parts
}

// Grid puts cards beside each other, as many as there is room for, and of equal
// width.
func Grid(cards ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &grid{least: 270, room: kit.Space3}, Objects: cards}
}

type grid struct{ least, room, width float32 }

func (g *grid) across(n int, width float32) int {
	fit := int((width + g.room) / (g.least + g.room))
	return max(1, min(fit, max(n, 1), 3))
}

func (g *grid) place(objects []fyne.CanvasObject, width float32, put bool) float32 {
	across := g.across(len(objects), width)
	each := (width - g.room*float32(across-1)) / float32(across)
	var y float32
	for i := 0; i < len(objects); i += across {
		row := objects[i:min(i+across, len(objects))]
		var high float32
		for _, o := range row {
			o.Resize(fyne.NewSize(each, o.Size().Height)) // texts wrap to the width
			high = max(high, o.MinSize().Height)
		}
		for j, o := range row {
			if put {
				o.Move(fyne.NewPos(float32(j)*(each+g.room), y))
			}
			o.Resize(fyne.NewSize(each, high))
		}
		y += high + g.room
	}
	return max(y-g.room, 0)
}

func (g *grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(g.least, g.place(objects, max(g.width, g.least), false))
}

func (g *grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	changed := g.width != size.Width
	g.width = size.Width
	g.place(objects, size.Width, true)
	if changed && len(objects) > 0 {
		canvas.Refresh(objects[0]) // the parent asks the height of the new width
	}
}

// Telling gives the candidates that are worth a card.
func Telling(all []overlap.Candidate, most int) []overlap.Candidate { return prose.Telling(all, most) }
