package agenda

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// judge holds the move against every rule.
func (c *moving) judge() error {
	if strings.TrimSpace(c.Reason) == "" {
		c.add(RuleReason)
	}
	c.decider(c.land, c.act)
	c.judgeDay(c.node)
	c.judgeTies()
	switch moves := c.judgeList(); {
	case !moves:
	case c.To == landscape.Underway:
		c.judgeTakingUp()
	case c.To == landscape.Done && c.Outcome == landscape.Elsewhere:
		c.judgePlacing()
	}
	return c.err()
}

// decider holds that the Stuurgroep decides: in its own meeting, or in writing.
func (f *findings) decider(l *landscape.Landscape, act Act) {
	who := landscape.ID(act.DecidedBy)
	if act.Meeting != "" {
		meeting, ok := l.Node(act.Meeting)
		switch {
		case !ok:
			f.add(RuleMeeting)
			return
		case meeting.Type != landscape.Meeting:
			f.add(RuleMeeting, meeting.Name())
			return
		}
		if held := landscape.ID(meeting.Get(landscape.HeldBy)); !decides(l, held) {
			who = held
		}
	}
	if n, ok := l.Node(who); ok && !decides(l, who) {
		f.add(RuleDecider, n.ShortName())
	}
}

// decides says whether a body decides; words that name no node may.
func decides(l *landscape.Landscape, id landscape.ID) bool {
	n, ok := l.Node(id)
	return !ok || n.Type == landscape.Body && n.Get(landscape.Role) == roleDecides
}

// judgeDay holds that nothing is decided before what was decided last.
func (c *moving) judgeDay(n *landscape.Node) {
	if moved := n.Date(landscape.MovedOn); moved.Known() && c.act.Day.Before(moved.First()) {
		c.add(RuleEarlier, n.Name(), moved.String())
	}
}

// judgeList says whether there is such a move (DESIGN 4).
func (c *moving) judgeList() bool {
	before := len(c.all)
	switch {
	case !c.canStandOn(c.To):
		c.add(RuleList, c.To)
	case c.from == c.To && !c.again():
		c.add(RuleSame, c.To)
	case c.To == landscape.Done:
		c.judgeOutcome()
	}
	return len(c.all) == before
}

// again says whether a move to the same list is one after all: what lies
// elsewhere is placed anew, or a part of it is taken back.
func (c *moving) again() bool {
	if c.To == landscape.Done {
		return c.Outcome == landscape.Elsewhere && c.node.Get(landscape.OutcomeOf) != landscape.Completed
	}
	return slices.ContainsFunc(c.land.Out(c.Item, landscape.HandledBy), isOpen)
}

// isOpen says whether something lies with a table, or may: it has not declined.
func isOpen(r landscape.Relation) bool { return r.Stage != landscape.Declined }

func (c *moving) canStandOn(list string) bool {
	switch c.node.Type {
	case landscape.Action:
		return slices.Contains(landscape.AgendaLists, list)
	case landscape.Bottleneck:
		return list == BottleneckList || list == landscape.Done
	}
	return false
}

func (c *moving) judgeOutcome() {
	switch {
	case c.Outcome == "":
		c.add(RuleOutcome)
	case c.Outcome == landscape.Elsewhere || c.node.Type == landscape.Bottleneck:
	case c.from == landscape.Stock:
		c.add(RuleStockDone)
	case c.from != landscape.Underway:
		c.add(RuleNotUnderway)
	}
}

// judgeTies holds that an action resolves something and a bottleneck belongs
// somewhere.
func (c *moving) judgeTies() {
	switch c.node.Type {
	case landscape.Action:
		if len(c.land.Out(c.Item, landscape.Resolves)) == 0 {
			c.add(RuleResolves)
		}
	case landscape.Bottleneck:
		if len(c.land.Out(c.Item, landscape.BelongsTo)) == 0 {
			c.add(RuleBelongs)
		}
	}
}

// judgeTakingUp asks the three criteria, the lead and the coalition.
func (c *moving) judgeTakingUp() {
	for _, k := range []struct {
		field landscape.Field
		given string
	}{
		{landscape.Importance, c.Importance},
		{landscape.Feasibility, c.Feasibility},
		{landscape.Impact, c.Impact},
	} {
		if strings.TrimSpace(k.given) == "" && c.node.Get(k.field) == "" {
			c.add(RuleCriterion, string(k.field))
		}
	}
	leads := c.ends(c.Lead, landscape.Leads)
	if len(leads) == 0 {
		c.add(RuleLead)
	}
	for _, id := range leads {
		c.member(id, roleDecides, RuleLeadMember)
	}
	for _, id := range append(c.ends("", landscape.Joins), c.Coalition...) {
		c.member(id, rolePrepares, RuleJoinMember)
	}
}

