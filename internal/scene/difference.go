package scene

import (
	"errors"
	"slices"

	"snijvlak/internal/landscape"
)

// changeKind is what happened to an initiative between two days.
type changeKind string

const (
	// isNew: the later overview has it, the earlier had not.
	isNew changeKind = "new"
	// isChanged: both have it, and it is not as it was.
	isChanged changeKind = "changed"
	// isEnded: the earlier overview had it, and it ended in between.
	isEnded changeKind = "ended"
	// isGone: the later overview leaves it out, though nothing says it ended.
	isGone changeKind = "gone"
	// isSame: both have it, as it was.
	isSame changeKind = "same"
)

// changeKinds lists the kinds in the order in which they are told.
var changeKinds = []changeKind{isNew, isChanged, isEnded, isGone, isSame}

// change is what happened to one node, in words, and how that is known.
type change struct {
	kind changeKind
	// details are told in full in the twin, and in brief in the box.
	details, brief []string
	evidence       []landscape.Evidence
}

func (c *change) tell(text string) {
	c.details, c.brief = append(c.details, text), append(c.brief, text)
}

func (c *change) note(text string, known []landscape.Evidence) {
	c.tell(text)
	c.know(known)
}

func (c *change) know(known []landscape.Evidence) {
	for _, e := range known {
		if !slices.Contains(c.evidence, e) {
			c.evidence = append(c.evidence, e)
		}
	}
}

// ErrDays says that the earlier day of a difference is not before the later.
var ErrDays = errors.New("the earlier day is not before the later one")

// ErrNothingSince says that there was no overview yet on the earlier day.
var ErrNothingSince = errors.New("there was no overview on the earlier day")

// Since gives the earlier day of a difference where none is named: a year
// before.
func Since(day landscape.Date) landscape.Date { return day.AddMonths(-12) }

// comparison is the overview of a day beside that of an earlier one.
type comparison struct {
	since     landscape.Date
	before    *landscape.Landscape
	was, is   landscape.Overview
	shown     []*landscape.Node
	changes   map[landscape.ID]change
	noEarlier bool
}

// compare sets the overview of the request's day beside that of the earlier
// one. All is the landscape for the audience, of every day.
func (m *maker) compare(all *landscape.Landscape) *comparison {
	c := &comparison{since: m.r.Since.Last(), changes: map[landscape.ID]change{}}
	if !m.r.Since.Known() {
		c.since = Since(m.r.Day)
	}
	c.before = all.AsOf(c.since)
	c.was, c.is = c.before.OverviewOn(c.since), m.l.OverviewOn(m.r.Day)
	c.noEarlier = c.was.Edition == nil && len(c.was.Initiatives) == 0 && c.is.Edition != nil
	c.shown = slices.Clone(c.is.Initiatives)
	for _, n := range c.was.Initiatives {
		if !holds(c.is.Initiatives, n.ID) {
			c.shown = append(c.shown, m.latest(n))
		}
	}
	return c
}

// latest is a node as it stands on the day, or as it was where nothing of it
// holds any more.
func (m *maker) latest(n *landscape.Node) *landscape.Node {
	if now, ok := m.l.Node(n.ID); ok && now.Get(landscape.Name) != "" {
		return now
	}
	return n
}

func holds(nodes []*landscape.Node, id landscape.ID) bool {
	return slices.ContainsFunc(nodes, func(n *landscape.Node) bool { return n.ID == id })
}

// changeOf says what happened to an initiative.
func (m *maker) changeOf(n *landscape.Node) change {
	if c, found := m.past.changes[n.ID]; found {
		return c
	}
	c := m.judge(n)
	m.past.changes[n.ID] = c
	return c
}

func (m *maker) judge(n *landscape.Node) change {
	was, known := m.past.before.Node(n.ID)
	switch {
	case !holds(m.past.was.Initiatives, n.ID):
		return m.newcomer(n)
	case known && landscape.StatusOf(n, m.r.Day) == landscape.Ended &&
		landscape.StatusOf(was, m.past.since) != landscape.Ended:
		return m.ended(n)
	case !holds(m.past.is.Initiatives, n.ID):
		return m.leftOut(n)
	}
	c := change{kind: isSame}
	m.compareFields(&c, was, n)
	m.compareThemes(&c, n)
	m.compareLinks(&c, n)
	if len(c.details) > 0 {
		c.kind = isChanged
	}
	return c
}

// newcomer says when it began, where that was in between, and what it follows.
func (m *maker) newcomer(n *landscape.Node) change {
	c := change{kind: isNew}
	if start := n.Date(landscape.Start); start.Known() && m.past.since.Before(start.First()) && !m.r.Day.Before(start.First()) {
		c.note(m.w.T("figure.difference.began", "Date", m.w.ShortDate(start)), evidenceOf(n, landscape.Start))
	}
	for _, r := range m.l.Out(n.ID, landscape.Succeeds) {
		if old, ok := m.l.Node(r.To); ok {
			c.note(m.w.T("figure.difference.follows", "Name", old.ShortName())+m.inferred(r), r.Evidence)
		}
	}
	if e := m.past.is.Edition; e != nil {
		for _, r := range m.l.Between(e.ID, n.ID) {
			c.know(r.Evidence)
		}
	}
	return c
}

func (m *maker) ended(n *landscape.Node) change {
	c := change{kind: isEnded}
	c.note(m.w.T("figure.ended", "Date", m.w.ShortDate(n.Date(landscape.End))), evidenceOf(n, landscape.End))
	m.noteSuccessors(&c, n)
	return c
}

func (m *maker) leftOut(n *landscape.Node) change {
	c := change{kind: isGone}
	m.noteSuccessors(&c, n)
	if e := m.past.is.Edition; e != nil {
		c.know([]landscape.Evidence{{Document: e.ID, Note: m.w.T("figure.difference.not-listed")}})
	}
	return c
}

func (m *maker) noteSuccessors(c *change, n *landscape.Node) {
	for _, r := range m.l.In(n.ID, landscape.Succeeds) {
		if next, ok := m.l.Node(r.From); ok {
			c.note(m.w.T("figure.succeeded", "Name", next.ShortName())+m.inferred(r), r.Evidence)
		}
	}
}

// inferred says so of a relation that no source states.
func (m *maker) inferred(r landscape.Relation) string {
	if r.Certainty == landscape.Inferred {
		return " (" + m.w.T("certainty.inferred") + ")"
	}
	return ""
}

func evidenceOf(n *landscape.Node, f landscape.Field) []landscape.Evidence {
	claim, _ := n.Claim(f)
	return claim.Evidence
}

// renamed says what a theme or the Stuurgroep was called; "" where that is the
// same, or where nothing is compared.
func (m *maker) renamed(n *landscape.Node) string {
	if m.past == nil {
		return ""
	}
	if was, ok := m.past.before.Node(n.ID); ok && was.Get(landscape.Name) != "" && was.Name() != n.Name() {
		return m.changeText(isChanged, []string{m.w.T("figure.difference.name", "Name", was.Name())})
	}
	return ""
}

// groupRenamed puts what was renamed with what changed, in the twin.
func (m *maker) groupRenamed(b *box, n *landscape.Node) {
	if m.renamed(n) != "" {
		b.group = m.w.T("figure.difference.group." + string(isChanged))
		b.source = m.sources(evidenceOf(n, landscape.Name))
	}
}
