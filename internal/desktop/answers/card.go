// Package answers shows what the overlap engine found, as cards with their
// reasons, and asks what a person wants to do with it: place something with a
// table, connect, or say that it is not the same. The views Overlap and
// Knelpunten share it; it knows neither.
package answers

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// Button is what one can do with a candidate.
type Button struct {
	Text string
	Do   func(Told)
}

// NewCard shows a candidate with its buttons. A click on the card or Space
// opens it; Enter does what the first button does.
func NewCard(w Writer, t Told, open func(landscape.ID), buttons ...Button) *kit.Card {
	head := kit.Tight(kit.Rows(0, kit.OneLine(kit.Kind(t.Kind)), kit.Strong(t.Node.Name())))
	told := kit.Rows(kit.Space2, head, facts(w, t), kit.Tight(reasons(w, t)))
	var foot fyne.CanvasObject // where a card is higher than it need be, as beside others
	if len(buttons) > 0 {
		foot = kit.Rows(0, kit.Gap(kit.Space3), choices(t, buttons))
	}
	card := kit.NewCard(kit.Pad(kit.Space1, container.NewBorder(nil, foot, nil, nil, told)))
	card.OnTapped = func() { open(t.Node.ID) }
	card.OnKey = func(key *fyne.KeyEvent) bool {
		enter := len(buttons) > 0 && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter)
		if enter {
			buttons[0].Do(t)
		}
		return enter
	}
	return card
}

func choices(t Told, buttons []Button) fyne.CanvasObject {
	row := kit.Equal()
	for _, b := range buttons {
		row.Add(kit.NewQuiet(b.Text, func() { b.Do(t) }))
	}
	return row
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

// reasons are the lines under a card's name: what to mind, why it stands there,
// and what it lacks.
func reasons(w Writer, t Told) fyne.CanvasObject {
	rows := kit.Rows(kit.Space1)
	for i, but := range t.But {
		rows.Add(reason(label(w.Words, "but", i), but))
	}
	for i, why := range t.Why {
		rows.Add(reason(label(w.Words, "why", i), why))
	}
	if len(t.Missing) > 0 {
		rows.Add(reason(w.Words.T("card.missing"), strings.Join(t.Missing, ", ")))
	}
	if holds := w.Holds(t); holds != "" {
		rows.Add(reason("", holds))
	}
	return rows
}

func label(w *words.Words, key string, i int) string {
	if i > 0 {
		return ""
	}
	return w.T("card." + key)
}

// reason is a line of a card with the words that were found in bold.
func reason(label, text string) *widget.RichText {
	var segments []widget.RichTextSegment
	add := func(s string, bold, quiet bool) {
		style := widget.RichTextStyle{Inline: true, SizeName: kit.SizeSecondary, TextStyle: fyne.TextStyle{Bold: bold}, ColorName: kit.Ink}
		if quiet {
			style.ColorName = kit.Ink2
		}
		segments = append(segments, &widget.TextSegment{Text: s, Style: style})
	}
	if label == "" {
		text = prose.Capital(text)
	} else {
		add(label+": ", false, true)
	}
	for _, part := range marked(shown(text)) {
		add(part.text, part.bold, false)
	}
	line := widget.NewRichText(segments...)
	line.Wrapping = fyne.TextWrapWord
	return line
}

// shown replaces the arrow that the window's letters lack.
func shown(text string) string { return strings.ReplaceAll(text, "↔", "=") }

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
	return slices.DeleteFunc(parts, func(p part) bool { return p.text == "" })
}