// ends gives who leads or joins: the one given, or those of the landscape.
func (c *moving) ends(given landscape.ID, link landscape.Link) []landscape.ID {
	if given != "" {
		return []landscape.ID{given}
	}
	var ids []landscape.ID
	for _, r := range c.land.In(c.Item, link) {
		ids = append(ids, r.From)
	}
	return ids
}

// member holds that an organisation sits in the body of that role. Who sits in
// the body that decides may join as well.
func (c *moving) member(id landscape.ID, role string, rule Rule) {
	for _, r := range c.land.Out(id, landscape.TakesPartIn) {
		body, ok := c.land.Node(r.To)
		if ok && body.Type == landscape.Body && (body.Get(landscape.Role) == role || body.Get(landscape.Role) == roleDecides) {
			return
		}
	}
	if n, ok := c.land.Node(id); ok {
		c.add(rule, n.ShortName())
	}
}

// judgePlacing asks what "handled elsewhere" must say.
func (c *moving) judgePlacing() {
	by, ok := c.land.Node(c.By)
	if !ok || by.Type != landscape.Initiative {
		c.add(RuleBy)
		return
	}
	if landscape.StatusOf(by, c.act.Day) == landscape.Ended {
		c.add(RuleEnded, by.Name(), by.Get(landscape.End), namesOf(c.land.Successors(by.ID)))
	}
	switch {
	case c.Stage == landscape.Declined:
		c.add(RuleDeclined)
	case certaintyOf(c.Stage) == landscape.Confirmed && c.Source.Document == "" && c.act.Meeting == "":
		c.add(RuleStage, c.Stage)
	}
	if c.Extent != "" && strings.TrimSpace(c.Remainder) == "" {
		c.add(RuleRemainder)
	}
	if c.LookBack.Known() && c.LookBack.Last().Before(c.act.Day) {
		c.add(RuleLookBack, c.LookBack.String())
	}
	c.judgeParts()
}

// judgeParts holds that what is shared or owned in part is not handled.
func (c *moving) judgeParts() {
	for _, id := range c.For {
		n, ok := c.land.Node(id)
		switch {
		case !ok || !c.resolves(id):
			c.add(RuleNotIts, string(id))
		case n.Get(landscape.OutcomeOf) == landscape.Completed:
			c.all = append(c.all, Refusal{RuleSame, id, []string{landscape.Done}})
		default:
			c.judgeDay(n)
		}
	}
	if c.Extent != "" {
		return
	}
	for _, id := range c.problems() {
		c.judgeOwners(id)
	}
}

func (c *moving) resolves(id landscape.ID) bool {
	return slices.ContainsFunc(c.land.Between(c.Item, id), func(r landscape.Relation) bool { return r.Link == landscape.Resolves })
}

// problems are the bottlenecks that the move places: itself, those of an action
// that it names, or all of them that are not done.
func (c *moving) problems() []landscape.ID {
	switch {
	case c.node.Type == landscape.Bottleneck:
		return []landscape.ID{c.Item}
	case len(c.For) > 0:
		return c.For
	}
	return c.open()
}

// judgeOwners holds that all of a bottleneck lies with the table, and nowhere
// else.
func (c *moving) judgeOwners(id landscape.ID) {
	var others []string
	for _, r := range c.land.In(id, landscape.Owns) {
		owner, ok := c.land.Node(r.From)
		if !ok || r.Certainty == landscape.Inferred || !landscape.InForce(owner, c.act.Day) {
			continue
		}
		switch {
		case owner.ID != c.By:
			others = append(others, owner.Name())
		case r.Extent != "":
			c.add(RulePartly, string(id), owner.Name(), r.Extent)
		}
	}
	if len(others) > 0 {
		c.add(RuleShared, string(id), strings.Join(others, ", "))
	}
}

func namesOf(nodes []*landscape.Node) string {
	names := make([]string, len(nodes))
	for i, n := range nodes {
		names[i] = n.Name()
	}
	return strings.Join(names, ", ")
}
