package prose

import (
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// Refused says which rules of the work agenda stand in the way, one sentence
// or two for each, one on a line.
func Refused(w *words.Words, l *landscape.Landscape, e *agenda.Refused) string {
	lines := make([]string, len(e.Refusals))
	for i, r := range e.Refusals {
		lines[i] = Refusal(w, l, r)
	}
	return strings.Join(lines, "\n")
}

// Refusal says what a rule asks and what is missing.
func Refusal(w *words.Words, l *landscape.Landscape, r agenda.Refusal) string {
	f := refused{w, l, r}
	return w.T(f.key(), f.data()...)
}

// Remedy is what to type against a refusal, for the command line; "" where
// there is nothing to type.
func Remedy(w *words.Words, l *landscape.Landscape, r agenda.Refusal) string {
	f := refused{w, l, r}
	key := f.key() + ".type"
	if !w.Has(key) {
		return ""
	}
	return w.T(key, f.data()...)
}

type refused struct {
	*words.Words
	land *landscape.Landscape
	agenda.Refusal
}

// key is that of the rule; some rules have another sentence for one type of
// item, or where they name something.
func (f refused) key() string {
	key := "rule." + string(f.Rule)
	if n, ok := f.land.Node(f.Item); ok && f.Has(key+"-"+string(n.Type)) {
		return key + "-" + string(n.Type)
	}
	if len(f.Args) > 0 && f.Args[0] != "" && f.Has(key+"-named") {
		return key + "-named"
	}
	return key
}

// arguments names what a rule tells, in the order of its Args.
var arguments = map[agenda.Rule][]string{
	agenda.RuleList:       {"List"},
	agenda.RuleSame:       {"List"},
	agenda.RuleEnded:      {"Table", "Day", "Next"},
	agenda.RuleStage:      {"Stage"},
	agenda.RuleShared:     {"Problem", "Others"},
	agenda.RulePartly:     {"Problem", "Table", "Part"},
	agenda.RuleLookBack:   {"Day"},
	agenda.RuleEarlier:    {"Other", "Day"},
	agenda.RuleNotIts:     {"Problem"},
	agenda.RuleCriterion:  {"Field"},
	agenda.RuleLeadMember: {"Who"},
	agenda.RuleJoinMember: {"Who"},
	agenda.RuleDecider:    {"Who"},
	agenda.RuleMeeting:    {"Other"},
	agenda.RuleBody:       {"Other"},
	agenda.RuleTwice:      {"Proposal", "Meeting"},
	agenda.RuleDecided:    {"Result"},
	agenda.RuleResult:     {"Treatment", "Result"},
}

// data are the names and values that the sentences fill in. An argument that is
// an id or a value is there as typed too, with ID behind its name.
func (f refused) data() []any {
	name := Names(f.land)
	data := []any{"ID", string(f.Item), "Name", name(f.Item)}
	if n, ok := f.land.Node(f.Item); ok {
		data = append(data, "Type", f.T("type."+string(n.Type)))
	}
	for i, argument := range arguments[f.Rule] {
		value := ""
		if i < len(f.Args) {
			value = f.Args[i]
		}
		data = append(data, argument, f.written(argument, value, name), argument+"ID", value)
	}
	switch f.Rule {
	case agenda.RuleWhich:
		data = append(data, "Tables", strings.Join(f.Args, ", "))
	case agenda.RuleResult:
		data = append(data, "Results", f.results())
	}
	return data
}

// written is an argument in words.
func (f refused) written(argument, value string, name Namer) string {
	switch argument {
	case "List":
		return ListName(f.Words, value)
	case "Day":
		if d, err := landscape.ParseDate(value); err == nil && d.Known() {
			return f.Date(d)
		}
	case "Problem", "Proposal":
		return name(landscape.ID(value))
	case "Stage", "Field", "Result", "Treatment":
		return f.Or(strings.ToLower(argument), value)
	}
	return value
}

// results are those that the item can have.
func (f refused) results() string {
	var all []string
	if len(f.Args) > 0 {
		for _, r := range agenda.ResultsFor(f.Args[0]) {
			all = append(all, f.Or("result", r)+" ("+r+")")
		}
	}
	return strings.Join(all, ", ")
}
