package agenda

import (
	"slices"

	"snijvlak/internal/landscape"
)

// BottleneckList is the list of every bottleneck that is not done; it is no
// value of the field, but the absence of one.
const BottleneckList = "bottlenecks"

// NotDiscussed is the value of a criterion that was not discussed yet.
const NotDiscussed = "not-discussed"

// Move is what a proposal asks and a decision does: an item goes to a list,
// with all that the rules ask for it.
type Move struct {
	Item landscape.ID
	// To is one of landscape.AgendaLists, or BottleneckList.
	To     string
	Reason string

	// Outcome says why it goes to done.
	Outcome string
	// By is the table it is handled by, with its stage, whom was asked there,
	// and when to look back; unknown is the second meeting from now.
	By       landscape.ID
	Stage    string
	AskedTo  string
	LookBack landscape.Date
	// Extent is the part that lies there, Remainder what stays open; with both
	// empty all of it does.
	Extent, Remainder string
	// Source shows that the table agreed.
	Source landscape.Evidence
	// For are the bottlenecks of an action that the table takes; the action
	// stays for the others. None means all.
	For []landscape.ID

	// What taking up an action asks; empty is what the action says already.
	Lead                            landscape.ID
	Coalition                       []landscape.ID
	Importance, Feasibility, Impact string
	ActionKind, Rung                string
}

// Act is who takes a decision and who records it.
type Act struct {
	// Day is the day of recording. What a meeting that is past decided holds from
	// that meeting's day on.
	Day landscape.Date
	// Meeting is empty for a decision in writing.
	Meeting landscape.ID
	// DecidedBy is a body's id or words; empty is the body of the meeting, or
	// the one that decides.
	DecidedBy string
	// Author is who records it.
	Author string

	// recorded is the day of recording, and held that of the meeting; for a
	// decision in writing both are Day.
	recorded, held landscape.Date
	// answers says that another table decided: it answered.
	answers bool
}

// Decide gives the edits of a decision to move an item, or the *Refused that
// says which rules stand in the way.
func Decide(l *landscape.Landscape, m Move, act Act) ([]landscape.Edit, error) {
	act, err := act.complete(l)
	if err != nil {
		return nil, err
	}
	c, err := newCase(l, m, act)
	if err != nil {
		return nil, err
	}
	proposal := c.proposed(l)
	if err := c.judge(); err != nil {
		return nil, err
	}
	d := newDraft(l)
	c.carryOut(d)
	c.record(d, proposal)
	return d.edits(), nil
}

// moving is one move held against the rules on the landscape of its day.
type moving struct {
	Move
	act  Act
	land *landscape.Landscape // as of the day
	node *landscape.Node
	from string
	// usual says that the look-back date follows from the calendar.
	usual bool
	findings
}

// newCase fills in what the rules supply. The act is complete.
func newCase(l *landscape.Landscape, m Move, act Act) (*moving, error) {
	node, err := l.Find(m.Item)
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Concat([]landscape.ID{m.By, m.Lead, m.Source.Document}, m.For, m.Coalition) {
		if id == "" {
			continue
		}
		if _, err := l.Find(id); err != nil {
			return nil, err
		}
	}
	c := &moving{Move: m, act: act, land: l.AsOf(act.Day), node: node, from: ListOf(node), findings: findings{item: m.Item}}
	c.supply(l)
	return c, nil
}

// complete gives the day from which a decision holds and who takes it. What is
// recorded before its meeting is held has been decided by then.
func (a Act) complete(l *landscape.Landscape) (Act, error) {
	a.recorded, a.held = a.Day, a.Day
	if a.Meeting != "" {
		meeting, err := l.Find(a.Meeting)
		if err != nil {
			return a, err
		}
		if day := dayOf(meeting); day.Known() {
			a.held = day
		}
		if a.held.Before(a.Day) {
			a.Day = a.held
		}
		if a.DecidedBy == "" {
			a.DecidedBy = meeting.Get(landscape.HeldBy)
		}
	}
	if decider := Decider(l); a.DecidedBy == "" && decider != nil {
		a.DecidedBy = string(decider.ID)
	}
	return a, nil
}

