package answers

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Placing is what a person begins with when something lies with a table; the
// dialog asks the rest.
type Placing struct {
	Subject
	// By is the table; it may be empty and can be changed.
	By landscape.ID
	// Part begins with a part of it.
	Part bool
	// Stage is what the table is thought to have said; could where it is empty.
	Stage string
}

// Place asks what "hier belegd" asks, says what it sets in motion, and records
// it as one change.
func Place(host kit.Host, p Placing, done func(workspace.JournalEntry)) {
	state := host.State()
	if !p.placeable(state.Land) {
		host.Notice(state.Words.T("answers.place.not"))
		return
	}
	s := &placeSheet{host: host, w: state.Words, land: state.Land, ask: p, done: done}
	s.fields()
	s.show()
}

type placeSheet struct {
	host  kit.Host
	w     *words.Words
	land  *landscape.Landscape
	ask   Placing
	done  func(workspace.JournalEntry)
	sheet *kit.Sheet

	by       *kit.Picker[landscape.ID]
	belongs  *belonging
	why      *kit.Entry
	extent   *kit.Options[bool] // whether it is a part
	part     *kit.Entry
	rest     *kit.Entry
	stage    *kit.Options[string]
	source   *kit.Picker[landscape.ID]
	section  *kit.Entry
	askedTo  *kit.Entry
	when     *kit.DateEntry
	how      *kit.Choice[landscape.ID]
	ofPart   *fyne.Container
	ofSource *fyne.Container
	ofAsked  *fyne.Container
}

// Stages are the answers to the question who confirmed it, in their order.
var Stages = []string{landscape.Placed, landscape.Agreed, landscape.Asked, landscape.Could}

func (s *placeSheet) fields() {
	t, win, state := s.w.T, s.host.Window(), s.host.State()
	tables, _ := Tables(s.w, s.land, state.Today, s.ask.Item, nil)
	s.by = kit.NewPicker(win, s.w, t("answers.table.choose"), tables, func(landscape.ID) { s.refresh() })
	s.by.Set(s.ask.By)
	s.belongs = s.ask.belonging(s.w, s.land)
	s.why = kit.NewArea(t("answers.know.hint"), 2)
	s.extent = kit.NewOptions([]bool{false, true}, func(part bool) string {
		if part {
			return t("answers.extent.part")
		}
		return t("answers.extent.whole")
	}, func(bool) { s.refresh() })
	s.extent.Set(s.ask.Part)
	s.part, s.rest = kit.NewEntry(t("answers.part.hint")), kit.NewEntry(t("answers.rest.hint"))
	s.stage = kit.NewOptions(Stages, func(v string) string { return t("answers.stage." + v) }, func(string) { s.refresh() })
	s.stage.Set(landscape.Could)
	if s.ask.Stage != "" {
		s.stage.Set(s.ask.Stage)
	}
	s.source = kit.NewPicker(win, s.w, t("answers.source.choose"), Pickables(s.w, s.land, nil, landscape.Document), nil)
	s.section, s.askedTo = kit.NewEntry(t("answers.section.hint")), kit.NewEntry(t("answers.asked-to.hint"))
	s.when = kit.NewDateEntry(s.w, agenda.LookBackFrom(s.land, state.Today))
	s.how = kit.NewChoice(s.ways(), s.wayText, func(landscape.ID) { s.refresh() })
	s.how.Set(inWriting)
	s.when.OnChanged = func(string) { s.refresh() }
}

func (s *placeSheet) show() {
	t := s.w.T
	rows := kit.Rows(kit.Space2, kit.Body(s.ask.name(s.land)))
	where := kit.Field(t("answers.table"), s.by.Card, "")
	if s.belongs == nil {
		rows.Add(where)
	} else {
		rows.Add(kit.Abreast([]float32{1, 1}, where, kit.Field(t("answers.belongs"), s.belongs.Select, "")))
	}
	rows.Add(kit.Field(t("answers.know"), s.why, ""))
	extent, stage := kit.Field(t("answers.extent"), s.extent.Line(), ""), kit.Field(t("answers.stage"), s.stage.Line(), "")
	rows.Add(container.NewBorder(nil, nil, container.NewVBox(extent), nil, stage))
	s.ofPart = kit.Rows(kit.Space2, kit.Field(t("answers.part"), s.part, ""), kit.Field(t("answers.rest"), s.rest, t("answers.rest.help")))
	rows.Add(s.ofPart)
	s.ofSource = kit.Rows(kit.Space2, kit.Field(t("answers.source"), s.source.Card, ""), kit.Field(t("answers.section"), s.section, ""))
	s.ofAsked = kit.Rows(0, kit.Field(t("answers.asked-to"), s.askedTo, ""))
	rows.Add(s.ofSource)
	rows.Add(s.ofAsked)
	rows.Add(kit.Abreast([]float32{1, 1}, kit.Field(t("answers.look-back"), s.when, t("answers.look-back.help")),
		kit.Field(t("answers.how"), s.how.Select, "")))
	s.sheet = kit.NewSheet(s.host.Window(), t("answers.place.title"), 680, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("answers.record"), Primary: true, Stays: true, Do: s.record})
	for _, e := range []*kit.Entry{s.why, s.part, s.rest, s.section, s.askedTo, &s.when.Entry} {
		e.OnDone = s.sheet.Confirm
	}
	s.refresh()
	s.sheet.Show(s.first())
}

