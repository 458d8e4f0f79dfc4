package raster

import (
	"image"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// initiative is a box as the overview draws it: its kind, when it ends and two
// badges in the first line, its name below.
func initiative(names ...string) scene.Item {
	text := func(x, y, size float64, bold bool, c looks.Colour, s string) scene.Text {
		return scene.Text{
			X: x, Y: y, Size: size, Bold: bold, Colour: c, String: s, Width: scene.NotoSans.Width(s, size, bold, 0),
		}
	}
	quiet, attention := looks.Light.Ink2, looks.Light.Attention.Ink
	it := scene.Item{
		Role: scene.RoleBox, ID: "i", Title: strings.Join(names, " "), Rect: scene.Rect{X: 10, Y: 20, W: 320},
		Texts: []scene.Text{
			text(17, 35, 10, false, quiet, "programma"), text(220, 35, 10, false, attention, "eindigt 2026"),
			text(290, 35, 10, true, quiet, "1"), text(308, 35, 10, true, quiet, "4"),
		},
	}
	y := 52.0
	for _, s := range names {
		it.Texts = append(it.Texts, text(17, y, 13, true, looks.Light.Ink, s))
		y += 18
	}
	it.Rect.H = y - 18 + 8 - it.Rect.Y
	return it
}

func said(texts []scene.Text, want func(scene.Text) bool) []string {
	var all []string
	for _, t := range texts {
		if want(t) {
			all = append(all, t.String)
		}
	}
	return all
}

func TestASmallBoxSaysItsNameLargerAndWhatAsksForAttention(t *testing.T) {
	it := initiative("Programma Toekomstscenario kind- en", "gezinsbescherming")
	got := plainTexts(&it)
	if s := said(got, func(t scene.Text) bool { return t.Size > 13 }); strings.Join(s, " ") != it.Title {
		t.Errorf("the name is %q", s)
	}
	if s := said(got, func(t scene.Text) bool { return !t.Bold }); !slices.Equal(s, []string{"eindigt 2026"}) {
		t.Errorf("beside it stands %q", s)
	}
	if s := said(got, func(t scene.Text) bool { return t.Size == 10 }); !slices.Equal(s, []string{"1", "4"}) {
		t.Errorf("the badges are %q", s)
	}
}

func TestABoxOfOneSizeStaysAsItIs(t *testing.T) {
	it := initiative("Overleg")
	it.Texts = it.Texts[len(it.Texts)-1:]
	if got := plainTexts(&it); !slices.Equal(got, it.Texts) || smallest(&it) != 0 {
		t.Errorf("texts %v, smallest %v", got, smallest(&it))
	}
}

// However long the name: all of it is there, within the box, and nothing lies
// over anything else.
func TestANameThatGrowsStaysInItsBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"Bestuurlijk", "overleg", "en", "zorg", "(ex)justitiabelen"}), 1, 14).Draw(t, "words")
		name := strings.Join(words, " ")
		it := initiative(scene.NotoSans.Wrap(name, 13, true, 300)...)
		got := plainTexts(&it)
		if s := said(got, func(t scene.Text) bool { return t.Size >= 13 }); strings.Join(s, " ") != name {
			t.Fatalf("%q became %q", name, s)
		}
		for i, a := range got {
			if r := inkOf(a); r.Y < it.Rect.Y || r.Y+r.H > it.Rect.Y+it.Rect.H || r.X+r.W > it.Rect.X+it.Rect.W {
				t.Fatalf("%q leaves its box", a.String)
			}
			for _, b := range got[:i] {
				if inkOf(a).Overlaps(inkOf(b)) {
					t.Fatalf("%q lies over %q", a.String, b.String)
				}
			}
		}
	})
}

// inkOf is where a line of text has ink at least.
func inkOf(t scene.Text) scene.Rect {
	return scene.Rect{X: t.X, Y: t.Y - t.Size*0.72, W: t.Width, H: t.Size * 0.72}
}

func TestSmallLinesAreThereWhereTheyCanBeRead(t *testing.T) {
	it := initiative("Overleg")
	s := scene.Scene{Width: 400, Height: 100, Background: looks.Light.Paper, Items: []scene.Item{it}}
	kind := func(scale float64) bool {
		to := image.NewRGBA(image.Rect(0, 0, 400, 100))
		Prepare(s).Paint(to, scene.Point{}, scale, Look{})
		for y := int(28 * scale); y < int(33*scale); y++ {
			for x := int(18 * scale); x < int(60*scale); x++ {
				if to.RGBAAt(x, y).R < 200 {
					return true
				}
			}
		}
		return false
	}
	if !kind(1) || kind(0.5) {
		t.Errorf("its kind is there at 1: %v, at a half: %v", kind(1), kind(0.5))
	}
}
