package raster

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// fillPath fills the subpaths together: what lies inside an odd turn of them.
func fillPath(to *image.RGBA, v *vector.Rasterizer, parts []polyline, c looks.Colour) {
	area := pixelsAround(parts).Intersect(to.Rect)
	if area.Empty() {
		return
	}
	v.Reset(area.Dx(), area.Dy())
	dx, dy := float64(area.Min.X), float64(area.Min.Y)
	for _, part := range parts {
		for i, p := range part {
			x, y := float32(p.X-dx), float32(p.Y-dy)
			if i == 0 {
				v.MoveTo(x, y)
			} else {
				v.LineTo(x, y)
			}
		}
		v.ClosePath()
	}
	v.Draw(to, area, image.NewUniform(opaque(c)), image.Point{})
}

func pixelsAround(parts []polyline) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, part := range parts {
		for _, p := range part {
			x0, x1 = min(x0, p.X), max(x1, p.X)
			y0, y1 = min(y0, p.Y), max(y1, p.Y)
		}
	}
	if x1 < x0 {
		return image.Rectangle{}
	}
	return image.Rect(pixel(math.Floor(x0)), pixel(math.Floor(y0)), pixel(math.Ceil(x1)), pixel(math.Ceil(y1)))
}

// pixel keeps far coordinates within what an image can have.
func pixel(v float64) int { return int(min(max(v, -1<<20), 1<<20)) }

// fillRect fills a rectangle of pixels, with its borders covered in part.
func (b *brush) fillRect(r scene.Rect) {
	x0, x1 := max(r.X, 0), min(r.X+r.W, float64(b.to.Rect.Dx()))
	y0, y1 := max(r.Y, 0), min(r.Y+r.H, float64(b.to.Rect.Dy()))
	for y := int(y0); float64(y) < y1; y++ {
		tall := min(float64(y+1), y1) - max(float64(y), y0)
		for x := int(x0); float64(x) < x1; x++ {
			b.blend(x, y, tall*(min(float64(x+1), x1)-max(float64(x), x0)))
		}
	}
}

// ground fills the whole picture.
func ground(to *image.RGBA, c looks.Colour) {
	if len(to.Pix) == 0 {
		return
	}
	copy(to.Pix, []uint8{c.R, c.G, c.B, 255})
	for done := 4; done < len(to.Pix); done *= 2 {
		copy(to.Pix[done:], to.Pix[:done])
	}
}

func opaque(c looks.Colour) color.RGBA { return color.RGBA{R: c.R, G: c.G, B: c.B, A: 255} }

// mix goes a part of the way from one colour to another.
func mix(from, to looks.Colour, part float64) looks.Colour {
	a := int32(part * 256)
	return looks.Colour{R: toward(from.R, to.R, a), G: toward(from.G, to.G, a), B: toward(from.B, to.B, a)}
}
