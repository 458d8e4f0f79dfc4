package workspace

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"snijvlak/internal/landscape"
)

// Kinds of journal entries.
const (
	// DoEntry is a change a person made.
	DoEntry = "do"
	// UndoEntry takes entry Of back.
	UndoEntry = "undo"
	// RedoEntry takes the undo Of back.
	RedoEntry = "redo"
)

// JournalEntry is one line of the journal: who changed what, when and why.
// Entries are numbered from 1 and chained: each holds the hash of the one
// before it.
type JournalEntry struct {
	Seq    uint64    `json:"seq"`
	Kind   string    `json:"kind"`
	Of     uint64    `json:"of,omitempty"`
	Author string    `json:"author"`
	At     time.Time `json:"at"`
	// Reason is asked where the change is a decision.
	Reason  string       `json:"reason,omitempty"`
	Meeting landscape.ID `json:"meeting,omitempty"`
	// Origin says where the records came from: the shipped landscape or an
	// imported file, with its SHA-256.
	Origin string `json:"origin,omitempty"`
	// Op names the operation, so that a retry is harmless.
	Op   string `json:"op"`
	Prev string `json:"prev"`
	// Edits are the records before and after.
	Edits []landscape.Edit `json:"edits"`
	// Hash is the SHA-256 of the entry as stored, in hexadecimal; it is not
	// part of what it covers.
	Hash string `json:"-"`
}

// seal encodes the entry and gives it its hash.
func (e *JournalEntry) seal() (Entry, error) {
	value, err := json.Marshal(e)
	if err != nil {
		return Entry{}, fmt.Errorf("journal entry %d: %w", e.Seq, err)
	}
	e.Hash = hashOf(value)
	return Entry{Seq: e.Seq, Hash: e.Hash, Value: value}, nil
}

func hashOf(value []byte) string {
	sum := sha256.Sum256(value)
	return hex.EncodeToString(sum[:])
}

// readEntry decodes what seal wrote. It does not check the chain; Verify does.
func readEntry(raw Entry) (JournalEntry, error) {
	var e JournalEntry
	if err := json.Unmarshal(raw.Value, &e); err != nil {
		return e, fmt.Errorf("journal entry %d: %w: %w", raw.Seq, ErrDamaged, err)
	}
	e.Hash = raw.Hash
	return e, nil
}

// keys gives the keys of the records the entry touched.
func (e JournalEntry) touches(key landscape.Key) bool {
	for _, edit := range e.Edits {
		if edit.Key == key {
			return true
		}
	}
	return false
}
