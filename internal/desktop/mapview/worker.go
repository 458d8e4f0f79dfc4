package mapview

import (
	"image"
	"sync"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/mapview/raster"
)

// worker paints pictures in the background, one at a time and the most wanted
// first, so that a core stays free for the window. What is no longer wanted is
// not painted.
type worker struct {
	// start runs a function in the background, post one on the UI goroutine.
	start, post func(func())
	// painted is called on the UI goroutine.
	painted func(tileKey, *image.RGBA)

	mu      sync.Mutex
	running bool
	drawing *raster.Drawing
	look    raster.Look
	version int
	want    []tileKey
	// flight are the pictures taken up that have not landed on the UI goroutine.
	flight map[tileKey]bool
}

// newWorker makes a worker that works in the background.
func newWorker(painted func(tileKey, *image.RGBA)) *worker {
	return &worker{
		start: func(f func()) { go f() }, post: fyne.Do,
		painted: painted, flight: map[tileKey]bool{},
	}
}

// Two pictures show the whole drawing; they are tiles by a scale of their own.
const (
	overviewScale = -1
	minimapScale  = -2
)

// Sizes of those in pixels.
const (
	overviewSide = 1400
	minimapSide  = 320
)

// show gives the worker something else to paint; what it is at is thrown away.
func (w *worker) show(d *raster.Drawing, look raster.Look, version int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.drawing, w.look, w.version, w.want = d, look, version, nil
}

// wish replaces what is wanted.
func (w *worker) wish(keys []tileKey) {
	w.mu.Lock()
	w.want = keys
	idle := !w.running && len(keys) > 0
	if idle {
		w.running = true
	}
	w.mu.Unlock()
	if idle {
		w.start(w.work)
	}
}

func (w *worker) work() {
	for {
		key, drawing, look, ok := w.next()
		if !ok {
			return
		}
		picture := paintPicture(key, drawing, look)
		w.post(func() {
			w.landed(key)
			w.painted(key, picture)
		})
	}
}

func paintPicture(k tileKey, d *raster.Drawing, look raster.Look) *image.RGBA {
	switch k.scale {
	case overviewScale:
		return whole(d, look, overviewSide)
	case minimapScale:
		return whole(d, look, minimapSide)
	}
	return k.paint(d, look)
}

// next takes the most wanted picture of what is shown now.
func (w *worker) next() (tileKey, *raster.Drawing, raster.Look, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.want) > 0 {
		key := w.want[0]
		w.want = w.want[1:]
		if key.version == w.version && w.drawing != nil && !w.flight[key] {
			w.flight[key] = true
			return key, w.drawing, w.look, true
		}
	}
	w.running = false
	return tileKey{}, nil, raster.Look{}, false
}

func (w *worker) landed(k tileKey) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.flight, k)
}
