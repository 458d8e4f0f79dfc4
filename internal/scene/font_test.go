package scene

import (
	"math"
	"strings"
	"sync"
	"testing"

	"snijvlak/assets"
)

// The numbers are those of the hmtx table of Noto Sans 2.004: an em is 1000.
func TestWidthSumsAdvances(t *testing.T) {
	for _, c := range []struct {
		text    string
		bold    bool
		spacing float64
		want    float64
	}{
		{"", false, 0, 0},
		{"A", false, 0, 6.39},
		{"AV", false, 0, 12.39}, // kerning would make it less
		{"AV", false, 0.5, 13.39},
		{"A", true, 0, 6.90},
		{"A\tV\n", false, 0, 12.39},
		{"\U0010FFFD", false, 0, 6.00}, // .notdef
	} {
		if got := NotoSans.Width(c.text, 10, c.bold, c.spacing); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("Width(%q, bold %v, spacing %v) = %v, want %v", c.text, c.bold, c.spacing, got, c.want)
		}
	}
}

func TestLineHeights(t *testing.T) {
	got := [3]float64{NotoSans.Ascent(1000), NotoSans.Descent(1000), NotoSans.CapHeight(1000)}
	if want := [3]float64{1069, 293, 714}; got != want {
		t.Errorf("ascent, descent, capitals = %v, want %v", got, want)
	}
}

func TestWrapBreaksAtWhiteSpaceOnly(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"", 100, ""},
		{" \n ", 100, ""},
		{"Preventie met Gezag", 1000, "Preventie met Gezag"},
		{"  Preventie \n met\tGezag ", 1000, "Preventie met Gezag"},
		{"Preventie met Gezag", 50, "Preventie|met Gezag"},
		{"Zorg- en Veiligheidshuizen", 76, "Zorg- en|Veiligheidshuizen"},
		{"artikel\u00a04 lid", 40, "artikel\u00a04|lid"},
		{"woongroepsbegeleiding", 60, "woongroepsbe|geleiding"},
	} {
		if got := strings.Join(NotoSans.Wrap(c.text, 8, false, c.width), "|"); got != c.want {
			t.Errorf("Wrap(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// Every line fits, and joined they give the text back, whatever the width: a
// search over the joined lines of a figure then finds a name.
func TestWrapFitsAndGivesTheTextBack(t *testing.T) {
	const text = "Bestuurlijk overleg Re-integratie (ex-)justitiabelen, Zorg- en Veiligheidshuizen"
	for width := 2.0; width < 400; width += 3.7 {
		lines := NotoSans.Wrap(text, 8, true, width)
		for _, l := range lines {
			if w := NotoSans.Width(l, 8, true, 0); w > width+1e-6 && len([]rune(l)) > 1 {
				t.Fatalf("%q is %.2f wide, over %.2f", l, w, width)
			}
		}
		whole, glue := text, " "
		if width < 100 { // words are broken as well
			whole, glue = strings.ReplaceAll(text, " ", ""), ""
			for i := range lines {
				lines[i] = strings.ReplaceAll(lines[i], " ", "")
			}
		}
		if got := strings.Join(lines, glue); got != whole {
			t.Fatalf("at %.2f the lines give %q", width, got)
		}
	}
}

func TestWrapKeepsAccentsOnTheirLetters(t *testing.T) {
	for _, l := range NotoSans.Wrap(strings.Repeat("e\u0301", 20), 10, false, 12) {
		if strings.HasPrefix(l, "\u0301") {
			t.Errorf("line %q begins with an accent", l)
		}
	}
}

func TestFaceIsSafeForConcurrentUse(t *testing.T) {
	f := NewFace(assets.FontRegular, assets.FontBold)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 200 {
				f.Width(string(rune(0x20+(i*31+j)%0x400)), 9, j%2 == 0, 0)
			}
		})
	}
	all.Wait()
}

func TestMeasuringAllocatesNothing(t *testing.T) {
	NotoSans.Width("Preventie met Gezag", 8, false, 0)
	if n := testing.AllocsPerRun(10, func() { NotoSans.Width("Preventie met Gezag", 8, false, 0) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkWidth(b *testing.B) {
	for b.Loop() {
		NotoSans.Width("Preventie met Gezag", 8, false, 0)
	}
}
