package landscapeview

import (
	"fmt"
	"strings"

	"snijvlak/internal/landscape"
)

// answer is what the clipboard gets of a node: what it is, how it stands, who
// leads, what lies there, and where that is written.
func (v *View) answer(n *landscape.Node) string {
	s, t := v.host.State(), v.words.T
	d := describer{v.words, s.Seen, s.Day}
	it := d.item(n)
	rows := []string{n.Name(), it.kind}
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, t(key)+": "+text)
		}
	}
	add("landscape.column.themes", themeNames(s.Seen, it.themes))
	add("landscape.column.runs", it.runs)
	add("landscape.column.leads", it.leads)
	var here []string
	for _, id := range v.lyingAt(n.ID) {
		if b, ok := s.Seen.Node(id); ok {
			here = append(here, b.Name())
		}
	}
	add("landscape.column.owned", strings.Join(here, "; "))
	var from []string
	for _, doc := range s.Seen.Nodes(landscape.Document) {
		if d.documents(n)[doc.ID] {
			from = append(from, doc.Name())
		}
	}
	add("landscape.column.sources", strings.Join(from, "; "))
	return strings.Join(append(rows, t("landscape.answer.as-of", "Day", v.words.Date(s.Day))), "\n")
}

func themeNames(l *landscape.Landscape, numbers []int) string {
	var all []string
	for _, n := range l.Nodes(landscape.Theme) {
		for _, number := range numbers {
			if n.Number() == number {
				all = append(all, fmt.Sprintf("%d %s", number, n.ShortName()))
			}
		}
	}
	return strings.Join(all, ", ")
}
