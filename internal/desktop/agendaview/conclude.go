package agendaview

import (
	"context"
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// conclude records what the meeting decided; what the rules refuse is said on
// the spot.
func (h *holding) conclude(d agenda.Verdict, m *agenda.Move) {
	v := h.view
	if !v.may() {
		return
	}
	land, ws := v.host.State().Land, v.host.Workspace()
	move := agenda.Move{Reason: d.Text}
	if m != nil {
		move = *m
		move.Reason = firstOf(d.Text, m.Reason)
	}
	carries := slices.Contains([]string{landscape.Taken, landscape.Amended, landscape.Ratified}, d.Result)
	asker := v.asker(h.meeting)
	if !carries || m == nil {
		asker = nil
	}
	v.host.Go(v.words.T("board.checking"), func(context.Context) func() {
		act, why := ws.Deciding(asker, move, workspace.Recording{Meeting: h.meeting})
		build := func(l *landscape.Landscape) ([]landscape.Edit, error) { return agenda.Conclude(l, d, act) }
		_, err := build(land)
		return func() {
			if err != nil {
				h.refuse(v.refusal(err))
				return
			}
			v.host.Change(why, build, func(workspace.JournalEntry) { h.step(0) })
		}
	})
}
