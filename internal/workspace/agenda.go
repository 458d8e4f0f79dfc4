package workspace

import (
	"context"
	"errors"
	"slices"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// This file carries the rules of the agenda to the file: each method is one
// change with its journal entry.

// Asker makes a landscape as of a day ready for the overlap check.
type Asker func(l *landscape.Landscape, day landscape.Date) *overlap.Index

// checkTop is how many candidates of the overlap check the journal keeps.
const checkTop = 3

// Recording says who takes a decision; the workspace adds the day and who
// records it.
type Recording struct {
	Meeting   landscape.ID
	DecidedBy string
	// Answer is what the person says to the overlap check; the reason of the
	// move where it is empty.
	Answer string
	// NotBSN is that of Why.
	NotBSN string
}

func (w *Workspace) act(r Recording) agenda.Act {
	return agenda.Act{Day: w.Today(), Meeting: r.Meeting, DecidedBy: r.DecidedBy, Author: w.author}
}

// why completes what the journal keeps of a decision: the body that decided
// where nobody else is named.
func (w *Workspace) why(r Recording, reason string) Why {
	why := Why{Reason: reason, Meeting: r.Meeting, DecidedBy: r.DecidedBy, NotBSN: r.NotBSN}
	if why.DecidedBy == "" {
		if n, ok := w.Landscape().Node(r.Meeting); ok {
			why.DecidedBy = n.Get(landscape.HeldBy)
		} else if n := agenda.Decider(w.Landscape()); n != nil {
			why.DecidedBy = string(n.ID)
		}
	}
	return why
}

// Move records a decision to move an item. An action that is taken up is held
// against the landscape first; what was found and the answer to it go into the
// entry.
func (w *Workspace) Move(ctx context.Context, ask Asker, m agenda.Move, r Recording) (JournalEntry, error) {
	why := w.why(r, m.Reason)
	why.Checked = w.checked(ask, m, r)
	return w.Change(ctx, why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return agenda.Decide(l, m, w.act(r))
	})
}

// meetingFor is the meeting that a proposal goes to; empty where there is none,
// which the rules refuse.
func (w *Workspace) meetingFor(r Recording) landscape.ID {
	n, err := agenda.MeetingFor(w.Landscape(), r.Meeting, w.Today())
	if err != nil || n == nil {
		return r.Meeting
	}
	return n.ID
}

// MoveAll records several decisions as one change, for the same reason.
func (w *Workspace) MoveAll(ctx context.Context, moves []agenda.Move, reason string, r Recording) (JournalEntry, error) {
	return w.Change(ctx, w.why(r, reason), func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return agenda.DecideAll(l, moves, w.act(r))
	})
}

// ProposeAll puts several moves on the agenda of a meeting as one change.
func (w *Workspace) ProposeAll(
	ctx context.Context, moves []agenda.Move, reason string, r Recording,
) ([]landscape.ID, JournalEntry, error) {
	var ids []landscape.ID
	why := Why{Reason: reason, Meeting: w.meetingFor(r), NotBSN: r.NotBSN}
	entry, err := w.Change(ctx, why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, made, err := agenda.ProposeAll(l, moves, w.act(r))
		ids = made
		return edits, err
	})
	return ids, entry, err
}

// checked runs the overlap check on an action that is taken up, as of the day of
// the decision.
func (w *Workspace) checked(ask Asker, m agenda.Move, r Recording) *Checked {
	if ask == nil || m.To != landscape.Underway {
		return nil
	}
	day := w.Today()
	if n, ok := w.Landscape().Node(r.Meeting); ok {
		if held := n.Date(landscape.DateOn).Last(); n.Date(landscape.DateOn).Known() && held.Before(day) {
			day = held
		}
	}
	answer, err := ask(w.Landscape().AsOf(day), day).About(m.Item, overlap.Options{Top: checkTop})
	if err != nil {
		return nil // the rules say what is wrong with the item
	}
	c := &Checked{Verdict: string(answer.Verdict), Answer: r.Answer}
	if c.Answer == "" {
		c.Answer = m.Reason
	}
	for _, found := range answer.Candidates[:min(checkTop, len(answer.Candidates))] {
		c.Candidates = append(c.Candidates, found.Node.ID)
	}
	return c
}

