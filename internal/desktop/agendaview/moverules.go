package agendaview

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// decisionFields ask why, and how it is decided.
func (s *moveSheet) decisionFields() {
	t := s.w.T
	s.reason = kit.NewArea(t("board.reason.hint"), 2)
	s.reason.SetText(s.ask.Reason)
	s.follows = kit.Secondary("")
	if s.amends != nil {
		s.field("reason", t("board.decision-text"), s.reason, "")
		s.rows.Add(s.follows)
		return
	}
	s.field("reason", t("board.reason"), s.reason, "")
	s.how = kit.NewChoice(s.ways(), s.wayText, func(landscape.ID) { s.refresh() })
	s.how.Set(inWriting)
	s.field("how", t("answers.how"), s.how.Select, "")
	s.meeting = kit.NewChoice(meetingsAhead(s.land, s.view.host.State().Today), func(id landscape.ID) string {
		n, _ := s.land.Node(id)
		return prose.MeetingName(s.w, s.land, n)
	}, func(landscape.ID) { s.check() })
	if ahead := meetingsAhead(s.land, s.view.host.State().Today); len(ahead) > 0 {
		s.meeting.Set(ahead[0])
	}
	s.field("meeting", t("board.for-meeting"), s.meeting.Select, "")
	s.rows.Add(s.follows)
}

