package landscape

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Field names a property of a node as the command line and the files write it
// ("target-group").
type Field string

// The fields. Which type has which is in the table below.
const (
	Name        Field = "name"
	Short       Field = "short"
	Alias       Field = "alias"
	Note        Field = "note"
	AudienceOf  Field = "audience"
	Number      Field = "number"
	PhaseOf     Field = "phase"
	Goal        Field = "goal"
	TargetGroup Field = "target-group"
	Activities  Field = "activities"
	NotFor      Field = "not-for"
	Keywords    Field = "keywords"
	KindOf      Field = "kind"
	Start       Field = "start"
	End         Field = "end"
	// Seen is a date of a source that says the initiative runs.
	Seen Field = "seen"
	// OnOverview is the user's mark that an initiative belongs on the overview.
	OnOverview  Field = "overview"
	ActorGroup  Field = "actor-group"
	Value       Field = "value"
	Role        Field = "role"
	SeatOf      Field = "seat"
	SignalledBy Field = "signalled-by"
	SignalledOn Field = "signalled-on"
	List        Field = "list"
	OutcomeOf   Field = "outcome"
	Rung        Field = "rung"
	ActionKind  Field = "action-kind"
	Importance  Field = "importance"
	Feasibility Field = "feasibility"
	Impact      Field = "impact"
	// Rank is the place in the stock that a person chose over the criteria, and
	// RankReason why.
	Rank       Field = "rank"
	RankReason Field = "rank-reason"
	// MovedOn is the day an item came to its list; CameFrom is the list it left
	// for the done list, to which it returns.
	MovedOn  Field = "moved-on"
	CameFrom Field = "came-from"

	// HeldBy is the id of the body that meets.
	HeldBy  Field = "body"
	Present Field = "present"

	// The fields of an item of the agenda: its cover note, the move it asks for,
	// and what was decided.
	Treatment    Field = "treatment"
	Requested    Field = "requested"
	Occasion     Field = "occasion"
	Dilemma      Field = "dilemma"
	LiesWith     Field = "lies-with"
	Advice       Field = "advice"
	Consequences Field = "consequences"
	StageOf      Field = "stage"
	LookBackOn   Field = "look-back"
	ExtentOf     Field = "extent"
	RemainderOf  Field = "remainder"
	ReasonOf     Field = "reason"
	Result       Field = "result"
	Decision     Field = "decision"
	DecidedOn    Field = "decided-on"
	DecidedBy    Field = "decided-by"

	DateOn Field = "date"
	// NotBefore is the earliest day an edition can be of, where its date is
	// known only roughly.
	NotBefore Field = "not-before"
	Edition   Field = "edition"
	Publisher Field = "publisher"
	URL       Field = "url"
	Words     Field = "words"
	Sense     Field = "sense"
	Suppress  Field = "suppress"
)

// Form is what the values of a field look like.
type Form int

// The forms. Lists hold any number of values, the others one.
const (
	TextForm Form = iota
	ListForm
	DateForm
	DateListForm
	ChoiceForm
	ChoiceListForm
	NumberForm
	FlagForm
)

// FieldSpec is the table's row of one field.
type FieldSpec struct {
	Field Field
	Form  Form
	// Choices are the possible values of a choice.
	Choices []string
	// Types are the types of node that have the field; empty means all.
	Types []Type
	// Clerical marks a field that states nothing about the world, so that it
	// needs no evidence.
	Clerical bool
}