// first is what one fills in first.
func (s *placeSheet) first() fyne.Focusable {
	switch _, chosen := s.by.Value(); {
	case !chosen:
		return s.by.Card
	case s.belongs != nil:
		return s.belongs.Select
	}
	return s.why
}

// refresh shows what the answers ask and what recording sets in motion.
func (s *placeSheet) refresh() {
	if s.sheet == nil {
		return
	}
	stage, part := s.stage.Value(), s.extent.Value()
	how, _ := s.how.Value()
	s.ofPart.Hidden = !part
	s.ofSource.Hidden = stage != landscape.Agreed && stage != landscape.Placed
	s.ofAsked.Hidden = stage != landscape.Asked
	s.sheet.Say(s.whatFollows(stage, part, how))
	s.sheet.Fault("")
	s.sheet.Fit()
}

func (s *placeSheet) whatFollows(stage string, part bool, how landscape.ID) string {
	by, _ := s.by.Value()
	table, ok := s.land.Node(by)
	key := "answers.follows." + stage
	switch {
	case !ok:
		return ""
	case how == proposed:
		return s.alsoListed(s.w.T("answers.follows.proposal"))
	case part:
		key = "answers.follows.part"
	}
	day, _ := s.when.Date()
	return s.alsoListed(s.w.T(key, "Table", table.ShortName()) + Closing(s.w, s.land, day, how))
}

// alsoListed adds that a text comes on the bottleneck list.
func (s *placeSheet) alsoListed(text string) string {
	if s.belongs == nil {
		return text
	}
	return s.w.T("answers.follows.text") + " " + text
}

// read gives the move as it was filled in, or what is missing as a sentence.
func (s *placeSheet) read() (agenda.Move, string) {
	t := s.w.T
	m := agenda.Move{
		Item: s.ask.Item, To: landscape.Done, Outcome: landscape.Elsewhere,
		Stage: s.stage.Value(), Reason: strings.TrimSpace(s.why.Text),
	}
	var err error
	m.LookBack, err = s.when.Date()
	switch m.Stage {
	case landscape.Agreed, landscape.Placed:
		m.Source.Document, _ = s.source.Value()
		m.Source.Section = strings.TrimSpace(s.section.Text)
	case landscape.Asked:
		m.AskedTo = strings.TrimSpace(s.askedTo.Text)
	}
	if s.extent.Value() {
		m.Extent, m.Remainder = strings.TrimSpace(s.part.Text), strings.TrimSpace(s.rest.Text)
	}
	by, table := s.by.Value()
	m.By = by
	_, belongs := s.belongs.of()
	switch {
	case !table:
		return m, t("answers.table.need")
	case !belongs:
		return m, t("answers.belongs.need")
	case m.Reason == "":
		return m, t("answers.know.need")
	case s.extent.Value() && m.Extent == "":
		return m, t("answers.part.need")
	case err != nil:
		return m, err.Error()
	}
	return m, ""
}

// record holds the move against the rules and makes the change.
func (s *placeSheet) record() {
	m, fault := s.read()
	if fault != "" {
		s.sheet.Fault(fault)
		return
	}
	how, _ := s.how.Value()
	theme, _ := s.belongs.of()
	build, why := moving(s.host.Workspace(), s.ask.Subject, theme, m, how)
	if _, err := build(s.land); err != nil {
		s.sheet.Fault(Refusal(s.w, s.land, err))
		return
	}
	s.sheet.Close()
	s.host.Change(why, build, s.done)
}
