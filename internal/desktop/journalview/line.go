package journalview

import (
	"maps"
	"slices"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// line is a journal entry in words. Its edits are left out, since a journal can
// be long; ids are the nodes that they touch.
type line struct {
	workspace.JournalEntry
	what string
	// decision says that somebody decided, and not only recorded.
	decision bool
	// search is everything that can be searched, in small letters.
	search string
	ids    map[landscape.ID]bool
}

// lines writes entries, the newest first.
func lines(w *words.Words, entries []workspace.JournalEntry, name prose.Namer) []line {
	all := make([]line, len(entries))
	for i, e := range entries {
		l := line{JournalEntry: e, what: prose.Capital(prose.Summary(w, e, name)), decision: isDecision(e), ids: touched(e)}
		l.search = kit.Folded(strings.Join([]string{l.what, e.Reason, e.Author, by(e, name)}, "\n"))
		l.Edits = nil
		all[len(entries)-1-i] = l
	}
	return all
}

// isDecision says whether an entry moved or answered something, or concluded an
// item of an agenda. What is only put on an agenda or proposed is none.
func isDecision(e workspace.JournalEntry) bool {
	if e.Seq == 1 || e.Kind != workspace.DoEntry {
		return false
	}
	return slices.ContainsFunc(e.Edits, prose.Concludes) || e.DecidedBy != "" && !slices.ContainsFunc(e.Edits, asks)
}

// asks says whether an edit puts a new item on an agenda.
func asks(e landscape.Edit) bool {
	return e.Before == nil && e.After.Node != nil && e.After.Node.Type == landscape.Item
}

// by is who decided, by name.
func by(e workspace.JournalEntry, name prose.Namer) string {
	if e.DecidedBy == "" {
		return ""
	}
	return name(landscape.ID(e.DecidedBy))
}

// kind is which entries one looks for.
type kind string

// The kinds, as their keys among the words end.
const (
	everything kind = "everything"
	decisions  kind = "decisions"
	changes    kind = "changes"
)

var kinds = []kind{everything, decisions, changes}

// filter is what one looks for in the journal; the zero filter lets all through.
type filter struct {
	text    string
	author  string
	meeting landscape.ID
	item    landscape.ID
	kind    kind
	span    span
}

// any says whether it holds back anything.
func (f filter) any() bool {
	return f.text != "" || f.author != "" || f.meeting != "" || f.item != "" || f.kind == decisions || f.kind == changes || f.span != (span{})
}

func (f filter) lets(l line) bool {
	switch {
	case f.kind == decisions && !l.decision, f.kind == changes && l.decision,
		f.author != "" && l.Author != f.author,
		f.meeting != "" && l.Meeting != f.meeting,
		f.item != "" && !l.ids[f.item],
		!f.span.holds(dayOf(l)):
		return false
	}
	for _, word := range strings.Fields(kit.Folded(f.text)) {
		if !strings.Contains(l.search, word) {
			return false
		}
	}
	return true
}

// dayOf is the day of a line where the window is.
func dayOf(l line) landscape.Date { return landscape.DateOf(l.At.Local()) }

// touched gives the nodes that an entry changed, itself or by a relation.
func touched(e workspace.JournalEntry) map[landscape.ID]bool {
	ids := map[landscape.ID]bool{}
	for _, edit := range e.Edits {
		for _, r := range []*landscape.Record{edit.Before, edit.After} {
			switch {
			case r == nil:
			case r.Node != nil:
				ids[r.Node.ID] = true
			default:
				ids[r.Relation.From], ids[r.Relation.To] = true, true
			}
		}
	}
	return ids
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
	names := map[string]bool{}
	for _, l := range all {
		names[l.Author] = true
	}
	return slices.Sorted(maps.Keys(names))
}
