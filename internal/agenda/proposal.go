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
	c, err := newCase(l, m, act)
	if err != nil {
		return nil, "", err
	}
	if before := ProposalFor(l, m.Item); before != nil {
		c.add(RuleTwice, string(before.ID))
	}
	if err := c.judge(); err != nil {
		return nil, "", err
	}
	d := newDraft(l)
	if c.To == landscape.Underway {
		c.criteria(d)
	}
	return d.edited(c.item(d, landscape.ForDecision))
}

func (d *draft) edited(id landscape.ID) ([]landscape.Edit, landscape.ID, error) {
	return d.edits(), id, nil
}

// criteria are words about the action, so they are written when it is proposed;
// the lead waits for the decision.
func (c *moving) criteria(d *draft) {
	lead, coalition := c.Lead, c.Coalition
	c.Lead, c.Coalition = "", nil
	c.takeUp(d)
	c.Lead, c.Coalition = lead, coalition
}

// record writes a decision that was not proposed as an item of its own, so that
// the list of decisions is whole.
func (c *moving) record(d *draft, result string) {
	id := c.item(d, landscape.ForDecision)
	if earlier := lastDecision(c.land, c.Item); earlier != "" && isBack(c.from, c.To) {
		d.link(id, landscape.Follows, earlier, clerk(c.act.note(c.land)))
	}
	c.close(d, id, result, "")
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
	n := landscape.NewNode(id, landscape.Item)
	for _, f := range []struct {
		field landscape.Field
		value string
	}{
		{landscape.Name, c.node.Name()},
		{landscape.AudienceOf, string(landscape.Secretariat)},
		{landscape.Treatment, treatment},
		{landscape.List, fieldOf(c.To)},
		{landscape.OutcomeOf, c.Outcome},
		{landscape.StageOf, c.Stage},
		{landscape.LookBackOn, c.LookBack.String()},
		{landscape.ExtentOf, c.Extent},
		{landscape.RemainderOf, c.Remainder},
		{landscape.ReasonOf, c.Reason},
	} {
		n = with(n, f.field, f.value)
	}
	note := clerk(c.act.entered())
	n = n.Text(landscape.Name, c.node.Name(), note)
	if c.act.Meeting != "" {
		n = with(n, landscape.Number, number(nextNumber(d, c.act.Meeting)))
		d.link(id, landscape.TabledAt, c.act.Meeting, note)
	}
	d.putNode(n)
	d.link(id, landscape.Concerns, c.Item, note)
	for _, named := range slices.Concat([]landscape.ID{c.By, c.Lead}, c.For) {
		if named != "" {
			d.link(id, landscape.Names, named, note)
		}
	}
	return id
}

// clerk is the basis of what the secretary writes down.
func clerk(note string) landscape.Basis {
	return landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: note}}}
}

func (a Act) entered() string { return "ingevoerd door " + a.Author + " op " + a.Day.String() }

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
		n, _ := l.Node(r.To)
		switch {
		case n == nil:
		case n.Type == landscape.Initiative:
			m.By = n.ID
		case n.Type == landscape.Organisation:
			m.Lead = n.ID
		default:
			m.For = append(m.For, n.ID)
		}
	}
	return m, true
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
