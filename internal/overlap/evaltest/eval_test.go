package evaltest

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

var (
	evaluate = flag.Bool("eval", false, "print all figures and write ABLATION.md")
	mistakes = flag.Bool("mistakes", false, "with -eval: print the cases that go wrong (development and tuning only)")
)

// variant is the engine with a component off.
type variant struct {
	name string
	off  overlap.Off
}

var variants = []variant{
	{"engine", overlap.Off{}},
	{"without stems", overlap.Off{NoStems: true}},
	{"without compounds", overlap.Off{NoCompounds: true}},
	{"without families", overlap.Off{NoFamilies: true}},
	{"without n-grams", overlap.Off{NoGrams: true}},
	{"without spelling", overlap.Off{NoSpelling: true}},
}

// set is a named set of cases.
type set struct {
	name  string
	cases []testCase
}

func sets(t testing.TB, l *landscape.Landscape) []set {
	own := cases(t, "overlap-own.tsv", l)
	all := []set{
		{"dev", cases(t, "overlap-dev.tsv", l)},
		{"own, tuning half", some(own, testCase.odd)},
		{"own, checking half", some(own, func(c testCase) bool { return !c.odd() })},
	}
	if held := cases(t, "overlap-held.tsv", l); len(held) > 0 {
		all = append(all, set{"held out", held})
	}
	return all
}

func some(cases []testCase, keep func(testCase) bool) []testCase {
	var kept []testCase
	for _, c := range cases {
		if keep(c) {
			kept = append(kept, c)
		}
	}
	return kept
}

func components(t testing.TB, l *landscape.Landscape) []set {
	var all []set
	for _, name := range []string{"spelling", "compounds", "abbreviations", "inflection"} {
		all = append(all, set{name, component(t, name+".tsv", l)})
	}
	return all
}

func TestEval(t *testing.T) {
	if !*evaluate {
		t.Skip("run with -eval")
	}
	l, lists := shipped(t)
	var out table
	fmt.Fprintf(&out, "# What each part of the engine is worth\n\nWritten by `make eval`, as of %s. A share is followed by its count and its 95%% Wilson interval.\nRight verdict: covered or partly for a covered text, none for a far one, none or partly for an open one.\n", day)
	engines := map[string]finder{}
	for _, v := range variants {
		engines[v.name] = engine(l, lists, v.off)
	}
	rivals := []struct {
		name string
		find finder
	}{
		{"names only", bm25(l, landscape.Name, landscape.Short, landscape.Alias)},
		{"plain BM25", bm25(l, allFields...)},
		{"SQLite FTS5", fts5(t, l)},
	}
	for _, s := range sets(t, l) {
		out.head(fmt.Sprintf("Set: %s (%d)", s.name, len(s.cases)))
		for _, v := range variants {
			r := measure(engines[v.name], s.cases)
			out.row(v.name, r, true)
			if *mistakes && v.name == "engine" && (s.name == "dev" || s.name == "own, tuning half") {
				for _, m := range r.wrong {
					fmt.Println(m)
				}
			}
		}
		for _, rival := range rivals {
			out.row(rival.name, measure(rival.find, s.cases), false)
		}
		groups(&out, l, engines["engine"], s)
	}
	componentTable(&out, t, l, engines)
	fmt.Print(out.String())
	if err := os.WriteFile("../ABLATION.md", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// groups splits a set by theme and by whether a case is trivial: its text
// shares a word with the name of an answer.
func groups(out *table, l *landscape.Landscape, f finder, s set) {
	out.head("Set: " + s.name + ", engine, by kind of case")
	trivial := func(c testCase) bool { return len(c.gold) > 0 && isTrivial(l, c) }
	out.row("trivial", measure(f, some(s.cases, trivial)), true)
	out.row("not trivial", measure(f, some(s.cases, func(c testCase) bool { return len(c.gold) > 0 && !trivial(c) })), true)
	for _, theme := range l.Nodes(landscape.Theme) {
		out.row(theme.ShortName(), measure(f, some(s.cases, func(c testCase) bool { return addresses(l, c, theme.ID) })), true)
	}
}

func isTrivial(l *landscape.Landscape, c testCase) bool {
	in := map[string]bool{}
	for _, w := range words(c.text) {
		in[w] = len(w) > 4
	}
	for _, id := range c.gold {
		if n, ok := l.Node(id); ok {
			for _, w := range words(n.Name()) {
				if in[w] {
					return true
				}
			}
		}
	}
	return false
}

func addresses(l *landscape.Landscape, c testCase, theme landscape.ID) bool {
	return len(c.gold) > 0 && len(l.Between(c.gold[0], theme)) > 0
}

// componentTable shows Recall@1 of each variant on the cases that a component
// is for.
func componentTable(out *table, t *testing.T, l *landscape.Landscape, engines map[string]finder) {
	all := components(t, l)
	fmt.Fprintf(out, "\n## Cases that a component is for, Recall@1\n\n|")
	for _, s := range all {
		fmt.Fprintf(out, " | %s", s.name)
	}
	fmt.Fprintf(out, " |\n| --- | --- | --- | --- | --- |\n")
	for _, v := range variants {
		fmt.Fprintf(out, "| %s", v.name)
		for _, s := range all {
			fmt.Fprintf(out, " | %s", measure(engines[v.name], s.cases).first)
		}
		fmt.Fprintf(out, " |\n")
	}
}
