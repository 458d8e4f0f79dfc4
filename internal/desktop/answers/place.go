package answers

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Placing is something that a person wants to place with a table: an item that
// is there, or a text that becomes a bottleneck first.
type Placing struct {
	Item landscape.ID
	Text string
	By   landscape.ID
	// Part asks which part lies there.
	Part bool
	// Stage is what the table is thought to have said; could where it is empty.
	Stage string
}

// Place asks what "hier belegd" asks, says what it sets in motion, and records
// it as one change.
func Place(host kit.Host, p Placing, done func(workspace.JournalEntry)) {
	s := newPlaceSheet(host, p)
	s.done = done
	s.show()
}

type placeSheet struct {
	host    kit.Host
	w       *words.Words
	land    *landscape.Landscape
	ask     Placing
	done    func(workspace.JournalEntry)
	by      *landscape.Node
	sheet   *kit.Sheet
	stage   *kit.Choice[string]
	how     *kit.Choice[landscape.ID]
	source  *kit.Choice[landscape.ID]
	belongs *kit.Choice[landscape.ID]
	when    *kit.DateEntry
	askedTo *kit.Entry
	section *kit.Entry
	part    *kit.Entry
	rest    *kit.Entry
	why     *kit.Entry
	follows *widget.Label
	proof   *fyne.Container
	asked   *fyne.Container
}

// decided and proposed are the two ways beside a meeting's id.
const (
	inWriting landscape.ID = ""
	proposed  landscape.ID = "?"
)

func newPlaceSheet(host kit.Host, p Placing) *placeSheet {
	state := host.State()
	s := &placeSheet{host: host, w: state.Words, land: state.Land, ask: p}
	s.by, _ = s.land.Node(p.By)
	s.fields()
	return s
}

// stages in the order of the question who confirmed it.
var stages = []string{landscape.Placed, landscape.Agreed, landscape.Asked, landscape.Could}

func (s *placeSheet) fields() {
	t := s.w.T
	s.stage = kit.NewChoice(stages, func(v string) string { return t("answers.stage." + v) }, func(string) { s.refresh() })
	s.stage.Set(landscape.Could)
	if s.ask.Stage != "" {
		s.stage.Set(s.ask.Stage)
	}
	s.how = kit.NewChoice(s.ways(), s.wayText, func(landscape.ID) { s.refresh() })
	s.how.Set(inWriting)
	s.source = kit.NewChoice(append([]landscape.ID{""}, documents(s.land)...), s.nameOf, nil)
	s.source.Set("")
	s.when = kit.NewDateEntry(s.w, agenda.LookBackFrom(s.land, s.host.State().Today))
	s.askedTo = kit.NewEntry(t("answers.asked-to.hint"))
	s.section = kit.NewEntry(t("answers.section.hint"))
	s.part, s.rest = kit.NewEntry(t("answers.part.hint")), kit.NewEntry(t("answers.rest.hint"))
	s.why = kit.NewArea(t("answers.why.hint"), 2)
	s.follows = kit.Secondary("")
	if s.ask.Item == "" {
		s.belongs = kit.NewChoice(themes(s.land), s.nameOf, nil)
	}
}

// ways are a decision in writing, one in a meeting, or a proposal.
func (s *placeSheet) ways() []landscape.ID {
	ways := []landscape.ID{inWriting, proposed}
	if body := agenda.Decider(s.land); body != nil {
		for _, m := range agenda.Meetings(s.land, body.ID) {
			ways = append(ways, m.ID)
		}
	}
	return ways
}

func (s *placeSheet) wayText(id landscape.ID) string {
	switch id {
	case inWriting:
		return s.w.T("answers.how.writing")
	case proposed:
		return s.w.T("answers.how.proposal")
	}
	return s.w.T("answers.how.meeting", "Meeting", s.nameOf(id))
}

func (s *placeSheet) nameOf(id landscape.ID) string {
	if n, ok := s.land.Node(id); ok {
		if n.Type == landscape.Theme {
			return s.w.T("answers.theme", "Number", n.Number(), "Name", n.Name())
		}
		return n.Name()
	}
	return s.w.T("answers.choose")
}

func (s *placeSheet) show() {
	t := s.w.T
	rows := kit.Rows(kit.Space2, kit.Body(s.what()))
	if s.belongs != nil {
		rows.Add(kit.Field(t("answers.belongs"), s.belongs.Select, ""))
	}
	if s.ask.Part {
		rows.Add(kit.Field(t("answers.part"), s.part, ""))
		rows.Add(kit.Field(t("answers.rest"), s.rest, t("answers.rest.help")))
	}
	rows.Add(kit.Field(t("answers.stage"), s.stage.Select, ""))
	s.proof = container.NewVBox(kit.Field(t("answers.source"), s.source.Select, ""), kit.Field(t("answers.section"), s.section, ""))
	s.asked = container.NewVBox(kit.Field(t("answers.asked-to"), s.askedTo, ""))
	rows.Add(s.proof)
	rows.Add(s.asked)
	rows.Add(kit.Field(t("answers.look-back"), s.when, t("answers.look-back.help")))
	rows.Add(kit.Field(t("answers.how"), s.how.Select, ""))
	rows.Add(kit.Field(t("answers.why"), s.why, ""))
	rows.Add(s.follows)
	s.sheet = kit.NewSheet(s.host.Window(), t("answers.place.title", "Table", s.by.ShortName()), 560, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("answers.record"), Primary: true, Stays: true, Do: s.record})
	s.why.OnDone = s.sheet.Confirm
	s.refresh()
	s.sheet.Show(s.first())
}

