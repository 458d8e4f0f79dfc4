package raster_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/desktop/mapview/raster"
	"snijvlak/internal/scene"
)

func coordinate(t *rapid.T, name string) float64 {
	return rapid.Float64Range(-300, 900).Draw(t, name)
}

func someRect(t *rapid.T, name string) scene.Rect {
	size := rapid.Float64Range(0.5, 200)
	return scene.Rect{
		X: coordinate(t, name+" x"), Y: coordinate(t, name+" y"), W: size.Draw(t, name+" w"), H: size.Draw(t, name+" h"),
	}
}

// The grid must find what looking at every box finds.
func TestTheGridFindsWhatLiesThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := page()
		for i := range rapid.IntRange(0, 60).Draw(t, "boxes") {
			s.Items = append(s.Items, box(fmt.Sprint(i), someRect(t, "box"), red))
		}
		d := raster.Prepare(s)
		p := scene.Point{X: coordinate(t, "x"), Y: coordinate(t, "y")}
		frame := someRect(t, "frame")
		hit, within := "", []string(nil)
		for _, it := range s.Items {
			if it.Rect.Contains(p) {
				hit = it.ID
			}
			if it.Rect.Overlaps(frame) {
				within = append(within, it.ID)
			}
		}
		if got, ok := d.Hit(p); got != hit || ok != (hit != "") {
			t.Fatalf("at %v lies %q, not %q", p, hit, got)
		}
		if got := d.Within(frame); !slices.Equal(got, within) {
			t.Fatalf("in %v lie %v, not %v", frame, within, got)
		}
	})
}

func chain() *raster.Drawing {
	at := scene.Point{}
	return raster.Prepare(page(
		box("a", scene.Rect{W: 9, H: 9}, red), box("b", scene.Rect{X: 20, W: 9, H: 9}, red),
		box("c", scene.Rect{X: 40, W: 9, H: 9}, red), box("d", scene.Rect{X: 60, W: 9, H: 9}, red),
		line("a", "b", at, at), line("c", "b", at, at), line("a", "b", at, at), line("c", "c", at, at),
	))
}

func TestAroundGoesAlongTheLinesBothWays(t *testing.T) {
	d := chain()
	for depth, want := range []int{1, 2, 3, 3} {
		if got := d.Around("a", depth); len(got) != want || got["d"] {
			t.Errorf("over %d lines: %v", depth, slices.Sorted(maps.Keys(got)))
		}
	}
}

func TestBesideNamesEachBoxOnce(t *testing.T) {
	if got := chain().Beside("b"); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("beside b: %v", got)
	}
}

func TestBoundsHoldWhatStandsOffThePage(t *testing.T) {
	d := raster.Prepare(page(box("a", scene.Rect{X: -50, Y: 350, W: 20, H: 20}, red)))
	b := d.Bounds()
	if b.X > -50 || b.Y > 0 || b.X+b.W < 400 || b.Y+b.H < 370 {
		t.Errorf("bounds %v", b)
	}
}
