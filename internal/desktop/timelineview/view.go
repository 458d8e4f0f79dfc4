// Package timelineview is the view Tijdlijn: initiatives over time, what ends
// when, and what will then be without a table. What the dates mean is the
// model's; here they are placed and put into words.
package timelineview

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
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

	themes  *kit.ThemeChips
	status  *kit.Choice[landscape.Status]
	order   *kit.Choice[order]
	chart   *chart
	none    *fyne.Container
	panel   *panel
	head    *fyne.Container
	page    *fyne.Container
	content fyne.CanvasObject

	all   []row
	at    workspace.Head
	day   landscape.Date
	until landscape.Date // the day of the question
	reads bool
	asked int // numbers the readings, so that a late one is dropped
	seen  bool
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words}
	t := v.words.T
	v.themes = kit.NewThemeChips(v.words, v.sift)
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
	v.panel = newPanel(v.words, remember.Or(host.Memory(), keyOpen, false), v.monthsButton(6), v.monthsButton(12), v.monthsButton(24))
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
	choices := kit.Columns(kit.Space2, choice(v.status.Select), choice(v.order.Select))
	v.head = container.New(&top{themes: v.themes}, v.themes.Content, choices, kit.PrimaryButton(t("timeline.what-if"), v.chooseDay))
	corner := container.NewBorder(kit.Pad(kit.Space3, container.NewHBox(zoom)), nil, nil, nil)
	chart := kit.OnPaper(container.NewStack(v.chart, v.none, corner))
	v.page = container.New(&page{v.panel}, chart, kit.OnPaper(v.panel.content))
	v.panel.OnFold = func(open bool) {
		v.host.Memory().Put(keyOpen, open)
		v.page.Refresh()
	}
	v.content = container.New(layout.NewCustomPaddedLayout(kit.Space2, kit.Space4, kit.Space4, kit.Space4), container.NewBorder(container.NewVBox(v.head, kit.Gap(kit.Space1)), nil, nil, nil, v.page))
}

// keyOpen is what is remembered of a person: that the foot stands open.
const keyOpen = "timeline.losing"

func (v *View) monthsButton(months int) fyne.CanvasObject {
	return kit.NewQuiet(v.words.T(fmt.Sprintf("timeline.months-%d", months)), func() {
		v.askUntil(v.host.State().Day.AddMonths(months))
	})
}

func (v *View) statusText(s landscape.Status) string {
	if s == "" {
		return v.words.T("timeline.every-status")
	}
	return prose.Capital(v.words.T("status." + string(s)))
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
		{Key: "timeline.losing", Do: func() { v.panel.Open(true) }},
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
	if v.seen && s.Head == v.at && s.Day == v.day && s.Reads() == v.reads {
		return
	}
	if s.Day != v.day {
		v.until = s.Day.AddMonths(ahead)
	}
	v.at, v.day, v.reads, v.seen = s.Head, s.Day, s.Reads(), true
	v.chart.SetDays(s.Day, s.Today, v.until)
	v.themes.Fit(s.Seen.Nodes(landscape.Theme))
	v.head.Refresh() // the chips say what there is room for
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

// sift shows what the filters keep.
func (v *View) sift() {
	f := filter{themes: v.themes.On()}
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
	v.themes.Clear()
	v.status.Set("")
	v.sift()
}

// choice makes a choice as wide as the longest of its texts.
func choice(s *kit.Select) *fyne.Container {
	var wide float32
	for _, text := range s.Options {
		wide = max(wide, fyne.MeasureText(text, kit.TextSize(kit.SizeBody), fyne.TextStyle{}).Width)
	}
	return container.NewGridWrap(fyne.NewSize(wide+2*kit.Space2+kit.Space8, s.MinSize().Height), s)
}
