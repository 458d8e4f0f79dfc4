package agendaview

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// decisionFields ask why, and how it is decided.
func (s *moveSheet) decisionFields() {
	t := s.w.T
	s.reason = kit.NewArea(t("board.reason.hint"), 2)
	s.reason.SetText(s.ask.Reason)
	if s.amends != nil {
		s.field("reason", t("board.decision-text"), s.reason, "")
		s.lookBackField(nil)
		return
	}
	s.field("reason", t("board.reason"), s.reason, "")
	s.how = kit.NewChoice(s.ways(), s.wayText, func(landscape.ID) { s.refresh() })
	s.how.Set(inWriting)
	s.lookBackField(s.made("how", t("answers.how"), s.how.Select, ""))
	s.meeting = kit.NewChoice(meetingsAhead(s.land, s.view.host.State().Today), func(id landscape.ID) string {
		n, _ := s.land.Node(id)
		return prose.MeetingName(s.w, s.land, n)
	}, func(landscape.ID) { s.refresh() })
	if ahead := meetingsAhead(s.land, s.view.host.State().Today); len(ahead) > 0 {
		s.meeting.Set(ahead[0])
	}
	s.field("meeting", t("board.for-meeting"), s.meeting.Select, "")
}

// lookBackField asks when one looks back, where that is asked, beside how it is
// decided.
func (s *moveSheet) lookBackField(how *fyne.Container) {
	var beside []fyne.CanvasObject
	if s.lookBack != nil {
		beside = append(beside, s.made("look-back", s.w.T("answers.look-back"), s.lookBack, s.w.T("answers.look-back.help")))
	}
	if how != nil {
		beside = append(beside, how)
	}
	s.rows.Add(kit.Abreast([]float32{1, 1}, beside...))
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

func (s *moveSheet) way() (how, meeting landscape.ID) {
	if s.how == nil {
		return s.in, ""
	}
	how, _ = s.how.Value()
	meeting, _ = s.meeting.Value()
	return how, meeting
}

// whatFollows says what recording sets in motion.
func (s *moveSheet) whatFollows(m agenda.Move) string {
	how, _ := s.way()
	if how == proposed {
		return s.w.T("board.follows.proposal")
	}
	text, day := s.moves(m), landscape.Date{}
	if text == "" {
		return ""
	}
	if s.isElsewhere() {
		day, _ = s.lookBack.Date()
	}
	return text + answers.Closing(s.w, s.land, day, how)
}

// moves says where it goes; nothing while the table is not chosen.
func (s *moveSheet) moves(m agenda.Move) string {
	t := s.w.T
	table, _ := s.land.Node(m.By)
	switch {
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
