package overlap_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"snijvlak/internal/overlap"
)

var small = overlap.Lists{
	Parts: []string{"jeugd", "zorg", "crisis", "dienst", "woon", "plek", "slachtoffer", "beleid", "gemeente", "fonds", "nacht", "opvang", "dag", "besteding", "gedetineerde"},
	Whole: []string{"veiligheidshuis"},
	Stems: map[string]string{"kinderen": "kind"},
	Families: []overlap.Family{
		{ID: "stalking", Same: []string{"stalking", "stalken"}},
		{ID: "aanranding", Same: []string{"aanranding"}},
		{ID: "nazorg", Same: []string{"exgedetineerde"}},
	},
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"Ex-gedetineerden":             "exgedetineerden",
		"(ex)justitiabelen":            "exjustitiabelen",
		"Reïntegratie (ex)bewoner":     "reintegratie exbewoner",
		"woon(zorg)plek":               "woonzorgplek",
		"regio's en auto’s":            "regio en auto",
		"tbs'er":                       "tbser",
		"Zorg- en veiligheidshuizen":   "zorg en veiligheidshuizen",
		"0-100 jaar":                   "0 100 jaar",
		"E33-melding":                  "e33melding",
		"één\u0301 café":               "een cafe",
		"zorg\u00admijder":             "zorgmijder",
		"🙂 \x00 ":                      "",
		"Мир 平和":                       "мир 平和",
		"kapot \xff\xfe utf8":          "kapot utf8",
		strings.Repeat("a", 100) + "!": strings.Repeat("a", 64),
	} {
		if got := strings.Join(overlap.Tokens(text), " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestStems(t *testing.T) {
	vocabulary := []string{"ronselen", "houden", "weigeren", "handicap"}
	for _, same := range [][]string{
		{"huis", "huizen"},
		{"straf", "straffen"},
		{"kind", "kinderen"},
		{"dakloos", "dakloze", "daklozen"},
		{"stalken", "gestalkt"},
		{"aanranding", "aangerand", "aangerande"},
		{"ronselen", "geronselde"},
		{"houden", "houdt"},
		{"weigeren", "weigert"},
		{"veilig", "veilige"},
		{"slachtoffer", "slachtoffers"},
		{"handicap", "gehandicapt"},
	} {
		for _, w := range same[1:] {
			if a, b := overlap.Stem(small, vocabulary, same[0]), overlap.Stem(small, vocabulary, w); a != b {
				t.Errorf("%s gives %q, %s gives %q", same[0], a, w, b)
			}
		}
	}
	for _, apart := range [][2]string{{"straat", "straf"}, {"gezin", "zin"}, {"gezond", "zon"}} {
		if overlap.Stem(small, []string{"zin", "zon"}, apart[0]) == overlap.Stem(small, []string{"zin", "zon"}, apart[1]) {
			t.Errorf("%v have one stem", apart)
		}
	}
}

func TestSplit(t *testing.T) {
	for word, want := range map[string]string{
		"jeugdzorg":             "jeugd+zorg",
		"crisisdiensten":        "crisis+diensten",
		"woonzorgplek":          "woon+zorg+plek",
		"slachtofferbeleid":     "slachtoffer+beleid",
		"dagbesteding":          "dag+besteding",
		"exgedetineerden":       "(ex)+gedetineerden",
		"veiligheidshuis":       "veiligheidshuis",
		"nachtopvanglocaties":   "nacht+opvanglocaties", // one unknown part
		"jeugdcriminaliteit":    "jeugd+criminaliteit",
		"zorg":                  "zorg",
		"":                      "",
		"xyz":                   "xyz",
		"gemeentefonds":         "gemeente+fonds",
		"crisissjeugd":          "crisis(s)+jeugd",
		strings.Repeat("z", 90): strings.Repeat("z", 90),
	} {
		if got := overlap.Split(small, word); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestMisspelt(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"dakloosheit", "dakloosheid"}:       true,
		{"gedetineerdne", "gedetineerden"}:   true,
		{"mensenhadnel", "mensenhandel"}:     true,
		{"psychiatrsiche", "psychiatrische"}: true,
		{"wonign", "woning"}:                 true, // two letters swapped
		{"stallen", "stellen"}:               false,
		{"wijk", "lijk"}:                     false,
		{"forensisch", "financieel"}:         false,
	} {
		if got := overlap.Misspelt(pair[0], pair[1]); got != want {
			t.Errorf("%v: %t", pair, got)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"ex-gedetineerden", "woon(zorg)plek", "regio's", "\xff", "🙂 é\u0301", "a-", "-(-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, s := range overlap.TokenSpans(text) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("span %v after %d in %q", s, last, text)
			}
			last = s.End
		}
		for _, w := range overlap.Tokens(text) {
			if !utf8.ValidString(w) || strings.ContainsAny(w, " -") {
				t.Fatalf("word %q of %q", w, text)
			}
		}
	})
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"jeugdzorgen", "exgedetineerden", "é", "\xff\xfe", "zorgzorgzorgzorgzorgzorg"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if got := overlap.Rejoined(small, word); got != word {
			t.Fatalf("%q rejoins to %q", word, got)
		}
	})
}

func FuzzStem(f *testing.F) {
	for _, s := range []string{"gestalkt", "aangerande", "geeeeeet", "t", "ge", "\xff", "uitgegegaan"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if len(word) > 1000 {
			return
		}
		overlap.Stem(small, []string{"ronselen"}, word) // must end
	})
}

func TestWithTerms(t *testing.T) {
	if !slices.Contains(small.With(nil).Parts, "jeugd") {
		t.Error("the lists are lost")
	}
}
