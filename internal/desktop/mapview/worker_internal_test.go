package mapview

import (
	"image"
	"slices"
	"testing"

	"snijvlak/internal/desktop/mapview/raster"
)

// handWorker works and reports when the test says so.
func handWorker(painted func(tileKey, *image.RGBA)) (w *worker, work, report func()) {
	var jobs, posts []func()
	w = newWorker(painted)
	w.start = func(f func()) { jobs = append(jobs, f) }
	w.post = func(f func()) { posts = append(posts, f) }
	run := func(list *[]func()) func() {
		return func() {
			todo := *list
			*list = nil
			for _, f := range todo {
				f()
			}
		}
	}
	return w, run(&jobs), run(&posts)
}

func TestTheWorkerPaintsOnlyWhatIsStillWanted(t *testing.T) {
	var got []tileKey
	w, work, report := handWorker(func(k tileKey, _ *image.RGBA) { got = append(got, k) })
	key := func(version, x int) tileKey { return tileKey{level: level{1, version}, x: x} }
	d := raster.Prepare(square())
	w.show(d, raster.Look{}, 1)
	w.wish([]tileKey{key(1, 1), key(1, 2)})
	w.wish([]tileKey{key(1, 3)})
	work()
	w.wish([]tileKey{key(1, 3), key(1, 4)}) // 3 is painted and on its way
	work()
	report()
	w.wish([]tileKey{key(1, 3)})
	w.show(d, raster.Look{}, 2)
	w.wish([]tileKey{key(1, 5), key(2, 1)})
	work()
	report()
	if want := []tileKey{key(1, 3), key(1, 4), key(2, 1)}; !slices.Equal(got, want) {
		t.Errorf("painted %v, not %v", got, want)
	}
}
