package overlap

import "fmt"

func Dump(c Candidate) string {
	s := fmt.Sprintf("%-32s %-7s score %.3f cover %.2f close %.2f mass %.2f %v %v", c.Node.ID, c.Verdict, c.Score, c.strength.cover, c.strength.close, c.strength.mass, c.Caps, c.Missing)
	for _, r := range c.Reasons {
		s += fmt.Sprintf("\n         %-9s %-22s ~ %-26s %-24s %.3f", r.Kind, r.Query, r.Match, r.Via, r.Weight)
	}
	return s
}

func (ix *Index) DumpNorms() {
	n := ix.norm()
	for i := 0; i <= 100; i += 5 {
		k := i * (len(n.force) - 1) / 100
		fmt.Printf("p%d force %.3f mass %.3f\n", i, n.force[k], n.mass[k])
	}
	for _, s := range n.all {
		if s.force > 0.25 {
			fmt.Printf("%.2f mass %.2f %s -> %s: %s\n", s.force, s.s.mass, s.own, s.other, s.text)
		}
	}
}
