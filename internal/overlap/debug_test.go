package overlap_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

func TestDebug(t *testing.T) {
	file := os.Getenv("DBG")
	if file == "" {
		t.Skip()
	}
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	lists, err := exchange.ShippedWords()
	if err != nil {
		t.Fatal(err)
	}
	day := landscape.MustDate("2026-11-22")
	ix := overlap.New(lists).Index(l.AsOf(day), day)
	if os.Getenv("NORMS") != "" {
		ix.DumpNorms()
	}
	half := os.Getenv("HALF")
	var r1, r3, n int
	for _, f := range strings.Split(file, ",") {
		fh, _ := os.Open("testdata/" + f)
		sc := bufio.NewScanner(fh)
		for sc.Scan() {
			c := strings.Split(sc.Text(), "\t")
			if strings.HasPrefix(c[0], "#") {
				continue
			}
			if len(c) == 2 {
				c = []string{"C1", "covered", c[1], c[0]}
			}
			odd := (c[0][len(c[0])-1]-'0')%2 == 1
			if half == "odd" && !odd || half == "even" && odd {
				continue
			}
			a, _ := ix.Query(c[3], overlap.Options{Top: 40})
			rank := 0
			for i, cand := range a.Candidates {
				for _, g := range strings.Split(c[2], ",") {
					if string(cand.Node.ID) == g && rank == 0 {
						rank = i + 1
					}
				}
			}
			if c[1] == "covered" {
				n++
				if rank == 1 {
					r1++
				}
				if rank >= 1 && rank <= 3 {
					r3++
				}
			}
			fmt.Printf("%s %-7s rank %d [%s] %s\n", c[0], c[1], rank, a.Verdict, c[3])
			if rank > 1 || os.Getenv("V") != "" || c[1] != "covered" {
				for _, cand := range a.Candidates[:min(3, len(a.Candidates))] {
					fmt.Printf("      %s\n", overlap.Dump(cand))
				}
			}
		}
	}
	fmt.Printf("R@1 %d R@3 %d of %d\n", r1, r3, n)
}
