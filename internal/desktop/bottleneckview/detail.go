package bottleneckview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// few is how many candidates are shown before one asks for more.
const few = 3

// detail is the right side: one bottleneck, where it lies and what may take it.
type detail struct {
	view    *View
	content *fyne.Container
	scroll  *container.Scroll
	rows    *fyne.Container
	asking  question
	shown   *told // may be of what was chosen before; see View.current
	all     bool
}

// told is what the engine answered about a bottleneck.
type told struct {
	entry  *entry
	land   *landscape.Landscape // as of the day
	own    overlap.Ownership
	writer answers.Writer
	err    error
}

func newDetail(v *View) *detail {
	d := &detail{view: v, rows: kit.Rows(kit.Space4)}
	d.scroll = container.NewVScroll(container.New(edge{kit.Space4}, d.rows))
	d.content = container.NewStack(d.scroll)
	return d
}

// showDetail asks the engine about what is chosen.
func (v *View) showDetail() {
	d, e, state := v.detail, v.entry(), v.host.State()
	if e == nil {
		d.clear()
		return
	}
	v.inquire(&d.asking, v.words.T("bottleneck.asking"), func() func() {
		ix := v.host.Overlap()
		t := &told{entry: e, land: state.Seen, writer: answers.Writing(v.words, state.Seen, state.Day, ix)}
		t.own, t.err = ix.OwnerOf(e.node.ID)
		t.own.Candidates = slices.DeleteFunc(t.own.Candidates, func(c overlap.Candidate) bool { return e.liesWith(c.Node.ID) })
		return func() {
			d.show(t)
			v.grant()
		}
	})
}

// clear shows nothing: there is no such bottleneck, or not yet.
func (d *detail) clear() {
	d.asking = question{number: d.asking.number + 1}
	d.shown = nil
	d.rows.RemoveAll()
	d.content.Refresh()
	if !d.view.reading.open {
		d.view.wish = nil
	}
}

func (d *detail) show(t *told) {
	if d.shown == nil || d.shown.entry.node.ID != t.entry.node.ID {
		d.all = false
		d.scroll.ScrollToTop()
	}
	d.shown = t
	d.rows.RemoveAll()
	for _, part := range []fyne.CanvasObject{d.title(t), d.lies(t), d.placed(t), d.actions(t), d.candidates(t), d.foot(t)} {
		if part != nil {
			d.rows.Add(part)
		}
	}
	d.content.Refresh()
}

// title is the bottleneck itself.
func (d *detail) title(t *told) fyne.CanvasObject {
	w, n := d.view.words, t.entry.node
	head := kit.Tight(kit.Rows(0, kit.OneLine(kit.Kind(kindText(w, n))), kit.Section(n.Name())))
	state := kit.StateMark(w, t.entry.own.State)
	if t.entry.asksAttention() {
		state = kit.Mark(string(t.entry.own.State), w.T("state."+string(t.entry.own.State)), kit.Attention)
	}
	marks := kit.Flow(state)
	if len(t.entry.themes) > 0 {
		marks.Add(kit.Badges(t.entry.themes, func(n int) bool { return t.entry.inferred[n] }))
	}
	rows := kit.Rows(kit.Space2, head, marks)
	lines := kit.Rows(kit.Space1)
	for _, text := range []string{belongsText(w, t.entry), seatText(w, n), signalText(w, n), n.Get(landscape.Note)} {
		if text != "" {
			lines.Add(kit.Secondary(text))
		}
	}
	if len(lines.Objects) > 0 {
		rows.Add(kit.Tight(lines))
	}
	return rows
}

// lies says where it lies, with a card for each owner.
func (d *detail) lies(t *told) fyne.CanvasObject {
	v := d.view
	rows := kit.Rows(kit.Space2, kit.Tight(kit.Column(kit.Body(stateText(v.words, t.land, t.entry)))))
	for _, r := range t.own.Claims {
		if r.Certainty == landscape.Inferred {
			continue
		}
		if owner, ok := t.land.Node(r.From); ok {
			rows.Add(d.owner(t, owner, r))
		}
	}
	for _, text := range []string{decidedText(v.words, t), leadsText(v.words, t)} {
		if text != "" {
			rows.Add(kit.Tight(kit.Secondary(text)))
		}
	}
	if do := d.stateActions(t); do != nil {
		rows.Add(do)
	}
	return rows
}

