package overlap

import "snijvlak/internal/landscape"

// Verdict says how far a text is handled already. It is always a proposal.
type Verdict string

// The verdicts.
const (
	// Covered: probably handled elsewhere (waarschijnlijk elders belegd).
	Covered Verdict = "covered"
	// Partly: touches on (raakt aan).
	Partly Verdict = "partly"
	// None: nothing found (niets gevonden).
	None Verdict = "none"
)

// ReasonKind says over what a query and an item meet.
type ReasonKind string

// The kinds of reasons (CONTRACTS 4).
const (
	Term         ReasonKind = "term"
	Synonym      ReasonKind = "synonym"
	Compound     ReasonKind = "compound"
	Theme        ReasonKind = "theme"
	Organisation ReasonKind = "organisation"
	OwnedProblem ReasonKind = "owned_bottleneck"
	Exclusion    ReasonKind = "exclusion"
	Judgement    ReasonKind = "judgement"
)

// Answer is what the index finds on a text.
type Answer struct {
	Query      string
	Day        landscape.Date
	Verdict    Verdict
	Candidates []Candidate
	// Missing are the weighty words of the query that no item has.
	Missing []string
}

// Candidate is an item that may handle the text.
type Candidate struct {
	Node    *landscape.Node
	Score   float64
	Verdict Verdict
	Status  landscape.Status
	// Successors are offered where the item has ended or will.
	Successors []*landscape.Node
	// Reasons in order of weight; the positive weights add up to the score.
	Reasons []Reason
	// Missing are the weighty words of the query that this item lacks.
	Missing []string
	// Caps say why the verdict is not higher than it is.
	Caps []Cap
	// Facets are the fields in which the text was found (goal, target-group …).
	Facets []landscape.Field

	evidence evidence
}

// Cap is a rule that holds a verdict down.
type Cap string

// The caps.
const (
	CapEnded     Cap = "ended"
	CapAnnounced Cap = "announced"
	CapExclusion Cap = "exclusion"
	CapTopic     Cap = "topic" // shares a topic only
	CapJudged    Cap = "not-same"
)

// Reason is one thing that a query and an item share.
type Reason struct {
	Kind ReasonKind
	// Query and Match are the words as they stand in both texts.
	Query, Match string
	// Via names the bridge: the family, the bottleneck, the other item.
	Via    string
	Weight float64
	// Field and Text are where in the item the match stands.
	Field landscape.Field
	Text  string
	// InQuery and InText are where the words stand, for highlighting.
	InQuery, InText Span
}

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }
