package timelineview

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// chart shows rows of initiatives against an axis of time. Names stand in a
// column that stays; what can be seen is painted into one picture, so that a
// thousand rows move as quickly as ten.
type chart struct {
	widget.BaseWidget
	words *words.Words

	// OnSelect is told the row that was chosen, OnOpen that Enter was pressed
	// on it, OnEnd that its date was clicked, OnCut that the day was moved.
	OnSelect, OnOpen, OnEnd func(landscape.ID)
	OnCut                   func(landscape.Date)

	rows     []row
	links    []link
	tops     []float32 // of each row, and the end of the last
	axis     axis
	placed   bool // the axis has been fitted to a width
	top      float32
	day      landscape.Date
	today    landscape.Date
	cut      landscape.Date
	selected landscape.ID
	pointer  pointer
	inside   bool
}

// link leads from an initiative to what succeeds it, by their rows.
type link struct{ from, to int }

func newChart(w *words.Words) *chart {
	c := &chart{words: w, tops: []float32{0}}
	c.ExtendBaseWidget(c)
	return c
}

// Sizes of the chart.
const (
	headHigh     float32 = 62 // the axis
	barHigh      float32 = 16
	nameHigh     float32 = 20
	kindHigh     float32 = 17
	scrollWide   float32 = 12  // what the scroll bar takes at the right
	rowRoom      float32 = 5   // above and below the texts of a row
	letterWide   float32 = 7.6 // of a letter of a name, on average and a little more
	mostNames            = 3   // lines of a name
	mostMeasured         = 2000
)

// SetRows shows other rows.
func (c *chart) SetRows(rows []row) {
	c.rows = rows
	at := map[landscape.ID]int{}
	for i, r := range rows {
		at[r.node.ID] = i
	}
	c.links = nil
	for i, r := range rows {
		for _, id := range r.next {
			if to, here := at[id]; here {
				c.links = append(c.links, link{i, to})
			}
		}
	}
	c.measure()
	c.Refresh()
}

// SetDays shows the day that is looked at, today and the day of the question.
func (c *chart) SetDays(day, today, cut landscape.Date) {
	c.day, c.today, c.cut = day, today, cut
	if !c.placed && c.Size().Width > 0 {
		c.Near()
		return
	}
	c.Refresh()
}

// SetSelected marks a row and brings it into sight.
func (c *chart) SetSelected(id landscape.ID) {
	if c.selected == id {
		return
	}
	c.selected = id
	if i := c.index(id); i >= 0 {
		c.reveal(i)
	}
	c.Refresh()
}

func (c *chart) index(id landscape.ID) int {
	for i, r := range c.rows {
		if r.node.ID == id {
			return i
		}
	}
	return -1
}

// Fit shows all that is known.
func (c *chart) Fit() {
	from, to := dayOf(c.day)-2*365, dayOf(c.day)+4*365
	for _, r := range c.rows {
		if r.bar.startKnown {
			from = min(from, r.bar.earliest)
		}
		if r.bar.endKnown {
			to = max(to, r.bar.latest)
		}
	}
	c.axis = fitted(from, to, float64(max(c.Size().Width-c.column(), 1)))
	c.placed = c.Size().Width > 0
	c.Refresh()
}

// Near shows the years about the day that is looked at, and the rows from the
// first that has not ended.
func (c *chart) Near() {
	at := dayOf(c.day)
	c.axis = fitted(at-3*365, at+5*365, float64(max(c.Size().Width-c.column(), 1)))
	c.placed = c.Size().Width > 0
	for i, r := range c.rows {
		if r.status != landscape.Ended {
			c.scrollTo(c.tops[i])
			return
		}
	}
	c.Refresh()
}

// GoToday brings the day that is looked at to the middle.
func (c *chart) GoToday() {
	middle := float64(c.Size().Width-c.column()) / 2
	c.axis.start = dayOf(c.day) - days(middle/c.axis.scale)
	c.Refresh()
}

// Zoom shows more or less time about the middle.
func (c *chart) Zoom(factor float64) { c.zoomAt(factor, (c.Size().Width+c.column())/2) }

func (c *chart) zoomAt(factor float64, x float32) {
	c.axis = c.axis.zoomed(factor, float64(max(x-c.column(), 0)))
	c.Refresh()
}

// Resize is part of fyne.CanvasObject.
func (c *chart) Resize(size fyne.Size) {
	old := c.Size()
	c.BaseWidget.Resize(size)
	if old.Width != size.Width {
		c.measure()
	}
	if !c.placed && size.Width > 0 && c.day.Known() {
		c.Near()
	}
	c.scrollTo(c.top)
}

// MinSize is part of fyne.CanvasObject.
func (c *chart) MinSize() fyne.Size { return fyne.NewSize(360, headHigh+3*kit.Target) }

// column is how wide the names are.
func (c *chart) column() float32 { return min(max(c.Size().Width*0.34, 210), 340) }

// measure says where each row begins.
func (c *chart) measure() {
	c.tops = make([]float32, 1, len(c.rows)+1)
	for _, r := range c.rows {
		c.tops = append(c.tops, c.tops[len(c.tops)-1]+rowHigh(c.nameLines(r)))
	}
}

func rowHigh(lines int) float32 { return 2*rowRoom + kindHigh + float32(lines)*nameHigh }

// nameLines says over how many lines a name goes; of thousands it is estimated,
// since to measure them takes too long.
func (c *chart) nameLines(r row) int {
	room, name := c.column()-2*kit.Space3, r.node.ShortName()
	needs := float32(utf8.RuneCountInString(name)) * letterWide
	if len(c.rows) < mostMeasured {
		needs = fyne.MeasureText(name, kit.TextSize(kit.SizeBody), fyne.TextStyle{}).Width
		if needs > room {
			needs *= 1.1 // lines break at words
		}
	}
	return min(1+int(needs/room), mostNames)
}

// scrollTo puts the rows at a height, within what there is.
func (c *chart) scrollTo(top float32) {
	most := c.tops[len(c.tops)-1] - (c.Size().Height - headHigh)
	c.top = max(min(top, most), 0)
	c.Refresh()
}

// reveal brings a row into sight.
func (c *chart) reveal(i int) {
	switch room := c.Size().Height - headHigh; {
	case c.tops[i] < c.top:
		c.scrollTo(c.tops[i])
	case c.tops[i+1] > c.top+room:
		c.scrollTo(c.tops[i+1] - room)
	}
}

// rowAt is the row at a height of the widget, or -1.
func (c *chart) rowAt(y float32) int {
	if y < headHigh {
		return -1
	}
	i := c.firstRow(y - headHigh + c.top)
	if i >= len(c.rows) {
		return -1
	}
	return i
}

// AccessibilityRole is that of a text.
func (c *chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what a screen reader says.
func (c *chart) AccessibilityLabel() string {
	i := c.index(c.selected)
	if i < 0 {
		return c.words.T("views.timeline")
	}
	return c.rows[i].node.Name() + ", " + c.rows[i].text
}
