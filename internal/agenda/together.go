package agenda

import (
	"errors"

	"snijvlak/internal/landscape"
)

// DecideAll gives the edits of several decisions as one change: all of them, or
// a *Refused with every rule that any of them breaks.
func DecideAll(l *landscape.Landscape, moves []Move, act Act) ([]landscape.Edit, error) {
	return together(l, moves, func(l *landscape.Landscape, m Move) ([]landscape.Edit, error) {
		return Decide(l, m, act)
	})
}

// ProposeAll is DecideAll for proposals, and answers their items.
func ProposeAll(l *landscape.Landscape, moves []Move, act Act) ([]landscape.Edit, []landscape.ID, error) {
	var ids []landscape.ID
	edits, err := together(l, moves, func(l *landscape.Landscape, m Move) ([]landscape.Edit, error) {
		edits, id, err := Propose(l, m, act)
		ids = append(ids, id)
		return edits, err
	})
	return edits, ids, err
}

func together(
	l *landscape.Landscape, moves []Move, one func(*landscape.Landscape, Move) ([]landscape.Edit, error),
) ([]landscape.Edit, error) {
	var all Refused
	now := l
	for _, m := range moves {
		edits, err := one(now, m)
		var refused *Refused
		if errors.As(err, &refused) {
			all.Refusals = append(all.Refusals, refused.Refusals...)
			continue
		}
		if err != nil {
			return nil, err
		}
		if now, err = now.Apply(edits); err != nil {
			return nil, err
		}
	}
	if len(all.Refusals) > 0 {
		return nil, &all
	}
	return landscape.Diff(l, now), nil
}
