package agenda

import (
	"fmt"
	"strings"

	"snijvlak/internal/landscape"
)

// Rule names a rule of the agenda; it is also the key of its sentence among the
// words ("rule.lead").
type Rule string

// The rules, by what they ask.
const (
	// RuleReason: a decision and a way back have a reason.
	RuleReason Rule = "reason"
	// RuleList: the item cannot stand on that list. Args: the list.
	RuleList Rule = "list"
	// RuleSame: it stands on that list already. Args: the list.
	RuleSame Rule = "same"
	// RuleStockDone: from the stock to done only as handled elsewhere.
	RuleStockDone Rule = "stock-done"
	// RuleNotUnderway: to done as completed only what is underway.
	RuleNotUnderway Rule = "not-underway"
	// RuleOutcome: completed or elsewhere must be said.
	RuleOutcome Rule = "outcome"
	// RuleBy: handled elsewhere names the table.
	RuleBy Rule = "by"
	// RuleEnded: that table has ended. Args: its name, its end, its successors.
	RuleEnded Rule = "ended"
	// RuleDeclined: that table declined; ask another, or record its new answer.
	RuleDeclined Rule = "declined"
	// RuleStage: agreed and placed name a document or a meeting. Args: the stage.
	RuleStage Rule = "stage"
	// RuleRemainder: of a part, what remains is said.
	RuleRemainder Rule = "remainder"
	// RuleShared: shared is not handled. Args: the bottleneck, the other owners.
	RuleShared Rule = "shared"
	// RulePartly: that table owns a part only. Args: the bottleneck, the table,
	// the part.
	RulePartly Rule = "partly"
	// RuleLookBack: a look-back date lies ahead. Args: the date.
	RuleLookBack Rule = "look-back"
	// RuleEarlier: nothing is decided before what was decided last. Args: the
	// item's name, the day it came to its list.
	RuleEarlier Rule = "earlier"
	// RuleResolves: an action resolves at least one bottleneck.
	RuleResolves Rule = "resolves"
	// RuleNotIts: the action does not resolve that bottleneck. Args: its id.
	RuleNotIts Rule = "not-its"
	// RuleBelongs: a bottleneck belongs to a theme or an ambition.
	RuleBelongs Rule = "belongs"
	// RuleCriterion: a criterion has words. Args: the field.
	RuleCriterion Rule = "criterion"
	// RuleLead: an action that is taken up has a lead.
	RuleLead Rule = "lead"
	// RuleLeadMember: the lead sits in the Stuurgroep. Args: its name.
	RuleLeadMember Rule = "lead-member"
	// RuleJoinMember: who joins sits in the klankbordgroep. Args: its name.
	RuleJoinMember Rule = "join-member"
	// RuleDecider: the body decides nothing, it advises. Args: its name.
	RuleDecider Rule = "decider"
	// RuleMeeting: a proposal is for a meeting, and there is none. Args: the name
	// of what was taken for one.
	RuleMeeting Rule = "meeting"
	// RuleBody: only a body meets. Args: the name of what was taken for one.
	RuleBody Rule = "body"
	// RuleNext: there is no later meeting for the item to return in.
	RuleNext Rule = "next"
	// RuleNoProposal: that node is no item of an agenda.
	RuleNoProposal Rule = "no-proposal"
	// RuleTwice: a move of the item is proposed already. Args: that proposal, its
	// meeting.
	RuleTwice Rule = "twice"
	// RuleDecided: the item was decided on. Args: the result.
	RuleDecided Rule = "decided"
	// RuleResult: an item so treated cannot have that result. Args: the
	// treatment, the result.
	RuleResult Rule = "result"
	// RuleNotWaiting: no table was asked, so none can answer.
	RuleNotWaiting Rule = "not-waiting"
	// RuleWhich: several tables were asked. Args: their ids.
	RuleWhich Rule = "which"
)

// Refusal is one rule that a move breaks.
type Refusal struct {
	Rule Rule
	Item landscape.ID
	Args []string
}

// Refused is the error for what the rules do not allow: every rule that is
// broken, not the first only.
type Refused struct{ Refusals []Refusal }

func (e *Refused) Error() string {
	parts := make([]string, len(e.Refusals))
	for i, r := range e.Refusals {
		parts[i] = fmt.Sprintf("%s: %s %s", r.Item, r.Rule, strings.Join(r.Args, ", "))
	}
	return strings.Join(parts, "; ")
}

// Breaks says whether a rule is among those broken.
func (e *Refused) Breaks(rule Rule) bool {
	for _, r := range e.Refusals {
		if r.Rule == rule {
			return true
		}
	}
	return false
}

// findings collects refusals about one item.
type findings struct {
	item landscape.ID
	all  []Refusal
}

func (f *findings) add(rule Rule, args ...string) {
	f.all = append(f.all, Refusal{Rule: rule, Item: f.item, Args: args})
}

func (f *findings) err() error {
	if len(f.all) == 0 {
		return nil
	}
	return &Refused{Refusals: f.all}
}
