package journalview

import (
	"context"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// page is how many entries are read at a time; enough is how many lines there
// are at least after a filter, as long as there are older entries to look in.
const (
	page   = 500
	enough = 60
)

// Show reads what is new.
func (v *View) Show(s kit.State) {
	if s.Land == nil || s.Head == v.head {
		return
	}
	if first := v.head.Seq + 1; v.head.Seq > 0 && first <= s.Head.Seq && s.Head.Seq-first < page {
		v.read(first, s.Head.Seq, s, v.newer)
		return
	}
	v.anew(s)
}

// anew reads the newest page of a journal.
func (v *View) anew(s kit.State) {
	first := uint64(1)
	if s.Head.Seq > page {
		first = s.Head.Seq - page + 1
	}
	v.read(first, s.Head.Seq, s, func(s kit.State, read []line) {
		v.all, v.oldest, v.head = read, first, s.Head
		v.fillMeetings(s.Land)
		v.fillAuthors()
		v.sift()
	})
}

// newer puts what came in before what was read, if it follows on that; another
// file may have been opened.
func (v *View) newer(s kit.State, read []line) {
	if len(read) == 0 || read[len(read)-1].Prev != v.head.Hash {
		v.anew(s)
		return
	}
	v.all, v.head = append(read, v.all...), s.Head
	v.fillMeetings(s.Land)
	v.fillAuthors()
	v.sift()
}

// readOlder reads the page before what was read.
func (v *View) readOlder() {
	if v.oldest <= 1 || v.older {
		return
	}
	first, last := uint64(1), v.oldest-1
	if last > page {
		first = last - page + 1
	}
	v.older = true
	v.read(first, last, v.host.State(), func(_ kit.State, read []line) { v.extend(first, read) })
}

// extend puts older lines after those there are; only these are held against
// the filter.
func (v *View) extend(first uint64, read []line) {
	v.all, v.oldest = append(v.all, read...), first
	v.fillAuthors()
	f := v.asked()
	had := len(v.kept)
	v.kept = append(v.kept, through(read, f)...)
	v.tell(f)
	if had == 0 {
		v.keepChosen()
	}
	v.further(f)
}

// read reads entries in the background and puts them where they belong. Of
// several readings the newest counts.
func (v *View) read(first, last uint64, s kit.State, put func(kit.State, []line)) {
	v.reading++
	number, ws := v.reading, v.host.Workspace()
	v.host.Go(v.words.T("history.reading"), func(ctx context.Context) func() {
		entries, err := ws.Entries(ctx, first, last)
		read := lines(v.words, entries, prose.Names(s.Land, entries...))
		return func() {
			if number != v.reading {
				return
			}
			v.older = false
			if err != nil {
				v.host.Fail(err)
				return
			}
			put(s, read)
		}
	})
}

// readEntry reads one entry in full and hands it over.
func (v *View) readEntry(seq uint64, then func(workspace.JournalEntry)) {
	ws := v.host.Workspace()
	v.host.Go(v.words.T("history.reading"), func(ctx context.Context) func() {
		entries, err := ws.Entries(ctx, seq, seq)
		return func() {
			switch {
			case err != nil:
				v.host.Fail(err)
			case len(entries) == 1 && v.chosen == seq:
				then(entries[0])
			}
		}
	})
}
