package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// A short text may be no more than the name of a subject ("Schulden na
// detentie"). It has too little weight for the thresholds, that are those of
// sentences. An item that bears it as a keyword, name or alias at least touches
// it; of a running table that is named after it, or has it both as keyword and
// in its goal, it is the own subject.
type labels struct {
	// name, goal and keyword: one of those says all of the query. met counts
	// by unit what names and keywords say together.
	name, goal, keyword bool
	met                 map[int]bool
	asked               int
}

// subjectsMax is how many things a text names that is only a label.
const subjectsMax = 2

// subjects gives the units of a query that say what it is about; none where it
// says more than a label.
func subjects(units []unit) []int {
	var some []int
	for i, u := range units {
		if !u.dull && !u.inside {
			some = append(some, i)
		}
	}
	if len(some) > subjectsMax || !slices.ContainsFunc(some, func(i int) bool { return units[i].topical() }) {
		return nil
	}
	return some
}

// note adds what a passage of the item's own says of the subjects.
func (l *labels) note(p passage, about []int, worths []float32) {
	if len(about) == 0 || p.via != "" {
		return
	}
	l.asked = len(about)
	var met []int
	for _, i := range about {
		if worths[i] >= worthSpelling {
			met = append(met, i)
		}
	}
	whole := len(met) == len(about)
	switch p.field {
	case landscape.Name, landscape.Short, landscape.Alias:
		l.name = l.name || whole
	case landscape.Keywords:
		l.keyword = l.keyword || whole
	case landscape.Goal:
		l.goal = l.goal || whole
		return
	default:
		return
	}
	for _, i := range met {
		if l.met == nil {
			l.met = map[int]bool{}
		}
		l.met[i] = true
	}
}

// verdict is what the labels say by themselves.
func (l labels) verdict(n *landscape.Node, status landscape.Status) Verdict {
	switch own := l.name || l.goal && l.keyword; {
	case own && landscape.IsTable(n.Kind()) && status != landscape.Ended && status != landscape.Announced:
		return Covered
	case own || l.keyword || l.asked > 0 && len(l.met) == l.asked:
		return Partly
	}
	return None
}

// label raises a candidate to what its labels say of a short text.
func (c *Candidate) label() {
	if v := c.evidence.labels.verdict(c.Node, c.Status); v != None && c.evidence.barrier == nil {
		c.raise(v)
	}
}
