package answers

import (
	"errors"
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// The two ways to take a decision beside in a meeting, which its id names.
const (
	inWriting landscape.ID = ""
	proposed  landscape.ID = "?"
)

// nearMeetings is how many meetings one can choose from, before and after today.
const nearMeetings = 3

// ways are a decision in writing, a proposal where there is a meeting for it,
// and a decision in a meeting near today.
func (s *placeSheet) ways() []landscape.ID {
	ways := []landscape.ID{inWriting}
	today := s.host.State().Today
	if next, err := agenda.MeetingFor(s.land, "", today); err == nil && next != nil {
		ways = append(ways, proposed)
	}
	body := agenda.Decider(s.land)
	if body == nil {
		return ways
	}
	all := agenda.Meetings(s.land, body.ID)
	now := slices.IndexFunc(all, func(m *landscape.Node) bool { return !m.Date(landscape.DateOn).First().Before(today) })
	if now < 0 {
		now = len(all)
	}
	for _, m := range all[max(now-nearMeetings, 0):min(now+nearMeetings, len(all))] {
		ways = append(ways, m.ID)
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
	if n, ok := s.land.Node(id); ok {
		return s.w.T("answers.how.meeting", "Meeting", prose.MeetingName(s.w, s.land, n))
	}
	return string(id)
}

// Closing says on which day one looks back, where that is known, and how it was
// decided: in writing where how is empty, else in that meeting.
func Closing(w *words.Words, l *landscape.Landscape, day landscape.Date, how landscape.ID) string {
	text := ""
	if day.Known() {
		text = " " + w.T("answers.follows.back", "Day", w.Date(day))
	}
	if n, ok := l.Node(how); ok {
		return text + " " + w.T("answers.follows.meeting", "Meeting", prose.MeetingName(w, l, n))
	}
	return text + " " + w.T("answers.follows.writing")
}

// moving gives the change of a move of a subject, or of its proposal.
func moving(
	ws *workspace.Workspace, s Subject, theme landscape.ID, m agenda.Move, how landscape.ID,
) (workspace.Build, workspace.Why) {
	r := workspace.Recording{}
	if how != proposed {
		r.Meeting = how
	}
	act, why := ws.Deciding(nil, m, r)
	if how == proposed {
		why.DecidedBy = "" // nobody decided yet
	}
	return s.changing(ws, theme, func(l *landscape.Landscape, id landscape.ID) ([]landscape.Edit, error) {
		moved := m
		moved.Item = id
		if how == proposed {
			edits, _, err := agenda.Propose(l, moved, act)
			return edits, err
		}
		return agenda.Decide(l, moved, act)
	}), why
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
