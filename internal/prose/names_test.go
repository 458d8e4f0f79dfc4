package prose_test

import (
	"testing"

	"snijvlak/internal/prose"
)

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "  ": "", "een": "Een.", "één": "Één.", "klaar.": "Klaar.", "waarom?": "Waarom?", "dit: ": "Dit:",
	} {
		if got := prose.Sentence(text); got != want {
			t.Errorf("Sentence(%q) = %q, want %q", text, got, want)
		}
	}
}
