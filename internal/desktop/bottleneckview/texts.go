package bottleneckview

import (
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// stateText says in a sentence where a bottleneck lies.
func stateText(w *words.Words, l *landscape.Landscape, e *entry) string {
	switch e.own.State {
	case landscape.Shared:
		return w.T("bottleneck.shared", "Tables", names(w, e.own.Owners))
	case landscape.Orphaned:
		return orphanedText(w, l, e)
	case landscape.Owned:
		return w.T("bottleneck.owned", "Table", names(w, e.own.Owners))
	}
	if len(e.own.Probable) > 0 {
		return w.T("bottleneck.probable", "Tables", names(w, e.own.Probable))
	}
	return w.T("bottleneck.unowned")
}

// orphanedText names the table that ended, how many bottlenecks lay there, and
// who came after it.
func orphanedText(w *words.Words, l *landscape.Landscape, e *entry) string {
	table := e.own.Ended[0]
	lay := len(l.Out(table.ID, landscape.Owns))
	said := []string{w.N("bottleneck.orphaned", lay, "Table", table.Name())}
	if next := successors(l, e); len(next) > 0 {
		return strings.Join(append(said, w.T("bottleneck.orphaned.next", "Next", names(w, next))), " ")
	}
	return strings.Join(append(said, w.T("bottleneck.orphaned.none")), " ")
}

// successors are those of the tables that ended.
func successors(l *landscape.Landscape, e *entry) []*landscape.Node {
	var next []*landscape.Node
	for _, table := range e.own.Ended {
		next = append(next, l.Successors(table.ID)...)
	}
	return next
}

// names are the names of some, as a sentence has them.
func names(w *words.Words, nodes []*landscape.Node) string {
	texts := make([]string, len(nodes))
	for i, n := range nodes {
		texts[i] = n.ShortName()
	}
	last := len(texts) - 1
	if last < 1 {
		return strings.Join(texts, "")
	}
	return w.T("bottleneck.and", "Some", strings.Join(texts[:last], ", "), "Last", texts[last])
}

// signalText says how often a bottleneck was signalled, by whom and when last;
// empty where it never was.
func signalText(w *words.Words, n *landscape.Node) string {
	all := signals(n)
	if len(all) == 0 {
		return ""
	}
	var parts []string
	for _, s := range all {
		part := s.by
		if s.on.Known() {
			part = strings.TrimSpace(part + " (" + w.Date(s.on) + ")")
		}
		parts = append(parts, part)
	}
	return w.N("bottleneck.signalled", len(all), "By", strings.Join(parts, ", "))
}

// seatText says where a bottleneck sits; empty where that is not known.
func seatText(w *words.Words, n *landscape.Node) string {
	var seats []string
	for _, v := range n.All(landscape.SeatOf) {
		seats = append(seats, w.Or("seat", v))
	}
	if len(seats) == 0 {
		return ""
	}
	return w.T("bottleneck.seat", "Seats", strings.Join(seats, ", "))
}

// belongsText names the ambitions a bottleneck belongs to.
func belongsText(w *words.Words, e *entry) string {
	if len(e.ambitions) == 0 {
		return ""
	}
	return w.T("bottleneck.ambition", "Names", names(w, e.ambitions))
}

// placedText says what became of placing it with a table: the stage, whom was
// asked, the part, and when to look back.
func placedText(w *words.Words, r landscape.Relation) string {
	var parts []string
	if r.Since.Known() {
		parts = append(parts, w.T("bottleneck.since", "Day", w.Date(r.Since)))
	}
	if r.AskedTo != "" {
		parts = append(parts, w.T("bottleneck.asked-to", "Who", r.AskedTo))
	}
	if r.Extent != "" {
		parts = append(parts, w.T("bottleneck.part", "Part", r.Extent))
	}
	if r.Remainder != "" {
		parts = append(parts, w.T("bottleneck.rest", "Rest", r.Remainder))
	}
	if r.LookBack.Known() {
		parts = append(parts, w.T("bottleneck.look-back", "Day", w.Date(r.LookBack)))
	}
	return strings.Join(parts, " · ")
}

// becauseText says why something comes up for review.
func becauseText(w *words.Words, r agenda.Returning) string {
	return w.T("bottleneck.because."+string(r.Because), "Table", r.By.ShortName(), "Day", w.Date(r.Relation.LookBack))
}

// extentText says for which part something lies with an owner, and how we know.
func extentText(w *words.Words, r landscape.Relation, source func(landscape.Evidence) string) []string {
	var lines []string
	if r.Extent != "" {
		lines = append(lines, w.T("bottleneck.part", "Part", r.Extent))
	}
	if r.Remainder != "" {
		lines = append(lines, w.T("bottleneck.rest", "Rest", r.Remainder))
	}
	var from []string
	for _, e := range r.Evidence {
		if text := strings.TrimSpace(source(e)); text != "" {
			from = append(from, text)
		}
	}
	if len(from) > 0 {
		lines = append(lines, w.T("bottleneck.source", "Sources", strings.Join(from, "; ")))
	}
	return lines
}

// decidedText says where the matters of the owners are decided.
func decidedText(w *words.Words, t *told) string {
	if len(t.entry.own.Owners) == 0 || len(t.own.DecidedAt) == 0 {
		return ""
	}
	return w.T("bottleneck.decided-at", "Tables", names(w, t.own.DecidedAt))
}

// leadsText says who leads the owners.
func leadsText(w *words.Words, t *told) string {
	if len(t.entry.own.Owners) == 0 || len(t.own.Leads) == 0 {
		return ""
	}
	return w.T("bottleneck.leads", "Names", names(w, t.own.Leads))
}

// shortID is up to how many letters an id is one that people say, as "t3-5"; a
// longer one was made of the name and says nothing beside it.
const shortID = 8

// kindText is the word above the name.
func kindText(w *words.Words, n *landscape.Node) string {
	text := w.T("type." + string(n.Type))
	if len(n.ID) <= shortID {
		text += " " + string(n.ID)
	}
	return text
}
