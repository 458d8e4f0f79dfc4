package evaltest

import (
	"fmt"
	"os"
	"testing"

	"snijvlak/internal/overlap"
)

func TestTune(t *testing.T) {
	if os.Getenv("TUNE") == "" {
		t.Skip()
	}
	l, lists := shipped(t)
	f := engine(l, lists, overlap.Off{})
	s := fmt.Sprint(os.Getenv("TUNE"), " ")
	total := 0.0
	for _, x := range append(sets(t, l)[:2], components(t, l)...) {
		r := measure(f, x.cases)
		total += r.mrr()
		s += fmt.Sprintf("%.9s R1 %d R3 %d mrr %.3f", x.name, r.first.k, r.third.k, r.mrr())
		if r.falseCovered.n > 0 {
			s += fmt.Sprintf(" right %d fc %d said %d", r.right.k, r.falseCovered.k, r.saidCovered.k)
		}
		s += " | "
	}
	fmt.Printf("%s total %.3f\n", s, total)
}
