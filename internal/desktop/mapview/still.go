package mapview

import (
	"sync/atomic"
	"time"
)

var still atomic.Bool

// Still has every map that is made from now on do its work at once and nothing
// after a while. It is for tests of what holds a map: without a display there is
// no UI goroutine to hand over to.
func Still() { still.Store(true) }

// hush makes a map still.
func (m *Map) hush() {
	atOnce := func(f func()) { f() }
	m.worker.start, m.worker.post = atOnce, atOnce
	m.after = func(time.Duration, func()) func() { return func() {} }
}
