package prose

import (
	"slices"
	"strings"
	"unicode"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/words"
)

// whyMost is how many reasons a candidate gives, whyLeast the share of the
// weightiest from which one is worth telling.
const (
	whyMost  = 4
	whyLeast = 0.15
)

// Candidates writes what the overlap engine found: why a candidate stands
// there, what it lacks and what holds it down. It shows no scores: those order
// the candidates and mean nothing by themselves.
type Candidates struct {
	Words *words.Words
	// Land is the landscape that was asked, as of its day.
	Land *landscape.Landscape
	// Name names a node in a sentence, Concept a family of words.
	Name    Namer
	Concept func(family string) string
}

// Telling gives the candidates that are worth looking at, at most so many; where
// none is, those that come nearest.
func Telling(all []overlap.Candidate, most int) []overlap.Candidate {
	worth := filtered(all, func(o overlap.Candidate) bool { return o.Verdict != overlap.None })
	if len(worth) == 0 {
		worth = filtered(all, func(o overlap.Candidate) bool { return len(o.Reasons) > 0 })
	}
	return worth[:min(most, len(worth))]
}

func filtered[T any](items []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(items), func(item T) bool { return !keep(item) })
}

// Why gives the reasons of a candidate in words, the weightiest first. What
// speaks against it is always among them.
func (c Candidates) Why(o overlap.Candidate) []string {
	var texts []string
	for _, r := range c.telling(o) {
		texts = append(texts, c.reason(o, r))
	}
	return texts
}

// Brief is Why with the words that simply stand there in one line.
func (c Candidates) Brief(o overlap.Candidate) []string {
	var texts []string
	var same []overlap.Reason
	at := 0
	for _, r := range c.telling(o) {
		if !isSame(r) {
			texts = append(texts, c.reason(o, r))
			continue
		}
		if same = append(same, r); len(same) == 1 {
			at = len(texts)
			texts = append(texts, "")
		}
	}
	if len(same) > 0 {
		texts[at] = c.standing(same)
	}
	return texts
}

// isSame says that a word stands there as it was asked.
func isSame(r overlap.Reason) bool {
	return r.Kind == overlap.Term && (r.Match == "" || strings.EqualFold(r.Query, r.Match))
}

// standing names words that stand there, with the field behind all where that
// is one, else behind each.
func (c Candidates) standing(all []overlap.Reason) string {
	one := !slices.ContainsFunc(all, func(r overlap.Reason) bool { return r.Field != all[0].Field })
	queries := make([]string, len(all))
	for i, r := range all {
		queries[i] = Quote(r.Query)
		if !one {
			queries[i] += c.where(r)
		}
	}
	text := c.Words.N("why.terms", len(all), "Queries", strings.Join(queries, ", "))
	if one {
		text += c.where(all[0])
	}
	return text
}

