package workspace

import (
	"context"
	"fmt"

	"snijvlak/internal/landscape"
)

// Report is what Verify found.
type Report struct {
	// Entries is the number of entries read.
	Entries int
	Head    Head
	Faults  []JournalFault
}

// Whole says that nothing is wrong.
func (r Report) Whole() bool { return len(r.Faults) == 0 }

// JournalFault is one thing wrong with the journal or what it leads to.
type JournalFault struct {
	// Seq is the entry it is about; 0 for the file as a whole.
	Seq uint64
	// Code is hash, chain, number, unreadable, state or head.
	Code string
}

// Verify reads the whole journal: every entry must have the hash of its
// contents, follow the one before it, and together they must lead to the
// records of the file. With a noted head, that hash must be in the chain: a
// journal whose end was cut off does not have it.
func (w *Workspace) Verify(ctx context.Context, noted string) (Report, error) {
	w.changing.Lock()
	defer w.changing.Unlock()
	if err := w.reload(ctx); err != nil {
		return Report{}, err
	}
	r := Report{Head: w.Head()}
	c := chain{records: map[landscape.Key]*landscape.Record{}, noted: noted}
	for first := uint64(1); first <= r.Head.Seq; first += page {
		raw, err := w.repo.Entries(ctx, first, min(first+page-1, r.Head.Seq))
		if err != nil {
			return r, fmt.Errorf("verify: %w", err)
		}
		for _, e := range raw {
			c.link(e)
		}
		r.Entries += len(raw)
	}
	r.Faults = c.finish(r.Head, w.inFile().landscape)
	return r, nil
}

// chain follows the journal from its first entry.
type chain struct {
	head    Head
	records map[landscape.Key]*landscape.Record
	noted   string
	found   bool
	faults  []JournalFault
}

func (c *chain) fault(seq uint64, code string) {
	c.faults = append(c.faults, JournalFault{Seq: seq, Code: code})
}

func (c *chain) link(raw Entry) {
	if hashOf(raw.Value) != raw.Hash {
		c.fault(raw.Seq, "hash")
	}
	e, err := readEntry(raw)
	if err != nil {
		c.fault(raw.Seq, "unreadable")
		c.head = Head{raw.Seq, raw.Hash}
		return
	}
	if e.Seq != raw.Seq || raw.Seq != c.head.Seq+1 {
		c.fault(raw.Seq, "number")
	}
	if e.Prev != c.head.Hash {
		c.fault(raw.Seq, "chain")
	}
	for _, edit := range e.Edits {
		c.records[edit.Key] = edit.After
	}
	c.head = Head{raw.Seq, raw.Hash}
	c.found = c.found || raw.Hash == c.noted
}

func (c *chain) finish(head Head, l *landscape.Landscape) []JournalFault {
	if c.head != head {
		c.fault(head.Seq, "chain")
	}
	if c.noted != "" && !c.found {
		c.fault(0, "head")
	}
	if !c.leadsTo(l) {
		c.fault(0, "state")
	}
	return c.faults
}

// leadsTo says whether the entries' records are those of the landscape.
func (c *chain) leadsTo(l *landscape.Landscape) bool {
	var records []landscape.Record
	for _, r := range c.records {
		if r != nil {
			records = append(records, *r)
		}
	}
	replayed, err := landscape.Build(records)
	return err == nil && len(landscape.Diff(replayed, l)) == 0
}
