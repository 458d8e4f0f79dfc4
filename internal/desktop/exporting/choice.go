package exporting

import (
	"slices"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// Choice is what is drawn, on what, and for whom. The zero Choice is the one
// that was made last.
type Choice struct {
	View  scene.View   `json:"view"`
	Theme landscape.ID `json:"theme"`
	// Focus and Depth are of a neighbourhood.
	Focus    landscape.ID       `json:"focus"`
	Depth    int                `json:"depth"`
	Page     string             `json:"page"`
	Format   string             `json:"format"`
	Audience landscape.Audience `json:"audience"`
	Lang     string             `json:"lang"`
	// Day is not remembered: it is that of the window. Since is the earlier day
	// of a difference.
	Day   landscape.Date `json:"-"`
	Since landscape.Date `json:"-"`
}

// formats are the forms of a file, the one for reports first.
var formats = []string{"pdf", "svg", "png", "txt", "dot"}

// deepest is the largest reach of a neighbourhood; beyond it lies everything.
const deepest = 4

// sound gives the choice with what cannot be replaced by what can, in a
// landscape.
func (c Choice) sound(l *landscape.Landscape) Choice {
	if !slices.Contains(scene.Views, c.View) {
		c.View = scene.Overview
	}
	if _, ok := scene.PageByName(c.Page); !ok || c.Page == "" {
		c.Page = scene.Pages[0].Name
	}
	if !slices.Contains(formats, c.Format) {
		c.Format = formats[0]
	}
	if !slices.Contains(landscape.Audiences, c.Audience) {
		c.Audience = landscape.Public // a picture travels
	}
	if c.Lang != "en" {
		c.Lang = "nl"
	}
	c.Depth = min(max(c.Depth, 1), deepest)
	if !c.Since.Known() && c.Day.Known() {
		c.Since = c.Day.AddMonths(-12)
	}
	if !l.Has(c.Focus) {
		c.Focus = ""
	}
	if n, ok := l.Node(c.Theme); !ok || n.Type != landscape.Theme {
		c.Theme = ""
	}
	if themes := l.Nodes(landscape.Theme); c.View == scene.ThemeView && c.Theme == "" && len(themes) > 0 {
		c.Theme = themes[0].ID
	}
	return c
}

// over gives the choice with what another one says laid over it.
func (c Choice) over(o Choice) Choice {
	for _, p := range []struct{ to, from *string }{
		{(*string)(&c.View), (*string)(&o.View)},
		{(*string)(&c.Theme), (*string)(&o.Theme)},
		{(*string)(&c.Focus), (*string)(&o.Focus)},
		{&c.Page, &o.Page},
		{&c.Format, &o.Format},
		{(*string)(&c.Audience), (*string)(&o.Audience)},
		{&c.Lang, &o.Lang},
	} {
		if *p.from != "" {
			*p.to = *p.from
		}
	}
	if o.Depth > 0 {
		c.Depth = o.Depth
	}
	if o.Day.Known() {
		c.Day = o.Day
	}
	if o.Since.Known() {
		c.Since = o.Since
	}
	return c
}

// asksTheme and asksFocus say which fields belong to the view.
func (c Choice) asksTheme() bool {
	return c.View == scene.ThemeView || c.View == scene.Ownership || c.View == scene.AgendaLists
}
func (c Choice) asksFocus() bool { return c.View == scene.Neighbourhood }
func (c Choice) asksSince() bool { return c.View == scene.Difference }

// needs says whether something must be chosen first.
func (c Choice) needs() bool { return c.asksFocus() && c.Focus == "" }

// fileName is the name proposed for the file: the view, what it is of, the day.
func (c Choice) fileName(w *words.Words) string {
	free := func(landscape.ID) bool { return false }
	parts := []string{string(landscape.Slug(w.T("export.view."+string(c.View)), free))}
	switch {
	case c.asksTheme() && c.Theme != "":
		parts = append(parts, string(c.Theme))
	case c.asksFocus() && c.Focus != "":
		parts = append(parts, string(c.Focus))
	case c.asksSince():
		parts = append(parts, c.Since.String())
	}
	return strings.Join(append(parts, c.Day.String()), "-") + "." + c.Format
}

// kept is the choice of the last time; what cannot be read counts as none.
func kept(host kit.Host) Choice {
	return remember.Or(host.Memory(), prefChoice, Choice{})
}
