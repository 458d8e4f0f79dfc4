package evaltest

import (
	"fmt"
	"math"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// finder answers a text: items in order, and a verdict where it gives one.
type finder func(text string) ([]landscape.ID, overlap.Verdict)

// share is so many of n.
type share struct{ k, n int }

func (s share) of() float64 { return float64(s.k) / float64(max(s.n, 1)) }

// wilson is the 95% score interval of a share (Wilson 1927).
func (s share) wilson() (low, high float64) {
	if s.n == 0 {
		return 0, 1
	}
	const z = 1.959964
	n, p := float64(s.n), s.of()
	middle := p + z*z/(2*n)
	width := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, (middle-width)/(1+z*z/n)), min(1, (middle+width)/(1+z*z/n))
}

func (s share) String() string {
	if s.n == 0 {
		return "-"
	}
	low, high := s.wilson()
	return fmt.Sprintf("%.2f (%d/%d; %.2f-%.2f)", s.of(), s.k, s.n, low, high)
}

func (s *share) count(yes bool) {
	s.n++
	if yes {
		s.k++
	}
}

// result is what a finder does on a set of cases.
type result struct {
	first, third                share
	rr                          float64
	right, falseCovered, partly share
	saidCovered                 share
	wrong                       []string
}

func (r result) mrr() float64 { return r.rr / float64(max(r.first.n, 1)) }

func measure(f finder, cases []testCase) result {
	var r result
	for _, c := range cases {
		ids, verdict := f(c.text)
		if c.verdict == "covered" {
			r.ranked(c, ids)
			r.saidCovered.count(verdict == overlap.Covered)
		} else {
			r.falseCovered.count(verdict == overlap.Covered)
			r.partly.count(verdict == overlap.Partly)
		}
		right := rightVerdict(c.verdict, verdict)
		r.right.count(right)
		if !right {
			r.wrong = append(r.wrong, fmt.Sprintf("verdict %s: %s %s", verdict, c.id, c.text))
		}
	}
	return r
}

func (r *result) ranked(c testCase, ids []landscape.ID) {
	place := 0
	for i, id := range ids {
		if c.hasGold(id) {
			place = i + 1
			break
		}
	}
	r.first.count(place == 1)
	r.third.count(place >= 1 && place <= 3)
	if place > 0 {
		r.rr += 1 / float64(place)
	}
	if place != 1 {
		r.wrong = append(r.wrong, fmt.Sprintf("place %d: %s %s", place, c.id, c.text))
	}
}

func rightVerdict(want string, got overlap.Verdict) bool {
	switch want {
	case "covered":
		return got == overlap.Covered || got == overlap.Partly
	case "none":
		return got == overlap.None
	default:
		return got != overlap.Covered
	}
}

// table writes results in Markdown.
type table struct{ strings.Builder }

func (t *table) head(title string) {
	fmt.Fprintf(t, "\n## %s\n\n| | Recall@1 | Recall@3 | MRR | right verdict | false covered | partly on negatives | said covered |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n", title)
}

func (t *table) row(name string, r result, verdicts bool) {
	if !verdicts {
		fmt.Fprintf(t, "| %s | %s | %s | %.2f | - | - | - | - |\n", name, r.first, r.third, r.mrr())
		return
	}
	fmt.Fprintf(t, "| %s | %s | %s | %.2f | %s | %s | %s | %s |\n", name, r.first, r.third, r.mrr(), r.right, r.falseCovered, r.partly, r.saidCovered)
}
