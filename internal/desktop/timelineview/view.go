// Package timelineview is the view Tijdlijn: initiatives over time, what ends
// when, and what will then be without a table. What the dates mean is the
// model's; here they are placed and put into words.
package timelineview

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// ahead is how many months the question looks ahead by itself: those of what
// counts as ending.
const ahead = 6

// View is the view Tijdlijn.
type View struct {
	host  kit.Host
	words *words.Words

	chips   *fyne.Container
	themes  map[int]*kit.Chip
	status  *kit.Choice[landscape.Status]
	order   *kit.Choice[order]
	chart   *chart
	none    *fyne.Container
	panel   *panel
	content fyne.CanvasObject

	all   []row
	head  workspace.Head
	day   landscape.Date
	until landscape.Date // the day of the question
	reads bool
	asked int // numbers the readings, so that a late one is dropped
	seen  bool
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words, themes: map[int]*kit.Chip{}, chips: kit.Flow()}
	t := v.words.T
	v.status = kit.NewChoice(append([]landscape.Status{""}, landscape.Statuses...), v.statusText, func(landscape.Status) { v.sift() })
	v.status.Set("")
	v.order = kit.NewChoice(orders, func(o order) string { return t("timeline.order." + string(o)) }, func(order) { v.sift() })
	v.order.Set(byEnd)
	v.chart = newChart(v.words)
	v.chart.OnSelect = func(id landscape.ID) { v.host.Select(id) }
	v.chart.OnOpen = func(id landscape.ID) { v.host.Inspect(id) }
	v.chart.OnEnd = v.explain
	v.chart.OnCut = v.askUntil
	v.none = kit.Empty(t("timeline.none"), kit.NewButton(t("timeline.clear"), v.clear))
	v.none.Hide()
	v.panel = newPanel(v.words, v.monthsButton(6), v.monthsButton(12), v.monthsButton(24))
	v.panel.OnSelect = func(id landscape.ID) { v.host.Inspect(id) }
	v.panel.OnAsk, v.panel.OnSeek = v.ask, v.seek
	v.build()
	return v
}

func (v *View) build() {
	t := v.words.T
	zoom := kit.Columns(0,
		kit.IconButton(kit.NewIcon("minus"), t("timeline.zoom-out"), func() { v.chart.Zoom(1 / zoomStep) }),
		kit.IconButton(kit.NewIcon("plus"), t("timeline.zoom-in"), func() { v.chart.Zoom(zoomStep) }),
		kit.IconButton(kit.NewIcon("fit"), t("timeline.fit"), v.chart.Fit))
	right := container.NewVBox(kit.PrimaryButton(t("timeline.what-if"), v.chooseDay))
	filters := container.NewBorder(nil, nil, nil, right, v.chips)
	corner := container.NewBorder(kit.Pad(kit.Space3, container.NewHBox(zoom)), nil, nil, nil)
	upper := kit.OnPaper(container.NewStack(v.chart, v.none, corner))
	lower := kit.OnPaper(kit.Pad(kit.Space3, v.panel.content))
	split := container.NewVSplit(upper, lower)
	split.SetOffset(0.64)
	v.content = kit.Pad(kit.Space4, container.NewBorder(container.NewVBox(filters, kit.Gap(kit.Space1)), nil, nil, nil, split))
}

func (v *View) monthsButton(months int) fyne.CanvasObject {
	return kit.NewQuiet(v.words.T(fmt.Sprintf("timeline.months-%d", months)), func() {
		v.askUntil(v.host.State().Day.AddMonths(months))
	})
}

func (v *View) statusText(s landscape.Status) string {
	if s == "" {
		return v.words.T("timeline.every-status")
	}
	return v.words.T("status." + string(s))
}

// ID is part of kit.View, as are those that follow.
func (v *View) ID() kit.ViewID { return kit.TimelineView }

// Content is what the view shows.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Focus puts the keyboard in the chart.
func (v *View) Focus() { v.host.Window().Canvas().Focus(v.chart) }

// Go shows an item.
func (v *View) Go(p kit.Place) {
	if p.Item == "" {
		return
	}
	if v.seen && v.chart.index(p.Item) < 0 && v.knows(p.Item) {
		v.clear()
	}
	v.chart.SetSelected(p.Item)
}