// owner is the card of a table where it lies, with how we know.
func (d *detail) owner(t *told, n *landscape.Node, r landscape.Relation) fyne.CanvasObject {
	w := d.view.words
	head := kit.Tight(kit.Rows(0, kit.OneLine(kit.Kind(kit.KindText(w, n))), kit.Strong(n.Name())))
	marks := kit.Flow(kit.StatusMark(w, n, t.writer.Day), kit.Mark("info", w.T("certainty."+string(r.Certainty)), kit.Ink2))
	lines := kit.Rows(kit.Space1)
	for _, text := range extentText(w, r, t.writer.Source) {
		lines.Add(kit.Secondary(text))
	}
	card := kit.NewCard(kit.Pad(kit.Space1, kit.Rows(kit.Space2, head, marks, kit.Tight(lines))))
	card.OnTapped = func() { d.view.host.Select(n.ID) }
	return card
}

// placed tells what was placed with which table, and why it comes up again.
func (d *detail) placed(t *told) fyne.CanvasObject {
	w := d.view.words
	rows := kit.Rows(kit.Space2)
	for _, back := range t.entry.returning {
		text := kit.Strong(becauseText(w, back))
		text.Importance = widget.WarningImportance
		rows.Add(kit.Tight(text))
	}
	for _, r := range t.land.Out(t.entry.node.ID, landscape.HandledBy) {
		by, ok := t.land.Node(r.To)
		if !ok || !r.Holds(t.writer.Day) {
			continue
		}
		rows.Add(kit.Flow(kit.StageMark(w, r.Stage), kit.Tight(kit.Plain(kit.Strong(by.ShortName())))))
		if text := placedText(w, r); text != "" {
			rows.Add(kit.Tight(kit.Secondary(text)))
		}
	}
	if len(rows.Objects) == 0 {
		return nil
	}
	rows.Objects = append([]fyne.CanvasObject{kit.Tight(kit.Section(w.T("bottleneck.placed")))}, rows.Objects...)
	return rows
}

// actions are those that resolve it.
func (d *detail) actions(t *told) fyne.CanvasObject {
	v := d.view
	rows := kit.Rows(kit.Space1, kit.Tight(kit.Section(v.words.T("bottleneck.actions"))))
	none := true
	for _, r := range t.land.In(t.entry.node.ID, landscape.Resolves) {
		n, ok := t.land.Node(r.From)
		if !ok {
			continue
		}
		none = false
		text := v.words.Or("list", n.Get(landscape.List))
		card := kit.NewCard(kit.Tight(kit.Rows(0, kit.Body(n.Name()), kit.Secondary(text))))
		card.OnTapped = func() { v.host.Open(kit.Place{View: kit.AgendaView, Item: n.ID}) }
		rows.Add(card)
	}
	if none {
		return nil
	}
	return rows
}

// candidates are tables and programmes that may take it.
func (d *detail) candidates(t *told) fyne.CanvasObject {
	v := d.view
	if t.err != nil {
		return kit.Tight(kit.Body(t.err.Error()))
	}
	most := few
	if d.all {
		most = len(t.own.Candidates)
	}
	told := answers.Telling(t.own.Candidates, most)
	if len(told) == 0 {
		return nil
	}
	grid := answers.Grid()
	var buttons []answers.Button
	if !v.host.State().Reads() {
		buttons = answers.Choices(v.host, func() answers.Subject { return answers.Subject{Item: t.entry.node.ID} }, nil)
	}
	for _, c := range told {
		grid.Add(answers.NewCard(t.writer, t.writer.Tell(c), func(id landscape.ID) { v.host.Select(id) }, buttons...))
	}
	title := v.words.T("bottleneck.candidates")
	if told[0].Verdict == overlap.None {
		title = v.words.T("bottleneck.nearest")
	}
	rows := kit.Rows(kit.Space2, kit.Tight(kit.Section(title)), grid)
	if more := len(answers.Telling(t.own.Candidates, len(t.own.Candidates))) - len(told); more > 0 {
		rows.Add(container.NewHBox(kit.NewQuiet(v.words.N("asking.more", more), func() {
			d.all = true
			d.show(t)
		})))
	}
	return rows
}

// foot is what else one can do.
func (d *detail) foot(told *told) fyne.CanvasObject {
	v := d.view
	t := v.words.T
	row := kit.Flow()
	if !v.host.State().Reads() {
		row.Add(kit.NewQuiet(t("bottleneck.place-other"), func() { v.placeWith(told, "", "") }))
		row.Add(kit.NewQuiet(t("bottleneck.signal"), func() { v.signalAgain(told) }))
	}
	row.Add(kit.NewQuiet(t("asking.copy"), func() { v.copy(told) }))
	rows := kit.Rows(kit.Space2, row)
	if why := v.host.State().WhyNot(); why != "" {
		rows.Add(kit.Tight(kit.Secondary(why)))
	}
	return rows
}

// edge keeps room beside and under an object.
type edge struct{ room float32 }

func (e edge) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(4*kit.Space8, o[0].MinSize().Height+e.room)
}

func (e edge) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(e.room, 0))
	o[0].Resize(size.SubtractWidthHeight(2*e.room, e.room))
}
