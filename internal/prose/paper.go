package prose

import (
	"fmt"
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose/sheet"
	"snijvlak/internal/words"
)

// Setting is for whom papers are made, and from what.
type Setting struct {
	*words.Words
	// Land is what the audience may see, as of the day of the paper.
	Land     *landscape.Landscape
	Audience landscape.Audience
	// Made is the day on which the paper is made.
	Made landscape.Date
	// Near gives what the overlap check finds about an item, best first; nil
	// where it was not asked.
	Near func(landscape.ID) []overlap.Candidate
}

// sheet begins a paper: its title, and for whom it is.
func (s Setting) sheet(title string) *sheet.Sheet {
	return &sheet.Sheet{Lang: s.Lang, Title: title, Status: s.T("paper.status-" + string(s.Audience))}
}

// made is the line that says of which body and when.
func (s Setting) made(body *landscape.Node) sheet.Remark {
	if body == nil {
		return sheet.Remark(s.T("paper.made", "Day", s.Date(s.Made)))
	}
	return sheet.Remark(s.T("paper.made-of", "Body", body.Name(), "Day", s.Date(s.Made)))
}

// meeting is a meeting by its body and day.
func (s Setting) meeting(n *landscape.Node) string { return MeetingName(s.Words, s.Land, n) }

// title is the subject of an item, short: its own name, or that of what it
// moves.
func title(e agenda.Entry) string {
	if e.Subject != nil && e.Item.Name() == e.Subject.Name() {
		return e.Subject.ShortName()
	}
	return e.Item.ShortName()
}

// numbered is the number of an item; one without has a dash.
func numbered(e agenda.Entry) string {
	if n := e.Item.Number(); n > 0 {
		return fmt.Sprint(n)
	}
	return "–"
}

// leads names who leads the action an item is about: who is proposed to, else
// who does.
func (s Setting) leads(e agenda.Entry) string {
	if e.Move != nil && e.Move.Lead != "" {
		return s.name(e.Move.Lead)
	}
	if e.Subject == nil || e.Subject.Type != landscape.Action {
		return ""
	}
	return joined(namesOf(e.Leads))
}

// name is the short name of a node, or words for one that is not for the reader.
func (s Setting) name(id landscape.ID) string {
	if n, ok := s.Land.Node(id); ok {
		return n.ShortName()
	}
	return s.T("paper.hidden")
}

// day is a date in full; an unknown one is a dash.
func (s Setting) day(d landscape.Date) string {
	if !d.Known() {
		return "–"
	}
	return s.Date(d)
}

// or gives the first text that says something.
func or(texts ...string) string {
	i := slices.IndexFunc(texts, func(t string) bool { return t != "" })
	if i < 0 {
		return "–"
	}
	return texts[i]
}

// kindOf is what a thing is, with the article a sentence has for it: "het
// knelpunt", "de actie".
func (s Setting) kindOf(n *landscape.Node) string {
	if n == nil {
		return s.T("paper.the-item")
	}
	return s.Or("paper.the", string(n.Type))
}

// Closed gives the items of a meeting that an audience may not see, and that
// are therefore not in its papers.
func Closed(l *landscape.Landscape, meeting landscape.ID, to landscape.Audience) []*landscape.Node {
	return slices.DeleteFunc(agenda.ItemsOf(l, meeting), func(n *landscape.Node) bool { return to.Sees(n.Audience()) })
}

// Unfilled gives the fields of a cover note that somebody should still fill in.
func Unfilled(e agenda.Entry) []landscape.Field {
	var empty []landscape.Field
	if e.Item.Get(landscape.Occasion) == "" && e.Earlier == nil && (e.Move == nil || e.Move.Reason == "") {
		empty = append(empty, landscape.Occasion)
	}
	if e.Item.Get(landscape.Treatment) == landscape.ForInformation {
		return empty
	}
	if e.Item.Get(landscape.Requested) == "" && e.Move == nil {
		empty = append(empty, landscape.Requested)
	}
	for _, f := range []landscape.Field{landscape.Dilemma, landscape.Advice} {
		if e.Item.Get(f) == "" {
			empty = append(empty, f)
		}
	}
	return empty
}
