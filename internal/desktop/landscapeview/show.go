package landscapeview

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/inspector"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

// draw has the map drawn where it is not as wished.
func (v *View) draw(s kit.State) {
	palette := kit.Palette()
	w := wish{head: s.Head, day: s.Day, also: v.bar.also, paper: palette.Paper}
	if w == v.asked {
		return
	}
	v.asked = w
	number := v.begin()
	d := v.drafter(s, palette)
	key, ws, memory := v.places, v.host.Workspace(), v.host.Memory()
	v.host.Go(v.words.T("landscape.drawing"), func(ctx context.Context) func() {
		if key == "" {
			key = placesKey(ctx, ws)
			d.own = readPlaces(memory, key)
		}
		m, err := d.make(ctx, w)
		return func() {
			if number != v.number {
				return
			}
			if v.places == "" {
				v.places, v.own = key, d.own
			}
			v.take(m, err, palette)
		}
	})
}

// begin numbers a drawing, so that one that comes late is dropped.
func (v *View) begin() int {
	v.number++
	v.drawing = true
	return v.number
}

func (v *View) drafter(s kit.State, p looks.Palette) drafter {
	return drafter{
		land: s.Land, seen: s.Seen, words: v.words, layout: v.host.Layout(), palette: p,
		own: v.own, old: v.old,
	}
}

// take shows a drawing.
func (v *View) take(m made, err error, p looks.Palette) {
	v.drawing = false
	nothing := errors.Is(err, errNothing) || errors.Is(err, scene.ErrNothing)
	if err != nil && !nothing {
		v.asked = wish{}
		v.host.Fail(err)
		return
	}
	other := (v.made.board == nil) != (m.board == nil)
	v.made, v.ready = m, err == nil
	if !v.has(v.focused) {
		v.focused = "" // the map drops it as well
	}
	v.old = remembered(v.old, m.at)
	v.canvas.SetPalette(p)
	v.canvas.SetMovable(m.board != nil)
	if v.ready {
		v.canvas.SetLeast(leastOf(m))
		v.canvas.SetDrawing(m.drawing)
	}
	if other {
		v.canvas.Begin()
	}
	v.say(nothing)
	v.bar.fit(v.host.State().Seen) // the work has sorted its nodes
	v.bar.fitItems(m.items)
	v.showSelected(v.host.State())
	v.sift()
	v.find()
	v.lookAround()
}

// Names can be read from these zooms on: the map sets them larger where a box is
// small, and those of the figure are wider.
const (
	readable      = 0.55
	readableWhole = 0.44
)

// leastOf is how small the whole may first be shown. A large board is, since its
// headings can be read at any size and its beginning says nothing of the rest.
func leastOf(m made) float64 {
	switch {
	case len(m.items) > most:
		return 0
	case m.board == nil:
		return readableWhole
	}
	return readable
}

// say shows in place of the map why there is none.
func (v *View) say(nothing bool) {
	v.empty.RemoveAll()
	v.empty.Hidden = !nothing
	v.canvas.Hidden = nothing || v.tabled()
	if !nothing {
		return
	}
	v.empty.Add(kit.NewSurface(kit.Paper))
	s, t := v.host.State(), v.words.T
	if s.Reads() || len(s.Land.Nodes(landscape.Initiative)) > 0 {
		v.empty.Add(kit.Empty(t("landscape.empty.day")))
		return
	}
	v.empty.Add(kit.Empty(t("landscape.empty"), kit.NewButton(t("inspect.new.initiative"), func() {
		inspector.NewItem(v.host, landscape.Initiative, func(e workspace.JournalEntry) { v.added(e, nil) })
	})))
}

// sift shows what the filter lets through: on the map the rest stands back, in
// the table it is left out.
func (v *View) sift() {
	if !v.ready {
		v.kept = nil
		v.table.set(nil)
		v.tell()
		return
	}
	f := v.bar.filter
	v.kept = through(v.made.items, f)
	v.canvas.SetFaded(faded(v.host.State().Seen, v.made.drawing.Boxes(), v.kept, f))
	v.table.set(v.kept)
	v.mark(f.organisation)
	v.tell()
}

