package overlapview

import (
	"regexp"
	"strings"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func (v *View) open(id landscape.ID) { v.host.Select(id) }

// buttons are the equal choices on a card. Between two initiatives there is
// only to say that they are not the same.
func (v *View) buttons(a *shownAnswer) []answers.Button {
	if v.host.State().Reads() {
		return nil
	}
	return answers.Choices(v.host, func() answers.Subject { return v.subjectOf(a) }, v.placed)
}

// subjectOf is what an answer is about; a text may have come on the list since.
func (v *View) subjectOf(a *shownAnswer) answers.Subject {
	if v.shown == a {
		return answers.Subject{Item: v.subject.Item, Text: a.subject.Text}
	}
	return a.subject
}

// placed goes on with the bottleneck that a text has become.
func (v *View) placed(e workspace.JournalEntry) {
	if id := answers.Made(e, landscape.Bottleneck); id != "" && v.shown != nil && v.subject.Item == "" {
		v.subject = answers.Subject{Item: id, Text: v.shown.subject.Text}
		v.ask()
	}
}

func (v *View) toList() {
	if v.shown != nil {
		answers.AddBottleneck(v.host, v.shown.subject.Text, v.placed)
	}
}

func (v *View) toStock() {
	if v.shown == nil {
		return
	}
	s := v.shown.subject
	if n, ok := v.host.State().Land.Node(s.Item); ok && n.Type != landscape.Bottleneck {
		s = answers.Subject{}
	}
	name := s.Text
	if s.Item == "" {
		s = answers.Subject{} // the text is the action; which bottleneck it resolves is asked
	} else {
		name = ""
	}
	answers.AddAction(v.host, name, s, nil)
}

func (v *View) copy() {
	if v.shown == nil || v.shown.err != nil {
		return
	}
	a := v.shown
	verdict := v.words.T("asking.verdict."+string(a.answer.Verdict), "Tables", a.tables)
	v.host.Copy(answers.Copied(a.writer, a.subject.Text, []string{verdict}, a.answer.Candidates))
}

var numbers = regexp.MustCompile(`\d[\d .\-/]*\d`)

// withoutNumbers is a question without its numbers.
func withoutNumbers(text string) string {
	return strings.Join(strings.Fields(numbers.ReplaceAllString(text, " ")), " ")
}
