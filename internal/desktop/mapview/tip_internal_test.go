package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func TestATipLiesNotOverItsBoxNorOverTheBorder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, low, high int) float32 {
			return float32(rapid.IntRange(low, high).Draw(t, name))
		}
		within := fyne.NewSize(draw("width", 240, 1200), draw("height", 180, 900))
		size := fyne.NewSize(draw("tip width", 60, 300), draw("tip height", 30, 76))
		box := fyne.NewSize(draw("box width", 5, 900), draw("box height", 5, 120))
		at := fyne.NewPos( // of a box the pointer is over
			draw("x", 1-int(box.Width), int(within.Width)-1), draw("y", 1-int(box.Height), int(within.Height)-1))
		p := beside(at, box, size, within)
		if p.Y < 0 || p.Y+size.Height > within.Height {
			t.Fatalf("the tip lies at %v", p)
		}
		under, over := at.Y+box.Height+tipGap+size.Height <= within.Height, at.Y-tipGap-size.Height >= 0
		covers := p.X < at.X+box.Width && at.X < p.X+size.Width && p.Y < at.Y+box.Height && at.Y < p.Y+size.Height
		if covers && (under || over) {
			t.Fatalf("the tip at %v lies over its box", p)
		}
	})
}

func TestATipHasThreeLinesAtMost(t *testing.T) {
	long := strings.Repeat("Mensen wonen zo gewoon mogelijk in de wijk. ", 9)
	if lines := wrapped(long, false, 2); len(lines) != 2 || !strings.HasSuffix(lines[1], "…") {
		t.Errorf("%q", lines)
	}
	if lines := wrapped("kort", false, 2); len(lines) != 1 || lines[0] != "kort" {
		t.Errorf("%q", lines)
	}
	if lines := wrapped(long, false, 0); len(lines) != 0 {
		t.Errorf("%q", lines)
	}
}
