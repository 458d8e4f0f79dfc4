package timelineview

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"snijvlak/internal/looks"
)

// brush paints plain areas into an image; its places are units of the window,
// of scale pixels each.
type brush struct {
	to    *image.RGBA
	scale float64
}

// area fills a rectangle evenly.
func (b brush) area(x0, y0, x1, y1 float64, c looks.Colour) { b.fade(x0, y0, x1, y1, c, 1, 1) }

// fade fills a rectangle that covers from left to right between two parts
// (0..1) of what is behind it.
func (b brush) fade(x0, y0, x1, y1 float64, c looks.Colour, left, right float64) {
	bounds := b.to.Bounds()
	from, to := b.pixel(x0), b.pixel(x1)
	top, bottom := max(b.pixel(y0), bounds.Min.Y), min(b.pixel(y1), bounds.Max.Y)
	if left == right { // one colour: the library is much quicker at that
		plain := image.NewUniform(color.NRGBA{R: c.R, G: c.G, B: c.B, A: uint8(left*255 + 0.5)})
		draw.Draw(b.to, image.Rect(from, top, to, bottom), plain, image.Point{}, draw.Over)
		return
	}
	width := float64(max(to-from, 1))
	for x := max(from, bounds.Min.X); x < min(to, bounds.Max.X); x++ {
		part := left + (right-left)*(float64(x-from)+0.5)/width
		for y := top; y < bottom; y++ {
			b.mix(x, y, c, part)
		}
	}
}

// dots paints a line of dots across, as of what is announced.
func (b brush) dots(x0, x1, y, size float64, c looks.Colour) {
	for x := x0; x < x1; x += 3 * size {
		b.area(x, y, min(x+1.5*size, x1), y+size, c)
	}
}

// disc paints a round spot with an outline.
func (b brush) disc(x, y, radius float64, pair looks.Pair) {
	r, cx, cy := radius*b.scale, x*b.scale, y*b.scale
	for py := int(cy - r - 1); py <= int(cy+r+1); py++ {
		for px := int(cx - r - 1); px <= int(cx+r+1); px++ {
			away := math.Hypot(float64(px)+0.5-cx, float64(py)+0.5-cy)
			b.mix(px, py, pair.Ink, min(max(r-away+0.5, 0), 1))
			b.mix(px, py, pair.Fill, min(max(r-1.3*b.scale-away+0.5, 0), 1))
		}
	}
}

func (b brush) pixel(v float64) int {
	return int(math.Round(min(max(v*b.scale, -1<<20), 1<<20)))
}

func (b brush) mix(x, y int, c looks.Colour, part float64) {
	if part <= 0 || !(image.Point{X: x, Y: y}.In(b.to.Bounds())) {
		return
	}
	old := b.to.RGBAAt(x, y)
	m := func(o, n uint8) uint8 { return uint8(float64(o) + (float64(n)-float64(o))*part + 0.5) }
	b.to.SetRGBA(x, y, color.RGBA{R: m(old.R, c.R), G: m(old.G, c.G), B: m(old.B, c.B), A: 255})
}
