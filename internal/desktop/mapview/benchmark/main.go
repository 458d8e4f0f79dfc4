// Package main measures the map in a real window: frames drawn for each second
// while it is panned and zoomed, at 30 to 5,000 boxes with two relations each.
// `.ci/bench-map` runs it without a screen and without a graphics card.
//
// A frame counts when the window is really painted: a picture of one pixel is
// renewed in every frame, and the driver asks for it only while it paints. The
// driver itself paints at most 60 times a second. The rows of no boxes are what
// an empty map costs: no row can be better on that machine at that moment.
package main

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/mapview"
)

// each is how long every movement is measured.
const each = 5 * time.Second

func main() {
	a := app.NewWithID("nl.snijvlak.benchmark")
	b := &bench{app: a, window: a.NewWindow("Snijvlak"), shown: mapview.New()}
	b.counter = canvas.NewRaster(b.count)
	b.counter.Resize(fyne.NewSize(1, 1))
	b.window.SetPadded(false)
	b.window.SetContent(container.NewStack(b.shown, container.NewWithoutLayout(b.counter)))
	b.window.Resize(fyne.NewSize(1200, 800))
	go b.run()
	b.window.ShowAndRun()
}

// bench is the window and what was measured last. Its fields belong to the UI
// goroutine.
type bench struct {
	app     fyne.App
	window  fyne.Window
	shown   *mapview.Map
	counter *canvas.Raster
	frames  []time.Time
}

// count is called by the driver while it paints a frame.
func (b *bench) count(int, int) image.Image {
	b.frames = append(b.frames, time.Now())
	return image.NewUniform(color.Transparent)
}

func (b *bench) run() {
	fmt.Println("boxes  lines  prepare  move    frames/s  median ms  p95 ms  longest ms  processor ms/frame  sharp after ms")
	for _, boxes := range []int{0, 30, 300, 1000, 5000} {
		begin := time.Now()
		s := board(boxes)
		took := time.Since(begin)
		lines := 0
		for _, it := range s.Items {
			if it.From != "" {
				lines++
			}
		}
		fyne.DoAndWait(func() { b.shown.SetScene(s); b.shown.Fit() })
		b.wait()
		for _, m := range movements {
			fyne.DoAndWait(func() { m.begin(b.shown) })
			b.wait()
			r := b.measure(m)
			fmt.Printf("%5d  %5d  %4d ms  %-6s  %8.1f  %9.1f  %6.1f  %10.1f  %18.1f  %14d\n", boxes, lines,
				took.Milliseconds(), m.name, r.rate, r.median, r.p95, r.longest, r.work, b.wait().Milliseconds())
		}
	}
	fyne.Do(b.app.Quit)
}

// wait returns when the map is as sharp as it can be, and says how long it took.
func (b *bench) wait() time.Duration {
	begin := time.Now()
	for {
		sharp := false
		fyne.DoAndWait(func() { sharp = b.shown.Sharp() })
		if sharp || time.Since(begin) > time.Minute {
			return time.Since(begin)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// movement is one way to move, step by step, as a person does it.
type movement struct {
	name  string
	begin func(*mapview.Map)
	step  func(m *mapview.Map, n int)
}

var movements = []movement{{
	// Round over the drawing at twice the zoom that shows all, eight pixels for
	// each frame, so that parts come into sight that were not painted.
	"pan",
	func(m *mapview.Map) { m.Fit(); m.SetZoom(2 * m.Zoom()) },
	func(m *mapview.Map, n int) {
		angle := float64(n) / 60
		m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(float32(8*math.Cos(angle)), float32(8*math.Sin(angle)))})
	},
}, {
	// In to eight times and out again, each in a second.
	"zoom",
	func(m *mapview.Map) { m.Fit() },
	func(m *mapview.Map, n int) {
		const notch = 25
		turn := float32(notch) * 0.155
		if n/60%2 == 1 {
			turn = -turn
		}
		m.Scrolled(&fyne.ScrollEvent{
			PointEvent: fyne.PointEvent{Position: fyne.NewPos(500, 350)}, Scrolled: fyne.NewDelta(0, turn),
		})
	},
}}

// result are the figures of one movement; times in milliseconds. Work is what
// one frame took of all processors together, with painting and graphics in it.
type result struct{ rate, median, p95, longest, work float64 }

func (b *bench) measure(m movement) result {
	steps := 0
	move := fyne.NewAnimation(each, func(float32) {
		m.step(b.shown, steps)
		steps++
		b.counter.Refresh()
	})
	fyne.DoAndWait(func() {
		b.frames = nil
		move.Start()
	})
	before := processorTime()
	time.Sleep(each)
	work := processorTime() - before
	var frames []time.Time
	fyne.DoAndWait(func() {
		move.Stop()
		b.shown.DragEnd()
		frames = b.frames
	})
	r := figures(frames)
	r.work = work.Seconds() * 1000 / float64(max(len(frames), 1))
	return r
}

func figures(frames []time.Time) result {
	if len(frames) < 3 {
		return result{}
	}
	var gaps []float64
	for i := 1; i < len(frames); i++ {
		gaps = append(gaps, frames[i].Sub(frames[i-1]).Seconds()*1000)
	}
	slices.Sort(gaps)
	n := len(gaps)
	whole := frames[n].Sub(frames[0]).Seconds()
	return result{rate: float64(n) / whole, median: gaps[n/2], p95: gaps[n*95/100], longest: gaps[n-1]}
}
