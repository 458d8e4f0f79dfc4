package scene

import (
	"math"
	"slices"
)

// Page is a size of paper or screen with the type sizes that belong to it.
// Lengths are points.
type Page struct {
	Name          string
	Width, Height float64
	Margin        float64
	// Gutter is the room for lines between columns, Gap between boxes.
	Gutter, Gap float64
	// Middle is the width of the column of themes.
	Middle float64
	// Title, Theme, Text and Small are type sizes; Small is the smallest.
	Title, Theme, Text, Small float64
}

// Pages lists the pages a figure can be drawn for (DESIGN 6); the first is the
// usual one.
var Pages = []Page{
	{
		Name: "a4", Width: 842, Height: 595, Margin: 26, Gutter: 70, Gap: 4, Middle: 158,
		Title: 12, Theme: 9, Text: 8, Small: 7,
	},
	{
		Name: "a4-portrait", Width: 595, Height: 842, Margin: 28, Gutter: 46, Gap: 12, Middle: 112,
		Title: 12, Theme: 9, Text: 8, Small: 7,
	},
	{
		Name: "a3", Width: 1191, Height: 842, Margin: 36, Gutter: 96, Gap: 8, Middle: 220,
		Title: 17, Theme: 13, Text: 11, Small: 9.5,
	},
	{
		Name: "16:9", Width: 960, Height: 540, Margin: 20, Gutter: 50, Gap: 4, Middle: 150,
		Title: 19, Theme: 13.5, Text: 12, Small: 12,
	},
	{
		Name: "memo", Width: 453.5, Height: 311.8, Margin: 8, Gutter: 30, Gap: 4, Middle: 92,
		Title: 11, Theme: 8.5, Text: 8, Small: 7,
	},
}

// Screen is the page of the map in the window: as high as its boxes ask for, so
// that nothing is split. It is no page for a file.
var Screen = Page{
	Name: "screen", Width: 960, Height: math.Inf(1), Margin: 6, Gutter: 62, Gap: 7, Middle: 172,
	Title: 18, Theme: 13.5, Text: 12, Small: 10.5,
}

// endless says that the page has the height of what stands on it.
func (p Page) endless() bool { return math.IsInf(p.Height, 1) }

// onScreen says that a window stands around the page, which says what it shows
// and of which day.
func (p Page) onScreen() bool { return p.Name == Screen.Name }

// PageByName finds a page; the empty name is the usual one.
func PageByName(name string) (Page, bool) {
	if name == "" {
		return Pages[0], true
	}
	i := slices.IndexFunc(Pages, func(p Page) bool { return p.Name == name })
	if i < 0 {
		return Page{}, false
	}
	return Pages[i], true
}

// PageNames gives the names of all pages.
func PageNames() []string {
	names := make([]string, len(Pages))
	for i, p := range Pages {
		names[i] = p.Name
	}
	return names
}

// inner is the width between the margins.
func (p Page) inner() float64 { return p.Width - 2*p.Margin }

// themeHeight is the most that a theme takes in the middle column.
func (p Page) themeHeight() float64 {
	if p.endless() { // there is no height to spread over
		return p.Theme * 11
	}
	return p.Theme * 15.5
}

// pad is the room between a box and what stands in it.
func (p Page) pad() float64 { return p.Small * 0.75 }

// leading is the distance between two baselines of a size.
func leading(size float64) float64 { return size * 1.27 }
