package mapping_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/mapping"
	"snijvlak/internal/scene"
)

func someBoxes(t *rapid.T) []scene.BoardBox {
	boxes := make([]scene.BoardBox, rapid.IntRange(1, 120).Draw(t, "boxes"))
	for i := range boxes {
		boxes[i] = scene.BoardBox{
			ID: fmt.Sprintf("b%d", i), Order: rapid.IntRange(0, 5).Draw(t, "order"),
			Group: fmt.Sprintf("g%d", rapid.IntRange(0, 6).Draw(t, "group")),
			Width: 250, Height: float64(rapid.IntRange(20, 140).Draw(t, "height")),
		}
	}
	return boxes
}

func somePlaces(t *rapid.T, boxes []scene.BoardBox) map[string]scene.Point {
	own := map[string]scene.Point{}
	for _, b := range boxes {
		if rapid.IntRange(0, 9).Draw(t, "own") == 0 {
			own[b.ID] = scene.Point{X: rapid.Float64Range(-500, 3000).Draw(t, "x"), Y: rapid.Float64Range(-500, 3000).Draw(t, "y")}
		}
	}
	return own
}

func rect(b scene.BoardBox, at scene.Point) scene.Rect {
	return scene.Rect{X: at.X, Y: at.Y, W: b.Width, H: b.Height}
}

// noOverlap fails where two boxes lie on each other and a person chose neither
// or only one of the places.
func noOverlap(t *rapid.T, boxes []scene.BoardBox, at, own map[string]scene.Point) {
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			_, ownA := own[a.ID]
			_, ownB := own[b.ID]
			if !(ownA && ownB) && rect(a, at[a.ID]).Overlaps(rect(b, at[b.ID])) {
				t.Fatalf("%s at %v lies on %s at %v", a.ID, at[a.ID], b.ID, at[b.ID])
			}
		}
	}
}

func TestNoBoxLiesOnAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		boxes := someBoxes(t)
		own := somePlaces(t, boxes)
		at := mapping.Place(boxes, own, nil)
		if len(at) != len(boxes) {
			t.Fatalf("%d places for %d boxes", len(at), len(boxes))
		}
		for id, want := range own {
			if at[id] != want {
				t.Fatalf("%s was put at %v by hand and stands at %v", id, want, at[id])
			}
		}
		noOverlap(t, boxes, at, own)
	})
}

func TestTheOrderOfTheBoxesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		boxes := someBoxes(t)
		own := somePlaces(t, boxes)
		other := slices.Clone(boxes)
		rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "seed"))).
			Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		if a, b := mapping.Place(boxes, own, nil), mapping.Place(other, own, nil); !maps.Equal(a, b) {
			t.Fatal("other places for the same boxes")
		}
	})
}

func TestMoreBoxesMoveNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		boxes := someBoxes(t)
		n := rapid.IntRange(0, len(boxes)).Draw(t, "first")
		some := boxes[:n]
		own := somePlaces(t, some)
		before := mapping.Place(some, own, nil)
		after := mapping.Place(boxes, own, before)
		for id, at := range before {
			if after[id] != at {
				t.Fatalf("%s went from %v to %v", id, at, after[id])
			}
		}
		noOverlap(t, boxes, after, own)
	})
}

func TestABoxPutOnAnotherByHandSendsItAway(t *testing.T) {
	boxes := []scene.BoardBox{{ID: "a", Group: "g", Width: 100, Height: 40}, {ID: "b", Group: "g", Width: 100, Height: 40}}
	before := mapping.Place(boxes, nil, nil)
	own := map[string]scene.Point{"b": before["a"]}
	after := mapping.Place(boxes, own, before)
	if after["b"] != before["a"] || rect(boxes[0], after["a"]).Overlaps(rect(boxes[1], after["b"])) {
		t.Errorf("a at %v, b at %v", after["a"], after["b"])
	}
}

func TestAPlaceThatIsNoneIsNotKept(t *testing.T) {
	boxes := []scene.BoardBox{{ID: "a", Group: "g", Width: 100, Height: 40}}
	far := scene.Point{X: 1e300}
	if at := mapping.Place(boxes, map[string]scene.Point{"a": far}, nil); at["a"] == far {
		t.Errorf("a stands at %v", at["a"])
	}
}

func BenchmarkPlace5000(b *testing.B) {
	boxes := make([]scene.BoardBox, 5000)
	for i := range boxes {
		boxes[i] = scene.BoardBox{
			ID: fmt.Sprint(i), Group: fmt.Sprint(i % 30), Order: i, Width: 250, Height: float64(30 + i*7%60),
		}
	}
	for b.Loop() {
		mapping.Place(boxes, nil, nil)
	}
}
