package landscape

import "slices"

// Type is the type of a node.
type Type string

// The types of nodes (CONTRACTS 1).
const (
	Theme        Type = "theme"
	Ambition     Type = "ambition"
	Initiative   Type = "initiative"
	Organisation Type = "organisation"
	Body         Type = "body"
	Bottleneck   Type = "bottleneck"
	Action       Type = "action"
	Meeting      Type = "meeting"
	// Item is one item of a meeting's agenda: a proposal, a question or a notice,
	// and in the end what was decided.
	Item     Type = "item"
	Document Type = "document"
	Term     Type = "term"
)

// Types lists every type in its fixed order, which is also that of lists.
var Types = []Type{
	Theme, Ambition, Initiative, Organisation, Body, Bottleneck, Action, Meeting, Item, Document, Term,
}

// ParseType reads a type in the singular or the plural ("bodies").
func ParseType(s string) (Type, error) {
	for _, t := range Types {
		if s == string(t) || s == t.Plural() {
			return t, nil
		}
	}
	return "", ErrType
}

// Plural is the type's name in lists and files.
func (t Type) Plural() string {
	if t == Body {
		return "bodies"
	}
	return string(t) + "s"
}

func (t Type) order() int { return slices.Index(Types, t) }

// Kinds of initiative, in the order in which columns show them.
const (
	Consultation    = "consultation"
	SteeringGroup   = "steering-group"
	DirectingGroup  = "directing-group"
	Network         = "network"
	Programme       = "programme"
	ActionProgramme = "action-programme"
	ActionPlan      = "action-plan"
	WorkAgenda      = "work-agenda"
	MultiYearAgenda = "multi-year-agenda"
)

// IsTable says whether a kind of initiative is of the group "table", where
// parties decide; the others are of the group "programme", what is carried out.
func IsTable(kind string) bool {
	return slices.Contains([]string{Consultation, SteeringGroup, DirectingGroup, Network}, kind)
}

// Certainty says how a fact is known.
type Certainty string

// The certainties, weakest first.
const (
	// Inferred is our reading (afgeleid).
	Inferred Certainty = "inferred"
	// Stated is said by a source (bron).
	Stated Certainty = "stated"
	// Confirmed is agreed by the party concerned (bevestigd).
	Confirmed Certainty = "confirmed"
)

// Certainties lists the possible values.
var Certainties = []Certainty{Stated, Inferred, Confirmed}

// Audience is who may see an item in what leaves the program; each sees what
// the ones before it see.
type Audience string

// The audiences, widest first.
const (
	Public        Audience = "public"
	SoundingBoard Audience = "sounding-board"
	Steering      Audience = "steering-group"
	Secretariat   Audience = "secretariat"
)

// Audiences lists the audiences, widest first.
var Audiences = []Audience{Public, SoundingBoard, Steering, Secretariat}

// Sees says whether this audience may see an item made for the other one. An
// item without an audience is public.
func (a Audience) Sees(item Audience) bool {
	return item == "" || slices.Index(Audiences, item) <= slices.Index(Audiences, a)
}

// Lists of the work agenda.
const (
	Stock    = "stock"
	Underway = "underway"
	Done     = "done"
)

// AgendaLists lists the lists of the work agenda that hold actions. The
// bottleneck list is that of every bottleneck that stands on no list.
var AgendaLists = []string{Stock, Underway, Done}

// Outcomes: why something is on the done list.
const (
	Completed = "completed"
	Elsewhere = "elsewhere"
)

// Stages: what the other table has said.
const (
	Could    = "could"
	Asked    = "asked"
	Agreed   = "agreed"
	Declined = "declined"
	Placed   = "placed"
)

// Stages lists the stages in their usual order.
var Stages = []string{Could, Asked, Agreed, Declined, Placed}

// Treatments: what a meeting does with an item of its agenda.
const (
	ForDecision     = "decision"
	ForDiscussion   = "discussion"
	ForRatification = "ratification"
	ForInformation  = "information"
)

// Treatments lists the treatments in the order of an agenda.
var Treatments = []string{ForRatification, ForDecision, ForDiscussion, ForInformation}

// Results: what became of an item of the agenda.
const (
	Taken     = "taken"
	Amended   = "amended"
	Ratified  = "ratified"
	InConcept = "in-concept"
	Deferred  = "deferred"
	Rejected  = "rejected"
	Noted     = "noted"
)

// Results lists the results.
var Results = []string{Taken, Amended, Ratified, InConcept, Deferred, Rejected, Noted}

// Grades between two initiatives (GAO-15-49SP).
const (
	Fragmentation = "fragmentation"
	Overlap       = "overlap"
	Duplication   = "duplication"
)

// Grades lists the grades, slightest first.
var Grades = []string{Fragmentation, Overlap, Duplication}
