package looks_test

import (
	"fmt"
	"math"
	"testing"

	"snijvlak/internal/looks"
)

func TestContrastIsThatOfWCAG(t *testing.T) {
	black, white := looks.Colour{}, looks.Colour{R: 255, G: 255, B: 255}
	if c := looks.Contrast(black, white); math.Abs(c-21) > 1e-9 {
		t.Errorf("black on white is %.3f", c)
	}
	if c := looks.Contrast(looks.Colour{R: 0x77, G: 0x77, B: 0x77}, white); math.Abs(c-4.48) > 0.01 {
		t.Errorf("#777777 on white is %.3f", c) // the known value just under 4.5
	}
}

// Every pair that may stand on each other, in both palettes: text at 4.5,
// lines at 3 (WCAG 2.2, 1.4.3 and 1.4.11).
func TestEveryPairHasContrast(t *testing.T) {
	for name, p := range map[string]looks.Palette{"light": looks.Light, "dark": looks.Dark} {
		text := map[string]looks.Pair{
			"ink on paper": {Ink: p.Ink, Fill: p.Paper}, "ink on canvas": {Ink: p.Ink, Fill: p.Canvas},
			"ink2 on paper": {Ink: p.Ink2, Fill: p.Paper}, "ink2 on canvas": {Ink: p.Ink2, Fill: p.Canvas},
			"ink on ended": {Ink: p.Ink, Fill: p.Ended.Fill}, "ink2 on ended": p.Ended,
			"primary on paper": {Ink: p.Primary, Fill: p.Paper}, "paper on primary": {Ink: p.Paper, Fill: p.Primary},
			"attention": p.Attention, "attention on paper": {Ink: p.Attention.Ink, Fill: p.Paper},
			"danger on paper": {Ink: p.Danger, Fill: p.Paper},
		}
		for i, theme := range p.Themes {
			text[fmt.Sprintf("theme %d", i+1)] = theme
			text[fmt.Sprintf("theme %d on paper", i+1)] = looks.Pair{Ink: theme.Ink, Fill: p.Paper}
			text[fmt.Sprintf("paper on theme %d", i+1)] = looks.Pair{Ink: p.Paper, Fill: theme.Ink}
			text[fmt.Sprintf("ink on theme %d", i+1)] = looks.Pair{Ink: p.Ink, Fill: theme.Fill}
			text[fmt.Sprintf("ink2 on theme %d", i+1)] = looks.Pair{Ink: p.Ink2, Fill: theme.Fill}
		}
		for what, pair := range text {
			if c := looks.Contrast(pair.Ink, pair.Fill); c < 4.5 {
				t.Errorf("%s: %s is %.2f", name, what, c)
			}
		}
		for what, ground := range map[string]looks.Colour{"paper": p.Paper, "canvas": p.Canvas} {
			if c := looks.Contrast(p.Line, ground); c < 3 {
				t.Errorf("%s: line on %s is %.2f", name, what, c)
			}
		}
	}
}
