package bottleneckview

import (
	"slices"
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// done is the group of what stands on the done list; the other groups are the
// states of ownership.
const done = "done"

// groups in the order of the list.
var groups = []string{
	string(landscape.Unowned), string(landscape.Orphaned), string(landscape.Shared), string(landscape.Owned), done,
}

// entry is a bottleneck with all that the list shows of it.
type entry struct {
	node      *landscape.Node
	own       landscape.Ownership
	group     string
	themes    []int
	inferred  map[int]bool
	ambitions []*landscape.Node
	// returning says that what was placed elsewhere comes up for review.
	returning []agenda.Returning
	// stage is what the table it was placed with last has said; empty where it
	// was placed with none.
	stage  string
	search string
}

// entries reads every bottleneck of a landscape as of a day.
func entries(l *landscape.Landscape, day landscape.Date) []*entry {
	back := map[landscape.ID][]agenda.Returning{}
	returning, _ := agenda.Follow(l, day)
	for _, r := range returning {
		back[r.Node.ID] = append(back[r.Node.ID], r)
	}
	var all []*entry
	for _, n := range l.Nodes(landscape.Bottleneck) {
		e := &entry{node: n, own: l.OwnershipOf(n.ID, day), returning: back[n.ID]}
		e.group = string(e.own.State)
		if agenda.ListOf(n) == landscape.Done {
			e.group = done
		}
		for _, r := range l.Out(n.ID, landscape.HandledBy) {
			if r.Holds(day) {
				e.stage = r.Stage
			}
		}
		e.themes, e.inferred = answers.ThemesOf(l, n.ID)
		for _, r := range l.Out(n.ID, landscape.BelongsTo) {
			if to, ok := l.Node(r.To); ok && to.Type == landscape.Ambition {
				e.ambitions = append(e.ambitions, to)
			}
		}
		all = append(all, e)
	}
	return all
}

// searchable makes entries ready to be filtered by their names.
func searchable(all []*entry) []*entry {
	for _, e := range all {
		n := e.node
		e.search = kit.Folded(strings.Join(append([]string{string(n.ID), n.Name(), n.ShortName()}, n.All(landscape.Alias)...), " "))
	}
	return all
}

// asksAttention says that somebody should look at it now: its table stopped,
// it comes up for review, or somebody signalled it and it lies nowhere. What
// the shipped documents name and lies nowhere yet is work, but no news.
func (e *entry) asksAttention() bool {
	switch {
	case len(e.returning) > 0:
		return true
	case e.group == string(landscape.Orphaned):
		return true
	}
	return e.group == string(landscape.Unowned) && (len(signals(e.node)) > 0 || !documented(e.node))
}

// liesWith says that a table owns it or did before the table ended: no
// candidate any more.
func (e *entry) liesWith(id landscape.ID) bool {
	is := func(n *landscape.Node) bool { return n.ID == id }
	return slices.ContainsFunc(e.own.Owners, is) || slices.ContainsFunc(e.own.Ended, is)
}

// documented says that a document names the bottleneck: no person entered it.
func documented(n *landscape.Node) bool {
	claim, _ := n.Claim(landscape.Name)
	return slices.ContainsFunc(claim.Evidence, func(e landscape.Evidence) bool { return e.Document != "" })
}

// signal is one time that a bottleneck was signalled; both may be unknown.
type signal struct {
	by string
	on landscape.Date
}

// signals are the times that a bottleneck was signalled, in order of entry.
func signals(n *landscape.Node) []signal {
	by, on := n.All(landscape.SignalledBy), n.All(landscape.SignalledOn)
	all := make([]signal, max(len(by), len(on)))
	for i := range all {
		if i < len(by) {
			all[i].by = by[i]
		}
		if i < len(on) {
			all[i].on, _ = landscape.ParseDate(on[i])
		}
	}
	return all
}

// filter leaves bottlenecks out. The zero filter keeps all.
type filter struct {
	text      string
	themes    map[int]bool // none on: all
	ambitions bool
}

func (f filter) keeps(e *entry) bool {
	for _, word := range strings.Fields(kit.Folded(f.text)) {
		if !strings.Contains(e.search, word) {
			return false
		}
	}
	some := f.ambitions
	for _, on := range f.themes {
		some = some || on
	}
	belongs := slices.ContainsFunc(e.themes, func(n int) bool { return f.themes[n] })
	return !some || belongs || f.ambitions && len(e.ambitions) > 0
}

// row is a line of the list: the head of a group with its count, or an entry.
type row struct {
	group string
	count int
	entry *entry
}

// rowsOf gives the lines of the list: the groups that have entries, each under
// its head. What comes up for review stands first in its group.
func rowsOf(all []*entry, f filter) []row {
	in := map[string][]*entry{}
	for _, e := range all {
		if f.keeps(e) {
			in[e.group] = append(in[e.group], e)
		}
	}
	var rows []row
	for _, group := range groups {
		if len(in[group]) == 0 {
			continue
		}
		slices.SortStableFunc(in[group], func(a, b *entry) int { return rank(a) - rank(b) })
		rows = append(rows, row{group: group, count: len(in[group])})
		for _, e := range in[group] {
			rows = append(rows, row{group: group, entry: e})
		}
	}
	return rows
}

func rank(e *entry) int {
	if e.asksAttention() {
		return 0
	}
	return 1
}
