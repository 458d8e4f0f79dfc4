package command

import (
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// moment is a time of the journal, where the reader is.
func (a *app) moment(t time.Time) string {
	t = t.Local()
	return a.say.Date(landscape.DateOf(t)) + " " + t.Format("15:04")
}

// period is a span of time in words; "" where nothing is known of it.
func (a *app) period(p landscape.Period) string { return prose.Period(a.say, p) }
