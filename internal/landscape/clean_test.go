package landscape_test

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"snijvlak/internal/landscape"
)

func TestCleanText(t *testing.T) {
	for text, want := range map[string]string{
		"gewoon\ten\nmeer":       "gewoon\ten\nmeer",
		"cafe\u0301":             "café",
		"\uFEFFeen":              "een",
		"zo\u00adgenaamd":        "zogenaamd",
		"aan\u200been":           "aaneen",
		"a\u200db":               "ab",
		"👩\u200d👧":               "👩\u200d👧",
		"❤\ufe0f\u200d🔥":         "❤\ufe0f\u200d🔥",
		"links\u200e rechts":     "links rechts",
		"1\u2060 2\u180e":        "1 2",
		"\U000E0041onzichtbaar":  "onzichtbaar",
		"de 'Ω' en de 'Å' horen": "de 'Ω' en de 'Å' horen",
	} {
		if got, ok := landscape.CleanText(text); !ok || got != want {
			t.Errorf("%+q became %+q, %t", text, got, ok)
		}
	}
	for _, text := range []string{"x\x00", "x\x1b[31m", "x\x7f", "x\u0085", "x\u202ey", "\u2067", "a\u2028b", "\u2029", "x\xff", "\r\n"} {
		if _, ok := landscape.CleanText(text); ok {
			t.Errorf("%+q is taken", text)
		}
	}
}

func TestCleanTextIsClean(t *testing.T) {
	signs := []rune("ab é e\u0301 \u200b\u200d\u200c\uFEFF\u00ad👩👧\ufe0fक\u094dΩ\u2126\u212b한ᄒ\u202e\n\t")
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.SampledFrom(signs)).Draw(t, "text"))
		clean, ok := landscape.CleanText(text)
		if !ok {
			return
		}
		if again, ok := landscape.CleanText(clean); !ok || again != clean || !utf8.ValidString(clean) {
			t.Fatalf("%+q, then %+q", clean, again)
		}
	})
}
