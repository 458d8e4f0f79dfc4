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
	c.judgeDecider()
	c.judgeList()
	switch {
	case len(c.all) > 0 && c.from == c.To:
	case c.To == landscape.Underway:
		c.judgeTakingUp()
	case c.To == landscape.Done && c.Outcome == landscape.Elsewhere:
		c.judgePlacing()
	}
	return c.err()
}

func (c *moving) judgeDecider() {
	if c.act.Meeting != "" {
		if n, ok := c.land.Node(c.act.Meeting); !ok || n.Type != landscape.Meeting {
			c.add(RuleMeeting)
			return
		}
	}
	body, ok := c.land.Node(landscape.ID(c.act.DecidedBy))
	if ok && body.Type == landscape.Body && body.Get(landscape.Role) != "decides" {
		c.add(RuleDecider, body.ShortName())
	}
}

// judgeList says which moves there are (DESIGN 4).
func (c *moving) judgeList() {
	switch {
	case !c.canStandOn(c.To):
		c.add(RuleList, c.To)
	case c.from == c.To && !(c.To == landscape.Done && c.Outcome == landscape.Elsewhere):
		c.add(RuleSame, c.To) // placing anew is a move from done to done
	case c.To == landscape.Done:
		c.judgeOutcome()
	}
	c.judgeTies()
}

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
		c.member(id, "decides", RuleLeadMember)
	}
	for _, id := range append(c.ends("", landscape.Joins), c.Coalition...) {
		c.member(id, "prepares", RuleJoinMember)
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
		if ok && body.Type == landscape.Body && (body.Get(landscape.Role) == role || body.Get(landscape.Role) == "decides") {
			return
		}
	}
	n, ok := c.land.Node(id)
	if !ok {
		return
	}
	c.add(rule, n.ShortName())
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
	resolved := c.land.Out(c.Item, landscape.Resolves)
	for _, id := range c.For {
		if !slices.ContainsFunc(resolved, func(r landscape.Relation) bool { return r.To == id }) {
			c.add(RuleNotIts, string(id))
		}
	}
	if c.Extent != "" {
		return
	}
	for _, id := range c.For {
		c.judgeOwners(id)
	}
	if c.node.Type == landscape.Bottleneck {
		c.judgeOwners(c.Item)
	}
}

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
			c.add(RulePartly, r.Extent)
		}
	}
	if len(others) > 0 {
		c.add(RuleShared, strings.Join(others, ", "))
	}
}

func namesOf(nodes []*landscape.Node) string {
	names := make([]string, len(nodes))
	for i, n := range nodes {
		names[i] = n.Name()
	}
	return strings.Join(names, ", ")
}
