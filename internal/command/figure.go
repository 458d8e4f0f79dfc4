package command

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
)

var (
	formats = []string{"svg", "pdf", "png", "dot", "txt"}
	pages   = scene.PageNames()
	views   = names(scene.Views)
)

// deepest is the largest reach of a neighbourhood; beyond it lies everything.
const deepest = 6

// figureOptions are the options of figure as typed.
type figureOptions struct {
	out, view, theme, focus, depth, since, page string
}

func (a *app) figureCommand() *cobra.Command {
	o := figureOptions{}
	c := a.command("figure", "read", func(c *cobra.Command, args []string) error {
		o.out = args[0]
		return a.figure(c.Context(), a.Out, o)
	})
	c.Args = a.count(1, 1)
	c.ValidArgsFunction = nil
	f := c.Flags()
	f.StringVar(&o.view, "view", "", a.optionText("opt.figure.view", "view", views))
	f.StringVar(&o.theme, "theme", "", a.say.T("opt.figure.theme"))
	f.StringVar(&o.focus, "focus", "", a.say.T("opt.figure.focus"))
	f.StringVar(&o.depth, "depth", "", a.say.T("opt.figure.depth"))
	f.StringVar(&o.since, "since", "", a.say.T("opt.figure.since"))
	f.StringVar(&o.page, "page", "", a.optionText("opt.figure.page", "page", pages))
	return c
}

// figure draws a view and writes its pages.
func (a *app) figure(ctx context.Context, w io.Writer, o figureOptions) error {
	r, err := a.request(o)
	if err != nil {
		return err
	}
	if a.global.sees == "" {
		a.global.sees = landscape.Public // a picture travels
	}
	r.Audience = a.global.sees
	l, err := a.recorded(ctx)
	if err != nil {
		return err
	}
	if err := a.aim(&r, l.AsOf(r.AsOf), o); err != nil {
		return err
	}
	if r.View == string(scene.Overlaps) {
		if r.Pairs, err = a.pairings(ctx); err != nil {
			return err
		}
	}
	drawn, err := a.Drawer.Draw(ctx, l, r)
	if err != nil {
		return err
	}
	return a.writePages(w, o.out, drawn)
}

// pairings are the initiatives that overlap, as the figure draws them.
func (a *app) pairings(ctx context.Context) ([]scene.Pairing, error) {
	q, err := a.asking(ctx)
	if err != nil {
		return nil, err
	}
	m := q.Matrix()
	slices.SortStableFunc(m.Pairs, comparePairs)
	pairs := make([]scene.Pairing, len(m.Pairs))
	for i, p := range m.Pairs {
		pairs[i] = scene.Pairing{A: p.A.ID, B: p.B.ID, Grade: p.Grade, Shared: a.shared(q, p), Judged: p.Judged}
	}
	return pairs, nil
}

// request checks what can be checked without the landscape.
func (a *app) request(o figureOptions) (Request, error) {
	r := Request{Out: o.out, Lang: a.say.Lang, AsOf: a.global.day, View: impliedView(o), Page: pages[0], Depth: 1}
	r.Format = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.out), "."))
	if !slices.Contains(formats, r.Format) {
		return r, a.wrong("wrong.extension", "File", o.out, "All", "."+strings.Join(formats, ", ."))
	}
	var err error
	if r.View, err = a.choice("--view", "view", views, r.View); err != nil {
		return r, err
	}
	if o.page != "" {
		if r.Page, err = a.choice("--page", "page", pages, o.page); err != nil {
			return r, err
		}
	}
	if o.depth != "" {
		r.Depth, err = strconv.Atoi(o.depth)
		if err != nil || r.Depth < 1 || r.Depth > deepest {
			return r, a.wrong("wrong.depth", "Value", o.depth, "Most", deepest)
		}
	}
	if err := a.earlier(&r, o); err != nil {
		return r, err
	}
	return r, a.fits(r, o)
}

// earlier reads the day that the other is compared with; a year before where
// none is named.
func (a *app) earlier(r *Request, o figureOptions) error {
	if r.View != string(scene.Difference) {
		return nil
	}
	if r.Since = scene.Since(r.AsOf); o.since == "" {
		return nil
	}
	day, err := a.date("--since", o.since)
	if err != nil {
		return err
	}
	if r.Since = day.Last(); !r.Since.Before(r.AsOf) {
		return a.wrong("wrong.since", "Since", a.say.Date(r.Since), "Day", a.say.Date(r.AsOf))
	}
	return nil
}

// impliedView is the view that the other options ask for where none is named.
func impliedView(o figureOptions) string {
	switch {
	case o.view != "":
		return o.view
	case o.focus != "":
		return "neighbourhood"
	case o.theme != "":
		return "theme"
	case o.since != "":
		return "difference"
	}
	return views[0]
}

// fits says which options belong to which view.
func (a *app) fits(r Request, o figureOptions) error {
	switch {
	case o.theme != "" && !slices.Contains([]string{"theme", "ownership", "agenda"}, r.View):
		return a.wrong("wrong.option-view", "Option", "--theme", "Views", "theme, ownership, agenda")
	case (o.focus != "" || o.depth != "") && r.View != "neighbourhood":
		return a.wrong("wrong.option-view", "Option", "--focus, --depth", "Views", "neighbourhood")
	case o.since != "" && r.View != "difference":
		return a.wrong("wrong.option-view", "Option", "--since", "Views", "difference")
	case r.View == "theme" && o.theme == "":
		return a.wrong("wrong.view-needs", "View", r.View, "Option", "--theme")
	case r.View == "neighbourhood" && o.focus == "":
		return a.wrong("wrong.view-needs", "View", r.View, "Option", "--focus")
	}
	return nil
}

// aim finds the theme and the middle in the landscape.
func (a *app) aim(r *Request, l *landscape.Landscape, o figureOptions) error {
	var err error
	if o.theme != "" {
		if r.Theme, err = a.theme(l, o.theme); err != nil {
			return err
		}
	}
	if o.focus != "" {
		middle, err := l.Find(idOf(o.focus))
		if err != nil {
			return err
		}
		r.Focus = middle.ID
	}
	return nil
}

// writePages writes one page under the name that was typed, several under
// NAME-1, NAME-2 and so on, and names what it wrote.
func (a *app) writePages(w io.Writer, out string, drawn [][]byte) error {
	var written []string
	for i, page := range drawn {
		path := out
		if len(drawn) > 1 {
			ext := filepath.Ext(out)
			path = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(out, ext), i+1, ext)
		}
		if err := a.replace(path, func(w io.Writer) error { _, err := w.Write(page); return err }); err != nil {
			return err
		}
		written = append(written, path)
	}
	if a.global.json {
		return writeJSON(w, members{{"files", list(written)}})
	}
	_, err := fmt.Fprintln(w, strings.Join(written, "\n"))
	return err
}