// Fields is the table of all fields, in the order in which they are shown.
var Fields = []FieldSpec{
	{Field: Name, Form: TextForm},
	{Field: Short, Form: TextForm, Clerical: true},
	{Field: Alias, Form: ListForm},
	{Field: Number, Form: NumberForm, Types: []Type{Theme, Ambition, Item}, Clerical: true},
	{Field: KindOf, Form: ChoiceForm, Types: []Type{Initiative}, Choices: []string{
		Consultation, SteeringGroup, DirectingGroup, Network, Programme,
		ActionProgramme, ActionPlan, WorkAgenda, MultiYearAgenda,
	}},
	{
		Field: PhaseOf, Form: ChoiceForm, Types: []Type{Theme},
		Choices: []string{"direct-safety", "stable-safety", "social-recovery"},
	},
	{Field: Role, Form: ChoiceForm, Types: []Type{Body}, Choices: []string{"decides", "prepares", "monitors"}},
	{Field: ActorGroup, Form: ChoiceForm, Types: []Type{Organisation}, Choices: []string{
		"departments", "municipalities", "umbrellas", "justice", "social-domain-platform", "network",
	}},
	{Field: Value, Form: ListForm, Types: []Type{Organisation}},
	{Field: Goal, Form: TextForm, Types: []Type{Theme, Ambition, Initiative, Body, Action}},
	{Field: TargetGroup, Form: TextForm, Types: []Type{Initiative}},
	{Field: Activities, Form: ListForm, Types: []Type{Initiative}},
	{Field: NotFor, Form: ListForm, Types: []Type{Initiative}},
	{Field: Keywords, Form: ListForm, Types: []Type{Initiative, Bottleneck, Action}},
	{Field: Start, Form: DateForm, Types: []Type{Initiative, Organisation, Body}},
	{Field: End, Form: DateForm, Types: []Type{Initiative, Organisation, Body}},
	{Field: Seen, Form: DateForm, Types: []Type{Initiative}},
	{Field: OnOverview, Form: FlagForm, Types: []Type{Initiative}, Clerical: true},
	{
		Field: SeatOf, Form: ChoiceListForm, Types: []Type{Bottleneck},
		Choices: []string{"system", "policy", "process", "cooperation"},
	},
	{Field: SignalledBy, Form: ListForm, Types: []Type{Bottleneck}},
	{Field: SignalledOn, Form: DateListForm, Types: []Type{Bottleneck}},
	{
		Field: List, Form: ChoiceForm, Types: []Type{Action, Bottleneck, Item},
		Choices: AgendaLists, Clerical: true,
	},
	{
		Field: OutcomeOf, Form: ChoiceForm, Types: []Type{Action, Bottleneck, Item},
		Choices: []string{Completed, Elsewhere}, Clerical: true,
	},
	{Field: MovedOn, Form: DateForm, Types: []Type{Action, Bottleneck}, Clerical: true},
	{Field: CameFrom, Form: ChoiceForm, Types: []Type{Action}, Choices: AgendaLists, Clerical: true},
	{
		Field: Rung, Form: NumberForm, Types: []Type{Action}, Clerical: true,
		Choices: []string{"1", "2", "3", "4", "5", "6", "7"},
	},
	{Field: ActionKind, Form: ChoiceForm, Types: []Type{Action}, Clerical: true, Choices: []string{
		"signal-hub", "insight", "information-sharing", "learning", "co-development",
	}},
	{Field: Importance, Form: TextForm, Types: []Type{Action}, Clerical: true},
	{Field: Feasibility, Form: TextForm, Types: []Type{Action}, Clerical: true},
	{Field: Impact, Form: TextForm, Types: []Type{Action}, Clerical: true},
	{Field: Rank, Form: NumberForm, Types: []Type{Action}, Clerical: true},
	{Field: RankReason, Form: TextForm, Types: []Type{Action}, Clerical: true},
	{Field: HeldBy, Form: TextForm, Types: []Type{Meeting}, Clerical: true},
	{Field: DateOn, Form: DateForm, Types: []Type{Meeting, Document}, Clerical: true},
	{Field: Present, Form: ListForm, Types: []Type{Meeting}, Clerical: true},
	{Field: Treatment, Form: ChoiceForm, Types: []Type{Item}, Choices: Treatments, Clerical: true},
	{Field: Requested, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: Occasion, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: Dilemma, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: LiesWith, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: Advice, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: Consequences, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: StageOf, Form: ChoiceForm, Types: []Type{Item}, Choices: Stages, Clerical: true},
	{Field: LookBackOn, Form: DateForm, Types: []Type{Item}, Clerical: true},
	{Field: ExtentOf, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: RemainderOf, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: ReasonOf, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: Result, Form: ChoiceForm, Types: []Type{Item}, Choices: Results, Clerical: true},
	{Field: Decision, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: DecidedOn, Form: DateForm, Types: []Type{Item}, Clerical: true},
	{Field: DecidedBy, Form: TextForm, Types: []Type{Item}, Clerical: true},
	{Field: NotBefore, Form: DateForm, Types: []Type{Document}, Clerical: true},
	{Field: Edition, Form: FlagForm, Types: []Type{Document}, Clerical: true},
	{Field: Publisher, Form: TextForm, Types: []Type{Document}, Clerical: true},
	{Field: URL, Form: TextForm, Types: []Type{Document}, Clerical: true},
	{Field: Words, Form: ListForm, Types: []Type{Term}, Clerical: true},
	{
		Field: Sense, Form: ChoiceForm, Types: []Type{Term}, Clerical: true,
		Choices: []string{"same", "abbreviation", "narrower", "related", "never"},
	},
	{Field: Suppress, Form: FlagForm, Types: []Type{Term}, Clerical: true},
	{Field: Note, Form: TextForm, Clerical: true},
	{Field: AudienceOf, Form: ChoiceForm, Clerical: true, Choices: []string{
		string(Public), string(SoundingBoard), string(Steering), string(Secretariat),
	}},
}

