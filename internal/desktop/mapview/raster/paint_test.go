package raster_test

import (
	"fmt"
	"image"
	"testing"

	"snijvlak/internal/desktop/mapview/raster"
	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

var (
	white = looks.Colour{R: 255, G: 255, B: 255}
	red   = looks.Colour{R: 200}
	blue  = looks.Colour{B: 200}
	black = looks.Colour{}
)

func rectangle(r scene.Rect) scene.Path {
	at := func(x, y float64) [3]scene.Point { return [3]scene.Point{{X: x, Y: y}} }
	return scene.Path{
		{Op: scene.Move, P: at(r.X, r.Y)},
		{Op: scene.Line, P: at(r.X+r.W, r.Y)},
		{Op: scene.Line, P: at(r.X+r.W, r.Y+r.H)},
		{Op: scene.Line, P: at(r.X, r.Y+r.H)},
		{Op: scene.Close},
	}
}

func box(id string, r scene.Rect, fill looks.Colour) scene.Item {
	return scene.Item{
		Role: scene.RoleBox, ID: id, Rect: r,
		Shapes: []scene.Shape{{Path: rectangle(r), Fill: &fill, Stroke: &black, Width: 2}},
	}
}

func line(from, to string, a, b scene.Point) scene.Item {
	return scene.Item{
		Role: scene.RoleLine, ID: from + "/" + to, From: from, To: to,
		Shapes: []scene.Shape{{
			Path:   scene.Path{{Op: scene.Move, P: [3]scene.Point{a}}, {Op: scene.Line, P: [3]scene.Point{b}}},
			Stroke: &blue, Width: 2,
		}},
	}
}

func page(items ...scene.Item) scene.Scene {
	return scene.Scene{Width: 400, Height: 300, Background: white, Items: items}
}

func paint(s scene.Scene, w, h int, at scene.Point, scale float64, look raster.Look) *image.RGBA {
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	raster.Prepare(s).Paint(to, at, scale, look)
	return to
}

func colourAt(p *image.RGBA, x, y int) looks.Colour {
	c := p.RGBAAt(x, y)
	return looks.Colour{R: c.R, G: c.G, B: c.B}
}

func wantColour(t *testing.T, p *image.RGBA, x, y int, want looks.Colour) {
	t.Helper()
	if got := colourAt(p, x, y); got != want {
		t.Errorf("(%d, %d) is %s, not %s", x, y, got.Hex(), want.Hex())
	}
}

func TestABoxIsFilledAndFramedAtItsPlace(t *testing.T) {
	s := page(box("a", scene.Rect{X: 100, Y: 50, W: 80, H: 40}, red))
	for _, scale := range []float64{1, 2} {
		p := paint(s, 400, 300, scene.Point{X: 90, Y: 40}, scale, raster.Look{})
		k := int(scale)
		wantColour(t, p, 5*k, 5*k, white)     // outside
		wantColour(t, p, 50*k, 30*k, red)     // inside
		wantColour(t, p, 10*k, 30*k, black)   // on its left side
		wantColour(t, p, 90*k-1, 30*k, black) // on its right
		wantColour(t, p, 95*k, 30*k, white)
	}
}

func TestHalfAPixelIsHalfCovered(t *testing.T) {
	s := page(line("", "", scene.Point{X: 10, Y: 20.5}, scene.Point{X: 100, Y: 20.5}))
	p := paint(s, 200, 60, scene.Point{}, 1, raster.Look{})
	wantColour(t, p, 50, 18, white)
	wantColour(t, p, 50, 20, blue) // 19.5 to 21.5
	if c := colourAt(p, 50, 19); c.R < 120 || c.R > 135 {
		t.Errorf("the half covered pixel is %s", c.Hex())
	}
}

func TestASmallBoxIsStillSeen(t *testing.T) {
	s := page(box("a", scene.Rect{X: 100, Y: 100, W: 60, H: 30}, white))
	p := paint(s, 40, 30, scene.Point{}, 0.1, raster.Look{})
	if colourAt(p, 12, 11) == white {
		t.Error("a white box on white cannot be seen when it is small")
	}
	wantColour(t, p, 5, 5, white)
}

func TestLettersStandInTheirLineAndNowhereElse(t *testing.T) {
	wide := scene.NotoSans.Width("Zorg", 20, true, 0)
	text := scene.Item{Texts: []scene.Text{{X: 50, Y: 60, Size: 20, Bold: true, Colour: black, String: "Zorg", Width: wide}}}
	p := paint(page(text), 400, 300, scene.Point{}, 1, raster.Look{})
	inside := 0
	for y := range 300 {
		for x := range 400 {
			dark := colourAt(p, x, y).R < 250
			if dark && (float64(x) < 49 || float64(x) > 51+wide || y < 40 || y > 67) {
				t.Fatalf("ink at (%d, %d)", x, y)
			}
			if dark {
				inside++
			}
		}
	}
	if inside < 200 || inside > 900 { // four bold letters of 20 points
		t.Errorf("%d pixels have ink", inside)
	}
}

func TestTypeTooSmallToReadIsABar(t *testing.T) {
	text := scene.Item{Texts: []scene.Text{{X: 50, Y: 60, Size: 12, Colour: black, String: "Zorg en veiligheid", Width: 100}}}
	p := paint(page(text), 100, 80, scene.Point{}, 0.25, raster.Look{})
	a, b := colourAt(p, 15, 14), colourAt(p, 35, 14)
	if a != b || a == white {
		t.Errorf("the bar is %s and %s", a.Hex(), b.Hex())
	}
}

func TestWhatIsFadedStandsBack(t *testing.T) {
	s := page(box("a", scene.Rect{X: 10, Y: 10, W: 80, H: 40}, red), box("b", scene.Rect{X: 110, Y: 10, W: 80, H: 40}, red))
	p := paint(s, 400, 300, scene.Point{}, 1, raster.Look{Faded: map[string]bool{"b": true}})
	wantColour(t, p, 50, 30, red)
	if c := colourAt(p, 150, 30); c == red || c == white || c.G < 180 {
		t.Errorf("the faded box is %s", c.Hex())
	}
}

// manyLines is a fan of lines from one box, a crowd.
func manyLines() scene.Scene {
	s := page(box("a", scene.Rect{X: 0, Y: 0, W: 20, H: 20}, red), box("b", scene.Rect{X: 380, Y: 0, W: 20, H: 20}, red))
	for i := range 400 {
		y := 30 + float64(i)*0.6
		s.Items = append(s.Items, line("x", fmt.Sprint(i), scene.Point{X: 20, Y: y}, scene.Point{X: 380, Y: y}))
	}
	s.Items = append(s.Items, line("a", "b", scene.Point{X: 20, Y: 10}, scene.Point{X: 380, Y: 10}))
	return s
}

func TestACrowdOfLinesIsFaint(t *testing.T) {
	p := paint(manyLines(), 400, 300, scene.Point{}, 1, raster.Look{})
	if c := colourAt(p, 200, 10); c.R < 100 {
		t.Errorf("a line in a crowd is %s", c.Hex())
	}
}

func TestTheLinesOfAStrongBoxStandOutOfACrowd(t *testing.T) {
	p := paint(manyLines(), 400, 300, scene.Point{}, 1, raster.Look{Strong: map[string]bool{"a": true}})
	wantColour(t, p, 200, 10, blue)
}

// Tiles are painted apart: put together they must be the whole.
func TestTilesTogetherAreTheWhole(t *testing.T) {
	s := manyLines()
	s.Items = append(s.Items, box("c", scene.Rect{X: 90, Y: 70, W: 130, H: 90}, blue), scene.Item{
		Texts: []scene.Text{{X: 60.3, Y: 101.7, Size: 24, Colour: black, String: "Stuurgroep Zorg & Veiligheid", Width: 330}},
	})
	const side, scale = 100, 0.8
	whole := paint(s, 2*side, 2*side, scene.Point{}, scale, raster.Look{})
	for x := range 2 {
		for y := range 2 {
			at := scene.Point{X: float64(x) * side / scale, Y: float64(y) * side / scale}
			compare(t, whole, paint(s, side, side, at, scale, raster.Look{}), x*side, y*side)
		}
	}
}

func compare(t *testing.T, whole, tile *image.RGBA, dx, dy int) {
	t.Helper()
	for y := range tile.Rect.Dy() {
		for x := range tile.Rect.Dx() {
			a, b := colourAt(whole, x+dx, y+dy), colourAt(tile, x, y)
			if far(a.R, b.R) || far(a.G, b.G) || far(a.B, b.B) {
				t.Fatalf("(%d, %d) is %s in the whole and %s in the tile", x+dx, y+dy, a.Hex(), b.Hex())
			}
		}
	}
}

// far allows for rounding where a shape is cut at the border of a tile.
func far(a, b uint8) bool { return max(a, b)-min(a, b) > 3 }

// large is 5,000 boxes with two lines each, to anywhere.
func large() scene.Scene {
	s := scene.Scene{Width: 20000, Height: 14000, Background: white}
	for i := range 5000 {
		r := scene.Rect{X: float64(i%70) * 280, Y: float64(i/70) * 190, W: 250, H: 60}
		s.Items = append(s.Items, box(fmt.Sprint(i), r, white))
	}
	for i := range 10000 {
		p, q := s.Items[i%5000].Rect, s.Items[i*7919%5000].Rect
		s.Items = append(s.Items, line(fmt.Sprint(i%5000), fmt.Sprint(i*7919%5000),
			scene.Point{X: p.X, Y: p.Y}, scene.Point{X: q.X, Y: q.Y}))
	}
	return s
}

func BenchmarkPrepare5000(b *testing.B) {
	s := large()
	for b.Loop() {
		raster.Prepare(s)
	}
}

func BenchmarkPaintTileOf5000(b *testing.B) {
	d := raster.Prepare(large())
	to := image.NewRGBA(image.Rect(0, 0, 512, 512))
	for _, scale := range []float64{0.06, 0.25, 1} {
		b.Run(fmt.Sprint(scale), func(b *testing.B) {
			for b.Loop() {
				d.Paint(to, scene.Point{X: 4000, Y: 3000}, scale, raster.Look{})
			}
		})
	}
}
