package overlapview

import (
	"errors"
	"strings"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/workspace"
)

// show puts an answer on the screen.
func (v *View) show(a *shownAnswer) {
	v.shown = a
	v.verdict.RemoveAll()
	v.cards.RemoveAll()
	v.foot.RemoveAll()
	if a.err != nil {
		v.verdict.Add(kit.Body(v.fault(a.err)))
		v.content.Refresh()
		return
	}
	v.verdict.Add(v.sentence(a))
	most := few
	if v.all {
		most = len(a.answer.Candidates)
	}
	told := answers.Telling(a.answer.Candidates, most)
	for _, o := range told {
		v.cards.Add(answers.NewCard(a.writer, a.writer.Tell(o), v.open, v.buttons()...))
	}
	v.foot.Add(v.below(len(answers.Telling(a.answer.Candidates, len(a.answer.Candidates))) - len(told)))
	v.content.Refresh()
}

func (v *View) fault(err error) string {
	if errors.Is(err, overlap.ErrBSN) {
		return v.words.T("asking.bsn")
	}
	return err.Error()
}

func (v *View) open(id landscape.ID) { v.host.Select(id) }

// buttons are the equal choices on a card.
func (v *View) buttons() []answers.Button {
	if v.host.State().Reads() {
		return nil
	}
	t := v.words.T
	return []answers.Button{
		{Text: t("asking.here"), Do: func(c answers.Told) { v.place(c, false) }},
		{Text: t("asking.partly-here"), Do: func(c answers.Told) { v.place(c, true) }},
		{Text: t("asking.connect"), Do: v.connect},
		{Text: t("asking.not-same"), Do: v.notSame},
	}
}

// place records that it lies with the candidate; what covers it may itself be a
// bottleneck, and then its owner is meant.
func (v *View) place(c answers.Told, part bool) {
	by := c.Node.ID
	if c.Node.Type != landscape.Initiative {
		v.host.Notice(v.words.T("asking.no-table"))
		return
	}
	answers.Place(v.host, answers.Placing{Item: v.item, Text: v.shown.text, By: by, Part: part}, v.placed)
}

func (v *View) placed(e workspace.JournalEntry) {
	if id := answers.Made(e, landscape.Bottleneck); id != "" {
		v.item = id
	}
}

// connect thinks of an action to bring tables together.
func (v *View) connect(c answers.Told) {
	text := v.words.T("asking.connect.name", "Table", c.Node.ShortName())
	v.withItem(func(id landscape.ID) { answers.AddAction(v.host, text, id, "insight", nil) })
}

// notSame remembers that the question and the candidate differ.
func (v *View) notSame(c answers.Told) {
	v.withItem(func(id landscape.ID) { answers.NotSame(v.host, id, c.Node.ID, nil) })
}

// withItem does something with the bottleneck of the question, and puts the
// text on the list first where it is not there yet.
func (v *View) withItem(do func(landscape.ID)) {
	if v.item != "" {
		do(v.item)
		return
	}
	answers.AddBottleneck(v.host, v.shown.text, func(e workspace.JournalEntry) {
		v.placed(e)
		if v.item != "" {
			do(v.item)
		}
	})
}

func (v *View) toList() { answers.AddBottleneck(v.host, v.question.Text, v.placed) }

func (v *View) toStock() {
	answers.AddAction(v.host, v.question.Text, v.item, "", nil)
}

func (v *View) copy() {
	if v.shown != nil && v.shown.err == nil {
		v.host.Copy(Text(v.shown.writer, v.shown.text, v.shown.answer))
	}
}

// Text is an answer with its reasons and sources, for a memo or a mail.
func Text(w answers.Writer, question string, a overlap.Answer) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n") }
	line(w.Words.T("asking.copy.question", "Text", question))
	line(w.Words.T("asking.verdict."+string(a.Verdict), "Tables", len(w.Land.Nodes(landscape.Initiative))))
	for _, o := range answers.Telling(a.Candidates, few) {
		t := w.Tell(o)
		line("")
		line("- " + t.Kind + " " + t.Node.Name() + " (" + kit.StatusText(w.Words, t.Node, w.Day) + ")")
		for _, why := range t.Why {
			line("  " + w.Words.T("card.why") + ": " + why)
		}
		if len(t.Missing) > 0 {
			line("  " + w.Words.T("card.missing") + ": " + strings.Join(t.Missing, ", "))
		}
	}
	line("")
	line(w.Words.T("asking.copy.day", "Day", w.Words.Date(w.Day)))
	return b.String()
}
