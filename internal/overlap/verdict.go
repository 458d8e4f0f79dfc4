package overlap

import (
	"slices"

	"snijvlak/internal/landscape"
)

// Where the thresholds lie in what is usual (see norms). To say "covered" a
// text must meet a table better than nearly every sentence of the landscape
// meets a table it does not come from; below the low end nothing was found.
const (
	coverQuantile = 0.95
	massQuantile  = 0.60
	partQuantile  = 0.25
	// facetShare of the query must be met in a goal, target group, activity or
	// owned bottleneck; without that only the topic is shared.
	facetShare = 0.2
)

// facets are the fields that say what a table does, for whom and to which end
// (GAO-15-49SP), other than its name and keywords.
var facets = []landscape.Field{landscape.Goal, landscape.TargetGroup, landscape.Activities, owned}

// judge gives the verdict on one item and what holds it down.
func (ix *Index) judge(e evidence) (Verdict, []Cap) {
	n := ix.norm()
	force := e.force()
	switch {
	case force < n.forceAt(partQuantile):
		return None, nil
	case force < n.forceAt(coverQuantile) || e.mass < n.massAt(massQuantile):
		return Partly, nil
	}
	var caps []Cap
	if len(e.facets()) == 0 {
		caps = append(caps, CapTopic)
	}
	switch e.doc.status {
	case landscape.Ended:
		caps = append(caps, CapEnded)
	case landscape.Announced:
		caps = append(caps, CapAnnounced)
	}
	if len(caps) > 0 {
		return Partly, caps
	}
	return Covered, nil
}

// facets gives the fields in which the query is met well enough, in their
// order.
func (e evidence) facets() []landscape.Field {
	return slices.DeleteFunc(slices.Clone(facets), func(f landscape.Field) bool { return e.fields[f] < facetShare })
}

// forceAt and massAt give quantiles; with nothing to go by they are out of
// reach.
func (n norms) forceAt(q float64) float32 { return quantile(n.force, q) }
func (n norms) massAt(q float64) float32  { return quantile(n.mass, q) }

func quantile(sorted []float32, q float64) float32 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[int(q*float64(len(sorted)-1))]
}
