package evaltest

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// day is the day as of which everything is measured.
var day = landscape.MustDate("2026-11-22")

// testCase is a labelled text.
type testCase struct {
	id, verdict, text string
	gold              []landscape.ID
}

func (c testCase) hasGold(id landscape.ID) bool {
	for _, g := range c.gold {
		if g == id {
			return true
		}
	}
	return false
}

// odd says in which half of our own cases a case lies: odd ones were used for
// tuning.
func (c testCase) odd() bool { return (c.id[len(c.id)-1]-'0')%2 == 1 }

// cases reads labelled texts; none where the file is not there.
func cases(t testing.TB, name string, l *landscape.Landscape) []testCase {
	var all []testCase
	for _, row := range rows(t, name) {
		c := testCase{id: row[0], verdict: row[1], text: row[3]}
		if row[2] != "-" {
			c.gold = withSuccessors(l, strings.Split(row[2], ","))
		}
		all = append(all, c)
	}
	return all
}

// component reads the cases a component is for.
func component(t testing.TB, name string, l *landscape.Landscape) []testCase {
	var all []testCase
	for _, row := range rows(t, name) {
		all = append(all, testCase{verdict: "covered", text: row[0], gold: withSuccessors(l, strings.Split(row[1], ","))})
	}
	return all
}

func rows(t testing.TB, name string) [][]string {
	f, err := os.Open("../testdata/" + name)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all [][]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, strings.Split(line, "\t"))
		}
	}
	return all
}

// withSuccessors: the running successor of an answer is as right.
func withSuccessors(l *landscape.Landscape, ids []string) []landscape.ID {
	var all []landscape.ID
	for _, id := range ids {
		all = append(all, landscape.ID(id))
		for _, n := range l.Successors(landscape.ID(id)) {
			all = append(all, n.ID)
		}
	}
	return all
}

func shipped(t testing.TB) (*landscape.Landscape, overlap.Lists) {
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	lists, err := exchange.ShippedWords()
	if err != nil {
		t.Fatal(err)
	}
	return l.AsOf(day), lists
}