// supply gives the outcome, stage and look-back date that follow from the rest.
func (c *moving) supply(l *landscape.Landscape) {
	if c.To != landscape.Done {
		return
	}
	if c.Outcome == "" && (c.By != "" || c.from == landscape.Stock) {
		c.Outcome = landscape.Elsewhere
	}
	if c.Outcome != landscape.Elsewhere {
		return
	}
	if c.Stage == "" {
		c.Stage = landscape.Could
		if c.AskedTo != "" {
			c.Stage = landscape.Asked
		}
	}
	if !c.LookBack.Known() {
		c.LookBack, c.usual = LookBackFrom(l, c.act.held), true
	}
}

// ListOf is the list an item stands on: one of landscape.AgendaLists,
// BottleneckList, or empty for an action on none.
func ListOf(n *landscape.Node) string {
	list := n.Get(landscape.List)
	if list == "" && n.Type == landscape.Bottleneck {
		return BottleneckList
	}
	return list
}

// carryOut drafts the move itself; the rules were held before.
func (c *moving) carryOut(d *draft) {
	switch {
	case c.To == landscape.Done && c.Outcome == landscape.Elsewhere:
		c.place(d)
	case c.To == landscape.Done:
		c.toDone(d, c.Item, landscape.Completed)
	default:
		c.toList(d)
	}
}

func (c *moving) toDone(d *draft, id landscape.ID, outcome string) {
	n := d.node(id)
	if n.Type == landscape.Action && n.Get(landscape.List) != landscape.Done {
		d.set(id, landscape.CameFrom, n.Get(landscape.List))
	}
	d.set(id, landscape.List, landscape.Done)
	d.set(id, landscape.OutcomeOf, outcome)
	c.arrive(d, id)
}

// toList takes an item up, or brings it back.
func (c *moving) toList(d *draft) {
	c.stand(d, c.Item, c.To)
	c.leave(d)
	if c.To == landscape.Underway {
		c.takeUp(d)
	}
}

// stand puts an item on a list that is not the done list.
func (c *moving) stand(d *draft, id landscape.ID, list string) {
	same := ListOf(d.node(id)) == list // a part came back
	d.set(id, landscape.List, fieldOf(list))
	d.set(id, landscape.OutcomeOf, "")
	if d.node(id).Type == landscape.Action {
		d.set(id, landscape.CameFrom, "")
	}
	if !same {
		c.arrive(d, id)
	}
}

// fieldOf is how a list stands in the field: the bottleneck list as none.
func fieldOf(list string) string {
	if list == BottleneckList {
		return ""
	}
	return list
}

// arrive dates the item's stay on its list and forgets its place in the stock.
func (c *moving) arrive(d *draft, id landscape.ID) {
	d.set(id, landscape.MovedOn, c.act.Day.String())
	if d.node(id).Type == landscape.Action {
		d.set(id, landscape.Rank, "")
		d.set(id, landscape.RankReason, "")
	}
}

// takeUp writes what the criteria, the lead and the coalition are.
func (c *moving) takeUp(d *draft) {
	for _, f := range []struct {
		field landscape.Field
		value string
	}{
		{landscape.Importance, c.Importance},
		{landscape.Feasibility, c.Feasibility},
		{landscape.Impact, c.Impact},
		{landscape.ActionKind, c.ActionKind},
		{landscape.Rung, c.Rung},
	} {
		if f.value != "" {
			d.set(c.Item, f.field, f.value)
		}
	}
	if c.Lead != "" {
		c.replaceLead(d)
	}
	for _, id := range c.Coalition {
		c.join(d, id, landscape.Joins)
	}
}

// join puts an organisation with the action from this day on, unless it is.
func (c *moving) join(d *draft, id landscape.ID, link landscape.Link) {
	for _, r := range c.land.Between(id, c.Item) {
		if r.Link == link {
			return
		}
	}
	d.put(landscape.Relation{
		From: id, Link: link, To: c.Item, Period: landscape.Period{Start: c.act.Day}, Basis: c.basis(landscape.Stated),
	})
}

// replaceLead ends the lead of another: an action has one.
func (c *moving) replaceLead(d *draft) {
	for _, r := range c.land.In(c.Item, landscape.Leads) {
		if r.From != c.Lead {
			closeRelation(d, r, c.act.Day)
		}
	}
	c.join(d, c.Lead, landscape.Leads)
}

// closeRelation ends a relation on the day before, or takes away what began
// later than that.
func closeRelation(d *draft, r landscape.Relation, day landscape.Date) {
	last := day.AddDays(-1)
	if r.Start.Known() && last.Before(r.Start.First()) {
		d.drop(r)
		return
	}
	r.End = last
	d.put(r)
}
