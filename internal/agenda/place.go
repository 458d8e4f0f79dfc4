package agenda

import (
	"fmt"
	"slices"

	"snijvlak/internal/landscape"
)

// place writes that something is handled elsewhere: the item, or the
// bottlenecks that the move names, with which an action goes that has no others.
func (c *moving) place(d *draft) {
	for _, id := range c.For {
		c.lay(d, id)
	}
	if len(c.For) == 0 || c.Extent == "" && !c.stays() {
		c.lay(d, c.Item)
	}
}

// lay puts one item with the table. What it takes whole goes to done; of what it
// takes in part, the rest is open.
func (c *moving) lay(d *draft, id landscape.ID) {
	c.handled(d, id)
	n := d.node(id)
	switch {
	case c.Extent == "":
		c.toDone(d, id, landscape.Elsewhere)
	case ListOf(n) == landscape.Done:
		c.stand(d, id, cameFrom(n))
	}
}

// stays says whether an action has bottlenecks left that the table does not
// take.
func (c *moving) stays() bool {
	return slices.ContainsFunc(c.open(), func(id landscape.ID) bool { return !slices.Contains(c.For, id) })
}

// open are the bottlenecks of an action that are not done.
func (c *moving) open() []landscape.ID {
	var open []landscape.ID
	for _, r := range c.land.Out(c.Item, landscape.Resolves) {
		if n, ok := c.land.Node(r.To); ok && ListOf(n) != landscape.Done {
			open = append(open, n.ID)
		}
	}
	return open
}

// handled writes handled-by, and owns for a bottleneck. All of an item lies with
// one table, and then no part of it with another.
func (c *moving) handled(d *draft, id landscape.ID) {
	r := landscape.Relation{From: id, Link: landscape.HandledBy, To: c.By, Period: landscape.Period{Start: c.act.Day}}
	for _, old := range c.land.Out(id, landscape.HandledBy) {
		switch {
		case old.To == c.By && isOpen(old):
			r = old // one relation, a new stage
		case old.To == c.By:
			closeRelation(d, old, c.act.Day) // asked again after a refusal
		case isOpen(old) && (c.Extent == "" || old.Extent == ""):
			c.end(d, old)
		}
	}
	r.Basis = c.basis(landscape.Stated)
	r.Stage, r.Since, r.LookBack = c.Stage, c.act.Day, c.LookBack
	r.Extent, r.Remainder, r.AskedTo = c.Extent, c.Remainder, c.AskedTo
	r.Audience = audienceOf(c.Stage)
	d.put(r)
	if d.node(id).Type == landscape.Bottleneck {
		c.owns(d, id)
	}
}

// end ends that something lies with a table, and with it the owner that came of
// it. The owner is kept where the table has ended: it says whose the bottleneck
// was.
func (c *moving) end(d *draft, placed landscape.Relation) {
	closeRelation(d, placed, c.act.Day)
	by, ok := c.land.Node(placed.To)
	if !ok || !landscape.InForce(by, c.act.Day) {
		return
	}
	for _, o := range c.land.Between(placed.To, placed.From) {
		came := o.Start.Known() && placed.Start.Known() && !o.Start.First().Before(placed.Start.First())
		if o.Link == landscape.Owns && came {
			closeRelation(d, o, c.act.Day)
		}
	}
}

// audienceOf says who may see a placing. What we only think is the Stuurgroep's
// until the table is asked, and public once it agreed.
func audienceOf(stage string) landscape.Audience {
	switch stage {
	case landscape.Could, landscape.Declined:
		return landscape.Steering
	case landscape.Asked:
		return landscape.SoundingBoard
	}
	return ""
}

// certaintyOf says how sure an owner is by what the table said.
func certaintyOf(stage string) landscape.Certainty {
	if stage == landscape.Agreed || stage == landscape.Placed {
		return landscape.Confirmed
	}
	return landscape.Inferred
}

// owns writes the table as owner of a bottleneck from this day on. What was
// known as surely before is left as it is.
func (c *moving) owns(d *draft, id landscape.ID) {
	certainty := certaintyOf(c.Stage)
	for _, old := range c.land.Between(c.By, id) {
		if old.Link != landscape.Owns {
			continue
		}
		same := old.Extent == c.Extent && old.Certainty == certainty
		if same || old.Certainty != landscape.Inferred && certainty == landscape.Inferred {
			return
		}
		closeRelation(d, old, c.act.Day)
	}
	d.put(landscape.Relation{
		From: c.By, Link: landscape.Owns, To: id, Period: landscape.Period{Start: c.act.Day},
		Basis: c.basis(certainty), Extent: c.Extent, Remainder: c.Remainder, Audience: audienceOf(c.Stage),
	})
}

// leave ends what was handled elsewhere when the item comes back.
func (c *moving) leave(d *draft) {
	for _, r := range c.land.Out(c.Item, landscape.HandledBy) {
		if isOpen(r) {
			c.end(d, r)
		}
	}
}

// basis is how a decision is known: its document, or the decision itself.
func (c *moving) basis(certainty landscape.Certainty) landscape.Basis {
	return basisOf(certainty, c.Source, c.act.note(c.land))
}

func basisOf(certainty landscape.Certainty, source landscape.Evidence, note string) landscape.Basis {
	if source.Document == "" {
		source = landscape.Evidence{Section: source.Section, Note: note}
	}
	return landscape.Basis{Certainty: certainty, Evidence: []landscape.Evidence{source}}
}

// note says who decided when and who recorded it. It becomes part of the
// landscape, hence Dutch.
func (a Act) note(l *landscape.Landscape) string {
	if a.answers {
		return fmt.Sprintf("antwoord van %s op %s, vastgelegd door %s", a.decider(l), a.Day, a.Author)
	}
	how := "schriftelijk besluit"
	if n, ok := l.Node(a.Meeting); ok {
		how = "besluit in " + n.Name()
	}
	return fmt.Sprintf("%s van %s op %s, vastgelegd door %s", how, a.decider(l), a.Day, a.Author)
}

// decider is the name of who decided.
func (a Act) decider(l *landscape.Landscape) string {
	if n, ok := l.Node(landscape.ID(a.DecidedBy)); ok {
		return n.ShortName()
	}
	return a.DecidedBy
}
