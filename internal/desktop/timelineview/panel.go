package timelineview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
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

	// OnFold is told that it was opened or closed.
	OnFold func(open bool)

	open    bool
	beside  bool
	line    *kit.Card // its name; with the arrow that opens it where it is a foot
	arrow   *canvas.Image
	fold    *fyne.Container // the arrow in its room
	brief   *fyne.Container // what it says in one line
	long    *widget.Label
	short   *widget.Label
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

func newPanel(w *words.Words, open bool, days ...fyne.CanvasObject) *panel {
	p := &panel{words: w, open: open, summary: kit.Secondary(""), cards: kit.Rows(kit.Space2)}
	p.long, p.short = kit.Plain(kit.Secondary("")), kit.OneLine(kit.Secondary(""))
	p.brief = container.New(longest{}, p.long, p.short)
	p.arrow = kit.Picture(kit.NewIcon("right").In(kit.Ink2), 16)
	name := kit.Plain(kit.Section(w.T("timeline.losing")))
	p.fold = container.NewCenter(p.arrow)
	p.line = kit.NewCard(container.NewBorder(nil, nil, kit.Columns(kit.Space2, p.fold, container.NewCenter(kit.Tight(name))), nil, p.brief)).Bare()
	p.line.OnKey = p.key
	rows := kit.Rows(kit.Space2, kit.Flow(days...), kit.Tight(p.summary), p.cards)
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, kit.Space3, kit.Space2, kit.Space3), kit.Wide(900, rows)))
	p.content = container.NewBorder(p.line, nil, nil, nil, p.scroll)
	p.follow()
	return p
}

// stand puts it beside the chart, where it is always open, or under it.
func (p *panel) stand(beside bool) {
	if p.beside != beside {
		p.beside = beside
		p.follow()
	}
}

// Open opens or closes the foot.
func (p *panel) Open(open bool) {
	if p.open == open {
		return
	}
	p.open = open
	p.follow()
	if p.OnFold != nil {
		p.OnFold(open)
	}
}

// follow shows what belongs to how it stands.
func (p *panel) follow() {
	p.line.OnTapped = nil
	if !p.beside {
		p.line.OnTapped = func() { p.Open(!p.open) }
	}
	icon := "right"
	if p.open {
		icon = "down"
	}
	p.arrow.Resource = kit.NewIcon(icon).In(kit.Ink2)
	p.fold.Hidden = p.beside
	p.arrow.Refresh()
	if p.beside || p.open {
		p.scroll.Show()
		p.brief.Hide()
	} else {
		p.scroll.Hide()
		p.brief.Show()
	}
	p.line.Refresh()
	p.content.Refresh()
}

// key opens and closes as in a tree.
func (p *panel) key(e *fyne.KeyEvent) bool {
	if p.beside || e.Name != fyne.KeyRight && e.Name != fyne.KeyLeft {
		return false
	}
	p.Open(e.Name == fyne.KeyRight)
	return true
}

// lineHigh is how high the foot is when it is closed, wholeHigh when all that is
// in it shows.
func (p *panel) lineHigh() float32  { return p.line.MinSize().Height }
func (p *panel) wholeHigh() float32 { return p.lineHigh() + p.scroll.Content.MinSize().Height }

// Set shows what ends until a day; whyNot is why nothing can be changed now,
// empty where it can.
func (p *panel) Set(all []ending, until landscape.Date, whyNot string) {
	reads := whyNot != ""
	said := summary(p.words, all, until)
	p.long.SetText(said)
	p.short.SetText(brief(p.words, all, until))
	p.summary.SetText(strings.TrimSpace(said + " " + whyNot))
	p.cards.RemoveAll()
	for i, e := range all {
		if i == mostEndings {
			p.cards.Add(kit.Secondary(p.words.N("timeline.more-tables", len(all)-mostEndings)))
			break
		}
		p.cards.Add(p.card(e, reads))
	}
	p.cards.Refresh()
	p.brief.Refresh()
	p.scroll.Refresh()
}

// ends counts what ends between the day that is looked at and that of the
// question.
func ends(all []ending) int {
	n := 0
	for _, e := range all {
		if !e.already {
			n++
		}
	}
	return n
}

// brief says the same in few words; none is not counted.
func brief(w *words.Words, all []ending, until landscape.Date) string {
	ends, lost, day := ends(all), without(all), w.ShortDate(until)
	said := w.T("timeline.foot-none", "Day", day)
	if ends > 0 {
		said = w.N("timeline.foot-ends", ends, "Day", day)
	}
	if lost > 0 {
		said += " · " + w.N("timeline.foot-lost", lost)
	}
	return said
}

// summary says in a sentence what a day brings.
func summary(w *words.Words, all []ending, until landscape.Date) string {
	ends, day := ends(all), w.Date(until)
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
	head := kit.Tight(kit.Rows(kit.Space1, kit.OneLine(kit.Kind(kit.KindText(p.words, e.table))), name))
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
