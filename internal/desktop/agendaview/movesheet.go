package agendaview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/words"
)

// moveSheet is the dialog of a decision: it asks what the rules ask for this
// move, and says at each field what is not yet met.
type moveSheet struct {
	view *View
	w    *words.Words
	land *landscape.Landscape
	node *landscape.Node
	ask  agenda.Move

	verdict overlap.Verdict
	// found is what the overlap check found, near the few of it that are named.
	found, near []overlap.Candidate
	// amends is called instead of making the change, where a decision of the
	// meeting in is amended.
	amends func(agenda.Move, string)
	in     landscape.ID

	sheet  *kit.Sheet
	rows   *fyne.Container
	fields map[string]*asked
	tried  bool

	outcome          *kit.Options[string]
	by               *kit.Picker[landscape.ID]
	stage            *kit.Options[string]
	source           *kit.Picker[landscape.ID]
	section, askedTo *kit.Entry
	extent           *kit.Options[bool]
	part, rest       *kit.Entry
	lookBack         *kit.DateEntry
	of               *chips
	criteria         map[landscape.Field]*criterion
	lead             *kit.Choice[landscape.ID]
	joins            *chips
	kind, rung       *kit.Choice[string]
	answer           *kit.Entry
	reason           *kit.Entry
	how              *kit.Choice[landscape.ID]
	meeting          *kit.Choice[landscape.ID]
	// lookBackShown is the usual date that was put in the field.
	lookBackShown landscape.Date
	// connect is offered where something is shared: no table can take it alone.
	connect *kit.QuietButton
}

// asked is a field of the dialog with what the rules still want there.
type asked struct {
	rows *fyne.Container
	need *widget.Label
}

func newMoveSheet(v *View, n *landscape.Node, m agenda.Move) *moveSheet {
	return &moveSheet{
		view: v, w: v.words, land: v.host.State().Land, node: n, ask: m,
		fields: map[string]*asked{}, criteria: map[landscape.Field]*criterion{},
	}
}

// field puts a field in the dialog under a name of ours.
func (s *moveSheet) field(key, name string, o fyne.CanvasObject, help string) {
	s.rows.Add(s.made(key, name, o, help))
}

// made is a field under a name of ours that is put somewhere else.
func (s *moveSheet) made(key, name string, o fyne.CanvasObject, help string) *fyne.Container {
	f := &asked{need: kit.Secondary("")}
	f.need.Hide()
	f.rows = kit.Rows(0, kit.Field(name, o, help), f.need)
	s.fields[key] = f
	return f.rows
}

func (s *moveSheet) show() {
	t := s.w.T
	s.rows = kit.Rows(kit.Space2, kit.Body(s.node.Name()))
	switch s.ask.To {
	case landscape.Done:
		s.doneFields()
	case landscape.Underway:
		s.takeUpFields()
	}
	s.decisionFields()
	title := t("board.to." + s.ask.To)
	s.sheet = kit.NewSheet(s.view.host.Window(), title, 720, s.rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("board.record"), Primary: true, Stays: true, Do: s.record})
	for _, e := range s.entries() {
		e.OnDone = s.sheet.Confirm
		e.OnChanged = func(string) { s.check() }
	}
	s.refresh()
	s.sheet.Show(s.first())
}

// entries are the fields with text.
func (s *moveSheet) entries() []*kit.Entry {
	all := []*kit.Entry{s.section, s.askedTo, s.part, s.rest, s.answer, s.reason}
	if s.lookBack != nil {
		all = append(all, &s.lookBack.Entry)
	}
	for _, c := range s.criteria {
		all = append(all, c.words)
	}
	return slices.DeleteFunc(all, func(e *kit.Entry) bool { return e == nil })
}

// first is what one fills in first.
func (s *moveSheet) first() fyne.Focusable {
	switch {
	case s.by != nil && s.ask.By == "" && s.isElsewhere():
		return s.by.Card
	case s.lead != nil:
		return s.criteria[landscape.Importance].level.Select
	}
	return s.reason
}

// doneFields ask why it goes to done, and of what lies elsewhere where.
func (s *moveSheet) doneFields() {
	t := s.w.T
	tables, likely := answers.Tables(s.w, s.land, s.view.host.State().Today, s.node.ID, s.found)
	s.by = kit.NewPicker(s.view.host.Window(), s.w, t("answers.table.choose"), tables, func(landscape.ID) { s.refresh() })
	s.by.Set(s.ask.By)
	s.connect = kit.NewQuiet(t("board.connect"), s.suggest)
	s.field("by", t("answers.table"), kit.Rows(kit.Space2, s.likely(tables[:min(likely, likelyMost)]), s.by.Card), "")
	s.fields["by"].rows.Add(container.NewHBox(s.connect))
	s.rows.Add(s.kindFields())
	s.partFields()
	s.sourceFields()
	s.lookBackShown = s.lookBackFrom()
	s.lookBack = kit.NewDateEntry(s.w, s.lookBackShown)
}

