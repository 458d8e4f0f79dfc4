package agendaview

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

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
	s.usual()
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
		said[key] = append(said[key], s.wanted(m, r))
	}
	if s.connect != nil {
		s.connect.Hidden = !slices.ContainsFunc(refusals, isShared)
	}
	for key, f := range s.fields {
		s.want(f, strings.Join(said[key], "\n"))
	}
	rest := strings.Join(append(said[""], textsOf(fault)...), "\n")
	if !s.tried && fault != "" {
		rest = strings.Join(said[""], "\n")
	}
	s.sheet.Fault(rest)
	s.sheet.Say(s.whatFollows(m))
	s.sheet.Fit()
	return len(refusals) == 0 && fault == ""
}

// wanted says what a rule wants; where a field is only still empty, as one that
// fills in a form is told.
func (s *moveSheet) wanted(m agenda.Move, r agenda.Refusal) string {
	switch {
	case r.Rule == agenda.RuleBy && m.By == "":
		return s.w.T("answers.table.need")
	case r.Rule == agenda.RuleReason && m.Reason == "":
		return s.w.T("answers.why.need")
	}
	return prose.Refusal(s.w, s.land, r)
}

func isShared(r agenda.Refusal) bool {
	return r.Rule == agenda.RuleShared || r.Rule == agenda.RulePartly
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
