package desktop

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

func shippedFinder(tb testing.TB) *finder {
	tb.Helper()
	l, err := exchange.Shipped()
	if err != nil {
		tb.Fatal(err)
	}
	return newFinder(l, words.In("nl"))
}

func TestFoldTakesAccentsAndCaseAway(t *testing.T) {
	for text, want := range map[string]string{
		"Reïntegratie (ex)justitiabelen": "reintegratie ex justitiabelen",
		"  Ümlaut—Één ":                  "umlaut een",
		"Wlz-indicatie":                  "wlz indicatie",
		"":                               "",
	} {
		if got := fold(text); got != want {
			t.Errorf("fold(%q) = %q, not %q", text, got, want)
		}
	}
}

func TestFindRanksNamesBeforeWords(t *testing.T) {
	f := shippedFinder(t)
	for text, want := range map[string]landscape.ID{
		"Programma Beschermd thuis": "beschermd-thuis", // the whole name
		"reintegratie":              "reintegratie-justitiabelen",
		"femicide":                  "femicide",
		"t1-3":                      "t1-3",
		"thuis iedereen":            "een-thuis-voor-iedereen", // words in any order of the name
	} {
		hits := f.find(text, 10)
		if len(hits) == 0 || hits[0].node.ID != want {
			t.Errorf("%q finds %v first, not %s", text, hits, want)
		}
	}
	if hits := f.find("zzzzqqqq", 10); len(hits) != 0 {
		t.Errorf("nonsense finds %v", hits)
	}
	if hits := f.find("a", 5); len(hits) != 5 {
		t.Errorf("%d hits where 5 are asked", len(hits))
	}
}

// Every item is found by its own name, and first unless another has that name
// too.
func TestEveryItemIsFoundByItsName(t *testing.T) {
	f := shippedFinder(t)
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.SampledFrom(f.items).Draw(t, "item")
		hits := f.find(item.node.Name(), len(f.items))
		at := slices.IndexFunc(hits, func(h hit) bool { return h.node.ID == item.node.ID })
		if at < 0 || hits[at].rank != 0 {
			t.Fatalf("%s is not found by %q", item.node.ID, item.node.Name())
		}
	})
}

func BenchmarkFindAmongTenThousand(b *testing.B) {
	shipped := shippedFinder(b)
	f := &finder{}
	for i := range 10_000 {
		item := shipped.items[i%len(shipped.items)]
		item.name += fmt.Sprint(" ", i)
		f.items = append(f.items, item)
	}
	for b.Loop() {
		f.find("dakloze mensen", mostFound)
	}
}
