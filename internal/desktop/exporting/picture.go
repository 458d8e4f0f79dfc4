package exporting

import (
	"context"
	"image"
	"slices"
	"strings"

	"snijvlak/internal/desktop/mapview/raster"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// drawn is a choice as it looks.
type drawn struct {
	picture *scene.Picture
	scenes  []scene.Scene
	twin    string
}

// request is the choice as the scene is asked.
func (c Choice) request() scene.Request {
	page, _ := scene.PageByName(c.Page) // sound saw to it
	r := scene.Request{
		View: c.View, Page: page, Day: c.Day, Audience: c.Audience, Words: words.In(c.Lang),
	}
	if c.asksTheme() {
		r.Theme = c.Theme
	}
	if c.asksSince() {
		r.Since = c.Since
	}
	if c.asksFocus() {
		r.Focus, r.Depth = c.Focus, c.Depth
	}
	return r
}

// draw measures a choice and finds places. It is for the background: index is
// only asked for the view of overlap.
func draw(
	ctx context.Context, l *landscape.Landscape, c Choice, index func() *overlap.Index, place scene.Layout,
) (drawn, error) {
	r := c.request()
	if c.View == scene.Overlaps {
		r.Pairs = pairs(r.Words, index().Of(l.ForAudience(c.Audience).AsOf(c.Day), c.Day))
	}
	p, err := scene.New(l, r)
	if err != nil {
		return drawn{}, err
	}
	scenes, err := p.Scenes(ctx, place)
	if err != nil {
		return drawn{}, err
	}
	return drawn{p, scenes, p.Twin()}, nil
}

// pairs are the initiatives that have something in common, the strongest first.
func pairs(w *words.Words, ix *overlap.Index) []scene.Pairing {
	all := ix.Matrix().Pairs
	slices.SortStableFunc(all, func(a, b overlap.Pair) int {
		return slices.Index(landscape.Grades, b.Grade) - slices.Index(landscape.Grades, a.Grade)
	})
	made := make([]scene.Pairing, len(all))
	for i, p := range all {
		made[i] = scene.Pairing{A: p.A.ID, B: p.B.ID, Grade: p.Grade, Shared: shared(w, ix, p), Judged: p.Judged}
	}
	return made
}

// shared says in words what two initiatives have in common.
func shared(w *words.Words, ix *overlap.Index, p overlap.Pair) string {
	var parts []string
	add := func(key string, texts []string) {
		if len(texts) > 0 {
			parts = append(parts, w.N(key, len(texts), "List", strings.Join(texts, ", ")))
		}
	}
	names := func(nodes []*landscape.Node) []string {
		var all []string
		for _, n := range nodes {
			all = append(all, n.ShortName())
		}
		return all
	}
	var plain []string
	for _, word := range p.Words {
		plain = append(plain, ix.Concept(word))
	}
	add("matrix.themes", names(p.Themes))
	add("matrix.organisations", names(p.Organisations))
	add("matrix.bottlenecks", names(p.Bottlenecks))
	add("matrix.words", plain)
	return strings.Join(parts, "; ")
}

// previewWide is how many pixels a preview is wide.
const previewWide = 1400

// preview paints a page as it will look.
func preview(s scene.Scene) image.Image {
	scale := previewWide / max(s.Width, 1)
	to := image.NewRGBA(image.Rect(0, 0, previewWide, int(s.Height*scale)))
	raster.Prepare(s).Paint(to, scene.Point{}, scale, raster.Look{})
	return to
}

// sentence is what goes wrong with a picture, in words.
func sentence(w *words.Words, err error) string {
	return prose.Sentence(w.T("export.failed", "Text", err.Error()))
}
