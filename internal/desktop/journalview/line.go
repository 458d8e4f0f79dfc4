package journalview

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// line is a journal entry in words.
type line struct {
	workspace.JournalEntry
	what string
	// decision says that somebody decided, and not only recorded.
	decision bool
	// search is everything that can be searched, in small letters.
	search string
}

// lines writes entries, the newest first.
func lines(w *words.Words, entries []workspace.JournalEntry, name prose.Namer) []line {
	all := make([]line, len(entries))
	for i, e := range entries {
		l := line{JournalEntry: e, what: prose.Capital(prose.Summary(w, e, name)), decision: isDecision(e)}
		l.search = strings.ToLower(strings.Join([]string{l.what, e.Reason, e.Author, by(e, name)}, "\n"))
		all[len(entries)-1-i] = l
	}
	return all
}

// isDecision says whether an entry moved or answered something, or concluded an
// item of an agenda.
func isDecision(e workspace.JournalEntry) bool {
	return e.Seq > 1 && e.Kind == workspace.DoEntry && (e.DecidedBy != "" || e.Meeting != "")
}

// by is who decided, by name.
func by(e workspace.JournalEntry, name prose.Namer) string {
	if e.DecidedBy == "" {
		return ""
	}
	return name(landscape.ID(e.DecidedBy))
}

// filter is what one looks for in the journal; the zero filter lets all through.
type filter struct {
	text      string
	author    string
	meeting   landscape.ID
	item      landscape.ID
	decisions bool
}

func (f filter) lets(l line) bool {
	switch {
	case f.decisions && !l.decision,
		f.author != "" && l.Author != f.author,
		f.meeting != "" && l.Meeting != f.meeting,
		f.item != "" && !touches(l.JournalEntry, f.item):
		return false
	}
	for _, word := range strings.Fields(strings.ToLower(f.text)) {
		if !strings.Contains(l.search, word) {
			return false
		}
	}
	return true
}

// touches says whether an entry changed a node or a relation of it.
func touches(e workspace.JournalEntry, id landscape.ID) bool {
	return slices.ContainsFunc(e.Edits, func(edit landscape.Edit) bool {
		for _, r := range []*landscape.Record{edit.Before, edit.After} {
			if r == nil {
				continue
			}
			if r.Node != nil && r.Node.ID == id || r.Relation != nil && (r.Relation.From == id || r.Relation.To == id) {
				return true
			}
		}
		return false
	})
}

// through gives the lines that a filter lets through.
func through(all []line, f filter) []line {
	var kept []line
	for _, l := range all {
		if f.lets(l) {
			kept = append(kept, l)
		}
	}
	return kept
}

// authors gives who recorded the lines, by name.
func authors(all []line) []string {
	var names []string
	for _, l := range all {
		if !slices.Contains(names, l.Author) {
			names = append(names, l.Author)
		}
	}
	slices.Sort(names)
	return names
}
