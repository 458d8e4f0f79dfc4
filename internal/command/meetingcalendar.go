package command

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// newMeetings is what was typed to put meetings on the calendar.
type newMeetings struct {
	body, name string
	days       *[]string
	yearPlan   bool
}

func (a *app) meetingAddCommand() *cobra.Command {
	var o newMeetings
	c := changing(a.meetingPart("add", func(c *cobra.Command, _ []string) error { return a.meetingAdd(c.Context(), o) }))
	c.Args = a.count(0, 0)
	f := c.Flags()
	f.StringVar(&o.body, "body", "", a.say.T("opt.meeting.body"))
	o.days = a.textsOption(f, "date", "date", a.say.T("opt.meeting.date"))
	f.StringVar(&o.name, "name", "", a.say.T("opt.meeting.name"))
	f.BoolVar(&o.yearPlan, "year-plan", false, a.say.T("opt.meeting.year-plan"))
	return c
}

// meetingAdd puts meetings of a body on the calendar; as a year plan also those
// of the body that prepares them.
func (a *app) meetingAdd(ctx context.Context, o newMeetings) error {
	days, err := a.wholeDays(*o.days)
	if err != nil {
		return err
	}
	name, err := a.entered("--name", o.name, false)
	if err != nil {
		return err
	}
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	body, prepares, err := a.bodyOf(ws.Landscape(), o)
	if err != nil {
		return err
	}
	ids, err := ws.Schedule(ctx, body.ID, days, name)
	if err == nil && o.yearPlan {
		var more []landscape.ID
		more, err = ws.Schedule(ctx, prepares.ID, agenda.Between(days), "")
		ids = append(ids, more...)
	}
	if err != nil {
		return err
	}
	return a.planned(ws.Landscape(), ids)
}

// wholeDays reads the days of meetings.
func (a *app) wholeDays(typed []string) ([]landscape.Date, error) {
	if len(typed) == 0 {
		return nil, a.wrong("meeting.no-date")
	}
	var days []landscape.Date
	for _, text := range typed {
		day, err := a.date("--date", text)
		if err != nil {
			return nil, err
		}
		if day.Day() == 0 {
			return nil, a.wrong("meeting.half-date", "Value", text)
		}
		days = append(days, day)
	}
	return days, nil
}

// bodyOf finds the body that meets, and the one that prepares its meetings.
func (a *app) bodyOf(l *landscape.Landscape, o newMeetings) (body, prepares *landscape.Node, err error) {
	if o.body == "" {
		return nil, nil, a.wrong("meeting.no-body", "All", bodies(l))
	}
	if body, err = l.Find(idOf(o.body)); err != nil {
		return nil, nil, err
	}
	if body.Type != landscape.Body {
		return nil, nil, a.wrong("meeting.not-body", "Name", body.Name(), "All", bodies(l))
	}
	if !o.yearPlan {
		return body, nil, nil
	}
	prepares = agenda.Preparer(l)
	if decides := agenda.Decider(l); body != decides || prepares == nil {
		return nil, nil, a.wrong("meeting.year-plan", "Name", body.ShortName())
	}
	return body, prepares, nil
}

func bodies(l *landscape.Landscape) string {
	text := ""
	for i, n := range l.Nodes(landscape.Body) {
		if i > 0 {
			text += ", "
		}
		text += string(n.ID)
	}
	return text
}

// planned answers which meetings stand on the calendar.
func (a *app) planned(l *landscape.Landscape, ids []landscape.ID) error {
	if a.global.json {
		return writeLine(a.Out, members{{"ids", list(ids)}})
	}
	for _, id := range ids {
		n, ok := l.Node(id)
		if !ok {
			continue
		}
		if err := a.answer("meeting.planned", "Meeting", prose.MeetingName(a.say, l, n), "ID", string(id)); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) meetingListCommand() *cobra.Command {
	c := a.meetingPart("list", func(c *cobra.Command, _ []string) error { return a.meetingList(c.Context(), a.Out) })
	c.Args = a.count(0, 0)
	return c
}

// meetingList writes the calendar, and what it lacks.
func (a *app) meetingList(ctx context.Context, w io.Writer) error {
	l, err := a.recorded(ctx)
	if err != nil {
		return err
	}
	meetings, gaps := agenda.Meetings(l, ""), agenda.Gaps(l)
	if a.global.json {
		return writeJSON(w, members{{"meetings", a.meetingsJSON(l, meetings)}, {"missing", a.gapsJSON(gaps)}})
	}
	if len(meetings) == 0 {
		a.tell("%s", a.say.T("meeting.none"))
		return nil
	}
	t := table{heads: []string{a.say.T("meeting.col-day"), a.say.T("meeting.col-body"), a.say.T("meeting.col-items"), a.say.T("meeting.col-id")}}
	for _, n := range meetings {
		items, decided := countItems(l, n)
		t.rows = append(t.rows, []string{
			a.say.Date(n.Date(landscape.DateOn)), bodyName(l, n.Get(landscape.HeldBy)),
			a.say.T("meeting.items", "N", items, "Decided", decided), string(n.ID),
		})
	}
	if err := t.write(w, a.Width); err != nil {
		return err
	}
	for i, g := range gaps {
		if i == 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, prose.Gap(a.say, g))
	}
	return nil
}

// bodyName is the short name of a body.
func bodyName(l *landscape.Landscape, id string) string {
	if n, ok := l.Node(landscape.ID(id)); ok {
		return n.ShortName()
	}
	return id
}

// countItems counts the items of a meeting, and those with a result.
func countItems(l *landscape.Landscape, meeting *landscape.Node) (items, decided int) {
	for _, n := range agenda.ItemsOf(l, meeting.ID) {
		items++
		if n.Get(landscape.Result) != "" {
			decided++
		}
	}
	return items, decided
}

func (a *app) meetingsJSON(l *landscape.Landscape, meetings []*landscape.Node) []members {
	rows := make([]members, len(meetings))
	for i, n := range meetings {
		items, decided := countItems(l, n)
		rows[i] = members{
			{"id", n.ID},
			{"type", n.Type},
			{"name", n.Name()},
			{"body", orNull(n.Get(landscape.HeldBy))},
			{"date", orNull(n.Get(landscape.DateOn))},
			{"items", items},
			{"decided", decided},
		}
	}
	return rows
}

func (a *app) gapsJSON(gaps []agenda.Gap) []members {
	rows := make([]members, len(gaps))
	for i, g := range gaps {
		var year, from, to any
		if g.Year > 0 {
			year = g.Year
		} else {
			from, to = g.From.ID, g.To.ID
		}
		rows[i] = members{{"body", g.Body.ID}, {"year", year}, {"from", from}, {"to", to}, {"count", g.Count}, {"want", g.Want}}
	}
	return rows
}
