package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"snijvlak/internal/scene"
)

// ground is the drawing on the screen: pictures that were painted before, put
// where they belong. Moving and scaling a picture costs nearly nothing even
// without a graphics card, because it is not uploaded again.
//
// One level is shown. When the zoom has changed, its tiles are stretched until
// all tiles of the next level are there. Under them lies the overview, for what
// has no tile yet.
type ground struct {
	worker  *worker
	objects *fyne.Container

	overview       *canvas.Image
	overviewBounds scene.Rect
	// minimap takes the small picture of the whole.
	minimap func(*image.RGBA)
	tiles   map[tileKey]*tile
	clock   int

	shown, next level
	version     int
	// drawn are the versions of the overview and the small map.
	drawn map[float64]int
	// pixels are those for each unit of the screen.
	pixels float64
	bounds scene.Rect
}

func newGround(w *worker) *ground {
	g := &ground{
		worker: w, tiles: map[tileKey]*tile{}, drawn: map[float64]int{}, pixels: 1,
		overview: newPicture(nil),
	}
	g.overview.Hide()
	g.objects = newLayer(g.overview)
	return g
}

// renew says that another version is to be shown. What is on the screen stays
// until its pictures are there, unless it is of another drawing altogether.
func (g *ground) renew(version int, bounds scene.Rect, c camera) {
	if bounds != g.bounds {
		g.shown, g.overview.Image = level{}, nil
	}
	g.version, g.bounds = version, bounds
	g.next = level{}
	g.sharpen(c)
}

// sharpen makes the camera's scale the next to be shown.
func (g *ground) sharpen(c camera) {
	g.next = level{}
	if c.finite() && !g.settled(c) {
		g.next = level{c.zoom * g.pixels, g.version}
	}
}

// settled says that what is shown is as sharp as it can be.
func (g *ground) settled(c camera) bool {
	return g.shown == level{c.zoom * g.pixels, g.version}
}

// keepUp sharpens while the zoom goes on, when what is shown and what comes are
// both so far from it that they look bad.
func (g *ground) keepUp(c camera) {
	bad := func(l level) bool {
		ratio := c.zoom * g.pixels / l.scale
		return l.scale == 0 || ratio > 1.7 || ratio < 0.55
	}
	if bad(g.shown) && bad(g.next) {
		g.sharpen(c)
	}
}

// received takes a picture that the worker made.
func (g *ground) received(k tileKey, picture *image.RGBA) {
	if k.version != g.version {
		return
	}
	switch k.scale {
	case overviewScale:
		g.drawn[k.scale], g.overviewBounds = k.version, g.bounds
		g.overview.Image = picture
		g.overview.Refresh()
		return
	case minimapScale:
		g.drawn[k.scale] = k.version
		g.minimap(picture)
		return
	}
	if g.tiles[k] != nil {
		return
	}
	t := g.spare()
	t.picture.Image = picture
	t.picture.Refresh()
	t.used = g.clock
	g.tiles[k] = t
	if k.level == g.next {
		t.upload()
	}
}

// spare is the picture that was not wanted for the longest time, or a new one as
// long as there are few. One that is wanted now is never taken: it would be
// painted again, and another lost for it, without end.
func (g *ground) spare() *tile {
	var oldest tileKey
	hidden := 0
	for k, t := range g.tiles {
		if t.used == g.clock || t.picture.Visible() || k.level == g.next {
			continue
		}
		if hidden == 0 || t.used < g.tiles[oldest].used {
			oldest = k
		}
		hidden++
	}
	if hidden > spareTiles {
		t := g.tiles[oldest]
		delete(g.tiles, oldest)
		return t
	}
	t := &tile{picture: newPicture(nil)}
	t.picture.Hide()
	g.objects.Add(t.picture)
	return t
}

// arrange puts everything at its place for a camera, and wishes for what is
// missing. It says what part of the screen the pictures cover.
func (g *ground) arrange(c camera) (at fyne.Position, covered fyne.Size) {
	if !c.finite() {
		return at, covered
	}
	c = c.aligned(g.pixels)
	g.clock++
	seen := intersect(c.seen(), g.bounds)
	if g.next != (level{}) && g.has(tilesFor(g.next, seen)) {
		g.shown, g.next = g.next, level{}
	}
	missing := g.placeTiles(c, seen)
	g.placeOverview(c, missing)
	g.wish(c, seen)
	if missing && !g.overview.Visible() {
		return at, covered
	}
	return g.span(c, seen)
}

func (g *ground) has(keys []tileKey) bool {
	for _, k := range keys {
		if g.tiles[k] == nil {
			return false
		}
	}
	return true
}

