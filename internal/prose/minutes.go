package prose

import (
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose/sheet"
)

// Held is a meeting that was held, with what its list of decisions says.
type Held struct {
	Meeting, Body *landscape.Node
	// Decided are the items with a result, Open those without.
	Decided, Open []agenda.Entry
	// Recorded are the names of those who wrote the decisions down.
	Recorded []string
}

// Minutes is the list of decisions of a meeting.
func Minutes(s Setting, h Held) *sheet.Sheet {
	page := s.sheet(s.T("paper.minutes", "Meeting", s.meeting(h.Meeting)))
	page.Add(s.made(h.Body))
	var f sheet.Facts
	f.Add(s.T("paper.present"), joined(h.Meeting.All(landscape.Present)))
	f.Add(s.T("paper.decided-by"), joined(s.deciders(h.Decided)))
	if s.Audience != landscape.Public {
		f.Add(s.T("paper.recorded-by"), joined(h.Recorded))
	}
	if len(f) > 0 {
		page.Add(f)
	}
	page.Add(sheet.Heading{Level: 2, Text: s.T("paper.decisions")})
	if len(h.Decided) == 0 {
		page.Add(sheet.Text(s.T("paper.no-decisions")))
	} else {
		page.Add(s.decisions(h.Decided))
	}
	s.follows(page, h.Decided)
	if len(h.Open) > 0 {
		page.Add(sheet.Heading{Level: 2, Text: s.T("paper.open")}, sheet.List(titles(h.Open)))
	}
	return page
}

func titles(entries []agenda.Entry) []string {
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = numbered(e) + ". " + title(e)
	}
	return all
}

// deciders names who decided.
func (s Setting) deciders(entries []agenda.Entry) []string {
	var all []string
	for _, e := range entries {
		name := e.Item.Get(landscape.DecidedBy)
		if n, ok := s.Land.Node(landscape.ID(name)); ok {
			name = n.Name()
		}
		if name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// decisions is a table of what was decided.
func (s Setting) decisions(entries []agenda.Entry) sheet.Table {
	t := sheet.Table{
		Caption: s.T("paper.decisions"),
		Heads:   []string{s.T("paper.number"), s.T("paper.subject"), s.T("paper.decision"), s.T("paper.lead"), s.T("paper.look-back")},
	}
	for _, e := range entries {
		lookBack := landscape.Date{}
		if e.Move != nil && carried(e.Item) {
			lookBack = e.Move.LookBack
		}
		t.Rows = append(t.Rows, []string{numbered(e), title(e), s.decided(e), or(s.leads(e)), s.day(lookBack)})
	}
	return t
}

// carried says whether a decision did what was proposed.
func carried(item *landscape.Node) bool {
	return slices.Contains([]string{landscape.Taken, landscape.Amended, landscape.Ratified}, item.Get(landscape.Result))
}

// follows is what the decisions set in motion.
func (s Setting) follows(page *sheet.Sheet, entries []agenda.Entry) {
	var lines []string
	for _, e := range entries {
		if e.Move == nil || e.Move.Outcome != landscape.Elsewhere || !carried(e.Item) {
			continue
		}
		if stage := e.Move.Stage; stage == landscape.Could || stage == landscape.Asked {
			lines = append(lines, s.T("paper.follows-"+stage, "Number", numbered(e), "Title", title(e), "By", s.by(e.Move)))
		}
	}
	if len(lines) > 0 {
		page.Add(sheet.Heading{Level: 2, Text: s.T("paper.follows")}, sheet.List(lines))
	}
}
