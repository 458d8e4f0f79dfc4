package overlapview

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// few is how many cards are shown before one asks for more.
const few = 3

// show puts an answer on the screen.
func (v *View) show(a *shownAnswer) {
	v.shown = a
	v.beside.RemoveAll()
	v.verdict.RemoveAll()
	v.cards.RemoveAll()
	v.foot.RemoveAll()
	if a.err != nil {
		v.showFault(a)
		return
	}
	v.remember(a.subject)
	if line := v.about(a); line != nil {
		v.beside.Add(line)
	}
	v.verdict.Add(v.sentence(a))
	most := few
	if v.all {
		most = len(a.answer.Candidates)
	}
	told := answers.Telling(a.answer.Candidates, most)
	for _, o := range told {
		v.cards.Add(answers.NewCard(a.writer, a.writer.Tell(o), v.open, v.buttons(a)...))
	}
	v.foot.Add(v.below(len(answers.Telling(a.answer.Candidates, len(a.answer.Candidates))) - len(told)))
	v.content.Refresh()
}

// showFault says what is wrong with the question; with a number that looks like
// that of a citizen it can be asked without.
func (v *View) showFault(a *shownAnswer) {
	text := a.err.Error()
	rows := kit.Rows(kit.Space2)
	if errors.Is(a.err, overlap.ErrBSN) {
		text = v.words.T("asking.bsn")
		rows.Add(container.NewHBox(kit.NewButton(v.words.T("asking.bsn.without"), func() {
			v.askAbout(answers.Subject{Text: withoutNumbers(a.subject.Text)})
		})))
	}
	said := kit.Body(text)
	rows.Objects = append([]fyne.CanvasObject{kit.Column(said)}, rows.Objects...)
	v.verdict.Add(rows)
	v.content.Refresh()
}

// about says what the question is about, where that is on a list already.
func (v *View) about(a *shownAnswer) fyne.CanvasObject {
	n, key := a.near, "asking.near"
	if a.subject.Item != "" {
		n, _ = v.host.State().Land.Node(a.subject.Item)
		key = "asking.about"
	}
	if n == nil {
		return nil
	}
	text := kit.Secondary(v.words.T(key, "Type", v.words.T("type."+string(n.Type)), "Name", n.Name(), "ID", string(n.ID)))
	var do []fyne.CanvasObject
	if a.near != nil {
		do = append(do, kit.NewQuiet(v.words.T("asking.near.ask"), func() { v.Go(kit.Place{Item: n.ID}) }))
	}
	if n.Type == landscape.Bottleneck {
		do = append(do, kit.NewQuiet(v.words.T("asking.show"), func() {
			v.host.Open(kit.Place{View: kit.BottleneckView, Item: n.ID})
		}))
	}
	return kit.Rows(0, text, container.New(margins{kit.Space2}, kit.Flow(do...)))
}

// sentence is the verdict with what it means.
func (v *View) sentence(a *shownAnswer) fyne.CanvasObject {
	text := kit.Strong(v.verdictText(a))
	icon := kit.Picture(kit.NewIcon(string(a.answer.Verdict)).In(kit.Ink), 20)
	copied := kit.NewQuiet(v.words.T("asking.copy"), v.copy)
	return container.NewBorder(nil, nil, container.NewCenter(icon), container.NewCenter(copied), text)
}

// verdictText is the verdict in words; it promises nothing nearest where there is
// nothing at all.
func (v *View) verdictText(a *shownAnswer) string {
	key := string(a.answer.Verdict)
	if a.answer.Verdict == overlap.None && len(a.answer.Candidates) == 0 {
		key = "nothing"
	}
	return v.words.T("asking.verdict."+key, "Tables", a.tables)
}

// below is what stands under the cards: more of them, and what else to do.
func (v *View) below(more int) fyne.CanvasObject {
	row := kit.Flow()
	if more > 0 {
		row.Add(kit.NewQuiet(v.words.N("asking.more", more), func() {
			v.all = true
			v.show(v.shown)
		}))
	}
	state := v.host.State()
	if state.Reads() {
		return kit.Rows(kit.Space2, row, kit.Secondary(state.WhyNot()))
	}
	if v.shown.subject.Item == "" {
		row.Add(kit.NewQuiet(v.words.T("asking.to-list"), v.toList))
	}
	row.Add(kit.NewQuiet(v.words.T("asking.to-stock"), v.toStock))
	return row
}
