package workspace

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"snijvlak/internal/landscape"
)

// encode gives a record's bytes, the same JSON as in an export.
func encode(r landscape.Record) (Record, error) {
	var value []byte
	var err error
	if r.Node != nil {
		value, err = r.Node.MarshalJSON()
	} else {
		value, err = r.Relation.MarshalJSON()
	}
	return Record{Key: string(r.Key()), Value: value}, err
}

// decode reads what encode gave.
func decode(r Record) (landscape.Record, error) {
	key := landscape.Key(r.Key)
	var rec landscape.Record
	var err error
	if key.IsNode() {
		rec.Node = new(landscape.Node)
		err = rec.Node.UnmarshalJSON(r.Value) // json.Unmarshal would read it twice
	} else {
		rec.Relation = new(landscape.Relation)
		err = rec.Relation.UnmarshalJSON(r.Value)
	}
	if err != nil {
		return rec, fmt.Errorf("%s: %w: %w", r.Key, ErrDamaged, err)
	}
	return rec, nil
}

// build makes the landscape of a snapshot.
func build(s Snapshot) (*landscape.Landscape, error) {
	records, err := decodeAll(s.Records)
	if err != nil {
		return nil, err
	}
	l, err := landscape.Build(records)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return l, nil
}

// decodeAll decodes on every processor: most of the time to open a landscape is
// spent here.
func decodeAll(raw []Record) ([]landscape.Record, error) {
	records := make([]landscape.Record, len(raw))
	parts := runtime.GOMAXPROCS(0)
	faults := make([]error, parts)
	var wait sync.WaitGroup
	for p := range parts {
		wait.Go(func() {
			for i := p * len(raw) / parts; i < (p+1)*len(raw)/parts; i++ {
				r, err := decode(raw[i])
				if err != nil {
					faults[p] = err
					return
				}
				records[i] = r
			}
		})
	}
	wait.Wait()
	return records, errors.Join(faults...)
}

// commitOf turns an entry and its edits into a commit.
func commitOf(e *JournalEntry, expect Head) (Commit, error) {
	entry, err := e.seal()
	if err != nil {
		return Commit{}, err
	}
	c := Commit{Op: e.Op, Expect: expect, Entry: entry}
	for _, edit := range e.Edits {
		if edit.After == nil {
			c.Deletes = append(c.Deletes, string(edit.Key))
			continue
		}
		r, err := encode(*edit.After)
		if err != nil {
			return Commit{}, err
		}
		c.Puts = append(c.Puts, r)
	}
	return c, nil
}
