package workspace

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
)

// journalOf makes a chain of entries with every field that an entry can have.
func journalOf(t *testing.T, count int) []Entry {
	t.Helper()
	var entries []Entry
	now := saved{}
	for i := range count {
		node := landscapetest.Node(landscape.ID(fmt.Sprint("thema-", i)), landscape.Theme)
		e := JournalEntry{
			Kind: DoEntry, Of: uint64(i + 1), Author: "maker", At: time.Date(2026, 11, 22, 12, 0, count-i, 0, time.UTC),
			Reason: "reden", Meeting: "vergadering", DecidedBy: "stuurgroep", Origin: "lijst.csv", Restores: uint64(i + 1),
			Checked: &Checked{Verdict: "covered", Candidates: []landscape.ID{"a"}, Answer: "toch"},
			Op:      fmt.Sprint("op", i), Edits: []landscape.Edit{landscapetest.Put(node)},
		}
		e.follow(now)
		e.ClockBack = int64(i + 1)
		if i > 0 {
			e.Prev = entries[i-1].Hash
		} else {
			e.Prev = strings.Repeat("0", 64) // so that the field is there to tamper with
		}
		raw, err := e.seal()
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, raw)
		now.head = Head{raw.Seq, raw.Hash}
	}
	return entries
}

// isNoticed says whether a chain that is right up to entry i notices another
// entry in its place.
func isNoticed(entries []Entry, i int, tampered Entry) bool {
	head := Head{Seq: entries[len(entries)-1].Seq, Hash: entries[len(entries)-1].Hash}
	c := chain{records: map[landscape.Key]*landscape.Record{}}
	c.head.Hash = strings.Repeat("0", 64)
	if i > 0 {
		c.head = Head{entries[i-1].Seq, entries[i-1].Hash}
	}
	c.link(tampered)
	if len(c.faults) == 0 && i+1 < len(entries) {
		c.link(entries[i+1])
		return len(c.faults) > 0
	}
	return len(c.faults) > 0 || c.head != head
}

// TestEveryTamperedFieldIsNoticed changes each field of each of a thousand
// entries: clumsily, and by somebody who gives the entry a new hash.
func TestEveryTamperedFieldIsNoticed(t *testing.T) {
	entries := journalOf(t, 1000)
	tried, missed := 0, 0
	for i, e := range entries {
		if isNoticed(entries, i, e) {
			t.Fatalf("entry %d is not noticed to be right", e.Seq)
		}
		for field, value := range tamperings(t, e.Value) {
			for _, hash := range []string{e.Hash, hashOf(value)} {
				tried++
				if !isNoticed(entries, i, Entry{e.Seq, hash, value}) {
					missed++
					t.Errorf("entry %d: another %s (new hash: %v) is not noticed", e.Seq, field, hash != e.Hash)
				}
			}
		}
		tried++
		if !isNoticed(entries, i, Entry{e.Seq + 1, e.Hash, e.Value}) {
			t.Errorf("entry %d under another number is not noticed", e.Seq)
		}
	}
	if tried < 1000*14*2 {
		t.Errorf("only %d tries", tried)
	}
	t.Logf("%d tried, %d missed", tried, missed)
}

// tamperings are an entry with one field changed each.
func tamperings(t *testing.T, value []byte) map[string][]byte {
	t.Helper()
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(value, &fields); err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for name, was := range fields {
		from := fmt.Appendf(nil, "%q:%s", name, was)
		to := fmt.Appendf(nil, "%q:%s", name, other(was))
		if bytes.Count(value, from) != 1 || bytes.Equal(from, to) {
			t.Fatalf("field %s cannot be tampered with", name)
		}
		all[name] = bytes.Replace(value, from, to, 1)
	}
	return all
}

// other is another value of the same kind.
func other(was json.RawMessage) string {
	text := string(was)
	switch text[0] {
	case '"':
		if at := strings.Index(text, "2026-"); at == 1 {
			return strings.Replace(text, "2026", "2027", 1)
		}
		return `"` + "x" + text[1:]
	case '[':
		return "[]"
	case '{':
		return strings.Replace(text, "covered", "none", 1)
	}
	return "1" + text
}

// TestACutTailIsNoticedWithANotedHead cuts a journal off at every entry; with
// the head that was noted before, each cut shows.
func TestACutTailIsNoticedWithANotedHead(t *testing.T) {
	entries := journalOf(t, 50)
	noted := entries[len(entries)-1].Hash
	for n := 1; n <= len(entries); n++ {
		c := chain{records: map[landscape.Key]*landscape.Record{}, noted: noted}
		c.head.Hash = strings.Repeat("0", 64)
		var records []landscape.Record
		for _, e := range entries[:n] {
			c.link(e)
		}
		for _, r := range c.records {
			records = append(records, *r)
		}
		l, err := landscape.Build(records) // the records are cut with it
		if err != nil {
			t.Fatal(err)
		}
		faults := c.finish(Head{entries[n-1].Seq, entries[n-1].Hash}, l)
		if whole := n == len(entries); whole != (len(faults) == 0) {
			t.Errorf("cut after entry %d: %v", n, faults)
		}
	}
}

// TestTimeOfReadsNoFurther: what follows the time may be anything.
func TestTimeOfReadsNoFurther(t *testing.T) {
	entries := journalOf(t, 1)
	want := time.Date(2026, 11, 22, 12, 0, 1, 0, time.UTC)
	cut := entries[0].Value[:bytes.Index(entries[0].Value, []byte(`"reason"`))]
	for value, time := range map[string]time.Time{
		string(entries[0].Value): want, string(cut): want, "": {}, "{": {}, "[]": {}, `{"at":7}`: {}, `{"seq":`: {}, `{"seq":1}`: {},
	} {
		if got := timeOf(Entry{Value: []byte(value)}); !got.Equal(time) {
			t.Errorf("%.40q: %s", value, got)
		}
	}
}
