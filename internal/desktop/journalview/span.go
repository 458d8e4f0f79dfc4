package journalview

import (
	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// span is a stretch of days, both inclusive; an unknown end is open.
type span struct{ from, to landscape.Date }

func (s span) holds(day landscape.Date) bool {
	return landscape.Period{Start: s.from, End: s.to}.Holds(day)
}

// period is a span by name.
type period string

// The periods, as their keys among the words end. Other is the one that a
// person typed.
const (
	always       period = "always"
	sinceMeeting period = "since-meeting"
	lastWeek     period = "week"
	lastMonth    period = "month"
	lastYear     period = "year"
	otherPeriod  period = "other"
)

var periods = []period{always, sinceMeeting, lastWeek, lastMonth, lastYear, otherPeriod}

// spanOf gives the span of a period as of today; other is what was typed.
func spanOf(p period, l *landscape.Landscape, today landscape.Date, other span) span {
	switch p {
	case sinceMeeting:
		if m := lastMeeting(l, today); m != nil {
			return span{from: m.Date(landscape.DateOn).Last().AddDays(1)}
		}
	case lastWeek:
		return span{from: today.AddDays(-7)}
	case lastMonth:
		return span{from: today.AddMonths(-1)}
	case lastYear:
		return span{from: today.AddMonths(-12)}
	case otherPeriod:
		return other
	}
	return span{}
}

// lastMeeting is the newest meeting of the deciding body before a day, or nil.
func lastMeeting(l *landscape.Landscape, day landscape.Date) *landscape.Node {
	body := agenda.Decider(l)
	if body == nil {
		return nil
	}
	var last *landscape.Node
	for _, n := range agenda.Meetings(l, body.ID) {
		if on := n.Date(landscape.DateOn); on.Known() && on.Last().Before(day) {
			last = n
		}
	}
	return last
}
