package agenda

import (
	"slices"
	"strconv"

	"snijvlak/internal/landscape"
)

// Propose gives the edits that put a move on the agenda of a meeting, and the
// id of the new item. The lists do not change: the proposal is a mark on the
// card. Act.Meeting empty means the next meeting of the deciding body.
func Propose(l *landscape.Landscape, m Move, act Act) ([]landscape.Edit, landscape.ID, error) {
	meeting, err := MeetingFor(l, act.Meeting, act.Day)
	if err != nil {
		return nil, "", err
	}
	if meeting == nil {
		return nil, "", &Refused{Refusals: []Refusal{{Rule: RuleMeeting, Item: m.Item}}}
	}
	act.Meeting = meeting.ID
	if act, err = act.complete(l); err != nil {
		return nil, "", err
	}
	act.Day = act.held // it will be decided then
	c, err := newCase(l, m, act)
	if err != nil {
		return nil, "", err
	}
	if before := ProposalFor(l, m.Item); before != nil {
		c.twice(l, before)
	}
	if err := c.judge(); err != nil {
		return nil, "", err
	}
	d := newDraft(l)
	if c.To == landscape.Underway {
		c.criteria(d)
	}
	id := c.item(d, landscape.ForDecision)
	return d.edits(), id, nil
}

// twice refuses a second say about an item of which a move is proposed.
func (c *moving) twice(l *landscape.Landscape, proposal *landscape.Node) {
	meeting := ""
	if n := TabledIn(l, proposal.ID); n != nil {
		meeting = n.Name()
	}
	c.add(RuleTwice, string(proposal.ID), meeting)
}

// proposed is the proposal that a decision settles: it is on the agenda of this
// meeting. One on that of another meeting is to be settled there first.
func (c *moving) proposed(l *landscape.Landscape) *landscape.Node {
	proposal := ProposalFor(l, c.Item)
	if proposal == nil {
		return nil
	}
	if meeting := TabledIn(l, proposal.ID); meeting == nil || meeting.ID != c.act.Meeting {
		c.twice(l, proposal)
	}
	return proposal
}

// criteria are words about the action, so they are written when it is proposed;
// the lead waits for the decision.
func (c *moving) criteria(d *draft) {
	lead, coalition := c.Lead, c.Coalition
	c.Lead, c.Coalition = "", nil
	c.takeUp(d)
	c.Lead, c.Coalition = lead, coalition
}

// record writes a decision as an item, so that the list of decisions is whole:
// the item that proposed it, or one of its own.
func (c *moving) record(d *draft, proposal *landscape.Node) {
	var id landscape.ID
	if proposal != nil {
		id = proposal.ID
		c.rewrite(d, id)
	} else {
		id = c.item(d, landscape.ForDecision)
	}
	c.withdraws(d, id)
	conclude(d, id, landscape.Taken, "", c.act)
}

// withdraws ties a decision that brings something back to the one it goes
// against.
func (c *moving) withdraws(d *draft, id landscape.ID) {
	if earlier := lastDecision(d.land, c.Item); earlier != "" && earlier != id && isBack(c.from, c.To) {
		d.link(id, landscape.Follows, earlier, clerk(c.act.note(c.land)))
	}
}

// isBack says whether a move is one of the ways back.
func isBack(from, to string) bool {
	return from == landscape.Done || (from == landscape.Underway && to == landscape.Stock)
}

// lastDecision is the newest item that decided about something.
func lastDecision(l *landscape.Landscape, about landscape.ID) landscape.ID {
	var last *landscape.Node
	for _, r := range l.In(about, landscape.Concerns) {
		n, _ := l.Node(r.From)
		if n != nil && n.Get(landscape.Result) != "" && (last == nil || last.Get(landscape.DecidedOn) <= n.Get(landscape.DecidedOn)) {
			last = n
		}
	}
	if last == nil {
		return ""
	}
	return last.ID
}

// item drafts the node of a proposal or decision.
func (c *moving) item(d *draft, treatment string) landscape.ID {
	id := landscape.Slug("besluit "+c.node.ShortName(), d.has)
	note := clerk(c.act.entered())
	n := landscape.NewNode(id, landscape.Item).Text(landscape.Name, c.node.Name(), note)
	n = with(n, landscape.AudienceOf, string(landscape.Secretariat))
	n = with(n, landscape.Treatment, treatment)
	if c.act.Meeting != "" {
		n = with(n, landscape.Number, number(nextNumber(d, c.act.Meeting)))
		d.link(id, landscape.TabledAt, c.act.Meeting, note)
	}
	d.putNode(n)
	d.link(id, landscape.Concerns, c.Item, note)
	c.ask(d, id, !c.usual)
	return id
}

// ask writes the move on the item, and the look-back date where it is chosen:
// the usual one follows when it is decided.
func (c *moving) ask(d *draft, id landscape.ID, lookBack bool) {
	on := landscape.Date{}
	if lookBack {
		on = c.LookBack
	}
	for _, f := range []struct {
		field landscape.Field
		value string
	}{
		{landscape.List, fieldOf(c.To)},
		{landscape.OutcomeOf, c.Outcome},
		{landscape.StageOf, c.Stage},
		{landscape.LookBackOn, on.String()},
		{landscape.ExtentOf, c.Extent},
		{landscape.RemainderOf, c.Remainder},
		{landscape.ReasonOf, c.Reason},
	} {
		d.set(id, f.field, f.value)
	}
	c.names(d, id)
}

