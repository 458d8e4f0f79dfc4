package kit

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Slow is how long a callback may hold the UI goroutine: three frames.
const Slow = 50 * time.Millisecond

// watch is told how long each callback held the UI goroutine; nil in the
// program as it is used.
var watch atomic.Pointer[func(held time.Duration)]

// Watch has f called, on the UI goroutine, after each callback with how long it
// held that goroutine. It is for measurements; nil ends them.
func Watch(f func(held time.Duration)) {
	if f == nil {
		watch.Store(nil)
		return
	}
	watch.Store(&f)
}

// Do runs f on the UI goroutine. It is the one hand-over point: whatever works
// in the background comes back through it.
func Do(f func()) {
	fyne.Do(func() { Timed(f) })
}

var still atomic.Bool

// Still has nothing happen after a while. It is for tests: without a display
// there is no UI goroutine to hand over to.
func Still() { still.Store(true) }

// After runs f on the UI goroutine after a while, unless stop is called before.
func After(d time.Duration, f func()) (stop func()) {
	if still.Load() {
		return func() {}
	}
	t := time.AfterFunc(d, func() { Do(f) })
	return func() { t.Stop() }
}

// Timed runs f and tells the watch how long it took: for callbacks that are on
// the UI goroutine already.
func Timed(f func()) {
	told := watch.Load()
	if told == nil {
		f()
		return
	}
	begin := time.Now()
	f()
	(*told)(time.Since(begin))
}
