package command

import (
	"slices"
	"strings"
	"unicode"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// whyMost is how many reasons a card gives, whyLeast the share of the
// weightiest from which one is worth telling.
const (
	whyMost  = 4
	whyLeast = 0.15
)

// why gives the reasons of a candidate in words, the weightiest first. What
// speaks against it is always among them.
func (c *cards) why(o overlap.Candidate) []string {
	var pro, con []string
	var told []overlap.Span
	for _, r := range o.Reasons {
		text := c.reason(o, r)
		switch {
		case text == "" || slices.Contains(pro, text) || slices.Contains(con, text):
		case speaksAgainst(r):
			con = append(con, text)
		case r.Weight >= whyLeast*weightiest(o.Reasons) && !within(r.InQuery, told):
			pro, told = append(pro, text), append(told, r.InQuery)
		}
	}
	return append(con, pro[:min(whyMost, len(pro))]...)
}

// within says that a word stands in a term that has been told already.
func within(s overlap.Span, told []overlap.Span) bool {
	return s.End > 0 && slices.ContainsFunc(told, func(t overlap.Span) bool { return t.Start <= s.Start && s.End <= t.End })
}

func speaksAgainst(r overlap.Reason) bool {
	return r.Kind == overlap.Exclusion || r.Kind == overlap.Judgement && r.Weight < 0
}

func weightiest(reasons []overlap.Reason) float64 {
	most := 0.0
	for _, r := range reasons {
		if !speaksAgainst(r) {
			most = max(most, r.Weight)
		}
	}
	return most
}

// lacks gives the weighty words that are not found, without those that stand
// there to be left out.
func (c *cards) lacks(o overlap.Candidate) []string {
	return filtered(o.Missing, func(word string) bool {
		return !slices.ContainsFunc(o.Reasons, func(r overlap.Reason) bool { return speaksAgainst(r) && r.Query == word })
	})
}

// reason writes one reason with the bridge that it goes over. What leads to a
// word only faintly, so that the word counts as not found, is told as such or
// not at all.
func (c *cards) reason(o overlap.Candidate, r overlap.Reason) string {
	faint := slices.Contains(o.Missing, r.Query)
	switch r.Kind {
	case overlap.Exclusion:
		return c.say.T("why.exclusion", "Match", shown(r.Match), "Query", quote(r.Query))
	case overlap.Judgement:
		return c.judged(r)
	case overlap.OwnedProblem:
		return c.owned(o, r)
	case overlap.Organisation, overlap.Theme:
		return c.say.T("why."+string(r.Kind), "Query", quote(r.Query), "Name", c.nameOf(landscape.ID(r.Via)))
	case overlap.Synonym:
		if faint {
			return c.say.T("why.related", "Query", quote(r.Query), "Match", quote(r.Match)) + c.where(r)
		}
		return c.say.T("why.synonym", "Query", quote(r.Query), "Match", quote(r.Match), "Concept", c.q.concept(r.Via)) + c.where(r)
	case overlap.Compound:
		if faint {
			return ""
		}
		return c.say.T("why.compound", "Query", quote(r.Query), "Match", quote(r.Match)) + c.where(r)
	}
	switch {
	case faint:
		return ""
	case r.Match == "" || strings.EqualFold(r.Query, r.Match):
		return c.say.T("why.term", "Query", quote(r.Query)) + c.where(r)
	case r.Via == "":
		return c.say.T("why.form", "Query", quote(r.Query), "Match", quote(r.Match)) + c.where(r)
	}
	return c.say.T("why.like", "Query", quote(r.Query), "Match", quote(r.Match)) + c.where(r)
}

// where says in which field of the candidate the word stands.
func (c *cards) where(r overlap.Reason) string {
	if r.Field == "" {
		return ""
	}
	return " (" + c.say.Or("field", string(r.Field)) + ")"
}

// judged tells what people have said before.
func (c *cards) judged(r overlap.Reason) string {
	key := "why.judged-overlaps"
	switch {
	case r.Query != "":
		return c.say.T("why.learned", "Query", quote(r.Query), "Name", c.nameOf(landscape.ID(r.Via)))
	case r.Weight < 0:
		key = "why.judged-not-same"
	}
	return c.say.T(key, "Name", c.nameOf(landscape.ID(r.Via)), "Why", r.Match)
}

// owned tells of a bottleneck or action that lies with the candidate, and
// whether that is certain.
func (c *cards) owned(o overlap.Candidate, r overlap.Reason) string {
	n, ok := c.on.Node(landscape.ID(r.Via))
	if !ok {
		return ""
	}
	key := "why.owned"
	if c.isInferred(o.Node.ID, n.ID) {
		key = "why.owned-probable"
	}
	text := c.say.T(key, "Type", c.say.T("type."+string(n.Type)), "Name", n.Name(), "ID", string(n.ID))
	if r.Query != "" {
		return text
	}
	if r.Match != "" {
		text += " " + c.say.T("why.owned-part", "Part", r.Match)
	}
	return text
}

// isInferred says that no source tells that an item lies with an initiative.
func (c *cards) isInferred(initiative, item landscape.ID) bool {
	for _, r := range append(c.on.Between(initiative, item), c.on.Between(item, initiative)...) {
		if (r.Link == landscape.Owns || r.Link == landscape.HandledBy) && r.Certainty != landscape.Inferred {
			return false
		}
	}
	return true
}

// shownMost is how much of somebody's text is repeated, in characters.
const shownMost = 160

// shown makes a text fit to be repeated on a screen: on one line, without
// characters that steer the screen, and not too long.
func shown(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n == shownMost {
			return strings.TrimSpace(b.String()) + "…"
		}
		n++
		if unicode.IsControl(r) || isOverride(r) || r == '\u2028' || r == '\u2029' {
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}
