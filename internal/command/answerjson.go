package command

import (
	"math"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// answerJSON gives an answer of overlap for other programs (CONTRACTS 4).
func (q *asking) answerJSON(answer overlap.Answer) members {
	return members{
		{"query", answer.Query},
		{"as_of", answer.Day.String()},
		{"verdict", answer.Verdict},
		{"candidates", q.candidatesJSON(answer.Candidates)},
		{"missing", list(answer.Missing)},
	}
}

func (q *asking) candidatesJSON(candidates []overlap.Candidate) []members {
	items := make([]members, len(candidates))
	for i, c := range candidates {
		items[i] = q.candidateJSON(c)
	}
	return items
}

func (q *asking) candidateJSON(c overlap.Candidate) members {
	var successor any
	if len(c.Successors) > 0 {
		successor = c.Successors[0].ID
	}
	return members{
		{"id", c.Node.ID},
		{"type", c.Node.Type},
		{"kind", orNull(c.Node.Kind())},
		{"name", c.Node.Name()},
		{"score", rounded(c.Score)},
		{"verdict", c.Verdict},
		{"status", orNull(statusOf(c))},
		{"end", orNull(c.Node.Get(landscape.End))},
		{"successor", successor},
		{"reasons", reasonsJSON(c.Reasons)},
		{"missing", list(c.Missing)},
		{"themes", list(q.themesOf(c.Node))},
		{"caps", list(c.Caps)},
	}
}

// statusOf is the status of an initiative; other things have none.
func statusOf(c overlap.Candidate) landscape.Status {
	if c.Node.Type != landscape.Initiative {
		return ""
	}
	return c.Status
}

func reasonsJSON(reasons []overlap.Reason) []members {
	items := make([]members, len(reasons))
	for i, r := range reasons {
		items[i] = members{
			{"kind", r.Kind},
			{"query", orNull(r.Query)},
			{"match", orNull(r.Match)},
			{"via", orNull(r.Via)},
			{"weight", rounded(r.Weight)},
			{"field", orNull(r.Field)},
		}
	}
	return items
}

// rounded keeps four decimals, which say more than anyone can tell apart.
func rounded(f float64) float64 { return math.Round(f*1e4) / 1e4 }

// brief gives nodes as every list has them.
func brief(nodes []*landscape.Node) []members {
	items := make([]members, len(nodes))
	for i, n := range nodes {
		items[i] = members{{"id", n.ID}, {"type", n.Type}, {"name", n.Name()}}
	}
	return items
}
