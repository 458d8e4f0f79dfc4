package prose

import (
	"fmt"
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose/sheet"
)

// Ask is "Voorleggen": one page for each table, with what we think lies there
// and a place for its answer.
func Ask(s Setting, pages []agenda.Asking) *sheet.Sheet {
	paper := s.sheet(s.T("paper.ask"))
	paper.Status = s.T("paper.status-ask", "Status", paper.Status)
	paper.Add(s.made(agenda.Decider(s.Land)))
	if len(pages) == 0 {
		paper.Add(sheet.Text(s.T("paper.ask-nothing")))
	}
	for i, a := range pages {
		s.asking(paper, a, i > 0)
	}
	return paper
}

// asking is the page of one table.
func (s Setting) asking(paper *sheet.Sheet, a agenda.Asking, newPage bool) {
	paper.Add(
		sheet.Heading{Level: 2, Text: s.T("paper.ask-table", "Table", a.Table.Name()), NewPage: newPage},
		sheet.Text(s.T("paper.ask-question")),
		sheet.Text(s.N("paper.ask-intro", len(a.Items)+len(a.Probable))),
	)
	n := 0
	for _, w := range a.Items {
		n++
		r := w.Relation
		s.question(paper, n, question{
			node: w.Node, why: s.whyPlaced(w), part: r.Extent, remainder: r.Remainder, lookBack: r.LookBack,
		})
	}
	for _, b := range a.Probable {
		n++
		s.question(paper, n, question{node: b, why: s.whyProbable(a.Table, b)})
	}
	paper.Add(
		sheet.Heading{Level: 3, Text: s.T("paper.ask-from")},
		sheet.Blank{Label: s.T("paper.ask-name"), Lines: 1},
		sheet.Blank{Label: s.T("paper.ask-day"), Lines: 1},
	)
}

// question is one thing that a table is asked about.
type question struct {
	node            *landscape.Node
	why             []string
	part, remainder string
	lookBack        landscape.Date
}

func (s Setting) question(paper *sheet.Sheet, n int, q question) {
	var f sheet.Facts
	f.Add(s.T("paper.ask-what"), q.node.Name())
	f.Add(s.T("paper.ask-why"), q.why...)
	f.Add(s.T("paper.ask-part"), q.part)
	f.Add(s.T("paper.ask-remainder"), q.remainder)
	if q.lookBack.Known() {
		f.Add(s.T("paper.look-back"), s.Date(q.lookBack))
	}
	paper.Add(
		sheet.Heading{Level: 3, Text: fmt.Sprintf("%d. %s", n, q.node.ShortName())}, f,
		sheet.Blank{Label: s.T("paper.ask-right"), Choices: []string{s.T("paper.yes"), s.T("paper.no"), s.T("paper.partly")}},
		sheet.Blank{Label: s.T("paper.ask-explain"), Lines: 2},
	)
}

// whyPlaced is the reason that was given when something was placed with a
// table, and what the overlap check saw.
func (s Setting) whyPlaced(w agenda.Waiting) []string {
	var why []string
	for _, r := range s.Land.In(w.Node.ID, landscape.Concerns) {
		item, ok := s.Land.Node(r.From)
		if !ok || !s.names(item, w.By.ID) || item.Get(landscape.ReasonOf) == "" {
			continue
		}
		if text := Sentence(item.Get(landscape.ReasonOf)); !slices.Contains(why, text) {
			why = append(why, text)
		}
	}
	return append(why, s.shared(w.Node.ID, w.By.ID))
}

func (s Setting) names(item *landscape.Node, id landscape.ID) bool {
	return slices.ContainsFunc(s.Land.Out(item.ID, landscape.Names), func(r landscape.Relation) bool { return r.To == id })
}

// whyProbable says what our reading rests on.
func (s Setting) whyProbable(table, bottleneck *landscape.Node) []string {
	var why []string
	for _, r := range s.Land.Between(table.ID, bottleneck.ID) {
		if r.Link != landscape.Owns {
			continue
		}
		for _, e := range r.Evidence {
			if text := s.evidence(e); text != "" {
				why = append(why, s.T("paper.ask-reading", "Source", text))
			}
		}
	}
	return append(why, s.shared(bottleneck.ID, table.ID))
}

// evidence names a source; what only says who typed it in says nothing to
// another table.
func (s Setting) evidence(e landscape.Evidence) string {
	if e.Document == "" {
		return ""
	}
	text := s.name(e.Document)
	if e.Section != "" {
		text += ", " + e.Section
	}
	return text
}

// mostWords is how many shared words a page names; those that weigh less than
// half of the first say little.
const mostWords = 3

// shared names the words that the overlap check found in both; "" where it
// found none.
func (s Setting) shared(item, table landscape.ID) string {
	if s.Near == nil {
		return ""
	}
	for _, c := range s.Near(item) {
		if c.Node.ID == table && c.Verdict != overlap.None {
			return s.sharedWords(c)
		}
	}
	return ""
}

func (s Setting) sharedWords(c overlap.Candidate) string {
	var found []string
	for _, r := range c.Reasons {
		if r.Weight > 0 && r.Weight >= c.Reasons[0].Weight/2 && r.Match != "" && len(found) < mostWords && !slices.Contains(found, r.Match) {
			found = append(found, r.Match)
		}
	}
	if len(found) == 0 {
		return ""
	}
	return s.T("paper.ask-shared", "Words", "‘"+joined(found)+"’")
}
