package timelineview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// panel is "Straks zonder tafel": what ends until a day, and what lies there.
type panel struct {
	words *words.Words
	// OnSelect is told what was clicked, OnAsk for what a successor is to be
	// asked, OnSeek for what another table is looked for.
	OnSelect func(landscape.ID)
	OnAsk    func(item, table landscape.ID)
	OnSeek   func(item landscape.ID)

	summary *widget.Label
	cards   *fyne.Container
	scroll  *container.Scroll
	content *fyne.Container
}

// The most that is shown at once; the rest is counted.
const (
	mostEndings = 40
	mostItems   = 20
)

func newPanel(w *words.Words, right ...fyne.CanvasObject) *panel {
	p := &panel{words: w, summary: kit.Secondary(""), cards: kit.Rows(kit.Space2)}
	p.scroll = container.NewVScroll(kit.Wide(900, p.cards))
	// in a row that goes on below where there is no room, as at 200 %
	head := kit.Flow(append([]fyne.CanvasObject{kit.Plain(kit.Section(w.T("timeline.losing")))}, right...)...)
	p.content = container.NewBorder(kit.Rows(0, head, p.summary), nil, nil, nil, p.scroll)
	return p
}

// Set shows what ends until a day; whyNot is why nothing can be changed now,
// empty where it can.
func (p *panel) Set(all []ending, until landscape.Date, whyNot string) {
	reads := whyNot != ""
	p.summary.SetText(strings.TrimSpace(summary(p.words, all, until) + " " + whyNot))
	p.cards.RemoveAll()
	for i, e := range all {
		if i == mostEndings {
			p.cards.Add(kit.Secondary(p.words.N("timeline.more-tables", len(all)-mostEndings)))
			break
		}
		p.cards.Add(p.card(e, reads))
	}
	p.cards.Refresh()
	p.scroll.Refresh()
}

// summary says in a sentence what a day brings.
func summary(w *words.Words, all []ending, until landscape.Date) string {
	ends := 0
	for _, e := range all {
		if !e.already {
			ends++
		}
	}
	day := w.Date(until)
	switch lost := without(all); {
	case len(all) == 0:
		return w.T("timeline.nothing-ends", "Day", day)
	case ends == 0:
		return w.N("timeline.only-lost", lost, "Day", day)
	case lost == 0:
		return w.N("timeline.only-ends", ends, "Day", day)
	default:
		return w.N("timeline.ends", ends, "Day", day) + " " + w.N("timeline.lost", lost)
	}
}

func (p *panel) card(e ending, reads bool) fyne.CanvasObject {
	t := p.words.T
	name := kit.Strong(e.table.ShortName())
	when := t("window.status.ending", "End", p.words.ShortDate(e.table.Date(landscape.End)))
	icon := "warning"
	if e.already {
		when, icon = t("timeline.already", "End", p.words.ShortDate(e.table.Date(landscape.End))), "orphaned"
	}
	head := kit.Tight(kit.Rows(kit.Space1, kit.Kind(kit.KindText(p.words, e.table)), name))
	rows := kit.Rows(kit.Space2, head, kit.Mark(icon, when, kit.Attention), kit.Tight(kit.Secondary(p.successors(e))))
	for i, item := range e.items {
		if i == mostItems {
			rows.Add(kit.Tight(kit.Secondary(p.words.N("timeline.more-items", len(e.items)-mostItems))))
			break
		}
		rows.Add(kit.Divider())
		rows.Add(p.item(e, item, reads))
	}
	card := kit.NewCard(kit.Pad(kit.Space1, rows))
	card.OnTapped = func() { p.OnSelect(e.table.ID) }
	return card
}

func (p *panel) successors(e ending) string {
	switch {
	case len(e.items) == 0:
		return p.words.T("timeline.holds-nothing")
	case len(e.successors) == 0:
		return p.words.T("timeline.no-successor")
	}
	return p.words.T("timeline.successor", "Names", names(e.successors))
}

func names(nodes []*landscape.Node) string {
	all := make([]string, len(nodes))
	for i, n := range nodes {
		all[i] = n.ShortName()
	}
	return strings.Join(all, "; ")
}

// item says what lies there, what becomes of it, and what can be done.
func (p *panel) item(e ending, i losing, reads bool) fyne.CanvasObject {
	t := p.words.T
	texts := kit.Rows(kit.Space1, kit.Body(i.node.Name()))
	switch {
	case len(i.stays) > 0:
		texts.Add(kit.Secondary(t("timeline.stays", "Names", names(i.stays))))
	case i.probable:
		texts.Add(kit.Secondary(t("timeline.probable")))
	}
	do := kit.Flow()
	if !reads {
		for _, s := range e.successors {
			do.Add(kit.NewQuiet(t("timeline.ask", "Name", s.ShortName()), func() { p.OnAsk(i.node.ID, s.ID) }))
		}
	}
	do.Add(kit.NewQuiet(t("timeline.seek"), func() { p.OnSeek(i.node.ID) }))
	do.Add(kit.NewQuiet(t("timeline.show"), func() { p.OnSelect(i.node.ID) }))
	return kit.Rows(kit.Space2, kit.Tight(texts), do)
}
