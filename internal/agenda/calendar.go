package agenda

import (
	"slices"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// perInterval is how often the klankbordgroep meets between two meetings of the
// Stuurgroep.
const perInterval = 2

// Schedule gives the edits that put a body's meetings on the calendar, one for
// each day, and their ids. A day on which the body meets already is left as it
// is.
func Schedule(l *landscape.Landscape, body landscape.ID, days []landscape.Date, name string, act Act) ([]landscape.Edit, []landscape.ID, error) {
	of, err := l.Find(body)
	if err != nil {
		return nil, nil, err
	}
	if of.Type != landscape.Body {
		return nil, nil, &Refused{Refusals: []Refusal{{Rule: RuleBody, Item: body, Args: []string{of.Name()}}}}
	}
	d := newDraft(l)
	var ids []landscape.ID
	for _, day := range days {
		if id, there := meetsOn(l, body, day); there {
			ids = append(ids, id)
			continue
		}
		ids = append(ids, d.meeting(of, day, name, act))
	}
	return d.edits(), ids, nil
}

func meetsOn(l *landscape.Landscape, body landscape.ID, day landscape.Date) (landscape.ID, bool) {
	for _, n := range Meetings(l, body) {
		if n.Date(landscape.DateOn) == day {
			return n.ID, true
		}
	}
	return "", false
}

// meeting drafts one meeting. Its name is its body and day, unless it has one.
func (d *draft) meeting(body *landscape.Node, day landscape.Date, name string, act Act) landscape.ID {
	id := landscape.Slug(body.ShortName()+" "+day.String(), d.has)
	if name == "" {
		name = body.ShortName() + " " + words.In("nl").Date(day) // as the landscape is
	}
	n := landscape.NewNode(id, landscape.Meeting).Text(landscape.Name, name, clerk(act.entered()))
	n = with(n, landscape.HeldBy, string(body.ID))
	d.putNode(with(n, landscape.DateOn, day.String()))
	return id
}

// Between gives the days on which the preparing body meets: twice between every
// two of these meetings of the deciding body, on the weekdays nearest to a third
// and two thirds of the time between.
func Between(days []landscape.Date) []landscape.Date {
	sorted := slices.Clone(days)
	slices.SortFunc(sorted, func(a, b landscape.Date) int { return daysTo(b, a) })
	var between []landscape.Date
	for i := 1; i < len(sorted); i++ {
		gap := daysTo(sorted[i-1], sorted[i])
		for part := 1; part <= perInterval; part++ {
			between = append(between, weekday(sorted[i-1].AddDays(gap*part/(perInterval+1))))
		}
	}
	return slices.Compact(between)
}

// daysTo counts the days from a to b.
func daysTo(a, b landscape.Date) int {
	return int(timeOf(b).Sub(timeOf(a)).Hours() / 24)
}

func timeOf(d landscape.Date) time.Time {
	f := d.First()
	return time.Date(f.Year(), time.Month(f.Month()), f.Day(), 0, 0, 0, 0, time.UTC)
}

// weekday moves a day in the weekend to the Monday after.
func weekday(d landscape.Date) landscape.Date {
	switch timeOf(d).Weekday() {
	case time.Saturday:
		return d.AddDays(2)
	case time.Sunday:
		return d.AddDays(1)
	}
	return d
}

// Table gives the edits that put a question, text or notice on the agenda of a
// meeting, and the id of the item. About may be empty.
func Table(l *landscape.Landscape, t Tabled, act Act) ([]landscape.Edit, landscape.ID, error) {
	meeting, err := MeetingFor(l, act.Meeting, act.Day)
	if err != nil {
		return nil, "", err
	}
	if meeting == nil {
		return nil, "", &Refused{Refusals: []Refusal{{Rule: RuleMeeting}}}
	}
	if meeting.Type != landscape.Meeting {
		return nil, "", &Refused{Refusals: []Refusal{{Rule: RuleMeeting, Args: []string{meeting.Name()}}}}
	}
	for _, id := range t.About {
		if _, err := l.Find(id); err != nil {
			return nil, "", err
		}
	}
	d := newDraft(l)
	note := clerk(act.entered())
	id := landscape.Slug(t.Name, d.has)
	n := landscape.NewNode(id, landscape.Item).Text(landscape.Name, t.Name, note)
	n = with(n, landscape.AudienceOf, string(landscape.Secretariat))
	n = with(n, landscape.Treatment, t.Treatment)
	for field, text := range t.Note {
		n = with(n, field, text)
	}
	d.putNode(n)
	d.set(id, landscape.Number, number(nextNumber(d, meeting.ID)))
	d.link(id, landscape.TabledAt, meeting.ID, note)
	for _, about := range t.About {
		d.link(id, landscape.Concerns, about, note)
	}
	return d.edits(), id, nil
}

// Tabled is an item that proposes no move: a concept to agree on, a question, a
// notice.
type Tabled struct {
	Name string
	// Treatment is one of landscape.Treatments.
	Treatment string
	About     []landscape.ID
	// Note are the fields of its cover note.
	Note map[landscape.Field]string
}