// first is what one fills in first.
func (s *placeSheet) first() fyne.Focusable {
	switch {
	case s.belongs != nil:
		return s.belongs
	case s.ask.Part:
		return s.part
	}
	return s.stage
}

func (s *placeSheet) what() string {
	if n, ok := s.land.Node(s.ask.Item); ok {
		return n.Name()
	}
	return s.ask.Text
}

// refresh shows what the stage asks and what recording sets in motion.
func (s *placeSheet) refresh() {
	stage, _ := s.stage.Value()
	how, _ := s.how.Value()
	s.proof.Hidden = stage != landscape.Agreed && stage != landscape.Placed
	s.asked.Hidden = stage != landscape.Asked
	key := "answers.follows." + stage
	switch {
	case how == proposed:
		key = "answers.follows.proposal"
	case s.ask.Part:
		key = "answers.follows.part"
	}
	s.follows.SetText(s.w.T(key, "Table", s.by.ShortName()))
	if s.sheet != nil {
		s.sheet.Fault("")
	}
}

// move reads the sheet.
func (s *placeSheet) move() (agenda.Move, error) {
	stage, _ := s.stage.Value()
	m := agenda.Move{
		Item: s.ask.Item, To: landscape.Done, Outcome: landscape.Elsewhere, By: s.ask.By,
		Stage: stage, Reason: strings.TrimSpace(s.why.Text),
	}
	var err error
	m.LookBack, err = s.when.Date()
	switch stage {
	case landscape.Agreed, landscape.Placed:
		m.Source.Document, _ = s.source.Value()
		m.Source.Section = strings.TrimSpace(s.section.Text)
	case landscape.Asked:
		m.AskedTo = strings.TrimSpace(s.askedTo.Text)
	}
	if s.ask.Part {
		m.Extent, m.Remainder = strings.TrimSpace(s.part.Text), strings.TrimSpace(s.rest.Text)
	}
	return m, err
}

// record holds the move against the rules and makes the change.
func (s *placeSheet) record() {
	m, err := s.move()
	if err == nil && s.ask.Part && m.Extent == "" {
		s.sheet.Fault(s.w.T("answers.part.need"))
		return
	}
	if err == nil && s.ask.Item == "" {
		if theme, ok := s.belongs.Value(); !ok || theme == "" {
			s.sheet.Fault(s.w.T("answers.belongs.need"))
			return
		}
	}
	if err != nil {
		s.sheet.Fault(err.Error())
		return
	}
	how, _ := s.how.Value()
	build, why := s.building(m, how)
	if _, err := build(s.land); err != nil {
		s.sheet.Fault(Refusal(s.w, s.land, err))
		return
	}
	s.sheet.Close()
	s.host.Change(why, build, s.done)
}

// building gives the change: the text as a bottleneck where it is one, and the
// placing or its proposal.
func (s *placeSheet) building(m agenda.Move, how landscape.ID) (workspace.Build, workspace.Why) {
	ws := s.host.Workspace()
	r := workspace.Recording{}
	if how != proposed {
		r.Meeting = how
	}
	act, why := ws.Deciding(nil, m, r)
	var theme landscape.ID
	if s.belongs != nil {
		theme, _ = s.belongs.Value()
	}
	text := s.ask.Text
	return func(l *landscape.Landscape) ([]landscape.Edit, error) {
		now := l
		if m.Item == "" {
			edits, id, err := ws.Add(l, NewBottleneck(text, theme))
			if err != nil {
				return nil, err
			}
			if now, err = l.Apply(edits); err != nil {
				return nil, err
			}
			placed := m
			placed.Item = id
			return carried(l, now, placed, act, how)
		}
		return carried(l, now, m, act, how)
	}, why
}

// carried gives all edits from l, with the move made on now.
func carried(l, now *landscape.Landscape, m agenda.Move, act agenda.Act, how landscape.ID) ([]landscape.Edit, error) {
	var edits []landscape.Edit
	var err error
	if how == proposed {
		edits, _, err = agenda.Propose(now, m, act)
	} else {
		edits, err = agenda.Decide(now, m, act)
	}
	if err != nil {
		return nil, err
	}
	if now, err = now.Apply(edits); err != nil {
		return nil, err
	}
	return landscape.Diff(l, now), nil
}

// NewBottleneck is a text as a new bottleneck of a theme or ambition.
func NewBottleneck(text string, of landscape.ID) workspace.Added {
	return workspace.Added{
		Type:      landscape.Bottleneck,
		Fields:    map[landscape.Field][]string{landscape.Name: {strings.TrimSpace(text)}},
		Relations: []landscape.Relation{{Link: landscape.BelongsTo, To: of}},
	}
}

// Refusal writes what the rules do not allow, a sentence each; any other error
// as it is.
func Refusal(w *words.Words, l *landscape.Landscape, err error) string {
	var refused *agenda.Refused
	if errors.As(err, &refused) {
		return prose.Refused(w, l, refused)
	}
	return err.Error()
}

func documents(l *landscape.Landscape) []landscape.ID { return ids(l, landscape.Document) }

// themes are what a bottleneck can belong to.
func themes(l *landscape.Landscape) []landscape.ID {
	return ids(l, landscape.Theme, landscape.Ambition)
}

func ids(l *landscape.Landscape, types ...landscape.Type) []landscape.ID {
	var all []landscape.ID
	for _, n := range l.Nodes(types...) {
		all = append(all, n.ID)
	}
	return all
}
