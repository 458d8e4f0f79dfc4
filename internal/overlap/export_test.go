package overlap

import (
	"slices"
	"strings"
)

// Tokens gives the folded words of a text, in one piece.
func Tokens(text string) []string {
	var words []string
	for _, t := range tokenize(text, queryWords) {
		words = append(words, t.joined())
	}
	return words
}

// TokenSpans gives where the words stand.
func TokenSpans(text string) []Span {
	var spans []Span
	for _, t := range tokenize(text, queryWords) {
		spans = append(spans, Span{t.start, t.end})
	}
	return spans
}

// Stem stems a folded word with lists and the words of a landscape.
func Stem(l Lists, vocabulary []string, word string) string {
	return newLexicon(l, vocabulary, Off{}).stem(word)
}

// Split takes a word apart; "+" joins parts, links stand in brackets.
func Split(l Lists, word string) string {
	var b strings.Builder
	for i, s := range newLexicon(l, nil, Off{}).split(word) {
		switch {
		case s.link:
			b.WriteString("(" + s.text + ")")
		case i > 0:
			b.WriteString("+" + s.text)
		default:
			b.WriteString(s.text)
		}
	}
	return b.String()
}

// Rejoined is the word that the segments of a word make.
func Rejoined(l Lists, word string) string {
	var b strings.Builder
	for _, s := range newLexicon(l, nil, Off{}).split(word) {
		b.WriteString(s.text)
	}
	return b.String()
}

// Misspelt says whether two words differ by a slip of the fingers.
func Misspelt(a, b string) bool { return misspelt(a, b) }

// Chance gives how strongly each sample meets the best other item: as measured,
// and as an answer would say. Both are sorted.
func (ix *Index) Chance() (measured, asked []float32) {
	for _, s := range ix.samples() {
		force := float32(0)
		if best := ix.rank(ix.units(s.text), Options{Except: ix.kin(s.own)}); len(best) > 0 {
			force = best[0].force()
		}
		asked = append(asked, force)
	}
	slices.Sort(asked)
	return ix.measure().force, asked
}