// telling gives the reasons that are worth telling, in the order of Why.
func (c Candidates) telling(o overlap.Candidate) []overlap.Reason {
	var pro, con []overlap.Reason
	var told []overlap.Span
	said := map[string]bool{}
	for _, r := range o.Reasons {
		text := c.reason(o, r)
		switch {
		case text == "" || said[text]:
		case speaksAgainst(r):
			con, said[text] = append(con, r), true
		case r.Weight >= whyLeast*weightiest(o.Reasons) && !within(r.InQuery, told):
			pro, told, said[text] = append(pro, r), append(told, r.InQuery), true
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

// Lacks gives the weighty words that are not found, without those that stand
// there to be left out.
func (c Candidates) Lacks(o overlap.Candidate) []string {
	return filtered(o.Missing, func(word string) bool {
		return !slices.ContainsFunc(o.Reasons, func(r overlap.Reason) bool { return speaksAgainst(r) && r.Query == word })
	})
}

// reason writes one reason with the bridge that it goes over. What leads to a
// word only faintly, so that the word counts as not found, is told as such or
// not at all.
func (c Candidates) reason(o overlap.Candidate, r overlap.Reason) string {
	faint := slices.Contains(o.Missing, r.Query)
	switch r.Kind {
	case overlap.Exclusion:
		return c.Words.T("why.exclusion", "Match", Shown(r.Match), "Query", Quote(r.Query))
	case overlap.Judgement:
		return c.judged(r)
	case overlap.OwnedProblem:
		return c.owned(o, r)
	case overlap.Organisation, overlap.Theme:
		return c.Words.T("why."+string(r.Kind), "Query", Quote(r.Query), "Name", c.Name(landscape.ID(r.Via)))
	case overlap.Synonym:
		if faint {
			return c.Words.T("why.related", "Query", Quote(r.Query), "Match", Quote(r.Match)) + c.where(r)
		}
		return c.Words.T("why.synonym", "Query", Quote(r.Query), "Match", Quote(r.Match), "Concept", c.Concept(r.Via)) + c.where(r)
	case overlap.Compound:
		if faint {
			return ""
		}
		return c.Words.T("why.compound", "Query", Quote(r.Query), "Match", Quote(r.Match)) + c.where(r)
	}
	switch {
	case faint:
		return ""
	case r.Match == "" || strings.EqualFold(r.Query, r.Match):
		return c.Words.T("why.term", "Query", Quote(r.Query)) + c.where(r)
	case r.Via == "":
		return c.Words.T("why.form", "Query", Quote(r.Query), "Match", Quote(r.Match)) + c.where(r)
	}
	return c.Words.T("why.like", "Query", Quote(r.Query), "Match", Quote(r.Match)) + c.where(r)
}

// where says in which field of the candidate the word stands.
func (c Candidates) where(r overlap.Reason) string {
	if r.Field == "" {
		return ""
	}
	return " (" + c.Words.Or("field", string(r.Field)) + ")"
}

// judged tells what people have said before.
func (c Candidates) judged(r overlap.Reason) string {
	key := "why.judged-overlaps"
	switch {
	case r.Query != "":
		return c.Words.T("why.learned", "Query", Quote(r.Query), "Name", c.Name(landscape.ID(r.Via)))
	case r.Weight < 0:
		key = "why.judged-not-same"
	}
	return c.Words.T(key, "Name", c.Name(landscape.ID(r.Via)), "Why", r.Match)
}

// owned tells of a bottleneck or action that lies with the candidate, and
// whether that is certain.
func (c Candidates) owned(o overlap.Candidate, r overlap.Reason) string {
	n, ok := c.Land.Node(landscape.ID(r.Via))
	if !ok {
		return ""
	}
	key := "why.owned"
	if c.isInferred(o.Node.ID, n.ID) {
		key = "why.owned-probable"
	}
	text := c.Words.T(key, "Type", c.Words.T("type."+string(n.Type)), "Name", n.Name(), "ID", string(n.ID))
	if r.Query != "" {
		return text
	}
	if r.Match != "" {
		text += " " + c.Words.T("why.owned-part", "Part", r.Match)
	}
	return text
}

// isInferred says that no source tells that an item lies with an initiative:
// what could lie there, or was only asked, nobody has confirmed.
func (c Candidates) isInferred(initiative, item landscape.ID) bool {
	for _, r := range append(c.Land.Between(initiative, item), c.Land.Between(item, initiative)...) {
		said := r.Link == landscape.Owns || r.Link == landscape.HandledBy && (r.Stage == landscape.Agreed || r.Stage == landscape.Placed)
		if said && r.Certainty != landscape.Inferred {
			return false
		}
	}
	return true
}

// Caps says what holds the verdict down, and who came after what has ended.
// An exclusion is told among the reasons.
func (c Candidates) Caps(o overlap.Candidate) []string {
	var texts []string
	for _, held := range o.Caps {
		if held == overlap.CapAnnounced || held == overlap.CapTopic {
			texts = append(texts, c.Words.T("card.cap-"+string(held)))
		}
	}
	if o.Node.Type == landscape.Initiative && o.Status == landscape.Ended {
		texts = append(texts, c.Ended(o.Successors))
	}
	return texts
}

// Ended says that a table is over and who may take over, which nobody does by
// itself.
func (c Candidates) Ended(successors []*landscape.Node) string {
	if len(successors) == 0 {
		return c.Words.T("card.ended")
	}
	return c.Words.T("card.ended-next", "Next", c.Named(successors))
}

// Named writes nodes by their names.
func (c Candidates) Named(nodes []*landscape.Node) string {
	texts := make([]string, len(nodes))
	for i, n := range nodes {
		texts[i] = c.Name(n.ID)
	}
	return strings.Join(texts, ", ")
}

// Quote marks a word as somebody's.
func Quote(word string) string { return "‹" + Shown(word) + "›" }

// shownMost is how much of somebody's text is repeated, in characters.
const shownMost = 160

// Shown makes a text fit to be repeated on a screen: on one line, without
// characters that steer the screen, and not too long.
func Shown(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n == shownMost {
			return strings.TrimSpace(b.String()) + "…"
		}
		n++
		if unicode.IsControl(r) || steers(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// steers recognises the characters that turn the direction of a text or break
// its line.
func steers(r rune) bool {
	return r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u200e' || r == '\u200f' || r == '\u061c'
}
