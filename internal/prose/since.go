package prose

import (
	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose/sheet"
)

// Since is "Sinds de vorige vergadering" as a paper of its own.
func Since(s Setting, p agenda.Papers) *sheet.Sheet {
	title := s.T("paper.since-none", "Meeting", s.meeting(p.Meeting))
	if p.Previous != nil {
		title = s.T("paper.since", "Meeting", s.meeting(p.Previous))
	}
	page := s.sheet(title)
	page.Add(s.made(p.Body))
	if p.Previous == nil {
		page.Add(sheet.Text(s.T("paper.no-previous")))
		return page
	}
	page.Add(sheet.Heading{Level: 2, Text: s.T("paper.changes")})
	s.changes(page, p)
	return page
}

// changes is what happened to the work agenda.
func (s Setting) changes(page *sheet.Sheet, p agenda.Papers) {
	c := p.Since
	switch {
	case !p.SinceKnown:
		page.Add(sheet.Text(s.T("paper.changes-unknown")))
		return
	case c.Empty():
		page.Add(sheet.Text(s.T("paper.no-changes")))
		return
	}
	var f sheet.Facts
	f.Add(s.T("paper.new-bottlenecks"), s.signalled(c.NewBottlenecks)...)
	f.Add(s.T("paper.new-actions"), namesOf(c.NewActions)...)
	var moved, answered []string
	for _, m := range c.Moved {
		moved = append(moved, s.T("sum.move", "Name", m.Node.ShortName(), "From", ListName(s.Words, m.From), "To", ListName(s.Words, m.To)))
	}
	for _, a := range c.Answered {
		answered = append(answered, s.T("paper.answered", "By", a.By.ShortName(), "Name", a.Node.ShortName(), "Stage", s.Or("stage", a.Stage)))
	}
	f.Add(s.T("paper.moved"), moved...)
	f.Add(s.T("paper.answers"), answered...)
	f.Add(s.T("paper.ended"), namesOf(c.Ended)...)
	f.Add(s.T("paper.new"), namesOf(c.New)...)
	page.Add(f)
}

// signalled names bottlenecks with who signalled them.
func (s Setting) signalled(bottlenecks []*landscape.Node) []string {
	lines := make([]string, len(bottlenecks))
	for i, n := range bottlenecks {
		lines[i] = n.ShortName()
		if by := n.All(landscape.SignalledBy); len(by) > 0 {
			lines[i] = s.T("paper.signalled", "Name", n.ShortName(), "By", joined(by))
		}
	}
	return lines
}
