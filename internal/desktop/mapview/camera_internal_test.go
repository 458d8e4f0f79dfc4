package mapview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"snijvlak/internal/scene"
)

func someCamera(t *rapid.T) camera {
	return camera{
		zoom: rapid.Float64Range(minZoom, maxZoom).Draw(t, "zoom"),
		at:   scene.Point{X: rapid.Float64Range(-1e4, 1e4).Draw(t, "x"), Y: rapid.Float64Range(-1e4, 1e4).Draw(t, "y")},
		size: fyne.NewSize(rapid.Float32Range(100, 3000).Draw(t, "wide"), rapid.Float32Range(100, 2000).Draw(t, "high")),
	}
}

func somePlace(t *rapid.T, c camera) fyne.Position {
	return fyne.NewPos(rapid.Float32Range(0, c.size.Width).Draw(t, "left"), rapid.Float32Range(0, c.size.Height).Draw(t, "top"))
}

func someBounds(t *rapid.T) scene.Rect {
	return scene.Rect{
		X: rapid.Float64Range(-500, 500).Draw(t, "bx"), Y: rapid.Float64Range(-500, 500).Draw(t, "by"),
		W: rapid.Float64Range(10, 2e4).Draw(t, "bw"), H: rapid.Float64Range(10, 2e4).Draw(t, "bh"),
	}
}

func TestWhatIsUnderThePointerStaysThereWhileZooming(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someCamera(t)
		place := somePlace(t, c)
		before := c.toScene(place)
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			c = c.zoomedAbout(place, rapid.Float64Range(0.2, 5).Draw(t, "factor"))
		}
		after := c.toScene(place)
		if off := math.Hypot(after.X-before.X, after.Y-before.Y) * c.zoom; off > 0.01 {
			t.Fatalf("the point under the pointer went %.3f units", off)
		}
		if c.zoom < minZoom || c.zoom > maxZoom {
			t.Fatalf("zoom %v", c.zoom)
		}
	})
}

func TestThereAndBackIsTheSamePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someCamera(t)
		place := somePlace(t, c)
		if back := c.toScreen(c.toScene(place)); math.Abs(float64(back.X-place.X))+math.Abs(float64(back.Y-place.Y)) > 0.02 {
			t.Fatalf("%v came back as %v", place, back)
		}
	})
}

func TestFittingShowsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, bounds := someCamera(t), someBounds(t)
		c = c.fitted(bounds, fitZoom)
		if c.zoom > minZoom && !c.shows(bounds) {
			t.Fatalf("%v is not in %v", bounds, c.seen())
		}
	})
}

func TestADrawingIsNeverLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, bounds := someCamera(t), someBounds(t)
		c = c.panned(rapid.Float32Range(-1e5, 1e5).Draw(t, "dx"), rapid.Float32Range(-1e5, 1e5).Draw(t, "dy")).kept(bounds)
		if !c.seen().Overlaps(bounds) {
			t.Fatalf("nothing of %v is in %v", bounds, c.seen())
		}
		if again := c.kept(bounds); math.Abs(again.at.X-c.at.X)+math.Abs(again.at.Y-c.at.Y) > 1e-6 {
			t.Fatalf("kept twice moves from %v to %v", c.at, again.at)
		}
	})
}

// Tiles must cover what is seen, each place once.
func TestTilesCoverWhatIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someCamera(t)
		l := level{scale: c.zoom * rapid.SampledFrom([]float64{1, 1.25, 2}).Draw(t, "pixels"), version: 1}
		p := c.toScene(somePlace(t, c))
		found := 0
		for _, k := range tilesFor(l, c.seen()) {
			corner, side := k.corner(), tileSide/l.scale
			if p.X >= corner.X && p.X < corner.X+side && p.Y >= corner.Y && p.Y < corner.Y+side {
				found++
			}
		}
		if found != 1 {
			t.Fatalf("%v lies in %d tiles", p, found)
		}
	})
}
