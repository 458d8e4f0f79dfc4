package raster

import (
	"image"
	"math"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// brush paints in one colour on a picture that is opaque everywhere.
type brush struct {
	to     *image.RGBA
	colour looks.Colour
	// alpha is 0 to 1.
	alpha float64
}

// blend lays the colour over one pixel; cover is 0 to 1.
func (b *brush) blend(x, y int, cover float64) {
	a := int32(cover * b.alpha * 256)
	i := y*b.to.Stride + x*4
	pix := b.to.Pix[i : i+3 : i+3]
	pix[0] = toward(pix[0], b.colour.R, a)
	pix[1] = toward(pix[1], b.colour.G, a)
	pix[2] = toward(pix[2], b.colour.B, a)
}

// toward goes a 256th parts of the way from one value to another.
func toward(from, to uint8, a int32) uint8 {
	return uint8(int32(from) + (int32(to)-int32(from))*a/256) //nolint:gosec // between the two
}

// line paints a straight line of a width in pixels. Each step along its longer
// axis paints one column (or row) of pixels, as much of each as the line
// covers; so it costs as much as it is long, not as the rectangle around it.
func (b *brush) line(p, q scene.Point, width float64) {
	if abs(q.X-p.X) >= abs(q.Y-p.Y) {
		if p.X > q.X {
			p, q = q, p
		}
		b.run(p, q, width, b.to.Rect.Dx(), b.to.Rect.Dy(), b.blend)
		return
	}
	if p.Y > q.Y {
		p, q = q, p
	}
	turned := func(y, x int, cover float64) { b.blend(x, y, cover) }
	b.run(scene.Point{X: p.Y, Y: p.X}, scene.Point{X: q.Y, Y: q.X}, width, b.to.Rect.Dy(), b.to.Rect.Dx(), turned)
}

// run paints a line from p right to q that is no steeper than 45 degrees.
func (b *brush) run(p, q scene.Point, width float64, columns, rows int, blend func(x, y int, cover float64)) {
	if q.X <= p.X {
		return
	}
	slope := (q.Y - p.Y) / (q.X - p.X)
	half := width / 2 * math.Sqrt(1+slope*slope)
	first, last := max(int(math.Floor(p.X)), 0), min(int(math.Ceil(q.X)), columns)
	for x := first; x < last; x++ {
		left, right := max(float64(x), p.X), min(float64(x+1), q.X)
		middle := p.Y + slope*((left+right)/2-p.X)
		top, bottom := middle-half, middle+half
		for y := max(int(math.Floor(top)), 0); y < rows && float64(y) < bottom; y++ {
			cover := min(float64(y+1), bottom) - max(float64(y), top)
			blend(x, y, cover*(right-left))
		}
	}
}

// polyline paints a run of lines; dash is in pixels.
func (b *brush) polyline(line polyline, width float64, dash []float64, round bool) {
	if len(dash) == 0 {
		for i := 1; i < len(line); i++ {
			b.line(line[i-1], line[i], width)
		}
		return
	}
	eachDash(line, dash, func(p, q scene.Point) {
		if round {
			p, q = longer(p, q, width/2)
		}
		b.line(p, q, width)
	})
}

// eachDash gives the drawn pieces of a dashed line.
func eachDash(line polyline, dash []float64, do func(p, q scene.Point)) {
	n, left := 0, dash[0]
	for i := 1; i < len(line); i++ {
		p, q := line[i-1], line[i]
		length := distance(p, q)
		for at := 0.0; at < length; {
			step := min(left, length-at)
			if n%2 == 0 {
				do(along(p, q, at/length), along(p, q, (at+step)/length))
			}
			at, left = at+step, left-step
			if left <= 1e-9 {
				n++
				left = max(dash[n%len(dash)], 0.01)
			}
		}
	}
}

func along(p, q scene.Point, t float64) scene.Point {
	return scene.Point{X: p.X + (q.X-p.X)*t, Y: p.Y + (q.Y-p.Y)*t}
}

// longer makes a line longer by d at both ends.
func longer(p, q scene.Point, d float64) (scene.Point, scene.Point) {
	length := distance(p, q)
	if length == 0 {
		return p, q
	}
	return along(p, q, -d/length), along(p, q, 1+d/length)
}
