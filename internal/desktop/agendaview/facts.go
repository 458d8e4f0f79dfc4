package agendaview

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// facts are what a card says, ready to be drawn; two cards that say the same
// are the same card.
type facts struct {
	ID       landscape.ID
	Name     string
	Themes   []int
	Inferred string // the numbers of which the link is inferred
	Lines    []string
	Marks    []mark
	Proposed bool
}

// mark is a drawing with its word.
type mark struct {
	Icon, Text string
	Loud       bool // it asks for attention
}

func (f facts) same(o facts) bool { return fmt.Sprint(f) == fmt.Sprint(o) }

func (f facts) inferred(number int) bool { return strings.Contains(f.Inferred, fmt.Sprint(number)) }

// writer puts cards in words.
type writer struct {
	*words.Words
	land *landscape.Landscape
	day  landscape.Date
}

// card says what stands on a card; place is its place on its list, from 1.
func (w writer) card(c agenda.Card, place int) facts {
	f := facts{ID: c.Node.ID, Name: c.Node.ShortName(), Proposed: c.Proposal != nil}
	ambition := false
	for _, t := range c.Themes {
		if t.Type == landscape.Ambition {
			ambition = true
			continue
		}
		f.Themes = append(f.Themes, t.Number())
		if w.isInferred(c, t) {
			f.Inferred += fmt.Sprint(t.Number())
		}
	}
	slices.Sort(f.Themes)
	f.Lines = w.lines(c, place)
	if ambition {
		f.Marks = append(f.Marks, mark{Icon: "ambition", Text: w.T("type.ambition")})
	}
	f.Marks = append(f.Marks, w.marks(c)...)
	return f
}

// isInferred says whether it is only our reading that something belongs to a
// theme.
func (w writer) isInferred(c agenda.Card, theme *landscape.Node) bool {
	of := c.Resolves
	if c.Node.Type == landscape.Bottleneck {
		of = []*landscape.Node{c.Node}
	}
	for _, n := range of {
		for _, r := range w.land.Between(n.ID, theme.ID) {
			if r.Link == landscape.BelongsTo && r.Certainty != landscape.Inferred {
				return false
			}
		}
	}
	return true
}

// lines are the quiet lines under the name: who leads, how closely parties
// work together, how long it is here; and why it stands here.
func (w writer) lines(c agenda.Card, place int) []string {
	var said []string
	if len(c.Leads) > 0 {
		said = append(said, w.T("board.lead", "Lead", names(c.Leads)))
	}
	if r := c.Node.Get(landscape.Rung); r != "" {
		said = append(said, w.T("board.rung", "Rung", r))
	}
	if n := len(c.Actions); n > 0 {
		said = append(said, w.N("board.actions", n))
	}
	if c.Since.Known() {
		said = append(said, w.here(c.Since))
	}
	var lines []string
	if len(said) > 0 {
		lines = append(lines, strings.Join(said, " · "))
	}
	if c.Ground != "" && c.Ground != agenda.GroundLast && c.Ground != agenda.GroundID {
		text := w.T("ground." + string(c.Ground))
		if c.Reason != "" {
			text += ": " + c.Reason
		}
		lines = append(lines, w.T("board.place", "Place", place, "Ground", text))
	}
	return lines
}

// here says how long something stands on its list.
func (w writer) here(since landscape.Date) string {
	if daysBetween(since, w.day) <= 0 {
		return w.T("board.here.today")
	}
	return w.T("board.here", "Ago", w.ago(since))
}

