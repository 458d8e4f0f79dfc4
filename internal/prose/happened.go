package prose

import (
	"slices"
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// agenda says what edits did to the work agenda; "" where they did nothing to
// it.
func (s summary) agenda() string {
	if item := s.item(isConcluded); item != nil {
		return s.decision(item)
	}
	if item := s.item(isTabled); item != nil && s.to(item.ID, landscape.TabledAt) != "" {
		return s.tabled(item) // a record by itself does not say of which meeting
	}
	moves := s.moves()
	switch answer := s.answer(); {
	case answer != "":
		return answer
	case len(moves) > 0:
		return strings.Join(moves, "; ")
	case s.all(landscape.Meeting, func(e landscape.Edit) bool { return e.Before == nil }):
		return s.N("sum.meetings", len(s.edits))
	case s.all(landscape.Item, isReleased):
		to := s.edits[0].After.Node.Audience()
		return s.N("sum.released", len(s.edits), "Audience", s.T("audience."+string(to)))
	}
	return ""
}

// item is the first item of an agenda to which that happened, or nil.
func (s summary) item(happened func(landscape.Edit) bool) *landscape.Node {
	for _, e := range s.edits {
		if e.After != nil && e.After.Node != nil && e.After.Node.Type == landscape.Item && happened(e) {
			return e.After.Node
		}
	}
	return nil
}

func isConcluded(e landscape.Edit) bool {
	return e.After.Node.Get(landscape.Result) != "" && (e.Before == nil || e.Before.Node.Get(landscape.Result) == "")
}

func isTabled(e landscape.Edit) bool { return e.Before == nil }

func isReleased(e landscape.Edit) bool {
	return e.Before != nil && e.Before.Node.Audience() != e.After.Node.Audience()
}

// all says whether every edit is of a node of that type, and so.
func (s summary) all(t landscape.Type, so func(landscape.Edit) bool) bool {
	return len(s.edits) > 0 && !slices.ContainsFunc(s.edits, func(e landscape.Edit) bool {
		return e.After == nil || e.After.Node == nil || e.After.Node.Type != t || !so(e)
	})
}

// decision says what became of an item: "besloten in …: voorraadlijst →
// gereedlijst, …".
func (s summary) decision(item *landscape.Node) string {
	where := s.T("sum.in-writing")
	if s.meeting != "" {
		where = s.T("sum.in-meeting", "Meeting", s.name(s.meeting))
	}
	what := strings.Join(s.moves(), "; ")
	if what == "" {
		what = strings.TrimSuffix(item.ShortName(), ".")
	}
	result := item.Get(landscape.Result)
	text := s.T("sum.decision", "Result", s.T("sum.result-"+result), "Where", where, "What", what)
	if again := s.item(isTabled); again != nil && again.ID != item.ID {
		return text + "; " + s.T("sum.returns-"+result, "Meeting", s.to(again.ID, landscape.TabledAt))
	}
	return text
}

// tabled says what was put on an agenda.
func (s summary) tabled(item *landscape.Node) string {
	meeting := s.to(item.ID, landscape.TabledAt)
	if !agenda.ProposesMove(item) {
		return s.T("sum.tabled", "Meeting", meeting, "Name", item.ShortName(), "Treatment", s.Or("treatment", item.Get(landscape.Treatment)))
	}
	list := item.Get(landscape.List)
	if list == "" {
		list = agenda.BottleneckList
	}
	what := s.to(item.ID, landscape.Concerns)
	if what == "" {
		what = item.ShortName()
	}
	by, stage := s.to(item.ID, landscape.Names), s.Or("stage", item.Get(landscape.StageOf))
	if part := item.Get(landscape.ExtentOf); part != "" {
		return s.T("sum.proposal-part", "Meeting", meeting, "Name", what, "By", by, "Stage", stage, "Extent", part)
	}
	text := s.T("sum.proposal", "Meeting", meeting, "Name", what, "List", ListName(s.Words, list))
	if item.Get(landscape.OutcomeOf) != landscape.Elsewhere {
		return text
	}
	return text + ", " + s.T("sum.elsewhere", "By", by, "Stage", stage)
}

// to names the first node to which a new relation of that kind leads.
func (s summary) to(from landscape.ID, link landscape.Link) string {
	for _, e := range s.edits {
		if r := newRelation(e, link); r != nil && r.From == from {
			return s.name(r.To)
		}
	}
	return ""
}

// newRelation is the relation of an edit that makes or changes one of that
// kind, or nil.
func newRelation(e landscape.Edit, link landscape.Link) *landscape.Relation {
	if e.After == nil || e.After.Relation == nil || e.After.Relation.Link != link {
		return nil
	}
	return e.After.Relation
}

// moves says which things went to another list, and what was placed elsewhere
// in part.
func (s summary) moves() []string {
	var all []string
	moved := map[landscape.ID]bool{}
	for _, e := range s.edits {
		if from, to, ok := listsOf(e); ok {
			n := e.After.Node
			moved[n.ID] = true
			text := s.T("sum.move", "Name", n.ShortName(), "From", ListName(s.Words, from), "To", ListName(s.Words, to))
			all = append(all, text+s.outcome(n))
		}
	}
	for _, e := range s.edits {
		if r := newRelation(e, landscape.HandledBy); r != nil && !moved[r.From] && stageBefore(e) != r.Stage && !r.End.Known() {
			moved[r.From] = true
			all = append(all, s.T("sum.placed", "Name", s.name(r.From), "By", s.name(r.To), "Stage", s.Or("stage", r.Stage), "Extent", r.Extent))
		}
	}
	for _, e := range s.edits {
		if r := takenBack(e); r != nil && !moved[r.From] {
			all = append(all, s.T("sum.part-back", "Name", s.name(r.From), "By", s.name(r.To)))
		}
	}
	return all
}

// takenBack is a placing that an edit ended, or nil.
func takenBack(e landscape.Edit) *landscape.Relation {
	if e.Before == nil || e.Before.Relation == nil || e.Before.Relation.Link != landscape.HandledBy {
		return nil
	}
	if e.After != nil && !e.After.Relation.End.Known() {
		return nil
	}
	return e.Before.Relation
}

// listsOf are the lists between which an edit moves something.
func listsOf(e landscape.Edit) (from, to string, moved bool) {
	if e.Before == nil || e.After == nil || e.After.Node == nil {
		return "", "", false
	}
	if t := e.After.Node.Type; t != landscape.Action && t != landscape.Bottleneck {
		return "", "", false
	}
	from, to = agenda.ListOf(e.Before.Node), agenda.ListOf(e.After.Node)
	return from, to, from != to
}

func stageBefore(e landscape.Edit) string {
	if e.Before == nil {
		return ""
	}
	return e.Before.Relation.Stage
}

// outcome says with what something came to its list.
func (s summary) outcome(n *landscape.Node) string {
	switch {
	case n.Get(landscape.OutcomeOf) == landscape.Completed:
		return ", " + s.T("outcome.completed")
	case n.Get(landscape.OutcomeOf) == landscape.Elsewhere:
		for _, e := range s.edits {
			if r := newRelation(e, landscape.HandledBy); r != nil && r.From == n.ID && !r.End.Known() {
				return ", " + s.T("sum.elsewhere", "By", s.name(r.To), "Stage", s.Or("stage", r.Stage))
			}
		}
	case agenda.ListOf(n) == landscape.Underway:
		for _, e := range s.edits {
			if r := newRelation(e, landscape.Leads); r != nil && r.To == n.ID && !r.End.Known() {
				return ", " + s.T("sum.lead", "Lead", s.name(r.From))
			}
		}
	}
	return ""
}

// answer says what another table answered: the stage of what was placed with it
// is another one, and nobody here decided that.
func (s summary) answer() string {
	for _, e := range s.edits {
		r := newRelation(e, landscape.HandledBy)
		if r == nil || stageBefore(e) == "" || stageBefore(e) == r.Stage || !isAnswer(r.Stage) {
			continue
		}
		text := s.T("sum.answer", "By", s.name(r.To), "Name", s.name(r.From), "Stage", s.Or("stage", r.Stage))
		for _, e := range s.edits {
			if from, to, moved := listsOf(e); moved && from == landscape.Done {
				text += "; " + s.T("sum.back", "List", ListName(s.Words, to))
			}
		}
		return text
	}
	return ""
}

func isAnswer(stage string) bool {
	return slices.Contains([]string{landscape.Agreed, landscape.Declined, landscape.Placed}, stage)
}
