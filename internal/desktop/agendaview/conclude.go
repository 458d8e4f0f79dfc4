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
	if h.deciding == d.Item || !v.may() {
		return
	}
	h.deciding = d.Item
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
	v.host.GoOr(v.words.T("board.checking"), func(context.Context) func() {
		act, why := ws.Deciding(asker, move, workspace.Recording{Meeting: h.meeting})
		build := func(l *landscape.Landscape) ([]landscape.Edit, error) { return agenda.Conclude(l, d, act) }
		_, err := build(land)
		return func() {
			h.free(d.Item)
			if err != nil {
				h.refuse(d.Item, v.refusal(err))
				return
			}
			v.host.Change(why, build, func(workspace.JournalEntry) { h.decided() })
		}
	}, func() { h.free(d.Item) })
}

// free lets an item be decided on again, as where a person stopped the check.
func (h *holding) free(item landscape.ID) {
	if h.deciding == item {
		h.deciding = ""
	}
}

// decided shows the outcome, where the meeting is still being held.
func (h *holding) decided() {
	if h.view.meets.hold == h && h.view.page == meetingsPage {
		h.step(0)
	}
}
