package agenda

import (
	"slices"

	"snijvlak/internal/landscape"
)

// perYear is how often the deciding body meets in a year.
const perYear = 4

// Gap is what the calendar lacks: meetings of the deciding body in a year, or of
// the preparing one between two of the other's.
type Gap struct {
	Body *landscape.Node
	// Year is the year, or 0 for a gap between From and To.
	Year     int
	From, To *landscape.Node
	// Count is how many there are, Want how many there should be.
	Count, Want int
}

// Gaps holds the calendar against the rhythm of the agenda: four meetings in
// each year that has any, and two of the preparing body between every two.
func Gaps(l *landscape.Landscape) []Gap {
	decides, prepares := Decider(l), Preparer(l)
	if decides == nil {
		return nil
	}
	held := slices.DeleteFunc(Meetings(l, decides.ID), func(n *landscape.Node) bool { return !dayOf(n).Known() })
	gaps := yearGaps(decides, held)
	if prepares == nil {
		return gaps
	}
	for i := 1; i < len(held); i++ {
		count := len(between(l, prepares.ID, dayOf(held[i-1]), dayOf(held[i])))
		if count < perInterval {
			gaps = append(gaps, Gap{Body: prepares, From: held[i-1], To: held[i], Count: count, Want: perInterval})
		}
	}
	return gaps
}

func yearGaps(body *landscape.Node, held []*landscape.Node) []Gap {
	var gaps []Gap
	for i := 0; i < len(held); {
		year, count := dayOf(held[i]).Year(), 0
		for ; i < len(held) && dayOf(held[i]).Year() == year; i++ {
			count++
		}
		if count < perYear {
			gaps = append(gaps, Gap{Body: body, Year: year, Count: count, Want: perYear})
		}
	}
	return gaps
}

// between gives the meetings of a body after one day and before another.
func between(l *landscape.Landscape, body landscape.ID, from, to landscape.Date) []*landscape.Node {
	return slices.DeleteFunc(After(l, body, from), func(n *landscape.Node) bool { return !dayOf(n).Before(to) })
}
