package prose

import (
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// asked is the decision that an item asks for: the secretary's words, else
// those of the move.
func (s Setting) asked(e agenda.Entry) string {
	text := Sentence(e.Item.Get(landscape.Requested))
	if text == "" {
		text = s.move("paper.asks-", e)
	}
	switch {
	case e.Item.Get(landscape.Treatment) == landscape.ForRatification && e.Earlier != nil:
		return s.T("paper.asks-ratify", "What", text)
	case text == "":
		return s.T("paper.asks-" + e.Item.Get(landscape.Treatment))
	}
	return text
}

func (s Setting) space(text string) string {
	if text == "" {
		return ""
	}
	return " " + text
}

// move says what a move does, as a request or as done; "" where there is none.
func (s Setting) move(prefix string, e agenda.Entry) string {
	m := e.Move
	if m == nil {
		return ""
	}
	key := m.To
	switch {
	case m.To == landscape.Done && m.Outcome == landscape.Elsewhere && m.Extent != "":
		key = "part"
	case m.To == landscape.Done && m.Outcome == landscape.Elsewhere:
		key = landscape.Elsewhere
	case m.To == landscape.Done:
		key = landscape.Completed
	}
	var of []string
	for _, id := range m.For {
		of = append(of, s.name(id))
	}
	return Capital(s.T(prefix+key, "Kind", s.kindOf(e.Subject), "Lead", s.lead(m), "By", s.by(m),
		"Stage", s.Or("stage", m.Stage), "Extent", m.Extent, "Remainder", strings.TrimSuffix(m.Remainder, "."), "For", joined(of)))
}

func (s Setting) lead(m *agenda.Move) string {
	if m.Lead == "" {
		return ""
	}
	return s.name(m.Lead)
}

// by is the full name of the table that takes something over.
func (s Setting) by(m *agenda.Move) string {
	if n, ok := s.Land.Node(m.By); ok {
		return n.Name()
	}
	return s.T("paper.hidden")
}

// sets says what a decision sets in motion, one line each.
func (s Setting) sets(e agenda.Entry) []string {
	m := e.Move
	if m == nil || m.Outcome != landscape.Elsewhere {
		return nil
	}
	var lines []string
	if m.Stage == landscape.Could || m.Stage == landscape.Asked {
		lines = append(lines, s.T("paper.sets-waiting-"+m.Stage, "By", s.by(m)))
	}
	if e.Subject != nil && e.Subject.Type == landscape.Bottleneck {
		key := "paper.sets-probable"
		if m.Stage == landscape.Agreed || m.Stage == landscape.Placed {
			key = "paper.sets-owner"
		}
		lines = append(lines, s.T(key, "By", s.name(m.By)))
	}
	if m.LookBack.Known() {
		lines = append(lines, s.T("paper.sets-look-back", "Day", s.Date(m.LookBack)))
	}
	return lines
}

// decided is what was decided about an item, in words: the result, what it did,
// and what was said with it.
func (s Setting) decided(e agenda.Entry) string {
	result := e.Item.Get(landscape.Result)
	text := Sentence(s.Or("result", result))
	switch result {
	case landscape.Taken, landscape.Amended, landscape.Ratified:
		text += s.space(s.move("paper.did-", e))
	}
	said := e.Item.Get(landscape.Decision)
	if said == "" && e.Move == nil && carried(e.Item) {
		said = e.Item.Get(landscape.Requested)
	}
	text += s.space(Sentence(said))
	if e.Move != nil && !carried(e.Item) {
		text += " " + s.T("paper.proposed", "What", s.move("paper.asks-", e))
	}
	return text + s.space(s.returns(e.Item))
}

// returns says on which agenda an item comes back.
func (s Setting) returns(item *landscape.Node) string {
	for _, r := range s.Land.In(item.ID, landscape.Follows) {
		if meeting := agenda.TabledIn(s.Land, r.From); meeting != nil {
			return s.T("paper.returns", "Meeting", s.meeting(meeting))
		}
	}
	return ""
}

// Concludes says whether an edit gives an item its result.
func Concludes(e landscape.Edit) bool {
	return e.After != nil && e.After.Node != nil && e.After.Node.Type == landscape.Item && isConcluded(e)
}
