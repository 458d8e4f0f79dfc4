package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Namer names a node in a sentence.
type Namer func(landscape.ID) string

// Names takes the names of a landscape, and for what is gone the last name that
// the entries know.
func Names(l *landscape.Landscape, entries ...workspace.JournalEntry) Namer {
	gone := map[landscape.ID]string{}
	for _, e := range entries {
		for _, edit := range e.Edits {
			for _, r := range []*landscape.Record{edit.Before, edit.After} {
				if r != nil && r.Node != nil {
					gone[r.Node.ID] = r.Node.ShortName()
				}
			}
		}
	}
	return func(id landscape.ID) string {
		if n, ok := l.Node(id); ok {
			return n.ShortName()
		}
		if name := gone[id]; name != "" {
			return name
		}
		return string(id)
	}
}

// Capital begins a sentence.
func Capital(s string) string {
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// Sentence ends a text with a full stop, where it has no end of its own.
func Sentence(s string) string {
	s = Capital(strings.TrimSpace(s))
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:") {
		return s
	}
	return s + "."
}

// ListName is the name of a list of the work agenda.
func ListName(w *words.Words, list string) string {
	if list == "" {
		return w.T("list.none-yet")
	}
	return w.Or("list", list)
}

// MeetingName is a meeting by its body and day, as a sentence has it:
// "Stuurgroep van 12 november 2026".
func MeetingName(w *words.Words, l *landscape.Landscape, meeting *landscape.Node) string {
	day := meeting.Date(landscape.DateOn)
	body, ok := l.Node(landscape.ID(meeting.Get(landscape.HeldBy)))
	if !ok || !day.Known() {
		return meeting.Name()
	}
	return w.T("meeting.of", "Body", body.ShortName(), "Day", w.Date(day))
}

// joined writes words as a list in a sentence.
func joined(parts []string) string { return strings.Join(parts, ", ") }

func namesOf(nodes []*landscape.Node) []string {
	names := make([]string, len(nodes))
	for i, n := range nodes {
		names[i] = n.ShortName()
	}
	return names
}

// Gap says what the calendar of meetings lacks.
func Gap(w *words.Words, g agenda.Gap) string {
	if g.Year > 0 {
		return w.N("meeting.gap-year", g.Count, "Body", g.Body.ShortName(), "Year", g.Year, "Want", g.Want)
	}
	return w.N("meeting.gap-between", g.Count, "Body", g.Body.ShortName(), "Want", g.Want,
		"From", w.Date(g.From.Date(landscape.DateOn)), "To", w.Date(g.To.Date(landscape.DateOn)))
}
