package agenda

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"snijvlak/internal/landscape"
)

// Level is how high a criterion was weighed, read from its first word.
type Level int

// The levels, lowest first. A criterion in words without one of the levels in
// front counts between low and high.
const (
	Open Level = iota // not discussed yet, or no words
	Low
	Described
	Middle
	High
)

var levels = map[string]Level{
	"hoog": High, "groot": High, "high": High,
	"midden": Middle, "middel": Middle, "gemiddeld": Middle, "medium": Middle,
	"laag": Low, "klein": Low, "low": Low,
}

// LevelOf reads the level of a criterion: its first word, as in "hoog: mensen
// staan op straat".
func LevelOf(words string) Level {
	parts := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(parts) == 0 || words == NotDiscussed {
		return Open
	}
	if level, ok := levels[parts[0]]; ok {
		return level
	}
	return Described
}

// Ground says why an action stands where it does in the stock, against the one
// below it; it is also the key of its sentence among the words.
type Ground string

// The grounds, in the order in which they weigh.
const (
	GroundRank        Ground = "rank"
	GroundImportance  Ground = "importance"
	GroundImpact      Ground = "impact"
	GroundFeasibility Ground = "feasibility"
	GroundUnowned     Ground = "unowned"
	GroundLongest     Ground = "longest"
	// GroundID: nothing tells the two apart; the order is that of the ids.
	GroundID Ground = "id"
	// GroundLast: there is none below.
	GroundLast Ground = "last"
)

// Ordered is an action in the stock with why it stands above the next.
type Ordered struct {
	Node   *landscape.Node
	Ground Ground
	// Reason is the person's, where the place was chosen.
	Reason string
}

// OrderStock orders the actions of the stock by the criteria: importance and
// urgency first, then impact on practice, then feasibility, then how many of
// their bottlenecks lie nowhere, then how long they wait. A place that a person
// chose stands over all that.
func OrderStock(l *landscape.Landscape, day landscape.Date) []Ordered {
	var stock []weighed
	for _, n := range l.Nodes(landscape.Action) {
		if n.Get(landscape.List) == landscape.Stock {
			stock = append(stock, weigh(l, n, day))
		}
	}
	slices.SortStableFunc(stock, func(a, b weighed) int { c, _ := compare(a, b); return c })
	stock = chosen(stock)
	ordered := make([]Ordered, len(stock))
	for i, w := range stock {
		ordered[i] = Ordered{Node: w.node, Ground: groundOf(stock, i), Reason: w.node.Get(landscape.RankReason)}
	}
	return ordered
}

type weighed struct {
	node                            *landscape.Node
	importance, impact, feasibility Level
	unowned                         int
	since                           string
}

// unknownSince comes after every known day.
const unknownSince = "unknown"

func weigh(l *landscape.Landscape, n *landscape.Node, day landscape.Date) weighed {
	w := weighed{
		node: n, importance: LevelOf(n.Get(landscape.Importance)), impact: LevelOf(n.Get(landscape.Impact)),
		feasibility: LevelOf(n.Get(landscape.Feasibility)), since: cmp.Or(n.Get(landscape.MovedOn), unknownSince),
	}
	for _, r := range l.Out(n.ID, landscape.Resolves) {
		if s := l.OwnershipOf(r.To, day).State; s == landscape.Unowned || s == landscape.Orphaned {
			w.unowned++
		}
	}
	return w
}

// compare says which of two comes first, and by what.
func compare(a, b weighed) (int, Ground) {
	for _, by := range []struct {
		c      int
		ground Ground
	}{
		{cmp.Compare(b.importance, a.importance), GroundImportance},
		{cmp.Compare(b.impact, a.impact), GroundImpact},
		{cmp.Compare(b.feasibility, a.feasibility), GroundFeasibility},
		{cmp.Compare(b.unowned, a.unowned), GroundUnowned},
		{cmp.Compare(a.since, b.since), longest(a, b)},
	} {
		if by.c != 0 {
			return by.c, by.ground
		}
	}
	return cmp.Compare(a.node.ID, b.node.ID), GroundID
}

// longest is the ground of who waits longest, where that is known of both.
func longest(a, b weighed) Ground {
	if a.since == unknownSince || b.since == unknownSince {
		return GroundID
	}
	return GroundLongest
}

// chosen puts the actions with a place of their own at that place, from 1; of
// two with one place the better weighed comes first.
func chosen(stock []weighed) []weighed {
	var fixed []weighed
	rest := slices.DeleteFunc(slices.Clone(stock), func(w weighed) bool {
		if rankOf(w) > 0 {
			fixed = append(fixed, w)
		}
		return rankOf(w) > 0
	})
	slices.SortStableFunc(fixed, func(a, b weighed) int { return rankOf(a) - rankOf(b) })
	for _, w := range fixed {
		rest = slices.Insert(rest, min(rankOf(w)-1, len(rest)), w)
	}
	return rest
}

// rankOf is the place that a person chose, from 1; 0 where none was chosen.
func rankOf(w weighed) int {
	n, err := strconv.Atoi(w.node.Get(landscape.Rank))
	if err != nil {
		return 0
	}
	return max(n, 0)
}

func groundOf(stock []weighed, i int) Ground {
	if rankOf(stock[i]) > 0 {
		return GroundRank
	}
	for _, below := range stock[i+1:] {
		if rankOf(below) == 0 { // the others stand there by choice
			_, ground := compare(stock[i], below)
			return ground
		}
	}
	return GroundLast
}
