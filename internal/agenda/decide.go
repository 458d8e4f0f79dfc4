package agenda

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// Verdict is what a meeting decides about one item of its agenda.
type Verdict struct {
	Item landscape.ID
	// Result is one of landscape.Results.
	Result string
	// Text is the decision in words; asked where it is amended, deferred or
	// rejected, for then it is the reason too.
	Text string
	// Change replaces what the proposal said, where the decision is amended;
	// only what it names is replaced.
	Change Move
	// Source shows what the decision rests on.
	Source landscape.Evidence
}

// results are those each treatment may have. What is put for ratification is
// ratified, not taken again.
var results = map[string][]string{
	landscape.ForDecision:     {landscape.Taken, landscape.Amended, landscape.InConcept, landscape.Deferred, landscape.Rejected},
	landscape.ForRatification: {landscape.Ratified, landscape.Amended, landscape.Deferred, landscape.Rejected},
	landscape.ForDiscussion:   {landscape.Noted, landscape.Taken, landscape.InConcept, landscape.Deferred, landscape.Rejected},
	landscape.ForInformation:  {landscape.Noted, landscape.Deferred},
}

// ResultsFor gives the results an item can have by its treatment.
func ResultsFor(treatment string) []string { return results[treatment] }

// Conclude gives the edits of a decision about an item of an agenda: its result,
// the move it sets in motion, and the item that returns in the next meeting
// where it was deferred or agreed in concept.
func Conclude(l *landscape.Landscape, v Verdict, act Act) ([]landscape.Edit, error) {
	item, err := l.Find(v.Item)
	if err != nil {
		return nil, err
	}
	meeting := TabledIn(l, item.ID)
	if meeting != nil {
		act.Meeting = meeting.ID
	}
	if act, err = act.complete(l); err != nil {
		return nil, err
	}
	if err := judgeVerdict(l, item, v, act); err != nil {
		return nil, err
	}
	d := newDraft(l)
	switch v.Result {
	case landscape.Taken, landscape.Amended, landscape.Ratified:
		err = carryOutItem(d, item, v, act)
	case landscape.Deferred, landscape.InConcept:
		err = returnItem(d, item, v, act)
	}
	if err != nil {
		return nil, err
	}
	conclude(d, item.ID, v.Result, v.Text, act)
	return d.edits(), nil
}

func judgeVerdict(l *landscape.Landscape, item *landscape.Node, v Verdict, act Act) error {
	f := findings{item: item.ID}
	treatment := item.Get(landscape.Treatment)
	switch {
	case item.Type != landscape.Item:
		f.add(RuleNoProposal)
	case item.Get(landscape.Result) != "":
		f.add(RuleDecided, item.Get(landscape.Result))
	case !slices.Contains(results[treatment], v.Result):
		f.add(RuleResult, treatment, v.Result)
	case needsText(v.Result) && strings.TrimSpace(v.Text) == "":
		f.add(RuleReason)
	case v.Result != landscape.Deferred && v.Result != landscape.Noted:
		f.decider(l, act)
	}
	return f.err()
}

func needsText(result string) bool {
	return slices.Contains([]string{landscape.Amended, landscape.Deferred, landscape.Rejected}, result)
}

// carryOutItem does what the item proposed, as amended.
func carryOutItem(d *draft, item *landscape.Node, v Verdict, act Act) error {
	m, ok := MoveOf(d.land, item)
	if !ok {
		return nil
	}
	m = m.amended(v.Change)
	if v.Source != (landscape.Evidence{}) {
		m.Source = v.Source
	}
	c, err := newCase(d.land, m, act)
	if err != nil {
		return err
	}
	if err := c.judge(); err != nil {
		return err
	}
	c.carryOut(d)
	c.rewrite(d, item.ID)
	c.withdraws(d, item.ID)
	return nil
}

// amended is the move with what the change names put over it.
func (m Move) amended(change Move) Move {
	if change.To != "" && change.To != m.To { // what it asked for the other list goes
		m = Move{Item: m.Item, Reason: m.Reason}
	}
	for _, t := range []struct{ to, from *string }{
		{&m.To, &change.To},
		{&m.Outcome, &change.Outcome},
		{(*string)(&m.By), (*string)(&change.By)},
		{&m.Stage, &change.Stage},
		{&m.AskedTo, &change.AskedTo},
		{&m.Extent, &change.Extent},
		{&m.Remainder, &change.Remainder},
		{(*string)(&m.Lead), (*string)(&change.Lead)},
		{&m.Importance, &change.Importance},
		{&m.Feasibility, &change.Feasibility},
		{&m.Impact, &change.Impact},
		{&m.ActionKind, &change.ActionKind},
		{&m.Rung, &change.Rung},
	} {
		if *t.from != "" {
			*t.to = *t.from
		}
	}
	if change.LookBack.Known() {
		m.LookBack = change.LookBack
	}
	if len(change.For) > 0 {
		m.For = change.For
	}
	m.Coalition = append(m.Coalition, change.Coalition...)
	return m
}

// rewrite makes the item say what was decided rather than what was asked.
func (c *moving) rewrite(d *draft, id landscape.ID) { c.ask(d, id, true) }

// returnItem puts the item on the agenda of the next meeting of the same body:
// as it was, or for ratification.
func returnItem(d *draft, item *landscape.Node, v Verdict, act Act) error {
	next := nextMeeting(d.land, act)
	if next == nil {
		return &Refused{Refusals: []Refusal{{Rule: RuleNext, Item: item.ID}}}
	}
	id := landscape.Slug(string(item.ID), d.has)
	again := landscape.NewNode(id, landscape.Item)
	for _, spec := range landscape.FieldsOf(landscape.Item) {
		again = again.WithClaims(spec.Field, item.Claims(spec.Field))
	}
	if v.Result == landscape.InConcept {
		again = with(again, landscape.Treatment, landscape.ForRatification)
	}
	if again.Audience() == landscape.Secretariat { // who met has seen it
		again = with(again, landscape.AudienceOf, string(landscape.Steering))
	}
	d.putNode(with(again, landscape.Number, number(nextNumber(d, next.ID))))
	note := clerk(act.note(d.land))
	d.link(id, landscape.TabledAt, next.ID, note)
	d.link(id, landscape.Follows, item.ID, note)
	for _, r := range d.land.Out(item.ID, landscape.Concerns, landscape.Names) {
		r.From = id
		d.put(r)
	}
	return nil
}

// nextMeeting is the next of the body that met; of a decision in writing, the
// next of the body that decides.
func nextMeeting(l *landscape.Landscape, act Act) *landscape.Node {
	var body landscape.ID
	if n, ok := l.Node(act.Meeting); ok {
		body = landscape.ID(n.Get(landscape.HeldBy))
	} else if n := Decider(l); n != nil {
		body = n.ID
	}
	if after := After(l, body, act.held); len(after) > 0 {
		return after[0]
	}
	return nil
}

// conclude writes what became of an item. Who took part in the meeting may see
// it from then on.
func conclude(d *draft, id landscape.ID, result, text string, act Act) {
	d.set(id, landscape.Result, result)
	d.set(id, landscape.Decision, text)
	d.set(id, landscape.DecidedOn, act.Day.String())
	d.set(id, landscape.DecidedBy, act.DecidedBy)
	if d.node(id).Audience() == landscape.Secretariat {
		d.set(id, landscape.AudienceOf, string(landscape.Steering))
	}
}
