package command

import (
	"io"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// writeOwner says for people where it lies, for which part, where that is
// decided, who leads there and how we know; or who may be asked.
func (a *app) writeOwner(w io.Writer, q *asking, o overlap.Ownership) error {
	c := a.cards(q)
	if o.Bottleneck != nil {
		c.line(a.say.T("owner.about", "Name", o.Bottleneck.Name(), "ID", string(o.Bottleneck.ID)))
	}
	c.line(c.ownerText(o))
	for _, n := range o.Owners {
		c.ownerCard(o, n)
	}
	if len(o.Owners) == 0 {
		c.probable(o)
	}
	if len(o.Owners)+len(o.Probable) > 0 {
		c.seat(o)
	}
	c.others(o)
	c.writeSources()
	_, err := io.WriteString(w, c.String())
	return err
}

// ownerText is the answer in one sentence.
func (c *cards) ownerText(o overlap.Ownership) string {
	switch {
	case o.State == landscape.Orphaned && len(o.Successors) > 0:
		return c.say.T("owner.orphaned-next", "Ended", c.named(o.Ended), "Next", c.named(o.Successors))
	case o.State == landscape.Orphaned:
		return c.say.T("owner.orphaned", "Ended", c.named(o.Ended))
	case o.State == landscape.Shared:
		return c.say.T("owner.shared")
	case o.State == landscape.Owned && o.Bottleneck == nil:
		return c.say.T("owner.itself")
	case o.State == landscape.Owned && claimOf(o, o.Owners[0].ID).Extent != "":
		return c.say.T("owner.part")
	case o.State == landscape.Owned:
		return c.say.T("owner.owned")
	case len(o.Probable) == 0 && len(touching(o)) == 0:
		return c.say.N("owner.nobody", len(c.q.Nodes(landscape.Initiative))) + " " + c.advice(o)
	}
	return c.unowned(o) + " " + c.nearby(o)
}

// advice says what to do with what lies nowhere.
func (c *cards) advice(o overlap.Ownership) string {
	if o.Bottleneck == nil {
		return c.say.T("owner.do-list")
	}
	return c.say.T("owner.do-action")
}

// unowned says that a bottleneck lies nowhere; of a text that is no bottleneck
// of the list only that this is not recorded.
func (c *cards) unowned(o overlap.Ownership) string {
	if o.Bottleneck == nil {
		return c.say.T("owner.not-recorded")
	}
	return c.say.T("owner.unowned")
}

func (c *cards) nearby(o overlap.Ownership) string {
	if n := len(o.Probable); n > 0 {
		return c.say.N("owner.probable", n)
	}
	return c.say.N("owner.touching", len(touching(o)))
}

// ownerCard writes an owner with its part, what remains, and how we know.
func (c *cards) ownerCard(o overlap.Ownership, n *landscape.Node) {
	c.line("\n" + n.Name())
	what := c.kind(n)
	if themes := c.themes(n); themes != "" {
		what += " · " + themes
	}
	c.fact("card.what", what+" · "+c.standing(n)+" · id: "+string(n.ID))
	r := claimOf(o, n.ID)
	if r.From == "" {
		return
	}
	c.fact("owner.part-label", orText(r.Extent, c.say.T("owner.whole")))
	if r.Remainder != "" {
		c.fact("owner.remainder", r.Remainder)
	}
	c.fact("owner.known", c.basis(r.Basis))
}

func orText(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// probable writes who is likely to have it, with what that rests on: a
// relation that is our reading, or what the text is like.
func (c *cards) probable(o overlap.Ownership) {
	for _, n := range o.Probable {
		if claimOf(o, n.ID).From != "" {
			c.ownerCard(o, n)
			continue
		}
		for _, candidate := range o.Candidates {
			if candidate.Node == n {
				c.line("")
				c.card(candidate)
			}
		}
	}
}

// seat says where the owners' matters are decided, and who leads.
func (c *cards) seat(o overlap.Ownership) {
	c.line("")
	c.fact("owner.decided", orText(c.named(o.DecidedAt), c.say.T("owner.unknown")))
	c.fact("owner.leads", orText(c.named(o.Leads), c.say.T("owner.unknown")))
}

// others writes the candidates that have not been named.
func (c *cards) others(o overlap.Ownership) {
	var rest []overlap.Candidate
	for _, candidate := range o.Candidates {
		if !holds(o.Owners, candidate.Node) && !holds(o.Probable, candidate.Node) {
			rest = append(rest, candidate)
		}
	}
	known := len(o.Owners)+len(o.Probable) > 0
	if known || len(touching(o)) > 0 {
		rest = filtered(rest, func(c overlap.Candidate) bool { return c.Verdict != overlap.None })
	}
	rest = telling(rest, cardsMost)
	switch {
	case len(rest) == 0:
		return
	case known:
		c.line("\n" + c.say.T("owner.others"))
	case nobody(o):
		c.line("\n" + c.say.T("overlap.nearest"))
	}
	c.candidates(rest, cardsMost)
}

func holds(nodes []*landscape.Node, n *landscape.Node) bool {
	for _, m := range nodes {
		if m.ID == n.ID {
			return true
		}
	}
	return false
}