func (v *View) knows(id landscape.ID) bool {
	n, ok := v.host.State().Land.Node(id)
	return ok && n.Type == landscape.Initiative
}

// Attention counts what ends within six months of the overview.
func (v *View) Attention(s kit.State) int {
	if s.Seen == nil {
		return 0
	}
	n := 0
	for _, i := range s.Seen.OverviewOn(s.Day).Initiatives {
		if landscape.StatusOf(i, s.Day) == landscape.Ending {
			n++
		}
	}
	return n
}

// Actions are what one can do with the timeline.
func (v *View) Actions() []kit.Action {
	none := func() string {
		if v.chart.index(v.chart.selected) < 0 {
			return v.words.T("timeline.none-chosen")
		}
		return ""
	}
	return []kit.Action{
		{Key: "timeline.what-if", Do: v.chooseDay},
		{Key: "timeline.explain", Do: func() { v.explain(v.chart.selected) }, Why: none},
		{Key: "timeline.go-today", Do: v.chart.GoToday},
		{Key: "timeline.fit", Do: v.chart.Fit},
		{Key: "timeline.zoom-in", Do: func() { v.chart.Zoom(zoomStep) }},
		{Key: "timeline.zoom-out", Do: func() { v.chart.Zoom(1 / zoomStep) }},
		{Key: "timeline.clear", Do: v.clear},
	}
}

// Show reads the rows anew where the landscape or the day is another.
func (v *View) Show(s kit.State) {
	if s.Seen == nil {
		return
	}
	if len(s.Selected) > 0 {
		v.chart.SetSelected(s.Selected[0])
	}
	if v.seen && s.Head == v.head && s.Day == v.day && s.Reads() == v.reads {
		return
	}
	if s.Day != v.day {
		v.until = s.Day.AddMonths(ahead)
	}
	v.head, v.day, v.reads, v.seen = s.Head, s.Day, s.Reads(), true
	v.chart.SetDays(s.Day, s.Today, v.until)
	v.setThemes(s.Seen)
	v.read(s)
}

// read makes the rows and what ends in the background; of several the newest is
// shown.
func (v *View) read(s kit.State) {
	v.asked++
	number, until := v.asked, v.until
	v.host.Go(v.words.T("timeline.reading"), func(context.Context) func() {
		rows, ends := rowsOf(v.words, s.Seen, s.Day), endings(s.Land, s.Day, until)
		return func() {
			if number == v.asked {
				v.all = rows
				v.sift()
				v.panel.Set(ends, until, s.WhyNot())
			}
		}
	})
}

// setThemes makes a chip of each theme, where there are others than before.
func (v *View) setThemes(l *landscape.Landscape) {
	themes := l.Nodes(landscape.Theme)
	if len(v.themes) == len(themes) {
		return
	}
	v.chips.RemoveAll()
	v.themes = map[int]*kit.Chip{}
	for _, n := range themes {
		chip := kit.NewThemeChip(n.Number(), fmt.Sprintf("%d %s", n.Number(), n.ShortName()), func(bool) { v.sift() })
		v.themes[n.Number()] = chip
		v.chips.Add(chip)
	}
	v.chips.Add(sized(152, v.status.Select))
	v.chips.Add(sized(152, v.order.Select))
	v.chips.Refresh()
}

// sift shows what the filters keep.
func (v *View) sift() {
	f := filter{themes: map[int]bool{}}
	for number, chip := range v.themes {
		if chip.On() {
			f.themes[number] = true
		}
	}
	f.status, _ = v.status.Value()
	f.order, _ = v.order.Value()
	kept := through(v.all, f)
	first := len(v.chart.rows) == 0
	v.chart.SetRows(kept)
	if first {
		v.chart.Near()
	}
	v.none.Hidden = len(kept) > 0
	v.chart.Hidden = len(kept) == 0
	v.chart.Refresh()
}

// clear shows every initiative.
func (v *View) clear() {
	for _, chip := range v.themes {
		chip.Set(false)
	}
	v.status.Set("")
	v.sift()
}

// sized gives an object a width, and the height it asks.
func sized(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.NewGridWrap(fyne.NewSize(width, o.MinSize().Height), o)
}
