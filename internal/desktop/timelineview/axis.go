package timelineview

import (
	"fmt"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// axis maps days to places; both in units of the window.
type axis struct {
	// start is the day at the left edge, scale how many units a day takes.
	start days
	scale float64
}

// The bounds of zooming: a century on a screen, and half a month.
const (
	leastScale = 0.03
	mostScale  = 60.0
)

func (a axis) x(d days) float64   { return float64(d-a.start) * a.scale }
func (a axis) day(x float64) days { return a.start + days(x/a.scale) }

// zoomed keeps the day at x where it is.
func (a axis) zoomed(factor, x float64) axis {
	at := a.day(x)
	a.scale = min(max(a.scale*factor, leastScale), mostScale)
	a.start = at - days(x/a.scale)
	return a
}

// fitted shows a span in a width, with some room beside it.
func fitted(from, to days, width float64) axis {
	room := max((to-from)*0.04, 30)
	a := axis{start: from - room}
	a.scale = min(max(width/float64(to-from+2*room), leastScale), mostScale)
	return a
}

// tick is a line of the axis with what stands at its right.
type tick struct {
	at   days
	text string
	year bool
}

// step is how far ticks are apart, in months.
func (a axis) step() int {
	const month = 30.44
	for _, s := range []struct {
		months int
		least  float64
	}{{1, 36}, {3, 34}, {12, 44}, {24, 44}, {60, 44}} {
		if float64(s.months)*month*a.scale >= s.least {
			return s.months
		}
	}
	return 120
}

// ticks gives those of the axis up to a width.
func (a axis) ticks(w *words.Words, width float64) []tick {
	if a.scale <= 0 {
		return nil
	}
	step := a.step()
	first := dateAt(a.start)
	year := first.Year()
	if step > 12 {
		year -= year % (step / 12)
	}
	var all []tick
	for month := 0; ; month += step {
		at := monthStart(year, month)
		if a.x(at) > width {
			return all
		}
		if a.x(at+days(step)*32) >= 0 {
			all = append(all, tick{at, tickText(w, year+month/12, month%12, step), month%12 == 0})
		}
	}
}

func monthStart(year, month int) days {
	t := time.Date(year, time.Month(1+month), 1, 0, 0, 0, 0, time.UTC)
	return dayOf(landscape.DateOf(t))
}

func tickText(w *words.Words, year, month, step int) string {
	switch step {
	case 1:
		return w.T(fmt.Sprintf("month-short.%d", month+1))
	case 3:
		return w.T("timeline.quarter", "N", month/3+1)
	}
	return fmt.Sprint(year)
}
