package mapview

import (
	"math"

	"fyne.io/fyne/v2"

	"snijvlak/internal/scene"
)

// camera is the part of the drawing that is seen: at a zoom of 1 a point of the
// scene is a unit of the screen. It is a value; every method gives a new one.
type camera struct {
	zoom float64
	// at is the point of the scene in the upper left corner.
	at   scene.Point
	size fyne.Size
}

// The zooms within which a person may move.
const (
	maxZoom = 4
	minZoom = 0.02
	// fitZoom is the most that fitting makes of a small drawing.
	fitZoom = 1.25
)

func (c camera) toScreen(p scene.Point) fyne.Position {
	return fyne.NewPos(float32((p.X-c.at.X)*c.zoom), float32((p.Y-c.at.Y)*c.zoom))
}

func (c camera) toScene(p fyne.Position) scene.Point {
	return scene.Point{X: c.at.X + float64(p.X)/c.zoom, Y: c.at.Y + float64(p.Y)/c.zoom}
}

// seen is the rectangle of the scene on the screen.
func (c camera) seen() scene.Rect {
	return scene.Rect{X: c.at.X, Y: c.at.Y, W: float64(c.size.Width) / c.zoom, H: float64(c.size.Height) / c.zoom}
}

// zoomedAbout changes the zoom by a factor and leaves what is under a place on
// the screen where it is.
func (c camera) zoomedAbout(place fyne.Position, factor float64) camera {
	fixed := c.toScene(place)
	c.zoom = min(max(c.zoom*factor, minZoom), maxZoom)
	c.at.X = fixed.X - float64(place.X)/c.zoom
	c.at.Y = fixed.Y - float64(place.Y)/c.zoom
	return c
}

// panned moves the drawing over the screen.
func (c camera) panned(dx, dy float32) camera {
	c.at.X -= float64(dx) / c.zoom
	c.at.Y -= float64(dy) / c.zoom
	return c
}

// centred has a point of the scene in the middle.
func (c camera) centred(p scene.Point) camera {
	c.at.X = p.X - float64(c.size.Width)/c.zoom/2
	c.at.Y = p.Y - float64(c.size.Height)/c.zoom/2
	return c
}

// room is what fitting leaves around a drawing, on the screen.
const room = 12

// begun shows the upper left corner of a rectangle, or its whole width where
// that is no smaller than the least.
func (c camera) begun(r scene.Rect, least float64) camera {
	wide := float64(c.size.Width) - 2*room
	if wide <= 0 || r.W <= 0 {
		return c
	}
	c.zoom = min(max(wide/r.W, least), 1)
	c.at = scene.Point{X: r.X - room/c.zoom, Y: r.Y - room/c.zoom}
	return c
}

// fitted shows a whole rectangle, with some room around it.
func (c camera) fitted(r scene.Rect, most float64) camera {
	wide, high := float64(c.size.Width)-2*room, float64(c.size.Height)-2*room
	if wide <= 0 || high <= 0 || r.W <= 0 || r.H <= 0 {
		return c
	}
	c.zoom = min(max(min(wide/r.W, high/r.H), minZoom), most)
	return c.centred(middle(r))
}

// kept moves as little as needed to leave a part of the drawing on the screen,
// so that nobody loses it.
func (c camera) kept(bounds scene.Rect) camera {
	s := c.seen()
	roomX, roomY := min(s.W, bounds.W)/4, min(s.H, bounds.H)/4
	c.at.X = min(max(c.at.X, bounds.X+roomX-s.W), bounds.X+bounds.W-roomX)
	c.at.Y = min(max(c.at.Y, bounds.Y+roomY-s.H), bounds.Y+bounds.H-roomY)
	return c
}

// aligned puts the scene on whole pixels, so that letters stay sharp and tiles
// keep their size while they move.
func (c camera) aligned(pixels float64) camera {
	scale := c.zoom * pixels
	c.at.X, c.at.Y = math.Round(c.at.X*scale)/scale, math.Round(c.at.Y*scale)/scale
	return c
}

// shows says whether a whole rectangle is on the screen, but for a hair.
func (c camera) shows(r scene.Rect) bool {
	s, hair := c.seen(), 2/c.zoom
	return r.X >= s.X-hair && r.Y >= s.Y-hair && r.X+r.W <= s.X+s.W+hair && r.Y+r.H <= s.Y+s.H+hair
}

// showsHalf says whether at least half of a rectangle is on the screen.
func (c camera) showsHalf(r scene.Rect) bool {
	s := intersect(c.seen(), r)
	return 2*s.W*s.H >= r.W*r.H
}

func middle(r scene.Rect) scene.Point { return scene.Point{X: r.X + r.W/2, Y: r.Y + r.H/2} }

// finite says that the camera can be used: a window without a size, or a scene
// with mad numbers, must not reach the tiles.
func (c camera) finite() bool {
	sum := c.zoom + c.at.X + c.at.Y
	return c.zoom > 0 && !math.IsNaN(sum) && !math.IsInf(sum, 0)
}
