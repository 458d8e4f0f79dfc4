package timelineview

import (
	"time"

	"snijvlak/internal/landscape"
)

// days counts days since 1-1-1970; a place on the axis of time.
type days float64

// dayOf is where a day begins on the axis.
func dayOf(d landscape.Date) days {
	f := d.First()
	return days(time.Date(f.Year(), time.Month(f.Month()), f.Day(), 0, 0, 0, 0, time.UTC).Unix() / int64(24*time.Hour/time.Second))
}

// dateAt is the day at a place on the axis.
func dateAt(d days) landscape.Date {
	return landscape.DateOf(time.Unix(int64(d)*24*60*60, 0).UTC())
}

// fading is over how long an unknown end or start fades.
const fading days = 2 * 365.25

// bar is where an initiative stands on the axis. From is where it surely has
// begun and to where it surely has not ended; before and after these it fades
// (the date is unknown) or is drawn lightly (only its month or year is known).
type bar struct {
	earliest, from, to, latest days
	// startKnown and endKnown say whether there is a date; else it fades.
	startKnown, endKnown bool
}

// barOf places an initiative. What is unknown fades away from what is known:
// its other date, the day a source saw it, or the day that is looked at.
func barOf(n *landscape.Node, day landscape.Date) bar {
	p, seen := n.Period(), n.Date(landscape.Seen)
	if !seen.Known() {
		seen = day
	}
	b := bar{startKnown: p.Start.Known(), endKnown: p.End.Known()}
	low, high := dayOf(seen), dayOf(seen)+1
	if b.endKnown {
		b.to, b.latest = dayOf(p.End), dayOf(p.End.Last())+1
		if p.End.Day() != 0 {
			b.to = b.latest
		}
		low, high = min(low, b.to), b.latest
	}
	if b.startKnown {
		b.earliest, b.from = dayOf(p.Start), dayOf(p.Start.Last())
		if p.Start.Day() != 0 {
			b.from = b.earliest
		}
		high = max(high, b.from)
	} else {
		b.from, b.earliest = low, low-fading
	}
	if !b.endKnown {
		b.to, b.latest = high, high+fading
	}
	if b.to < b.from { // start and end in one year or month
		b.to = b.from
		b.latest = max(b.latest, b.to)
	}
	return b
}
