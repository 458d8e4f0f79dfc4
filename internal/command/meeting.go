package command

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// This file and its neighbours are the commands of a meeting: its calendar, its
// agenda, what it decides, and its papers.

func (a *app) meetingCommand() *cobra.Command {
	c := a.command("meeting", "agenda", func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.wrong("meeting.what")
		}
		return a.unknownCommand(c, args[0])
	})
	c.Args = cobra.ArbitraryArgs
	c.AddCommand(
		a.meetingAddCommand(), a.meetingListCommand(),
		a.meetingTableCommand(), a.meetingNoteCommand(), a.meetingReleaseCommand(),
		a.meetingPrepareCommand(), a.meetingDecideCommand(), a.meetingMinutesCommand(),
		a.meetingSinceCommand(), a.meetingAskCommand(),
	)
	return c
}

// meetingPart makes a command below meeting.
func (a *app) meetingPart(name string, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{RunE: run}
	a.describe(c, name, "cmd.meeting."+name)
	return c
}

// meetingOf finds a meeting by its id, or by the day on which one body meets.
func (a *app) meetingOf(l *landscape.Landscape, typed string) (*landscape.Node, error) {
	if n, ok := l.Node(idOf(typed)); ok {
		if n.Type != landscape.Meeting {
			return nil, a.wrong("meeting.is-none", "Name", n.Name(), "Is", a.say.T("type."+string(n.Type)))
		}
		return n, nil
	}
	day, err := landscape.ParseDate(strings.TrimSpace(typed))
	if err != nil || !day.Known() {
		return nil, a.wrong("meeting.unknown", "Typed", shown(typed))
	}
	var on []*landscape.Node
	for _, n := range agenda.Meetings(l, "") {
		if n.Date(landscape.DateOn) == day {
			on = append(on, n)
		}
	}
	switch len(on) {
	case 0:
		return nil, a.wrong("meeting.not-on-day", "Day", a.say.Date(day))
	case 1:
		return on[0], nil
	}
	return nil, a.wrong("meeting.on-day", "Day", a.say.Date(day), "N", len(on))
}

// itemOf finds an item of a meeting by its id or its number.
func (a *app) itemOf(l *landscape.Landscape, meeting *landscape.Node, typed string) (*landscape.Node, error) {
	items := agenda.ItemsOf(l, meeting.ID)
	number, err := strconv.Atoi(strings.TrimSpace(typed))
	i := slices.IndexFunc(items, func(n *landscape.Node) bool {
		return n.ID == idOf(typed) || err == nil && n.Number() == number
	})
	if i >= 0 {
		return items[i], nil
	}
	if err != nil {
		if _, err := l.Find(idOf(typed)); err != nil {
			return nil, err
		}
	}
	return nil, a.wrong("meeting.no-item", "Item", typed, "Meeting", meeting.Name(), "ID", string(meeting.ID))
}

// itemNamed finds an item by its id, or by its meeting and number; rest is what
// follows.
func (a *app) itemNamed(l *landscape.Landscape, args []string) (item *landscape.Node, rest []string, err error) {
	n, err := l.Find(idOf(args[0]))
	if err == nil && n.Type == landscape.Item {
		return n, args[1:], nil
	}
	meeting, err := a.meetingOf(l, args[0])
	if err != nil {
		return nil, nil, err
	}
	if len(args) < 2 {
		return nil, nil, a.wrong("meeting.which-item", "Meeting", meeting.Name())
	}
	item, err = a.itemOf(l, meeting, args[1])
	return item, args[2:], err
}
