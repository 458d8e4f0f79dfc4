package command

import (
	"time"

	"snijvlak/internal/landscape"
)

// moment is a time of the journal, where the reader is.
func (a *app) moment(t time.Time) string {
	t = t.Local()
	return a.say.Date(landscape.DateOf(t)) + " " + t.Format("15:04")
}

// period is a span of time in words; "" where nothing is known of it.
func (a *app) period(p landscape.Period) string {
	start, end := a.say.Date(p.Start), a.say.Date(p.End)
	switch {
	case p.Start.Known() && p.End.Known():
		return a.say.T("period.both", "Start", start, "End", end)
	case p.Start.Known():
		return a.say.T("period.from", "Start", start)
	case p.End.Known():
		return a.say.T("period.until", "End", end)
	}
	return a.say.T("period.unknown")
}