// kindFields are the questions with a few answers, beside each other.
func (s *moveSheet) kindFields() fyne.CanvasObject {
	t := s.w.T
	again := func(string) { s.refresh() }
	outcomes := s.outcomes()
	s.outcome = kit.NewOptions(outcomes, func(v string) string { return t("board.outcome." + v) }, again)
	if s.ask.Outcome != "" {
		s.outcome.Set(s.ask.Outcome)
	}
	s.extent = kit.NewOptions([]bool{false, true}, func(part bool) string {
		if part {
			return t("answers.extent.part")
		}
		return t("answers.extent.whole")
	}, func(bool) { s.refresh() })
	s.extent.Set(s.ask.Extent != "")
	s.stage = kit.NewOptions(answers.Stages, func(v string) string { return t("answers.stage." + v) }, again)
	s.stage.Set(landscape.Could)
	if s.ask.Stage != "" {
		s.stage.Set(s.ask.Stage)
	}
	extent, stage := s.made("extent", t("answers.extent"), s.extent.Line(), ""), s.made("stage", t("answers.stage"), s.stage.Line(), "")
	if len(outcomes) < 2 {
		return kit.Abreast([]float32{1, 2}, extent, stage)
	}
	return kit.Abreast([]float32{1, 0.9, 1.7}, s.made("outcome", t("board.outcome"), s.outcome.Line(), ""), extent, stage)
}

func (s *moveSheet) sourceFields() {
	t, win := s.w.T, s.view.host.Window()
	documents := answers.Pickables(s.w, s.land, nil, landscape.Document)
	s.source = kit.NewPicker(win, s.w, t("answers.source.choose"), documents, func(landscape.ID) { s.check() })
	s.source.Set(s.ask.Source.Document)
	s.section, s.askedTo = kit.NewEntry(t("answers.section.hint")), kit.NewEntry(t("answers.asked-to.hint"))
	s.section.SetText(s.ask.Source.Section)
	s.askedTo.SetText(s.ask.AskedTo)
	s.field("source", t("answers.source"), s.source.Card, "")
	s.field("section", t("answers.section"), s.section, "")
	s.field("asked-to", t("answers.asked-to"), s.askedTo, "")
}

func (s *moveSheet) partFields() {
	t := s.w.T
	s.part, s.rest = kit.NewEntry(t("answers.part.hint")), kit.NewEntry(t("answers.rest.hint"))
	s.part.SetText(s.ask.Extent)
	s.rest.SetText(s.ask.Remainder)
	s.field("part", t("answers.part"), s.part, "")
	s.field("rest", t("answers.rest"), s.rest, t("answers.rest.help"))
	var open []*landscape.Node
	for _, r := range s.land.Out(s.node.ID, landscape.Resolves) {
		if n, ok := s.land.Node(r.To); ok && agenda.ListOf(n) != landscape.Done {
			open = append(open, n)
		}
	}
	if len(open) > 1 {
		s.of = newChips(open, s.check)
		s.of.set(s.ask.For)
		s.field("for", t("board.for"), s.of.object, t("board.for.help"))
	}
}

// outcomes are those that the list of the item allows.
func (s *moveSheet) outcomes() []string {
	switch from := agenda.ListOf(s.node); {
	case s.ask.By != "" || from == landscape.Stock || from == landscape.Done:
		return []string{landscape.Elsewhere}
	case s.node.Type == landscape.Action:
		return []string{landscape.Completed, landscape.Elsewhere}
	}
	return []string{landscape.Elsewhere, landscape.Completed}
}

// lookBackFrom is the date that was asked for, else the second Stuurgroep
// meeting from the decision.
func (s *moveSheet) lookBackFrom() landscape.Date {
	if s.ask.LookBack.Known() {
		return s.ask.LookBack
	}
	day := s.view.host.State().Today
	how, meeting := s.way()
	if how == proposed {
		how = meeting
	}
	if n, ok := s.land.Node(how); ok {
		day = n.Date(landscape.DateOn).Last()
	}
	return agenda.LookBackFrom(s.land, day)
}

// usual puts the usual look-back date in its field, unless another was typed.
func (s *moveSheet) usual() {
	if s.lookBack == nil || s.lookBack.Text != kit.WriteDate(s.lookBackShown) {
		return
	}
	s.lookBackShown = s.lookBackFrom()
	if text := kit.WriteDate(s.lookBackShown); text != s.lookBack.Text {
		s.lookBack.SetText(text)
	}
}

// likelyMost is how many tables the dialog names above the field.
const likelyMost = 4

// likely are buttons for the tables it most likely lies with.
func (s *moveSheet) likely(tables []kit.Pickable[landscape.ID]) fyne.CanvasObject {
	row := kit.Flow()
	for _, p := range tables {
		row.Add(kit.NewQuiet(p.Text, func() { s.by.Set(p.Value); s.by.Refresh(); s.refresh() }))
	}
	row.Hidden = len(tables) == 0
	return row
}

// suggest thinks of an action to bring the tables together instead.
func (s *moveSheet) suggest() {
	s.sheet.Close()
	var tables []*landscape.Node
	for _, r := range s.land.In(s.node.ID, landscape.Owns) {
		if n, ok := s.land.Node(r.From); ok && landscape.InForce(n, s.view.host.State().Today) {
			tables = append(tables, n)
		}
	}
	answers.Connect(s.view.host, answers.Subject{Item: s.node.ID}, nil, tables...)
}