// fieldsByType is the table by type.
var fieldsByType = sync.OnceValue(func() map[Type][]FieldSpec {
	byType := make(map[Type][]FieldSpec, len(Types))
	for _, t := range Types {
		for _, s := range Fields {
			if s.appliesTo(t) {
				byType[t] = append(byType[t], s)
			}
		}
	}
	return byType
})

// FieldsOf gives the fields a type of node has, in their order. The caller
// must not change them.
func FieldsOf(t Type) []FieldSpec { return fieldsByType()[t] }

// FieldSpecOf finds the row of a field for a type of node.
func FieldSpecOf(t Type, f Field) (FieldSpec, error) {
	for _, s := range FieldsOf(t) {
		if s.Field == f {
			return s, nil
		}
	}
	return FieldSpec{}, &UnknownField{Type: t, Field: string(f)}
}

func (s FieldSpec) appliesTo(t Type) bool {
	return len(s.Types) == 0 || slices.Contains(s.Types, t)
}

// Many says whether the field holds a list.
func (s FieldSpec) Many() bool {
	return s.Form == ListForm || s.Form == DateListForm || s.Form == ChoiceListForm
}

// JSON is the field's name in JSON.
func (s FieldSpec) JSON() string {
	if s.Field == Alias {
		return "aliases"
	}
	return strings.ReplaceAll(string(s.Field), "-", "_")
}

// Check says what is wrong with values of the field, or nil.
func (s FieldSpec) Check(values []string) error {
	if !s.Many() && len(values) > 1 {
		return fmt.Errorf("%s: more than one value: %w", s.Field, ErrValue)
	}
	for _, v := range values {
		if err := s.checkOne(v); err != nil {
			return fmt.Errorf("%s: %w", s.Field, err)
		}
	}
	return nil
}

// Wrong gives the first of values that the field cannot have, if any; too many
// are wrong together.
func (s FieldSpec) Wrong(values []string) (string, bool) {
	if !s.Many() && len(values) > 1 {
		return strings.Join(values, ", "), true
	}
	for _, v := range values {
		if s.checkOne(v) != nil {
			return v, true
		}
	}
	return "", false
}

func (s FieldSpec) checkOne(v string) error {
	switch {
	case s.Form == DateForm || s.Form == DateListForm:
		_, err := ParseDate(v)
		return err
	case s.Form == FlagForm && v != "true" && v != "false":
		return fmt.Errorf("%q is not true or false: %w", v, ErrValue)
	case s.Form == NumberForm && !isNumber(v):
		return fmt.Errorf("%q is not a whole number: %w", v, ErrValue)
	case len(s.Choices) > 0 && !slices.Contains(s.Choices, v):
		return fmt.Errorf("%q, possible are %s: %w", v, strings.Join(s.Choices, ", "), ErrValue)
	}
	return nil
}

func isNumber(v string) bool {
	n, err := strconv.Atoi(v)
	return err == nil && n >= 0
}