// names ties the item to whom the move names: the table, with whom was asked
// there and what shows its answer; the lead, and by their order who join; the
// bottlenecks.
func (c *moving) names(d *draft, id landscape.ID) {
	for _, r := range d.land.Out(id, landscape.Names) {
		d.drop(r)
	}
	r := landscape.Relation{From: id, Link: landscape.Names, Basis: clerk(c.act.entered())}
	for _, named := range append([]landscape.ID{c.Lead}, c.For...) {
		if r.To = named; named != "" {
			d.put(r)
		}
	}
	for i, joins := range c.Coalition {
		if r.To, r.Order = joins, i+1; joins != c.Lead {
			d.put(r)
		}
	}
	if c.By != "" {
		r.To, r.Order, r.AskedTo = c.By, 0, c.AskedTo
		if c.Source.Document != "" {
			r.Evidence = []landscape.Evidence{c.Source}
		}
		d.put(r)
	}
}

// clerk is the basis of what the secretary writes down.
func clerk(note string) landscape.Basis {
	return landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: note}}}
}

func (a Act) entered() string { return landscape.Entered(a.Author, a.recordedOn()) }

func (a Act) recordedOn() landscape.Date {
	if a.recorded.Known() {
		return a.recorded
	}
	return a.Day
}

func number(n int) string { return strconv.Itoa(n) }

// nextNumber is the next number on the agenda of a meeting.
func nextNumber(d *draft, meeting landscape.ID) int {
	last := 0
	for _, n := range ItemsOf(d.land, meeting) {
		last = max(last, n.Number())
	}
	return last + 1
}

// ItemsOf gives the items of a meeting's agenda in their order.
func ItemsOf(l *landscape.Landscape, meeting landscape.ID) []*landscape.Node {
	var items []*landscape.Node
	for _, r := range l.In(meeting, landscape.TabledAt) {
		if n, ok := l.Node(r.From); ok {
			items = append(items, n)
		}
	}
	slices.SortStableFunc(items, func(a, b *landscape.Node) int { return a.Number() - b.Number() })
	return items
}

// ProposalFor is the item that proposes a move of something and has not been
// decided on, or nil.
func ProposalFor(l *landscape.Landscape, about landscape.ID) *landscape.Node {
	for _, r := range l.In(about, landscape.Concerns) {
		n, ok := l.Node(r.From)
		if ok && n.Get(landscape.Result) == "" && ProposesMove(n) {
			return n
		}
	}
	return nil
}

// ProposesMove says whether an item asks for a move. One back to the bottleneck
// list has a reason and no list.
func ProposesMove(item *landscape.Node) bool {
	return item.Get(landscape.List) != "" || item.Get(landscape.ReasonOf) != ""
}

// MoveOf reads the move that an item proposes.
func MoveOf(l *landscape.Landscape, item *landscape.Node) (Move, bool) {
	about := Subject(l, item)
	if about == nil || !ProposesMove(item) {
		return Move{}, false
	}
	m := Move{
		Item: about.ID, To: item.Get(landscape.List), Reason: item.Get(landscape.ReasonOf),
		Outcome: item.Get(landscape.OutcomeOf), Stage: item.Get(landscape.StageOf),
		LookBack: item.Date(landscape.LookBackOn), Extent: item.Get(landscape.ExtentOf),
		Remainder: item.Get(landscape.RemainderOf),
	}
	if m.To == "" {
		m.To = BottleneckList
	}
	for _, r := range l.Out(item.ID, landscape.Names) {
		m.readName(l, r)
	}
	return m, true
}

func (m *Move) readName(l *landscape.Landscape, r landscape.Relation) {
	n, ok := l.Node(r.To)
	switch {
	case !ok:
	case n.Type == landscape.Initiative:
		m.By, m.AskedTo = n.ID, r.AskedTo
		for _, e := range r.Evidence {
			if e.Document != "" {
				m.Source = e
			}
		}
	case n.Type == landscape.Organisation && r.Order > 0:
		m.Coalition = append(m.Coalition, n.ID)
	case n.Type == landscape.Organisation:
		m.Lead = n.ID
	default:
		m.For = append(m.For, n.ID)
	}
}

// Subject is the bottleneck, action or other node that an item is about; nil
// where it is about none.
func Subject(l *landscape.Landscape, item *landscape.Node) *landscape.Node {
	for _, r := range l.Out(item.ID, landscape.Concerns) {
		if n, ok := l.Node(r.To); ok {
			return n
		}
	}
	return nil
}

// TabledIn is the meeting on whose agenda an item stands, or nil.
func TabledIn(l *landscape.Landscape, item landscape.ID) *landscape.Node {
	for _, r := range l.Out(item, landscape.TabledAt) {
		if n, ok := l.Node(r.To); ok {
			return n
		}
	}
	return nil
}
