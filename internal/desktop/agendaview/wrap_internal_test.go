package agendaview

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"snijvlak/internal/desktop/kit"
)

func letters(text string) float32 { return float32(utf8.RuneCountInString(text)) }

func TestALongWordBreaksBetweenSyllables(t *testing.T) {
	for text, want := range map[string][]string{
		"Ervaringsdeskundigen bij tafels": {"Ervaringsdes-", "kundigen bij", "tafels"},
		"Zorg- en Veiligheidshuizen":      {"Zorg- en", "Veiligheids-", "huizen"},
		"sssssssssssssssss":               {"sssssssssssssssss"}, // it cannot be broken
		"":                                nil,
	} {
		if got := broken(text, 14, letters); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestBreakingLosesNoLetter(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.StringMatching(`[a-zA-Zé()]{1,30}`)).Draw(r, "words"), " ")
		got := strings.Join(broken(text, rapid.Float32Range(1, 40).Draw(r, "width"), letters), "")
		bare := strings.NewReplacer(" ", "", "-", "")
		if bare.Replace(got) != bare.Replace(text) {
			r.Fatalf("%q became %q", text, got)
		}
	})
}

func TestWhatIsLeftOutEndsInDots(t *testing.T) {
	test.NewTempApp(t)
	p := strong("Een naam die op geen enkele kaart van dit bord ooit helemaal zal passen")
	p.most = 2
	got := wrapped(p, 14, 120)
	if len(got) != 2 || !strings.HasSuffix(got[1], "…") {
		t.Errorf("%q", got)
	}
}

// A whole number of columns is seen, whatever the width.
func TestNoColumnIsSeenByHalf(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		wide := rapid.Float32Range(leastColumn, 2000).Draw(r, "width")
		lay := &whole{least: leastColumn, room: kit.Space3}
		row := container.New(lay, container.NewWithoutLayout(), container.NewWithoutLayout(), container.NewWithoutLayout(), container.NewWithoutLayout())
		lay.inside().Layout([]fyne.CanvasObject{row}, fyne.NewSize(wide, 400))
		row.Resize(fyne.NewSize(max(row.MinSize().Width, wide), 400))
		for _, c := range row.Objects {
			left, right := c.Position().X, c.Position().X+c.Size().Width
			if c.Size().Width < leastColumn-0.1 || left < wide-1 && right > wide+1 {
				r.Fatalf("a column from %v to %v in %v", left, right, wide)
			}
		}
	})
}
