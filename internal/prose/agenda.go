package prose

import (
	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose/sheet"
)

// Agenda is the paper of a meeting to come: its items, what happened since the
// one before, how things stand, and a cover note for each item.
func Agenda(s Setting, p agenda.Papers) *sheet.Sheet {
	page := s.sheet(s.T("paper.agenda", "Meeting", s.meeting(p.Meeting)))
	page.Add(s.made(p.Body))
	s.items(page, p.Entries)
	s.previous(page, p)
	if p.Previous != nil {
		page.Add(sheet.Heading{Level: 2, Text: s.T("paper.since", "Meeting", s.meeting(p.Previous))})
		s.changes(page, p)
	}
	s.progress(page, p.Progress)
	s.waiting(page, p.Waiting)
	s.returning(page, p.Returning)
	for _, e := range p.Entries {
		s.note(page, e)
	}
	return page
}

// items is the agenda at a glance.
func (s Setting) items(page *sheet.Sheet, entries []agenda.Entry) {
	page.Add(sheet.Heading{Level: 2, Text: s.T("paper.items")})
	if len(entries) == 0 {
		page.Add(sheet.Text(s.T("paper.no-items")))
		return
	}
	t := sheet.Table{
		Caption: s.T("paper.items"),
		Heads:   []string{s.T("paper.number"), s.T("paper.subject"), s.T("paper.treatment"), s.T("paper.requested"), s.T("paper.lead")},
	}
	for _, e := range entries {
		t.Rows = append(t.Rows, []string{
			numbered(e), title(e), s.Or("treatment", e.Item.Get(landscape.Treatment)), s.asked(e), or(s.leads(e)),
		})
	}
	page.Add(t)
}

// previous is what the meeting before decided.
func (s Setting) previous(page *sheet.Sheet, p agenda.Papers) {
	if p.Previous == nil || len(p.Decisions) == 0 {
		return
	}
	page.Add(sheet.Heading{Level: 2, Text: s.T("paper.previous", "Meeting", s.meeting(p.Previous))}, s.decisions(p.Decisions))
}

// progress is what is under way, by who leads it.
func (s Setting) progress(page *sheet.Sheet, by []agenda.Progress) {
	if len(by) == 0 {
		return
	}
	t := sheet.Table{
		Caption: s.T("paper.progress"),
		Heads:   []string{s.T("paper.lead"), s.T("type.action"), s.T("paper.since-day"), s.T("paper.stand")},
	}
	t.Heads[1] = Capital(t.Heads[1])
	for _, p := range by {
		lead := s.T("paper.no-lead")
		if p.Lead != nil {
			lead = p.Lead.ShortName()
		}
		for _, c := range p.Actions {
			t.Rows = append(t.Rows, []string{lead, c.Node.ShortName(), s.day(c.Since), or(c.Node.Get(landscape.Note))})
		}
	}
	page.Add(sheet.Heading{Level: 2, Text: s.T("paper.progress")}, t)
}

// waiting is for what other tables have still to answer.
func (s Setting) waiting(page *sheet.Sheet, waiting []agenda.Waiting) {
	if len(waiting) == 0 {
		return
	}
	t := sheet.Table{
		Caption: s.T("paper.waiting"),
		Heads:   []string{s.T("paper.subject"), s.T("paper.table"), s.T("paper.stage"), s.T("paper.since-day"), s.T("paper.look-back")},
	}
	for _, w := range waiting {
		t.Rows = append(t.Rows, []string{
			w.Node.ShortName(), w.By.ShortName(), s.Or("stage", w.Relation.Stage), s.day(w.Relation.Since), s.day(w.Relation.LookBack),
		})
	}
	page.Add(sheet.Heading{Level: 2, Text: s.T("paper.waiting")}, t)
}

// returning is what comes up for review.
func (s Setting) returning(page *sheet.Sheet, back []agenda.Returning) {
	if len(back) == 0 {
		return
	}
	t := sheet.Table{
		Caption: s.T("paper.returning"),
		Heads:   []string{s.T("paper.subject"), s.T("paper.lay-with"), s.T("paper.why-now")},
	}
	for _, r := range back {
		why := s.T("paper.because-"+string(r.Because), "Day", s.Date(r.Relation.LookBack), "End", s.Date(r.By.Date(landscape.End)))
		if len(r.Successors) > 0 {
			why += " " + s.T("paper.successor", "Names", joined(namesOf(r.Successors)))
		}
		t.Rows = append(t.Rows, []string{r.Node.ShortName(), r.By.ShortName(), why})
	}
	page.Add(sheet.Heading{Level: 2, Text: s.T("paper.returning")}, t)
}
