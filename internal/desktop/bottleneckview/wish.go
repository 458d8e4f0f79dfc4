package bottleneckview

import (
	"context"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// question is something asked in the background; of several the last counts.
type question struct {
	number int
	open   bool // the answer is still to come
}

// inquire asks a question. Where a person stops it, what waits for the answer
// is dropped.
func (v *View) inquire(q *question, title string, work func() func()) {
	q.number++
	q.open = true
	number := q.number
	stopped := func() {
		if number == q.number && q.open {
			q.open, v.wish = false, nil
		}
	}
	v.host.GoOr(title, func(context.Context) func() {
		after := work()
		return func() {
			if number == q.number {
				q.open = false
				after()
			}
		}
	}, stopped)
}

// wish is what a person asked to do with a bottleneck before it was known where
// that lies.
type wish struct {
	about landscape.ID
	do    func(*told)
}

// withChosen does something with the bottleneck that is chosen: now, or as soon
// as its detail is there.
func (v *View) withChosen(do func(*told)) {
	v.wish = nil
	if t := v.current(); t != nil {
		do(t)
		return
	}
	if !v.isChosen() {
		return
	}
	v.wish = &wish{v.id, do}
	switch {
	case v.reading.open || v.detail.asking.open: // the answer comes
	case v.entry() == nil:
		v.read(v.host.State())
	default:
		v.showDetail()
	}
}

// current is the detail of the bottleneck that is chosen, or nil while that is
// still being looked up: what is shown then may be about another.
func (v *View) current() *told {
	t := v.detail.shown
	if v.reading.open || v.detail.asking.open || t == nil || t.entry.node.ID != v.id {
		return nil
	}
	return t
}

// isChosen says whether there is a bottleneck to do something with.
func (v *View) isChosen() bool {
	s := v.host.State()
	return s.Seen != nil && s.Seen.Has(v.id)
}

// grant does what a person asked, now that the detail may be there. A dialog
// that was opened meanwhile comes first: then it is dropped.
func (v *View) grant() {
	t := v.current()
	if v.wish == nil || t == nil {
		return
	}
	w := v.wish
	v.wish = nil
	if w.about == t.entry.node.ID && !kit.SheetOpen() {
		w.do(t)
	}
}

// turn makes another bottleneck the one that is chosen.
func (v *View) turn(id landscape.ID) {
	if id != v.id {
		v.id, v.wish = id, nil
	}
}
