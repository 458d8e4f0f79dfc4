package agenda

import (
	"cmp"
	"slices"

	"snijvlak/internal/landscape"
)

// lookBackMonths is when to look back where fewer than two meetings are
// planned: with four a year the second lies half a year ahead.
const lookBackMonths = 6

// The roles of bodies that the rules speak of.
const (
	roleDecides  = "decides"
	rolePrepares = "prepares"
)

// Decider is the body that decides, the Stuurgroep; nil where there is none.
func Decider(l *landscape.Landscape) *landscape.Node { return bodyOf(l, roleDecides) }

// Preparer is the body that prepares and advises, the klankbordgroep.
func Preparer(l *landscape.Landscape) *landscape.Node { return bodyOf(l, rolePrepares) }

func bodyOf(l *landscape.Landscape, role string) *landscape.Node {
	for _, n := range l.Nodes(landscape.Body) {
		if n.Get(landscape.Role) == role {
			return n
		}
	}
	return nil
}

// Meetings gives the meetings of a body in the order of their days; an empty
// body gives all.
func Meetings(l *landscape.Landscape, body landscape.ID) []*landscape.Node {
	var of []*landscape.Node
	for _, n := range l.Nodes(landscape.Meeting) {
		if body == "" || n.Get(landscape.HeldBy) == string(body) {
			of = append(of, n)
		}
	}
	slices.SortStableFunc(of, func(a, b *landscape.Node) int {
		return cmp.Compare(dayOf(a).String(), dayOf(b).String())
	})
	return of
}

func dayOf(meeting *landscape.Node) landscape.Date {
	if d := meeting.Date(landscape.DateOn); d.Known() {
		return d.Last()
	}
	return landscape.Date{}
}

// After gives the meetings of a body later than the day.
func After(l *landscape.Landscape, body landscape.ID, day landscape.Date) []*landscape.Node {
	return slices.DeleteFunc(Meetings(l, body), func(n *landscape.Node) bool {
		return !dayOf(n).Known() || !day.Before(dayOf(n))
	})
}

// Before gives the last meeting of the same body before this one, or nil.
func Before(l *landscape.Landscape, meeting *landscape.Node) *landscape.Node {
	var last *landscape.Node
	for _, n := range Meetings(l, landscape.ID(meeting.Get(landscape.HeldBy))) {
		if dayOf(n).Known() && dayOf(n).Before(dayOf(meeting)) {
			last = n
		}
	}
	return last
}

// LookBackFrom is when to look back at something placed elsewhere on a day: the
// second meeting of the deciding body from then, or half a year on where fewer
// are planned.
func LookBackFrom(l *landscape.Landscape, day landscape.Date) landscape.Date {
	if body := Decider(l); body != nil {
		if next := After(l, body.ID, day); len(next) > 1 {
			return dayOf(next[1])
		}
	}
	return day.AddMonths(lookBackMonths)
}

// MeetingFor is the meeting a proposal goes to: the one named, or the next of
// the deciding body on or after the day; nil where there is none.
func MeetingFor(l *landscape.Landscape, named landscape.ID, day landscape.Date) (*landscape.Node, error) {
	if named != "" {
		return l.Find(named)
	}
	if body := Decider(l); body != nil {
		if next := After(l, body.ID, day.AddDays(-1)); len(next) > 0 {
			return next[0], nil
		}
	}
	return nil, nil //nolint:nilnil // none planned is an answer
}
