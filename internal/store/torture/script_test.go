package torture

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/workspace"
)

// A writer follows one script: which change makes entry seq depends on seq
// alone. So the state after any entry is known beforehand, and a change that
// is lost, doubled or half there gives another one.

const theme = landscape.ID("thema")

// firstLandscape is what entry 1 brings.
func firstLandscape() *landscape.Landscape {
	l, err := landscape.New().Apply([]landscape.Edit{landscapetest.Put(landscapetest.Node(theme, landscape.Theme))})
	if err != nil {
		panic(err)
	}
	return l
}

func firstCommit() workspace.Commit {
	c, err := workspace.First(firstLandscape(), "maker", "test", time.Now())
	if err != nil {
		panic(err)
	}
	return c
}

// makeEntry makes the change of the script that entry seq is of.
func makeEntry(w *workspace.Workspace, seq uint64) (workspace.JournalEntry, error) {
	var edits func(*landscape.Landscape, uint64) []landscape.Edit
	switch (seq - 2) % 10 {
	case 0:
		edits = addOne
	case 1:
		edits = linkOne
	case 2:
		edits = setTheme
	case 5:
		edits = bulk
	case 8:
		edits = setLarge
	case 4, 7:
		return w.Redo(ctx)
	default:
		return w.Undo(ctx)
	}
	why := workspace.Why{Reason: fmt.Sprint("stap ", seq)}
	return w.Change(ctx, why, func(l *landscape.Landscape) ([]landscape.Edit, error) { return edits(l, seq), nil })
}

func initiative(seq uint64) landscape.ID { return landscape.ID(fmt.Sprintf("initiatief-%d", seq)) }

func addOne(_ *landscape.Landscape, seq uint64) []landscape.Edit {
	return []landscape.Edit{landscapetest.Put(landscapetest.Node(initiative(seq), landscape.Initiative))}
}

func linkOne(_ *landscape.Landscape, seq uint64) []landscape.Edit {
	return []landscape.Edit{landscapetest.Join(landscapetest.Relation(initiative(seq-1), landscape.Addresses, theme))}
}

func setTheme(l *landscape.Landscape, seq uint64) []landscape.Edit {
	return setNote(l, theme, fmt.Sprint("stand ", seq))
}

// setLarge sets a text that takes pages of its own.
func setLarge(l *landscape.Landscape, seq uint64) []landscape.Edit {
	return setNote(l, theme, strings.Repeat("breed ", 900+int(seq*37%1500)))
}

func setNote(l *landscape.Landscape, id landscape.ID, note string) []landscape.Edit {
	before, _ := l.Node(id)
	after := before.Text(landscape.Note, note, landscapetest.Basis)
	return []landscape.Edit{{
		Key:    before.Key(),
		Before: &landscape.Record{Node: before},
		After:  &landscape.Record{Node: after},
	}}
}

// bulk adds fifty records or, where they are, removes them.
func bulk(l *landscape.Landscape, _ uint64) []landscape.Edit {
	var edits []landscape.Edit
	for i := range 50 {
		n := landscapetest.Node(landscape.ID(fmt.Sprintf("partij-%d", i)), landscape.Organisation)
		edit := landscapetest.Put(n)
		if old := l.Record(n.Key()); old != nil {
			edit = landscape.Edit{Key: n.Key(), Before: old}
		}
		edits = append(edits, edit)
	}
	return edits
}

// state is a checksum of all records of a landscape, whatever their order.
type state [sha256.Size]byte

// toggle adds a record, as its JSON, or takes it away again.
func (s *state) toggle(key string, text []byte) {
	if text == nil {
		return
	}
	sum := sha256.Sum256(append([]byte(key+"\x00"), text...))
	for i := range s {
		s[i] ^= sum[i]
	}
}

func (s *state) String() string { return hex.EncodeToString(s[:8]) }

func stateOf(l *landscape.Landscape) string {
	var s state
	for _, key := range l.Keys() {
		r := l.Record(key)
		s.toggle(string(key), textOf(r))
	}
	return s.String()
}

func textOf(r *landscape.Record) []byte {
	var made json.Marshaler = r.Relation
	if r.Node != nil {
		made = r.Node
	}
	text, err := json.Marshal(made) // with the signs of HTML escaped, as in the journal
	if err != nil {
		panic(err)
	}
	return text
}

// scriptLength is more than any writer of the tests gets to.
const scriptLength = 64

// scripted are the states after the entries of the script, entry 1 first, as
// the same changes give them without a file.
var scripted = sync.OnceValue(func() []string {
	repo := memory.New()
	if _, err := repo.Commit(ctx, firstCommit()); err != nil {
		panic(err)
	}
	w, err := workspace.Open(ctx, repo, "schrijver")
	if err != nil {
		panic(err)
	}
	states := []string{stateOf(w.Landscape())}
	for seq := uint64(2); seq <= scriptLength; seq++ {
		if _, err := makeEntry(w, seq); err != nil {
			panic(fmt.Sprintf("entry %d of the script: %v", seq, err))
		}
		states = append(states, stateOf(w.Landscape()))
	}
	return states
})
