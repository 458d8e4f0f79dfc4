package desktop

import (
	"strings"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// names names nodes: as they are, or as the entries knew them.
func (w *Window) names(entries ...workspace.JournalEntry) prose.Namer {
	return prose.Names(w.state.Land, entries...)
}

// summary says what an entry did, as a sentence.
func (w *Window) summary(e workspace.JournalEntry) string {
	return prose.Sentence(prose.Summary(w.words, e, w.names(e)))
}

// subject names the record of a key.
func (w *Window) subject(key landscape.Key) string {
	if r := w.state.Land.Record(key); r != nil {
		if r.Node != nil {
			return r.Node.ShortName()
		}
		return prose.Joined(w.words, *r.Relation, w.names())
	}
	return landscape.Finding{Key: key}.Subject()
}

// clock is a time where the reader is: of today only the hour.
func (w *Window) clock(t time.Time) string {
	t = t.Local()
	if day := landscape.DateOf(t); day != w.state.Today {
		return w.words.ShortDate(day) + " " + t.Format("15:04")
	}
	return t.Format("15:04")
}

// warnOfPersonal says that a change brought what may be data of a citizen; the
// data themselves are not shown.
func (w *Window) warnOfPersonal(found []landscape.PersonalIn) {
	var lines []string
	for _, in := range found {
		what, where := w.words.T("window.personal."+string(in.Kind)), w.words.T("window.personal.reason")
		if in.Key != "" {
			where = w.subject(in.Key)
		}
		lines = append(lines, w.words.T("window.personal", "Record", where, "What", what))
	}
	if len(lines) > 0 {
		w.tell(w.words.T("window.personal.title"), strings.Join(lines, "\n\n"))
	}
}
