package landscapeview

import (
	"context"
	"errors"
	"maps"

	"snijvlak/internal/desktop/mapview/raster"
	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
	"snijvlak/internal/mapping"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// most is how many boxes the figure itself may have; above it the map is a
// board, which Graphviz need not lay out.
const most = 150

// also is what a person has shown besides the overview.
type also struct{ bottlenecks, organisations, actions, others bool }

// wish is all that a drawing depends on; an equal wish needs no new one.
type wish struct {
	head workspace.Head
	day  landscape.Date
	also also
	// paper tells light from dark.
	paper looks.Colour
}

// made is a drawing with what is known of its boxes.
type made struct {
	drawing *raster.Drawing
	items   []item
	// board and at are those of a map whose boxes can be moved; nil of the
	// figure.
	board *scene.Board
	at    map[string]scene.Point
}

// drafter makes drawings, in the background.
type drafter struct {
	land, seen *landscape.Landscape
	words      *words.Words
	layout     scene.Layout
	palette    looks.Palette
	// own are the places a person chose, old those of the last board.
	own, old map[string]scene.Point
}

// errNothing says that there is nothing to show.
var errNothing = errors.New("no initiatives")

func (d drafter) make(ctx context.Context, w wish) (made, error) {
	listed := d.seen.OverviewOn(w.day).Initiatives
	ids := d.chosen(listed, w.also)
	switch {
	case len(ids) == 0:
		return made{}, errNothing
	case len(ids) == len(listed) && len(ids) <= most:
		return d.figure(ctx, w)
	}
	b := scene.NewBoard(d.land, d.request(w), ids)
	return d.place(made{board: b, items: items(d.words, d.seen, w.day, ids)}), ctx.Err()
}

// figure draws the overview as it stands in reports.
func (d drafter) figure(ctx context.Context, w wish) (made, error) {
	p, err := scene.New(d.land, d.request(w))
	if err != nil {
		return made{}, err
	}
	scenes, err := p.Scenes(ctx, d.layout)
	if err != nil {
		return made{}, err
	}
	drawing := raster.Prepare(scenes[0])
	var ids []landscape.ID
	for _, id := range drawing.Boxes() {
		ids = append(ids, landscape.ID(id))
	}
	return made{drawing: drawing, items: items(d.words, d.seen, w.day, ids)}, nil
}

// place puts the boxes of a board at their places, and draws it.
func (d drafter) place(m made) made {
	m.at = mapping.Place(m.board.Boxes(), d.own, d.old)
	m.drawing = raster.Prepare(m.board.Scene(m.at))
	return m
}

// request is the whole for who works with the file: nothing is left out.
func (d drafter) request(w wish) scene.Request {
	return scene.Request{
		View: scene.Overview, Page: scene.Screen, Day: w.day, Audience: landscape.Secretariat,
		Words: d.words, Palette: &d.palette,
	}
}

// chosen are the nodes of a board: the overview, or all initiatives where there
// is none, and what else is asked.
func (d drafter) chosen(listed []*landscape.Node, a also) []landscape.ID {
	var ids []landscape.ID
	if a.others || len(listed) == 0 {
		listed = d.seen.Nodes(landscape.Initiative)
	}
	for _, n := range listed {
		ids = append(ids, n.ID)
	}
	for t, on := range map[landscape.Type]bool{
		landscape.Bottleneck: a.bottlenecks, landscape.Organisation: a.organisations, landscape.Action: a.actions,
	} {
		if !on {
			continue
		}
		for _, n := range d.seen.Nodes(t) {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// remembered adds the places of a board to those of before, so that what is
// taken away and shown again comes back where it was.
func remembered(old, at map[string]scene.Point) map[string]scene.Point {
	all := maps.Clone(old)
	if all == nil {
		all = map[string]scene.Point{}
	}
	maps.Copy(all, at)
	return all
}
