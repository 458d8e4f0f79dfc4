package timelineview

import (
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// meaning says in sentences what the dates of an initiative say, how exact they
// are, and where they come from.
func meaning(w *words.Words, l *landscape.Landscape, n *landscape.Node, day landscape.Date) []string {
	p := n.Period()
	lines := []string{dateSentence(w, "timeline.start", p.Start, p.Start.First()), dateSentence(w, "timeline.end", p.End, p.End.Last())}
	switch landscape.StatusOf(n, day) {
	case landscape.Ending:
		lines = append(lines, w.T("timeline.means.ending"))
	case landscape.UnknownStatus:
		lines = append(lines, w.T("timeline.means.unknown"))
	}
	if seen := n.Date(landscape.Seen); seen.Known() {
		lines = append(lines, w.T("timeline.means.seen", "Day", w.Date(seen)))
	}
	if from := sources(l, n); from != "" {
		lines = append(lines, w.T("timeline.means.source", "Names", from))
	}
	return lines
}

// dateSentence says what one date means; exact is the day that is counted with.
func dateSentence(w *words.Words, key string, d, exact landscape.Date) string {
	switch {
	case !d.Known():
		return w.T(key + ".unknown")
	case d.Day() != 0:
		return w.T(key+".day", "Day", w.Date(d))
	case d.Month() != 0:
		return w.T(key+".month", "Day", w.Date(d), "Exact", w.Date(exact))
	}
	return w.T(key+".year", "Day", w.Date(d), "Exact", w.Date(exact))
}

// sources names the documents that the dates come from.
func sources(l *landscape.Landscape, n *landscape.Node) string {
	var names []string
	for _, f := range []landscape.Field{landscape.Start, landscape.End, landscape.Seen} {
		c, ok := n.Claim(f)
		if !ok {
			continue
		}
		for _, e := range c.Evidence {
			name := e.Note
			if d, ok := l.Node(e.Document); ok {
				name = d.ShortName()
			}
			if name != "" && !strings.Contains(strings.Join(names, "\n"), name) {
				names = append(names, name)
			}
		}
	}
	return strings.Join(names, "; ")
}
