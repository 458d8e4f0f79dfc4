package timelineview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// dayNames names the lines of the days, the day of the question first.
func (r *chartRenderer) dayNames(write writing) {
	c, t := r.chart, r.chart.words.T
	var names []dayName
	add := func(at days, text string, ink fyne.ThemeColorName) {
		wide := fyne.MeasureText(text, kit.TextSize(kit.SizeSecondary), fyne.TextStyle{Bold: true}).Width
		names = append(names, dayName{float32(c.x(at)), wide, text, ink})
	}
	if c.cut.Known() {
		add(dayOf(c.cut.Last())+1, c.words.ShortDate(c.cut), kit.Attention)
	}
	add(dayOf(c.today), t("timeline.today"), kit.Primary)
	if c.day != c.today {
		add(dayOf(c.day), t("timeline.on-day", "Day", c.words.ShortDate(c.day)), kit.Ink2)
	}
	lanes := []float32{headHigh - 24}
	if c.axis.step() >= 12 { // no names of months stand there
		lanes = append(lanes, headHigh-42)
	}
	for i, at := range placeNames(names, c.column(), c.Size().Width, len(lanes)) {
		if at.lane >= 0 {
			write(names[i].text, at.x, lanes[at.lane], names[i].ink, true)
		}
	}
}

// dayName is the name of a day with the place of its line.
type dayName struct {
	at, wide float32
	text     string
	ink      fyne.ThemeColorName
}

// spot is where a name stands; a lane of -1 is nowhere.
type spot struct {
	x    float32
	lane int
}

// placeNames gives each name its place at the right of its line, or at the left
// where others leave no room there; where there is room at neither side it goes
// up a lane, and at last away. The names that come first go first; none touches
// another, nor in the lowest lane the line of another.
func placeNames(names []dayName, left, right float32, lanes int) []spot {
	places := make([]spot, len(names))
	for i, n := range names {
		places[i].lane = -1
		if n.at < left || n.at > right {
			continue
		}
		for try := range 2 * lanes {
			s := spot{n.at + kit.Space2, try / 2}
			if try%2 == 1 {
				s.x = n.at - kit.Space2 - n.wide
			}
			if s.x >= left && s.x+n.wide <= right && !taken(names, places[:i], i, s) {
				places[i] = s
				break
			}
		}
	}
	return places
}

// taken says whether a place for the name i meets a name that has its place, or
// the line of another.
func taken(names []dayName, places []spot, i int, at spot) bool {
	meets := func(from, to float32) bool {
		return at.x < to+kit.Space2 && at.x+names[i].wide > from-kit.Space2
	}
	for j, n := range names {
		if j != i && at.lane == 0 && meets(n.at, n.at) {
			return true
		}
		if j < i && places[j].lane == at.lane && meets(places[j].x, places[j].x+n.wide) {
			return true
		}
	}
	return false
}
