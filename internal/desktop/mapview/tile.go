package mapview

import (
	"cmp"
	"image"
	"math"
	"slices"

	"snijvlak/internal/desktop/mapview/raster"
	"snijvlak/internal/scene"
)

// tileSide is the side of a tile in pixels.
const tileSide = 512

// level is one sharpness of the drawing: its pixels for each point, and which
// drawing and look it was painted of.
type level struct {
	scale   float64
	version int
}

// tileKey names one picture of a level. Tile (0, 0) has the scene's origin in
// its upper left corner.
type tileKey struct {
	level
	x, y int
}

// tilesFor are the tiles of a level that touch a rectangle of the scene, those
// in its middle first.
func tilesFor(l level, r scene.Rect) []tileKey {
	side := tileSide / l.scale
	x0, x1 := int(math.Floor(r.X/side)), int(math.Ceil((r.X+r.W)/side))
	y0, y1 := int(math.Floor(r.Y/side)), int(math.Ceil((r.Y+r.H)/side))
	var keys []tileKey
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			keys = append(keys, tileKey{l, x, y})
		}
	}
	m := middle(r)
	far := func(k tileKey) float64 {
		return math.Hypot((float64(k.x)+0.5)*side-m.X, (float64(k.y)+0.5)*side-m.Y)
	}
	slices.SortStableFunc(keys, func(a, b tileKey) int { return cmp.Compare(far(a), far(b)) })
	return keys
}

// corner is the point of the scene in a tile's upper left corner.
func (k tileKey) corner() scene.Point {
	side := tileSide / k.scale
	return scene.Point{X: float64(k.x) * side, Y: float64(k.y) * side}
}

// paint makes the picture of a tile.
func (k tileKey) paint(d *raster.Drawing, look raster.Look) *image.RGBA {
	to := image.NewRGBA(image.Rect(0, 0, tileSide, tileSide))
	d.Paint(to, k.corner(), k.scale, look)
	return to
}

// whole paints all of a drawing within a number of pixels a side: what is seen
// until the tiles are there, and the small map.
func whole(d *raster.Drawing, look raster.Look, most float64) *image.RGBA {
	b := d.Bounds()
	scale := wholeScale(b, most)
	to := image.NewRGBA(image.Rect(0, 0, max(int(math.Ceil(b.W*scale)), 1), max(int(math.Ceil(b.H*scale)), 1)))
	d.Paint(to, scene.Point{X: b.X, Y: b.Y}, scale, look)
	return to
}

// wholeScale is the scale of a picture of the whole.
func wholeScale(bounds scene.Rect, most float64) float64 {
	return min(most/max(bounds.W, bounds.H, 1), 1.5)
}
