package prose

import (
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose/sheet"
)

// note puts the cover note of an item on a page of its own.
func (s Setting) note(p *sheet.Sheet, e agenda.Entry) {
	p.Add(sheet.Heading{Level: 2, Text: s.T("paper.item", "Number", numbered(e), "Title", title(e)), NewPage: true})
	var f sheet.Facts
	f.Add(s.T("paper.subject"), s.subject(e)...)
	f.Add(s.T("paper.treatment"), Capital(s.Or("treatment", e.Item.Get(landscape.Treatment))))
	f.Add(s.T("paper.requested"), s.asked(e))
	f.Add(s.T("paper.occasion"), s.occasion(e)...)
	f.Add(s.T("paper.dilemma"), e.Item.Get(landscape.Dilemma))
	f.Add(s.T("paper.criteria"), s.criteria(e)...)
	f.Add(s.T("paper.lies-with"), s.lies(e)...)
	f.Add(s.T("paper.advice"), s.advice(e))
	f.Add(s.T("paper.consequences"), append([]string{e.Item.Get(landscape.Consequences)}, s.sets(e)...)...)
	f.Add(s.T("paper.lead"), s.leads(e))
	f.Add(s.T("paper.status"), s.status(e))
	p.Add(f)
}

// subject is what an item is about in full, and to which themes that belongs.
func (s Setting) subject(e agenda.Entry) []string {
	if e.Subject == nil {
		return nil
	}
	lines := []string{Capital(s.T("type."+string(e.Subject.Type))) + ": " + e.Subject.Name()}
	for _, t := range e.Themes {
		lines = append(lines, Capital(s.T("type."+string(t.Type)))+" "+s.numberOf(t)+t.Name())
	}
	return lines
}

func (s Setting) numberOf(n *landscape.Node) string {
	if n.Get(landscape.Number) == "" {
		return ""
	}
	return n.Get(landscape.Number) + ": "
}

// occasion is why the item is here, why the move is proposed, and what came
// before.
func (s Setting) occasion(e agenda.Entry) []string {
	lines := []string{e.Item.Get(landscape.Occasion)}
	if e.Move != nil && e.Move.Reason != e.Item.Get(landscape.Occasion) {
		lines = append(lines, Sentence(e.Move.Reason))
	}
	if e.Earlier == nil {
		return lines
	}
	meeting := agenda.TabledIn(s.Land, e.Earlier.ID)
	if meeting == nil || e.Earlier.Get(landscape.Result) == "" {
		return lines
	}
	return append(lines, s.T("paper.earlier", "Meeting", s.meeting(meeting),
		"Result", s.Or("result", e.Earlier.Get(landscape.Result)), "Text", Sentence(e.Earlier.Get(landscape.Decision))))
}

// criteria are what was said of an action that is to be taken up.
func (s Setting) criteria(e agenda.Entry) []string {
	if e.Move == nil || e.Move.To != landscape.Underway || e.Subject == nil {
		return nil
	}
	var lines []string
	for _, f := range []landscape.Field{landscape.Importance, landscape.Feasibility, landscape.Impact} {
		value := e.Subject.Get(f)
		if value == agenda.NotDiscussed {
			value = s.T("paper.not-discussed")
		}
		if value != "" {
			lines = append(lines, Capital(s.T("field."+string(f)))+": "+value)
		}
	}
	return lines
}

// advice of the klankbordgroep; that there is none is said where one would be
// asked for.
func (s Setting) advice(e agenda.Entry) string {
	text := e.Item.Get(landscape.Advice)
	if text == "" && e.Item.Get(landscape.Treatment) != landscape.ForInformation {
		return s.T("paper.no-advice")
	}
	return text
}

// status is what has become of the item.
func (s Setting) status(e agenda.Entry) string {
	if result := e.Item.Get(landscape.Result); result != "" {
		return Capital(s.Or("result", result))
	}
	return s.T("paper.concept")
}

// lies says what is handled elsewhere already: in the words of the secretary,
// by what is known, and by the overlap check.
func (s Setting) lies(e agenda.Entry) []string {
	lines := []string{e.Item.Get(landscape.LiesWith)}
	for _, l := range e.Lies {
		lines = append(lines, s.ownership(l, len(e.Lies) > 1))
	}
	if e.Subject == nil {
		return lines
	}
	for _, r := range s.Land.Out(e.Subject.ID, landscape.HandledBy) {
		lines = append(lines, s.T("paper.placed", "By", s.name(r.To), "Stage", s.Or("stage", r.Stage), "Extent", r.Extent))
	}
	return append(lines, s.near(e))
}

// ownership says where a bottleneck lies; named where there are several.
func (s Setting) ownership(l agenda.Lies, named bool) string {
	text := s.T("paper.state-"+string(l.State), "Owners", joined(namesOf(l.Owners)), "Ended", joined(namesOf(l.Ended)))
	if len(l.Probable) > 0 {
		text += " " + s.T("paper.probable", "Names", joined(namesOf(l.Probable)))
	}
	if named {
		return l.Bottleneck.ShortName() + ": " + text
	}
	return Capital(text)
}

// nearest is how many candidates of the overlap check a note names.
const nearest = 3

// near names what the overlap check found beyond what is said already.
func (s Setting) near(e agenda.Entry) string {
	if s.Near == nil {
		return ""
	}
	said := known(e)
	var found []string
	for _, c := range s.Near(e.Subject.ID) {
		if c.Verdict == overlap.None || slices.Contains(said, c.Node.ID) || len(found) == nearest {
			continue
		}
		found = append(found, s.T("paper.near-one", "Name", c.Node.ShortName(), "Verdict", s.T("verdict."+string(c.Verdict))))
	}
	if len(found) == 0 {
		return ""
	}
	return s.T("paper.near", "Names", joined(found))
}

// known are the tables that a note has named already.
func known(e agenda.Entry) []landscape.ID {
	var ids []landscape.ID
	for _, l := range e.Lies {
		for _, n := range slices.Concat(l.Owners, l.Ended, l.Probable) {
			ids = append(ids, n.ID)
		}
	}
	if e.Move != nil {
		ids = append(ids, e.Move.By)
	}
	return ids
}