// meetingsAhead are the meetings of the deciding body from a day on.
func meetingsAhead(l *landscape.Landscape, day landscape.Date) []landscape.ID {
	var ids []landscape.ID
	if body := agenda.Decider(l); body != nil {
		for _, n := range agenda.After(l, body.ID, day.AddDays(-1)) {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// recentMeetings is how many past meetings one can have decided in.
const recentMeetings = 3

// ways are a decision in writing, a proposal, and a decision in one of the
// meetings near today.
func (s *moveSheet) ways() []landscape.ID {
	ways := []landscape.ID{inWriting}
	today := s.view.host.State().Today
	if len(meetingsAhead(s.land, today)) > 0 {
		ways = append(ways, proposed)
	}
	body := agenda.Decider(s.land)
	if body == nil {
		return ways
	}
	var past []landscape.ID
	for _, n := range agenda.Meetings(s.land, body.ID) {
		if d := n.Date(landscape.DateOn); d.Known() && !today.Before(d.First()) {
			past = append(past, n.ID)
		}
	}
	past = past[max(len(past)-recentMeetings, 0):]
	slices.Reverse(past)
	return append(ways, past...)
}

func (s *moveSheet) wayText(id landscape.ID) string {
	switch id {
	case inWriting:
		return s.w.T("answers.how.writing")
	case proposed:
		return s.w.T("board.how.proposal")
	}
	n, _ := s.land.Node(id)
	return s.w.T("answers.how.meeting", "Meeting", prose.MeetingName(s.w, s.land, n))
}

func (s *moveSheet) isElsewhere() bool {
	return s.outcome != nil && s.outcome.Value() == landscape.Elsewhere
}

// refresh shows the fields that the answers ask for.
func (s *moveSheet) refresh() {
	if s.sheet == nil {
		return
	}
	elsewhere, stage := s.isElsewhere(), ""
	part := false
	if s.stage != nil {
		stage, part = s.stage.Value(), s.extent.Value()
	}
	certain := stage == landscape.Agreed || stage == landscape.Placed
	proposes := false
	if s.how != nil {
		how, _ := s.how.Value()
		proposes = how == proposed
	}
	for key, shown := range map[string]bool{
		"by": elsewhere, "stage": elsewhere, "extent": elsewhere, "look-back": elsewhere, "for": elsewhere && !part,
		"source": elsewhere && certain, "section": elsewhere && certain, "asked-to": elsewhere && stage == landscape.Asked,
		"part": elsewhere && part, "rest": elsewhere && part, "meeting": proposes, "answer": !proposes,
	} {
		if f := s.fields[key]; f != nil {
			f.rows.Hidden = !shown
		}
	}
	s.check()
}

// read gives the move as it was filled in; the fault is a sentence about what
// cannot be read.
func (s *moveSheet) read() (agenda.Move, string) {
	m := agenda.Move{Item: s.node.ID, To: s.ask.To, Reason: strings.TrimSpace(s.reason.Text)}
	var err error
	switch {
	case s.outcome != nil:
		m.Outcome = s.outcome.Value()
		if m.Outcome == landscape.Elsewhere {
			err = s.readPlace(&m)
		}
	case s.lead != nil:
		s.readTakeUp(&m)
	}
	if err != nil {
		return m, err.Error()
	}
	return m, ""
}

func (s *moveSheet) readPlace(m *agenda.Move) error {
	m.By, _ = s.by.Value()
	m.Stage = s.stage.Value()
	switch m.Stage {
	case landscape.Agreed, landscape.Placed:
		m.Source.Document, _ = s.source.Value()
		m.Source.Section = strings.TrimSpace(s.section.Text)
	case landscape.Asked:
		m.AskedTo = strings.TrimSpace(s.askedTo.Text)
	}
	if s.extent.Value() {
		m.Extent, m.Remainder = strings.TrimSpace(s.part.Text), strings.TrimSpace(s.rest.Text)
	} else {
		m.For = s.of.value()
	}
	var err error
	m.LookBack, err = s.lookBack.Date()
	if m.LookBack == s.lookBackFrom() && s.ask.LookBack != m.LookBack {
		m.LookBack = landscape.Date{} // the usual one follows from the calendar
	}
	return err
}

func (s *moveSheet) readTakeUp(m *agenda.Move) {
	m.Importance = s.criteria[landscape.Importance].value()
	m.Feasibility = s.criteria[landscape.Feasibility].value()
	m.Impact = s.criteria[landscape.Impact].value()
	m.Lead, _ = s.lead.Value()
	m.Coalition = s.joins.value()
	m.ActionKind, _ = s.kind.Value()
	m.Rung, _ = s.rung.Value()
}

// fieldOf is the field at which a rule is told.
func fieldOf(r agenda.Refusal) string {
	switch r.Rule {
	case agenda.RuleReason:
		return "reason"
	case agenda.RuleBy, agenda.RuleEnded, agenda.RuleShared, agenda.RulePartly, agenda.RuleDeclined:
		return "by"
	case agenda.RuleStage:
		return "source"
	case agenda.RuleRemainder:
		return "rest"
	case agenda.RuleLookBack:
		return "look-back"
	case agenda.RuleOutcome, agenda.RuleStockDone, agenda.RuleNotUnderway:
		return "outcome"
	case agenda.RuleLead, agenda.RuleLeadMember:
		return "lead"
	case agenda.RuleJoinMember:
		return "joins"
	case agenda.RuleNotIts:
		return "for"
	case agenda.RuleCriterion:
		return r.Args[0]
	case agenda.RuleDecider, agenda.RuleEarlier:
		return "how"
	case agenda.RuleMeeting:
		return "meeting"
	}
	return ""
}

// refusals holds the move against the rules.
func (s *moveSheet) refusals(m agenda.Move) ([]agenda.Refusal, error) {
	how, meeting := s.way()
	r := workspace.Recording{Meeting: how}
	if how == proposed {
		r.Meeting = meeting
	}
	act, _ := s.view.host.Workspace().Deciding(nil, m, r)
	_, err := buildOf(m, how, act)(s.land)
	var refused *agenda.Refused
	if errors.As(err, &refused) {
		return refused.Refusals, nil
	}
	return nil, err
}

func (s *moveSheet) way() (how, meeting landscape.ID) {
	if s.how == nil {
		return s.in, ""
	}
	how, _ = s.how.Value()
	meeting, _ = s.meeting.Value()
	return how, meeting
}

// check says at each field which rule is not yet met, and what recording sets
// in motion.
func (s *moveSheet) check() { s.met() }

// met is check that answers whether all rules are.
func (s *moveSheet) met() bool {
	if s.sheet == nil {
		return false
	}
	m, fault := s.read()
	refusals, err := s.refusals(m)
	if err != nil {
		fault = err.Error()
	}
	if s.extent != nil && s.extent.Value() && m.Extent == "" && m.Outcome == landscape.Elsewhere {
		fault = firstOf(fault, s.w.T("answers.part.need"))
	}
	said := map[string][]string{}
	for _, r := range refusals {
		key := fieldOf(r)
		if f := s.fields[key]; f == nil || f.rows.Hidden {
			key = ""
		}
		said[key] = append(said[key], prose.Refusal(s.w, s.land, r))
	}
	for key, f := range s.fields {
		s.want(f, strings.Join(said[key], "\n"))
	}
	rest := strings.Join(append(said[""], textsOf(fault)...), "\n")
	if !s.tried && fault != "" {
		rest = strings.Join(said[""], "\n")
	}
	s.sheet.Fault(rest)
	s.follows.SetText(s.whatFollows(m))
	s.sheet.Fit()
	return len(refusals) == 0 && fault == ""
}

func textsOf(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// want says at a field what is wanted there: quietly, until one tried to
// record.
func (s *moveSheet) want(f *asked, text string) {
	f.need.Importance = widget.LowImportance
	if s.tried {
		f.need.Importance = widget.DangerImportance
	}
	f.need.SetText(text)
	f.need.Hidden = text == ""
}

// whatFollows says what recording sets in motion.
func (s *moveSheet) whatFollows(m agenda.Move) string {
	t := s.w.T
	how, _ := s.way()
	table, _ := s.land.Node(m.By)
	switch {
	case how == proposed:
		return t("board.follows.proposal")
	case m.To == landscape.Underway:
		return t("board.follows.underway")
	case m.To == landscape.Done && m.Outcome == landscape.Completed:
		return t("board.follows.completed")
	case m.To != landscape.Done:
		return t("board.follows.back", "List", prose.ListName(s.w, m.To))
	case table == nil:
		return ""
	case m.Extent != "" || s.extent.Value():
		return t("answers.follows.part", "Table", table.ShortName())
	}
	return t("answers.follows."+m.Stage, "Table", table.ShortName())
}

// record makes the change where every rule is met.
func (s *moveSheet) record() {
	s.tried = true
	if !s.met() {
		return
	}
	m, _ := s.read()
	answer := ""
	if s.answer != nil {
		answer = strings.TrimSpace(s.answer.Text)
	}
	s.sheet.Close()
	if s.amends != nil {
		s.amends(m, answer)
		return
	}
	how, meeting := s.way()
	s.view.change(m, how, meeting, answer)
}
