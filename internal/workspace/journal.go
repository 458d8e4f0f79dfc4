package workspace

import (
	"bytes"
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
	// DecidedBy is who took the decision, where that is not the Author, who
	// recorded it: a body, or another table that answered.
	DecidedBy string `json:"decided_by,omitempty"`
	// Checked is what the overlap check said of an action that was taken up.
	Checked *Checked `json:"checked,omitempty"`
	// Origin says where the records came from: the shipped landscape or an
	// imported file, with its SHA-256.
	Origin string `json:"origin,omitempty"`
	// Restores is the entry whose landscape this one brought back.
	Restores uint64 `json:"restores,omitempty"`
	// ClockBack is by how many seconds the entry's time lies before that of
	// the entry it follows, where that is over five minutes: a clock was
	// wrong. The order of entries comes from Seq, never from At.
	ClockBack int64 `json:"clock_back,omitempty"`
	// Op names the operation, so that a retry is harmless.
	Op   string `json:"op"`
	Prev string `json:"prev"`
	// Edits are the records before and after.
	Edits []landscape.Edit `json:"edits"`
	// Hash is the SHA-256 of the entry as stored, in hexadecimal; it is not
	// part of what it covers.
	Hash string `json:"-"`
	// Personal is what the change seemed to bring in of personal data, for a
	// warning when it is made; it is not kept.
	Personal []landscape.PersonalIn `json:"-"`
}

// Checked is an overlap check as the journal keeps it: what was found on the
// landscape before the change, and what the person answered to it.
type Checked struct {
	Verdict    string         `json:"verdict"`
	Candidates []landscape.ID `json:"candidates,omitempty"`
	Answer     string         `json:"answer,omitempty"`
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

// clockSlack is what clocks of different machines may differ.
const clockSlack = 5 * time.Minute

// follow makes the entry the one after what is saved.
func (e *JournalEntry) follow(s saved) {
	e.Seq, e.Prev, e.ClockBack = s.head.Seq+1, s.head.Hash, 0
	if back := s.at.Sub(e.At); back > clockSlack {
		e.ClockBack = int64(back / time.Second)
	}
}

// timeOf reads when an entry was made, without reading its edits, which may be
// the whole landscape. An entry that cannot be read has no time; Verify tells.
func timeOf(raw Entry) time.Time {
	d := json.NewDecoder(bytes.NewReader(raw.Value))
	if _, err := d.Token(); err != nil {
		return time.Time{}
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			break
		}
		if name == "at" {
			var at time.Time
			_ = d.Decode(&at)
			return at
		}
		var other json.RawMessage
		if d.Decode(&other) != nil {
			break
		}
	}
	return time.Time{}
}

// touches says whether the entry changed a record.
func (e JournalEntry) touches(key landscape.Key) bool {
	for _, edit := range e.Edits {
		if edit.Key == key {
			return true
		}
	}
	return false
}
