package desktop

import (
	"slices"
	"sync"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/workspace"
)

// onceEngine makes the engine when it is first asked for: reading the word
// lists takes longer than a frame.
func onceEngine(d Data) func() (*overlap.Engine, error) {
	return sync.OnceValues(func() (*overlap.Engine, error) {
		lists, err := d.Lists()
		if err != nil {
			return nil, err
		}
		return overlap.New(lists), nil
	})
}

// renew makes a new state of a file for the day asked, and shows it. It
// may be called from any goroutine and works on that one; of several at a time
// the one asked last is shown.
func (w *Window) renew(file *openFile) {
	number := w.newest.Add(1)
	land, head, past := w.landscape(file)
	today, readOnly := file.ws.Today(), file.ws.ReadOnly()
	day := today
	if asked := file.day.Load(); asked != nil && asked.Known() {
		day = *asked
	}
	seen := land.AsOf(day)
	kit.Do(func() {
		if number == w.newest.Load() && file == w.file {
			w.state.ReadOnly, w.state.Past = readOnly, past
			w.publish(land, seen, head, day, today)
		}
	})
}

// current gives a landscape with the head it is of.
func current(ws *workspace.Workspace) (*landscape.Landscape, workspace.Head) {
	for {
		head, land := ws.Head(), ws.Landscape()
		if ws.Head() == head {
			return land, head
		}
	}
}

// publish makes a state the one of the window.
func (w *Window) publish(land, seen *landscape.Landscape, head workspace.Head, day, today landscape.Date) {
	s := w.state
	s.Land, s.Seen, s.Head, s.Day, s.Today, s.Words = land, seen, head, day, today, w.words
	s.Selected = slices.DeleteFunc(slices.Clone(s.Selected), func(id landscape.ID) bool { return !land.Has(id) })
	w.state = s
	w.prepare()
	w.show()
	trace("shown %d as of %s", head.Seq, day)
}

// prepare begins to make what questions and Ctrl+K need of a new state.
func (w *Window) prepare() {
	index, found := newFuture[*overlap.Index](), newFuture[*finder]()
	w.index.Store(index)
	w.finder = found
	seen, day, say := w.state.Seen, w.state.Day, w.words
	w.start(func() {
		found.set(newFinder(seen, say))
		kit.Do(func() {
			trace("search ready")
			w.palette.ready()
		})
		engine, err := w.engine()
		if err != nil {
			index.set(overlap.New(overlap.Lists{}).Index(seen, day)) // a fault of the build; a test reads the lists
			return
		}
		index.set(engine.Index(seen, day))
	})
}

// show hands the state to what is visible.
func (w *Window) show() {
	if w.frame == nil || w.state.Land == nil {
		return
	}
	if v := w.view(w.visited); v != nil {
		v.Show(w.state)
	}
	w.frame.show(w.state)
}

// Select is part of kit.Host.
func (w *Window) Select(ids ...landscape.ID) {
	if slices.Equal(ids, w.state.Selected) {
		return
	}
	w.state.Selected = slices.Clone(ids)
	if len(ids) > 0 {
		w.looked(ids[0])
	}
	w.show()
}

// lookAt shows another day; the unknown date is today.
func (w *Window) lookAt(day landscape.Date) {
	if day == w.state.Today {
		day = landscape.Date{}
	}
	file := w.file
	file.day.Store(&day)
	w.start(func() { w.renew(file) })
}
