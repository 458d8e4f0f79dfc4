package command

import (
	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// This file gives papers for other programs.

func papersJSON(p agenda.Papers, to landscape.Audience) members {
	var previous any
	if p.Previous != nil {
		previous = p.Previous.ID
	}
	progress := make([]members, len(p.Progress))
	for i, g := range p.Progress {
		var lead any
		if g.Lead != nil {
			lead = g.Lead.ID
		}
		var actions []landscape.ID
		for _, c := range g.Actions {
			actions = append(actions, c.Node.ID)
		}
		progress[i] = members{{"lead", lead}, {"actions", list(actions)}}
	}
	return append(headJSON(p.Meeting, to), members{
		{"items", itemsJSON(p.Entries)},
		{"previous", previous},
		{"decisions", itemsJSON(p.Decisions)},
		{"since", changesJSON(p.Since)},
		{"progress", progress},
		{"waiting", waitingsJSON(p.Waiting)},
		{"returning", returningsJSON(p.Returning)},
	}...)
}

// headJSON says of which meeting a paper is, and for whom.
func headJSON(meeting *landscape.Node, to landscape.Audience) members {
	var status any
	if to != landscape.Public {
		status = "concept"
	}
	return members{
		{"meeting", meeting.ID},
		{"body", orNull(meeting.Get(landscape.HeldBy))},
		{"date", orNull(meeting.Get(landscape.DateOn))},
		{"audience", to},
		{"status", status},
	}
}

func minutesJSON(h prose.Held, to landscape.Audience) members {
	recorded := h.Recorded
	if to == landscape.Public {
		recorded = nil
	}
	return append(headJSON(h.Meeting, to), members{
		{"present", list(h.Meeting.All(landscape.Present))},
		{"decisions", itemsJSON(h.Decided)},
		{"open", itemsJSON(h.Open)},
		{"recorded_by", list(recorded)},
	}...)
}

func itemsJSON(entries []agenda.Entry) []members {
	rows := make([]members, len(entries))
	for i, e := range entries {
		var about, by, lead, lookBack any
		if e.Subject != nil {
			about = e.Subject.ID
		}
		list := ""
		if m := e.Move; m != nil {
			by, lead, lookBack, list = orNull(m.By), orNull(m.Lead), orNull(m.LookBack.String()), m.To
		}
		item := e.Item
		rows[i] = members{
			{"id", item.ID},
			{"type", item.Type},
			{"name", item.Name()},
			{"number", item.Number()},
			{"treatment", orNull(item.Get(landscape.Treatment))},
			{"about", about},
			{"list", orNull(list)},
			{"by", by},
			{"lead", lead},
			{"look_back", lookBack},
			{"result", orNull(item.Get(landscape.Result))},
			{"decision", orNull(item.Get(landscape.Decision))},
			{"decided_by", orNull(item.Get(landscape.DecidedBy))},
			{"decided_on", orNull(item.Get(landscape.DecidedOn))},
		}
	}
	return rows
}

func changesJSON(c agenda.Changes) members {
	moved := make([]members, len(c.Moved))
	for i, m := range c.Moved {
		moved[i] = members{{"id", m.Node.ID}, {"from", orNull(m.From)}, {"to", orNull(m.To)}}
	}
	answered := make([]members, len(c.Answered))
	for i, x := range c.Answered {
		answered[i] = members{{"id", x.Node.ID}, {"by", x.By.ID}, {"stage", x.Stage}}
	}
	return members{
		{"new_bottlenecks", list(ids(c.NewBottlenecks))},
		{"new_actions", list(ids(c.NewActions))},
		{"moved", moved},
		{"answered", answered},
		{"ended", list(ids(c.Ended))},
		{"new_initiatives", list(ids(c.New))},
	}
}

func waitingsJSON(waiting []agenda.Waiting) []members {
	rows := make([]members, len(waiting))
	for i, w := range waiting {
		rows[i] = members{
			{"id", w.Node.ID},
			{"by", w.By.ID},
			{"stage", w.Relation.Stage},
			{"since", orNull(w.Relation.Since.String())},
			{"look_back", orNull(w.Relation.LookBack.String())},
		}
	}
	return rows
}

func returningsJSON(back []agenda.Returning) []members {
	rows := make([]members, len(back))
	for i, r := range back {
		rows[i] = members{{"id", r.Node.ID}, {"by", r.By.ID}, {"because", r.Because}, {"successors", list(ids(r.Successors))}}
	}
	return rows
}

func askingsJSON(pages []agenda.Asking) []members {
	rows := make([]members, len(pages))
	for i, a := range pages {
		rows[i] = members{{"table", a.Table.ID}, {"waiting", waitingsJSON(a.Items)}, {"probable", list(ids(a.Probable))}}
	}
	return rows
}
