package command

import (
	"context"
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// applyOptions are those of sweep --apply.
type applyOptions struct {
	ids    *[]string
	by     string
	record recordOptions
}

// applySweep makes proposals of what the sweep found; decisions where a meeting
// is named. It is one change: all of them, or none.
func (a *app) applySweep(ctx context.Context, ids []landscape.ID, o applyOptions) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	why, err := a.entered("--why", o.record.why, true)
	if err != nil {
		return err
	}
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	moves, err := a.sweptMoves(sweepOf(q), ids, idOf(o.by), why)
	if err != nil {
		return err
	}
	r, err := a.recording(ws.Landscape(), o.record)
	if err != nil {
		return err
	}
	var entry workspace.JournalEntry
	if o.record.meeting == "" {
		_, entry, err = ws.ProposeAll(ctx, moves, why, r)
	} else {
		entry, err = ws.MoveAll(ctx, moves, why, r)
	}
	if err != nil {
		return err
	}
	a.warnOfPersonal(entry.Personal)
	a.notYetHeld(o.record)
	return a.tellApplied(moves, entry, o.record.meeting != "")
}

// sweptMoves are the moves for these items: to the table that is named or that
// the sweep found, or the way back.
func (a *app) sweptMoves(s swept, ids []landscape.ID, by landscape.ID, why string) ([]agenda.Move, error) {
	var moves []agenda.Move
	for _, id := range slices.Compact(ids) {
		if _, err := a.ws.Landscape().Find(id); err != nil {
			return nil, err
		}
		m := agenda.Move{Item: id, To: landscape.Done, Outcome: landscape.Elsewhere, By: by, Reason: why}
		back := slices.IndexFunc(s.ToReview, func(r agenda.Returning) bool { return r.Node.ID == id })
		found := slices.IndexFunc(s.ToDone, func(h overlap.Handled) bool { return h.Node.ID == id })
		switch {
		case by != "":
		case back >= 0:
			m = agenda.Move{Item: id, To: agenda.ReturnsTo(s.ToReview[back].Node), Reason: why}
		case found >= 0:
			m.By = s.ToDone[found].By.ID
		default:
			return nil, a.wrong("sweep.not-found", "ID", string(id))
		}
		moves = append(moves, m)
	}
	return moves, nil
}

// tellApplied says for each item what is proposed or was decided.
func (a *app) tellApplied(moves []agenda.Move, e workspace.JournalEntry, decided bool) error {
	if a.global.json {
		return writeLine(a.Out, a.appliedJSON(moves, e, decided))
	}
	name := prose.Names(a.ws.Landscape())
	key := "sweep.proposed"
	if decided {
		key = "sweep.decided"
	}
	text := a.say.N(key, len(moves), "Meeting", name(e.Meeting), "Seq", e.Seq)
	for _, m := range moves {
		by := ""
		if m.By != "" {
			by = name(m.By)
		}
		text += "\n" + a.say.T("sweep.applied", "Name", name(m.Item), "ID", string(m.Item), "List", prose.ListName(a.say, m.To), "By", by)
	}
	return a.answer("sweep.lines", "Text", text)
}

func (a *app) appliedJSON(moves []agenda.Move, e workspace.JournalEntry, decided bool) members {
	items := map[landscape.ID]landscape.ID{}
	for _, edit := range e.Edits {
		if edit.After != nil && edit.After.Node != nil && edit.After.Node.Type == landscape.Item {
			if about := agenda.Subject(a.ws.Landscape(), edit.After.Node); about != nil {
				items[about.ID] = edit.After.Node.ID
			}
		}
	}
	applied := make([]members, len(moves))
	for i, m := range moves {
		applied[i] = members{{"id", m.Item}, {"to", m.To}, {"by", orNull(m.By)}, {"item", orNull(items[m.Item])}}
	}
	return members{{"seq", e.Seq}, {"decided", decided}, {"meeting", orNull(e.Meeting)}, {"applied", applied}}
}
