package torture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"

	"snijvlak/internal/landscape"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// sight is what opening a file showed.
type sight struct {
	Problem  string   // the error, "" when the file opened
	Kind     string   // which of the port's errors it is; "other" is none of them
	Doubtful bool     // the file says that its newest change may be missing
	Ops      []string // the operation of each entry
	States   []string // the state after each entry, as replayed
	Faults   []string // what Verify and a replay of our own have against it
	Touched  bool     // looking changed the bytes of the file

	// What search finds further.
	Everything string // a checksum of all that the database answers
	Loose      int    // what the database has against its pages
	Afterwards string // what went wrong when the file was written
}

func (s sight) seq() uint64 { return uint64(len(s.Ops)) }

// reported says that the file was not taken for a whole one.
func (s sight) reported() bool { return s.Problem != "" || s.Doubtful || len(s.Faults) > 0 }

// look opens a file as the program does, verifies it, replays its journal, and
// minds that none of this writes.
func look(path string) sight {
	before := hashFile(path)
	s := lookInside(path)
	s.Touched = hashFile(path) != before
	return s
}

func lookInside(path string) (s sight) {
	repo, err := bolt.Open(path)
	if err != nil {
		return refused(err)
	}
	w, err := workspace.Open(ctx, repo, "lezer")
	if err != nil {
		return refused(err)
	}
	report, err := w.Verify(ctx, "")
	if err != nil {
		return refused(err)
	}
	entries, err := repo.Entries(ctx, 1, math.MaxUint64)
	if err != nil {
		return refused(err)
	}
	s.Doubtful = w.Doubtful()
	for _, f := range report.Faults {
		s.Faults = append(s.Faults, fmt.Sprintf("verify: %s at %d", f.Code, f.Seq))
	}
	s.replay(entries, w.Landscape(), w.Head())
	return s
}

var kinds = map[string]error{
	"missing": workspace.ErrMissing, "empty": workspace.ErrEmpty, "foreign": workspace.ErrForeign,
	"newer": workspace.ErrNewer, "damaged": workspace.ErrDamaged, "busy": workspace.ErrBusy,
	"full": workspace.ErrNoSpace, "unknown": workspace.ErrUnknown, "conflict": workspace.ErrConflict,
	"read-only": workspace.ErrReadOnly, "exists": workspace.ErrExists,
	"pending": workspace.ErrPending,
}

func kindOf(err error) string {
	for kind, one := range kinds {
		if errors.Is(err, one) {
			return kind
		}
	}
	return "other"
}

func refused(err error) sight { return sight{Problem: err.Error(), Kind: kindOf(err)} }

// line is a journal entry as its bytes say, read without the workspace.
type line struct {
	Seq   uint64 `json:"seq"`
	Op    string `json:"op"`
	Prev  string `json:"prev"`
	Edits []struct {
		Key           string
		Before, After json.RawMessage
	} `json:"edits"`
}

// replay follows the journal in a way of its own: Verify may be wrong too.
func (s *sight) replay(entries []workspace.Entry, l *landscape.Landscape, head workspace.Head) {
	var now state
	var last workspace.Head
	records := map[string][]byte{}
	for _, raw := range entries {
		var e line
		if err := json.Unmarshal(raw.Value, &e); err != nil {
			s.fault("entry %d: %v", raw.Seq, err)
			return
		}
		sum := sha256.Sum256(raw.Value)
		if raw.Seq != last.Seq+1 || e.Seq != raw.Seq || e.Prev != last.Hash || raw.Hash != hex.EncodeToString(sum[:]) {
			s.fault("entry %d does not follow %d", raw.Seq, last.Seq)
		}
		for _, edit := range e.Edits {
			before, after := orNil(edit.Before), orNil(edit.After)
			if !bytes.Equal(records[edit.Key], before) {
				s.fault("entry %d: %s was not what the entry says", e.Seq, edit.Key)
			}
			now.toggle(edit.Key, before)
			now.toggle(edit.Key, after)
			records[edit.Key] = after
		}
		last = workspace.Head{Seq: raw.Seq, Hash: raw.Hash}
		s.Ops = append(s.Ops, e.Op)
		s.States = append(s.States, now.String())
	}
	if last != head {
		s.fault("the journal ends at %d, the head is %d", last.Seq, head.Seq)
	}
	if now.String() != stateOf(l) {
		s.fault("the journal does not lead to the records")
	}
}

func orNil(text json.RawMessage) []byte {
	if string(text) == "null" {
		return nil
	}
	return text
}

func (s *sight) fault(format string, args ...any) {
	s.Faults = append(s.Faults, "replay: "+fmt.Sprintf(format, args...))
}

// hashFile answers the checksum of a file's bytes, "" when it cannot be read.
func hashFile(path string) string {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(bytes)
	return string(sum[:])
}

// acks are the acknowledged changes of a file: the operation by the number of
// its entry; and the newest entry that was tried.
type acks struct {
	ops   map[uint64]string
	tried uint64
}

func newAcks() acks { return acks{ops: map[uint64]string{}} }

// newest is the highest number that was acknowledged.
func (a acks) newest() (seq uint64) {
	for one := range a.ops {
		seq = max(seq, one)
	}
	return seq
}

func (a acks) clone() acks { return acks{maps.Clone(a.ops), a.tried} }

// whole answers an error unless the file is a piece of the script from the
// beginning, with every acknowledged change in its place and nothing after
// what was tried.
func (s sight) whole(acked acks) error {
	switch newest := acked.newest(); {
	case s.reported() || s.Touched:
		return fmt.Errorf("the file is not whole: %q, doubtful %v, faults %q, touched %v", s.Problem, s.Doubtful, s.Faults, s.Touched)
	case s.seq() < newest:
		return fmt.Errorf("entry %d was acknowledged, the file ends at %d", newest, s.seq())
	case s.seq() > acked.tried:
		return fmt.Errorf("the file has %d entries when %d were tried", s.seq(), acked.tried)
	}
	for seq, op := range acked.ops {
		if s.Ops[seq-1] != op {
			return fmt.Errorf("entry %d is not the one acknowledged", seq)
		}
	}
	for i, op := range s.Ops {
		if s.States[i] != scripted()[i] {
			return fmt.Errorf("after entry %d (%s) the state is not the script's", i+1, op)
		}
	}
	return nil
}