// marks say what asks to be seen: a proposal, what waits or comes back, where it
// lies, what remains of a part.
func (w writer) marks(c agenda.Card) []mark {
	var marks []mark
	if c.Proposal != nil {
		marks = append(marks, mark{Icon: "meeting", Text: w.proposal(c.Proposal)})
	}
	for _, r := range c.Returning {
		marks = append(marks, mark{"warning", w.T("board.returns."+string(r.Because), "By", r.By.ShortName()), true})
	}
	for _, r := range c.Placed {
		by, ok := w.land.Node(r.To)
		if !ok {
			continue
		}
		marks = append(marks, mark{Icon: r.Stage, Text: w.T("stage."+r.Stage) + ": " + by.ShortName()})
		if r.Remainder != "" && r.Stage != landscape.Declined {
			marks = append(marks, mark{Icon: "partly", Text: w.T("board.remains", "What", r.Remainder)})
		}
	}
	switch {
	case c.Node.Get(landscape.OutcomeOf) == landscape.Completed:
		marks = append(marks, mark{Icon: "placed", Text: w.T("outcome.completed")})
	case c.Node.Type == landscape.Bottleneck && len(c.Placed) == 0:
		s := w.land.OwnershipOf(c.Node.ID, w.day).State
		marks = append(marks, mark{string(s), w.T("state." + string(s)), s == landscape.Orphaned})
	}
	return marks
}

// proposal says to which list something is proposed to go, and when that is
// decided.
func (w writer) proposal(item *landscape.Node) string {
	list := item.Get(landscape.List)
	if list == "" {
		list = agenda.BottleneckList
	}
	day := landscape.Date{}
	if m := agenda.TabledIn(w.land, item.ID); m != nil {
		day = m.Date(landscape.DateOn)
	}
	return w.T("board.proposal", "List", prose.ListName(w.Words, list), "Day", w.ShortDate(day))
}

// ago says how long before today a day was.
func (w writer) ago(since landscape.Date) string {
	days := daysBetween(since, w.day)
	switch {
	case days <= 0:
		return w.T("board.today")
	case days < 14:
		return w.N("board.days", days)
	case days < 60:
		return w.N("board.weeks", days/7)
	}
	return w.N("board.months", days/30)
}

func daysBetween(from, to landscape.Date) int {
	at := func(d landscape.Date) time.Time {
		return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(at(to.First()).Sub(at(from.First())).Hours() / 24)
}

func names(nodes []*landscape.Node) string {
	all := make([]string, len(nodes))
	for i, n := range nodes {
		all[i] = n.ShortName()
	}
	return strings.Join(all, ", ")
}

// filter is what the chips ask: themes by number, and the ambitions together.
type filter struct {
	themes    map[int]bool
	ambitions bool
	text      string
}

// keeps says whether a card is to be shown.
func (f filter) keeps(c agenda.Card) bool {
	if f.text != "" && !strings.Contains(kit.Folded(c.Node.Name()+" "+c.Node.ShortName()), kit.Folded(f.text)) {
		return false
	}
	if len(f.themes) == 0 && !f.ambitions {
		return true
	}
	for _, t := range c.Themes {
		if t.Type == landscape.Theme && f.themes[t.Number()] || f.ambitions && t.Type == landscape.Ambition {
			return true
		}
	}
	return false
}

// wishes are the lists to which something can be moved by hand, in the order of
// the board.
func wishes(n *landscape.Node) []string {
	from := agenda.ListOf(n)
	if n.Type == landscape.Bottleneck {
		if from == landscape.Done {
			return []string{agenda.BottleneckList, landscape.Done}
		}
		return []string{landscape.Done}
	}
	var lists []string
	for _, list := range landscape.AgendaLists {
		if list != from || list == landscape.Done && n.Get(landscape.OutcomeOf) == landscape.Elsewhere {
			lists = append(lists, list)
		}
	}
	return lists
}

// beside is the list one step to the right (+1) or left (-1) of where something
// stands; empty where there is none.
func beside(n *landscape.Node, step int) string {
	lists := landscape.AgendaLists
	if n.Type == landscape.Bottleneck {
		lists = []string{agenda.BottleneckList, landscape.Done}
	}
	for i, list := range lists {
		if list == agenda.ListOf(n) && i+step >= 0 && i+step < len(lists) {
			return lists[i+step]
		}
	}
	return ""
}
