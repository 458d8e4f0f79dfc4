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
	all := answers.Choices(v.host, func() answers.Subject { return a.subject },
		func(e workspace.JournalEntry) { v.listed(a.subject, e) })
	for i, b := range all {
		all[i].Do = func(t answers.Told) { v.choose(a, func() { b.Do(t) }) }
	}
	return all
}

// choose does something with a card, unless that answers another question than
// the one in the field: the cards of that one are on their way.
func (v *View) choose(a *shownAnswer, do func()) {
	if a.subject != v.now() {
		v.host.Notice(v.words.T("asking.late"))
		return
	}
	do()
}

// listed goes on with the bottleneck that a text has become, where one still
// asks about that text.
func (v *View) listed(s answers.Subject, e workspace.JournalEntry) {
	if id := answers.Made(e, landscape.Bottleneck); id != "" && s.Item == "" && v.now() == s {
		v.subject.Item = id
		v.ask()
	}
}

// toList puts what stands in the field on the bottleneck list.
func (v *View) toList() {
	if s := v.now(); s.Text != "" && s.Item == "" {
		answers.AddBottleneck(v.host, s.Text, func(e workspace.JournalEntry) { v.listed(s, e) })
	}
}

// toStock thinks of an action: for the bottleneck asked about, or what the text
// says; then which bottleneck it resolves is asked.
func (v *View) toStock() {
	s := v.now()
	name := s.Text
	if s.Item != "" {
		name = ""
	}
	if n, ok := v.host.State().Land.Node(s.Item); !ok || n.Type != landscape.Bottleneck {
		s = answers.Subject{}
	}
	answers.AddAction(v.host, name, s, nil)
}

func (v *View) copy() {
	v.withAnswer(func() {
		a := v.shown
		if a.err != nil {
			return
		}
		v.host.Copy(answers.Copied(a.writer, a.subject.Text, []string{v.verdictText(a)}, a.answer.Candidates))
	})
}

var numbers = regexp.MustCompile(`\d[\d .\-/]*\d`)

// withoutNumbers is a question without its numbers.
func withoutNumbers(text string) string {
	return strings.Join(strings.Fields(numbers.ReplaceAllString(text, " ")), " ")
}
