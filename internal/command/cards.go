package command

import (
	"fmt"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
)

// marks stand before the words of a verdict (VISUAL 3).
var marks = map[overlap.Verdict]string{overlap.Covered: "●", overlap.Partly: "◐", overlap.None: "○"}

// cards is an answer written out for people. It shows no scores: those order
// the cards and mean nothing by themselves.
type cards struct {
	page
	q *asking
}

func (a *app) cards(q *asking) *cards {
	return &cards{page{app: a, on: q.Landscape, width: a.Width}, q}
}

// line writes a sentence, wrapped.
func (c *cards) line(text string) {
	fmt.Fprintln(c, strings.Join(wrap(text, c.width), "\n"))
}

// candidates writes the cards of those that are worth looking at.
func (c *cards) candidates(all []overlap.Candidate, most int) {
	for _, o := range telling(all, most) {
		fmt.Fprintln(c)
		c.card(o)
	}
}

// telling gives the candidates that are worth looking at.
func telling(all []overlap.Candidate, most int) []overlap.Candidate { return prose.Telling(all, most) }

// card writes one candidate: what it is, why it stands here, what it lacks.
func (c *cards) card(o overlap.Candidate) {
	lines := wrap(o.Node.Name(), max(c.width-2, 0))
	fmt.Fprintln(c, marks[o.Verdict]+" "+strings.Join(lines, "\n  "))
	c.fact("card.what", c.what(o))
	for i, but := range c.caps(o) {
		c.fact(first("card.but", i), but)
	}
	for i, why := range c.why(o) {
		c.fact(first("card.why", i), why)
	}
	if lacks := c.lacks(o); len(lacks) > 0 {
		c.fact("card.missing", quoted(lacks))
	}
}

// first gives the key for the first of several lines; the others have no label.
func first(key string, i int) string {
	if i == 0 {
		return key
	}
	return ""
}

// fact writes a labelled line of a card.
func (c *cards) fact(key, text string) {
	label := ""
	if key != "" {
		label = c.say.T(key)
	}
	c.item("  "+label, []string{text}, "")
}

// what says in one line what a candidate is and how it stands.
func (c *cards) what(o overlap.Candidate) string {
	parts := []string{c.say.T("verdict." + string(o.Verdict)), c.kind(o.Node)}
	if themes := c.themes(o.Node); themes != "" {
		parts = append(parts, themes)
	}
	if text := c.state(o.Node); text != "" {
		parts = append(parts, text)
	}
	return strings.Join(append(parts, "id: "+string(o.Node.ID)), " · ")
}

// kind is the kind of an initiative, or the type of anything else.
func (c *cards) kind(n *landscape.Node) string {
	if kind := n.Kind(); kind != "" {
		return c.say.Or("kind", kind)
	}
	return c.say.T("type." + string(n.Type))
}

func (c *cards) themes(n *landscape.Node) string {
	numbers := c.q.themeNumbers(n)
	if numbers == "" {
		return ""
	}
	return c.say.N("card.themes", len(c.q.themesOf(n)), "Themes", numbers)
}

// state says how an item stands: its status, where it lies, or on which list.
func (c *cards) state(n *landscape.Node) string {
	switch {
	case n.Type == landscape.Initiative:
		return c.standing(n)
	case n.Type == landscape.Bottleneck:
		return c.q.lies(c.q.OwnershipOf(n.ID, c.q.day))
	case n.Get(landscape.List) != "":
		return c.say.Or("list", n.Get(landscape.List))
	}
	return ""
}

// standing is the status of an initiative, with its end where that is known.
func (c *cards) standing(n *landscape.Node) string {
	status := c.say.Or("status", string(landscape.StatusOf(n, c.q.day)))
	if end := n.Date(landscape.End); end.Known() {
		return c.say.T("card.until", "Status", status, "End", c.say.Date(end))
	}
	return status
}

func quoted(words []string) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = quote(w)
	}
	return strings.Join(texts, ", ")
}

func quote(word string) string { return prose.Quote(word) }
