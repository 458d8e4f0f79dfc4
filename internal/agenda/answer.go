package agenda

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// Reply is what another table answered about an item that was placed with it.
type Reply struct {
	Item landscape.ID
	// By is the table; needed only where several were asked.
	By landscape.ID
	// Stage is agreed, declined or placed.
	Stage  string
	Source landscape.Evidence
	Reason string
	// LookBack replaces the date to look back, where it is known.
	LookBack landscape.Date
}

// Answer gives the edits that record another table's answer. Declined brings the
// item back to the list it came from; agreed and placed name their document or
// meeting.
func Answer(l *landscape.Landscape, r Reply, act Act) ([]landscape.Edit, error) {
	node, err := l.Find(r.Item)
	if err != nil {
		return nil, err
	}
	if r.Source.Document != "" {
		if _, err := l.Find(r.Source.Document); err != nil {
			return nil, err
		}
	}
	if act, err = act.complete(l); err != nil {
		return nil, err
	}
	land := l.AsOf(act.Day)
	placed, err := asked(land, r)
	if err != nil {
		return nil, err
	}
	act.DecidedBy, act.answers = string(placed.To), true
	if err := judgeReply(land, r, act); err != nil {
		return nil, err
	}
	m := Move{
		Item: node.ID, By: placed.To, Stage: r.Stage, Reason: r.Reason, Source: r.Source,
		LookBack: r.LookBack, Extent: placed.Extent, Remainder: placed.Remainder, AskedTo: placed.AskedTo,
	}
	if !m.LookBack.Known() {
		m.LookBack = lookBackAfter(l, placed, act)
	}
	c := &moving{Move: m, act: act, land: land, node: node, from: ListOf(node)}
	d := newDraft(l)
	if r.Stage == landscape.Declined {
		c.declined(d, placed)
	} else {
		c.handled(d, node.ID)
	}
	return d.edits(), nil
}

// lookBackAfter is when to look back after an answer: when it was agreed to, or
// the usual date where that day has come.
func lookBackAfter(l *landscape.Landscape, placed landscape.Relation, act Act) landscape.Date {
	if placed.LookBack.Known() && act.Day.Before(placed.LookBack.First()) {
		return placed.LookBack
	}
	return LookBackFrom(l, act.held)
}

// AskedOf is the table whose answer a reply records: the one it names, or the
// only one asked; empty where that is not clear.
func AskedOf(l *landscape.Landscape, r Reply, day landscape.Date) landscape.ID {
	placed, err := asked(l.AsOf(day), r)
	if err != nil {
		return ""
	}
	return placed.To
}

// asked finds the relation that the answer is about.
func asked(l *landscape.Landscape, r Reply) (landscape.Relation, error) {
	var open []landscape.Relation
	for _, h := range l.Out(r.Item, landscape.HandledBy) {
		if isOpen(h) && (r.By == "" || r.By == h.To) {
			open = append(open, h)
		}
	}
	f := findings{item: r.Item}
	switch {
	case len(open) == 0:
		f.add(RuleNotWaiting)
	case len(open) > 1:
		var tables []string
		for _, h := range open {
			tables = append(tables, string(h.To))
		}
		f.add(RuleWhich, tables...)
	default:
		return open[0], nil
	}
	return landscape.Relation{}, f.err()
}

func judgeReply(l *landscape.Landscape, r Reply, act Act) error {
	f := findings{item: r.Item}
	sourced := r.Source.Document != "" || act.Meeting != ""
	switch {
	case !slices.Contains([]string{landscape.Agreed, landscape.Declined, landscape.Placed}, r.Stage):
		f.add(RuleStage, r.Stage)
	case r.Stage == landscape.Declined && !sourced && strings.TrimSpace(r.Reason) == "":
		f.add(RuleReason)
	case r.Stage != landscape.Declined && !sourced:
		f.add(RuleStage, r.Stage)
	}
	if r.LookBack.Known() && r.LookBack.Last().Before(act.Day) {
		f.add(RuleLookBack, r.LookBack.String())
	}
	return f.err()
}

// declined keeps the refusal on record and brings back what was placed whole;
// what the table did not take lies there no longer.
func (c *moving) declined(d *draft, r landscape.Relation) {
	r.Stage, r.Since, r.LookBack = landscape.Declined, c.act.Day, landscape.Date{}
	r.Reason, r.Audience = c.Reason, audienceOf(landscape.Declined)
	r.Basis = c.basis(landscape.Stated)
	d.put(r)
	for _, o := range c.land.Between(r.To, c.Item) {
		if o.Link == landscape.Owns {
			closeRelation(d, o, c.act.Day)
		}
	}
	if c.from == landscape.Done {
		c.stand(d, c.Item, cameFrom(c.node))
	}
}

// ReturnsTo is the list that something returns to when what lies elsewhere comes
// back: the one it came from; of a part, the one it stands on.
func ReturnsTo(n *landscape.Node) string {
	if list := ListOf(n); list != landscape.Done {
		return list
	}
	return cameFrom(n)
}

// cameFrom is the list an item returns to. An action of which it is not known
// returns to the stock, to be weighed again.
func cameFrom(n *landscape.Node) string {
	if n.Type == landscape.Bottleneck {
		return BottleneckList
	}
	if list := n.Get(landscape.CameFrom); list != "" {
		return list
	}
	return landscape.Stock
}