// mark selects an organisation that was just chosen with what it leads, so that
// this stands out among where it takes part.
func (v *View) mark(organisation landscape.ID) {
	if organisation == v.marked {
		return
	}
	v.marked = organisation
	if organisation == "" {
		return
	}
	ids := []landscape.ID{organisation}
	for _, it := range v.kept {
		if it.led[organisation] {
			ids = append(ids, it.id())
		}
	}
	v.host.Select(ids...)
}

// tell says how many of how many are shown.
func (v *View) tell() {
	all, kept := len(v.made.items), len(v.kept)
	if !v.ready {
		all, kept = 0, 0
	}
	text := v.words.N("landscape.count", all)
	if !v.bar.filter.idle() {
		text = v.words.T("landscape.count.of", "Shown", kept, "All", all)
	}
	if id := v.bar.filter.organisation; id != "" {
		text += " · " + v.words.T("landscape.count.leads", "N", v.leads(id))
	}
	if v.focused != "" {
		text += " · " + v.words.N("landscape.count.around", v.depth)
	}
	v.count.SetText(text)
	v.bar.fold() // it counts the filters in use
	v.all.Hidden = v.bar.filter.idle() && v.focused == ""
	v.all.Refresh()
}

// leads counts what an organisation leads of what is shown.
func (v *View) leads(id landscape.ID) int {
	n := 0
	for _, it := range v.kept {
		if it.led[id] {
			n++
		}
	}
	return n
}

// showAll takes every filter away.
func (v *View) showAll() {
	v.bar.clear()
	v.canvas.ClearFocus()
	v.focused = ""
	v.sift()
}

// narrow has all stand back but an item and what is so many lines from it.
func (v *View) narrow(id landscape.ID, depth int) {
	v.turn(false)
	v.focused, v.depth = id, depth
	v.canvas.SetFocus(string(id), depth)
	v.tell()
}

// repaint draws anew where the window went light or dark.
func (v *View) repaint() {
	if v.asked != (wish{}) && v.asked.paper != kit.Palette().Paper {
		v.Show(v.host.State())
	}
}

// move keeps the place where a person put a box.
func (v *View) move(id string, to scene.Point) {
	if v.made.board == nil {
		return
	}
	v.own = with(v.own, id, to)
	v.replace()
}

// with is a copy of places with one more.
func with(places map[string]scene.Point, id string, at scene.Point) map[string]scene.Point {
	return remembered(places, map[string]scene.Point{id: at})
}

// forgetPlaces lays everything out anew.
func (v *View) forgetPlaces() {
	v.own, v.old = map[string]scene.Point{}, nil
	v.replace()
	v.canvas.Fit()
}

// replace puts the boxes of the board where they belong now.
func (v *View) replace() {
	writePlaces(v.host.Memory(), v.places, v.own)
	switch {
	case v.drawing: // what is being drawn does not know of it
		v.asked = wish{}
		v.Show(v.host.State())
		return
	case v.made.board == nil:
		return
	}
	number, m, palette := v.begin(), v.made, kit.Palette()
	d := v.drafter(v.host.State(), palette)
	v.host.Go(v.words.T("landscape.drawing"), func(context.Context) func() {
		m := d.place(m)
		return func() {
			if number == v.number {
				v.take(m, nil, palette)
			}
		}
	})
}

// follower tells when the colours of the window may have changed.
type follower struct {
	widget.BaseWidget
	changed func()
}

func newFollower(changed func()) *follower {
	f := &follower{changed: changed}
	f.ExtendBaseWidget(f)
	return f
}

// Refresh is part of fyne.CanvasObject.
func (f *follower) Refresh() {
	f.BaseWidget.Refresh()
	f.changed()
}

// CreateRenderer is part of fyne.Widget.
func (f *follower) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}
