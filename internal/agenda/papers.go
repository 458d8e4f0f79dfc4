package agenda

import (
	"cmp"
	"slices"

	"snijvlak/internal/landscape"
)

// Papers is what a meeting has before it: its agenda, prepared from the state of
// the landscape.
type Papers struct {
	Meeting *landscape.Node
	Body    *landscape.Node
	Day     landscape.Date
	// Previous is the meeting of the same body before this one, or nil, with its
	// decisions and what happened since.
	Previous  *landscape.Node
	Decisions []Entry
	Since     Changes
	// SinceKnown says that the state after that meeting is known.
	SinceKnown bool
	Progress   []Progress
	Waiting    []Waiting
	Returning  []Returning
	// Entries are the items of the agenda, by treatment and then by number.
	Entries []Entry
}

// Entry is an item of an agenda with all that its cover note says.
type Entry struct {
	Item    *landscape.Node
	Subject *landscape.Node
	// Move is what it proposes; nil where it proposes none.
	Move *Move
	// Themes of the subject, its lead, and where it or its bottlenecks lie
	// already.
	Themes, Leads []*landscape.Node
	Lies          []Lies
	// Earlier is the item it follows, or nil.
	Earlier *landscape.Node
}

// Lies says where a bottleneck lies on the day.
type Lies struct {
	Bottleneck *landscape.Node
	landscape.Ownership
}

// Progress is what one organisation leads.
type Progress struct {
	Lead    *landscape.Node
	Actions []Card
}

// Prepare gives the papers of a meeting. Before is the landscape as it was after
// the previous meeting; nil where that is not known. What an audience may not
// see is left out by preparing them on the landscape for that audience.
func Prepare(l, before *landscape.Landscape, meeting *landscape.Node) Papers {
	day := dayOf(meeting)
	seen := l.AsOf(day)
	p := Papers{Meeting: meeting, Day: day, Previous: Before(l, meeting)}
	p.Body, _ = l.Node(landscape.ID(meeting.Get(landscape.HeldBy)))
	if p.Previous != nil {
		p.Decisions = DecisionsOf(seen, p.Previous.ID)
		if before != nil {
			from := dayOf(p.Previous)
			p.SinceKnown = true
			p.Since = Since(before.AsOf(from), seen, from, day)
		}
	}
	p.Returning, p.Waiting = Follow(seen, day)
	p.Progress = progress(seen, day)
	p.Entries = entries(seen, day, ItemsOf(l, meeting.ID))
	return p
}

// DecisionsOf gives the decision list of a meeting: its items that have a result.
func DecisionsOf(l *landscape.Landscape, meeting landscape.ID) []Entry {
	day := landscape.Date{}
	if n, ok := l.Node(meeting); ok {
		day = dayOf(n)
	}
	items := slices.DeleteFunc(ItemsOf(l, meeting), func(n *landscape.Node) bool { return n.Get(landscape.Result) == "" })
	return entries(l, day, items)
}

func entries(l *landscape.Landscape, day landscape.Date, items []*landscape.Node) []Entry {
	all := make([]Entry, len(items))
	for i, n := range items {
		all[i] = EntryOf(l, n, day)
	}
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Compare(treatmentOrder(a.Item), treatmentOrder(b.Item))
	})
	return all
}

func treatmentOrder(item *landscape.Node) int {
	return slices.Index(landscape.Treatments, item.Get(landscape.Treatment))
}

// EntryOf gives an item with what its cover note says.
func EntryOf(l *landscape.Landscape, item *landscape.Node, day landscape.Date) Entry {
	e := Entry{Item: item, Subject: Subject(l, item)}
	if m, ok := MoveOf(l, item); ok {
		if m.Outcome == landscape.Elsewhere && !m.LookBack.Known() {
			m.LookBack = LookBackFrom(l, day)
		}
		e.Move = &m
	}
	for _, r := range l.Out(item.ID, landscape.Follows) {
		e.Earlier, _ = l.Node(r.To)
	}
	if e.Subject == nil {
		return e
	}
	c := cardOf(l, e.Subject)
	e.Themes, e.Leads = c.Themes, c.Leads
	problems := c.Resolves
	if e.Subject.Type == landscape.Bottleneck {
		problems = []*landscape.Node{e.Subject}
	}
	for _, b := range problems {
		e.Lies = append(e.Lies, Lies{b, l.OwnershipOf(b.ID, day)})
	}
	return e
}

// progress groups what is underway by who leads it, in the order of the names;
// what nobody leads comes last, under a nil lead.
func progress(l *landscape.Landscape, day landscape.Date) []Progress {
	var by []Progress
	for _, c := range BoardOf(l, day, "").Underway {
		var lead *landscape.Node
		if len(c.Leads) > 0 {
			lead = c.Leads[0]
		}
		i := slices.IndexFunc(by, func(p Progress) bool { return p.Lead == lead })
		if i < 0 {
			i = len(by)
			by = append(by, Progress{Lead: lead})
		}
		by[i].Actions = append(by[i].Actions, c)
	}
	slices.SortStableFunc(by, func(a, b Progress) int {
		switch {
		case a.Lead == b.Lead:
			return 0
		case a.Lead == nil:
			return 1
		case b.Lead == nil:
			return -1
		}
		return cmp.Compare(a.Lead.Name(), b.Lead.Name())
	})
	return by
}

// Asking is what one table is asked: "Dit denken wij dat bij u ligt. Klopt dat?"
type Asking struct {
	Table *landscape.Node
	// Items were placed with the table and wait for its answer, or are thought
	// to lie there.
	Items []Waiting
	// Probable are bottlenecks of which it is only our reading that they lie
	// there.
	Probable []*landscape.Node
}

// Askings gives one page per table that has something to answer on the day, by
// the table's name; with a table only that one.
func Askings(l *landscape.Landscape, day landscape.Date, table landscape.ID) []Asking {
	var pages []Asking
	_, waiting := Follow(l, day)
	for _, n := range l.Nodes(landscape.Initiative) {
		if (table != "" && n.ID != table) || !landscape.InForce(n, day) {
			continue
		}
		a := Asking{Table: n}
		for _, w := range waiting {
			if w.By.ID == n.ID {
				a.Items = append(a.Items, w)
			}
		}
		for _, r := range l.Out(n.ID, landscape.Owns) {
			b, ok := l.Node(r.To)
			if ok && r.Certainty == landscape.Inferred && !slices.ContainsFunc(a.Items, func(w Waiting) bool { return w.Node == b }) {
				a.Probable = append(a.Probable, b)
			}
		}
		if len(a.Items)+len(a.Probable) > 0 {
			pages = append(pages, a)
		}
	}
	slices.SortStableFunc(pages, func(a, b Asking) int { return cmp.Compare(a.Table.Name(), b.Table.Name()) })
	return pages
}