// Propose puts a move on the agenda of a meeting and answers the new item.
func (w *Workspace) Propose(ctx context.Context, m agenda.Move, r Recording) (landscape.ID, JournalEntry, error) {
	return w.proposed(ctx, Why{Reason: m.Reason, Meeting: w.meetingFor(r), NotBSN: r.NotBSN},
		func(l *landscape.Landscape) ([]landscape.Edit, landscape.ID, error) {
			return agenda.Propose(l, m, w.act(r))
		})
}

// Table puts an item that proposes no move on the agenda of a meeting.
func (w *Workspace) Table(ctx context.Context, t agenda.Tabled, r Recording) (landscape.ID, JournalEntry, error) {
	return w.proposed(ctx, Why{Meeting: r.Meeting, NotBSN: r.NotBSN},
		func(l *landscape.Landscape) ([]landscape.Edit, landscape.ID, error) {
			return agenda.Table(l, t, w.act(r))
		})
}

func (w *Workspace) proposed(
	ctx context.Context, why Why, make func(*landscape.Landscape) ([]landscape.Edit, landscape.ID, error),
) (landscape.ID, JournalEntry, error) {
	var id landscape.ID
	entry, err := w.Change(ctx, why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, made, err := make(l)
		id = made
		return edits, err
	})
	return id, entry, err
}

// Conclude records what a meeting decided about an item of its agenda.
func (w *Workspace) Conclude(ctx context.Context, ask Asker, v agenda.Verdict, r Recording) (JournalEntry, error) {
	l := w.Landscape()
	if meeting := agenda.TabledIn(l, v.Item); meeting != nil {
		r.Meeting = meeting.ID
	}
	reason := v.Text
	var checked *Checked
	if item, ok := l.Node(v.Item); ok {
		if m, moves := agenda.MoveOf(l, item); moves && carriesOut(v.Result) {
			if reason == "" {
				reason = m.Reason
			}
			checked = w.checked(ask, m, r)
		}
	}
	why := w.why(r, reason)
	why.Checked = checked
	return w.Change(ctx, why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return agenda.Conclude(l, v, w.act(r))
	})
}

func carriesOut(result string) bool {
	return slices.Contains([]string{landscape.Taken, landscape.Amended, landscape.Ratified}, result)
}

// Answer records what another table answered. It was decided there.
func (w *Workspace) Answer(ctx context.Context, reply agenda.Reply, r Recording) (JournalEntry, error) {
	why := Why{Reason: reply.Reason, Meeting: r.Meeting, DecidedBy: r.DecidedBy, NotBSN: r.NotBSN}
	if why.DecidedBy == "" {
		why.DecidedBy = string(agenda.AskedOf(w.Landscape(), reply, w.Today()))
	}
	return w.Change(ctx, why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return agenda.Answer(l, reply, w.act(r))
	})
}

// Schedule puts meetings of a body on the calendar and answers their ids. Days
// on which it meets already are left as they are.
func (w *Workspace) Schedule(ctx context.Context, body landscape.ID, days []landscape.Date, name string) ([]landscape.ID, error) {
	var ids []landscape.ID
	_, err := w.Change(ctx, Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, made, err := agenda.Schedule(l, body, days, name, w.act(Recording{}))
		ids = made
		return edits, err
	})
	if errors.Is(err, ErrNothing) {
		err = nil
	}
	return ids, err
}

// Papers prepares a meeting for an audience.
func (w *Workspace) Papers(ctx context.Context, meeting landscape.ID, a landscape.Audience) (agenda.Papers, error) {
	l := w.Landscape()
	n, err := l.Find(meeting)
	if err != nil {
		return agenda.Papers{}, err
	}
	var before *landscape.Landscape
	if previous := agenda.Before(l, n); previous != nil {
		if before, err = w.atEndOf(ctx, previous.Date(landscape.DateOn).Last()); err != nil {
			return agenda.Papers{}, err
		}
	}
	if a != "" {
		l = l.ForAudience(a)
		if before != nil {
			before = before.ForAudience(a)
		}
	}
	if n, err = l.Find(meeting); err != nil { // as its readers may see it
		return agenda.Papers{}, err
	}
	return agenda.Prepare(l, before, n), nil
}

// atEndOf is what the file said at the end of a day; nil where it is younger
// than that.
func (w *Workspace) atEndOf(ctx context.Context, day landscape.Date) (*landscape.Landscape, error) {
	var last uint64
	err := w.backward(ctx, func(e JournalEntry) bool {
		if day.Before(landscape.DateOf(e.At.Local())) {
			return true
		}
		last = e.Seq
		return false
	})
	if err != nil || last == 0 {
		return nil, err
	}
	return w.At(ctx, last)
}