// placeTiles shows the tiles of the level and says whether some are missing.
// Where those that are there are stretched and the overview says as much, it is
// shown alone: each layer takes time where there is no graphics card.
func (g *ground) placeTiles(c camera, seen scene.Rect) (missing bool) {
	var keys []tileKey
	if g.shown.scale > 0 {
		keys = tilesFor(g.shown, seen)
	}
	missing = g.shown.scale == 0 || !g.has(keys)
	alone := missing && !g.settled(c) && g.overviewServes(c)
	for _, k := range keys {
		if t := g.tiles[k]; t != nil {
			t.used = g.clock
			g.placeTile(c, k, t, alone)
		}
	}
	for k, t := range g.tiles {
		if t.used != g.clock && t.picture.Visible() && k.level != g.next {
			t.picture.Hide()
		}
	}
	return missing
}

func (g *ground) placeTile(c camera, k tileKey, t *tile, hidden bool) {
	if hidden {
		t.picture.Hide()
		return
	}
	t.picture.Translucency = 0
	corner, side := k.corner(), tileSide/k.scale
	g.put(t.picture, c, scene.Rect{X: corner.X, Y: corner.Y, W: side, H: side})
}

// overviewServes says that the overview is as sharp as what is stretched while
// the zoom changes.
func (g *ground) overviewServes(c camera) bool {
	const stretched = 1.3
	return g.drawn[overviewScale] == g.version && g.overview.Image != nil &&
		c.zoom*g.pixels <= wholeScale(g.bounds, overviewSide)*stretched
}

func (g *ground) placeOverview(c camera, missing bool) {
	if !missing || g.overview.Image == nil {
		g.overview.Hide()
		return
	}
	g.put(g.overview, c, g.overviewBounds)
}

// put shows a picture over a rectangle of the scene.
func (g *ground) put(p *canvas.Image, c camera, r scene.Rect) {
	at, size := g.span(c, r)
	stretch(p, at, size)
	if !p.Visible() {
		p.Show()
	}
}

// span is where a rectangle of the scene lies on the screen. Its sides are put
// on whole pixels, so that tiles meet without a seam.
func (g *ground) span(c camera, r scene.Rect) (fyne.Position, fyne.Size) {
	a := c.toScreen(scene.Point{X: r.X, Y: r.Y})
	b := c.toScreen(scene.Point{X: r.X + r.W, Y: r.Y + r.H})
	at := fyne.NewPos(g.snap(a.X), g.snap(a.Y))
	return at, fyne.NewSize(g.snap(b.X)-at.X, g.snap(b.Y)-at.Y)
}

func (g *ground) snap(v float32) float32 {
	return float32(math.Round(float64(v)*g.pixels) / g.pixels)
}

// wish asks the worker for the pictures that are missing, the most needed
// first: the overview, what is seen, and a margin around it.
func (g *ground) wish(c camera, seen scene.Rect) {
	var keys []tileKey
	keys = g.lackingWhole(keys, overviewScale)
	sharp := g.next
	if sharp == (level{}) {
		sharp = g.shown
	}
	if sharp.version == g.version && sharp.scale > 0 {
		keys = append(keys, g.lacking(tilesFor(sharp, seen))...)
		if g.settled(c) {
			keys = append(keys, g.lacking(g.margin(sharp, seen))...)
		}
	}
	g.worker.wish(g.lackingWhole(keys, minimapScale))
}

// margin are the tiles around what is seen too, which are painted ahead.
func (g *ground) margin(l level, seen scene.Rect) []tileKey {
	keys := tilesFor(l, intersect(seen.Inset(-tileSide/4/l.scale), g.bounds))
	for _, k := range keys {
		if t := g.tiles[k]; t != nil {
			t.used = g.clock
		}
	}
	return keys
}

// lackingWhole adds a picture of the whole if it is not of this version.
func (g *ground) lackingWhole(keys []tileKey, scale float64) []tileKey {
	if g.drawn[scale] == g.version {
		return keys
	}
	return append(keys, tileKey{level: level{scale, g.version}})
}

func (g *ground) lacking(keys []tileKey) []tileKey {
	var lack []tileKey
	for _, k := range keys {
		if g.tiles[k] == nil {
			lack = append(lack, k)
		}
	}
	return lack
}

func intersect(a, b scene.Rect) scene.Rect {
	x0, y0 := max(a.X, b.X), max(a.Y, b.Y)
	x1, y1 := min(a.X+a.W, b.X+b.W), min(a.Y+a.H, b.Y+b.H)
	return scene.Rect{X: x0, Y: y0, W: max(x1-x0, 0), H: max(y1-y0, 0)}
}

// whole says that all tiles of the level shown are there.
func (g *ground) whole(c camera) bool {
	return g.has(tilesFor(g.shown, intersect(c.seen(), g.bounds)))
}
