package bolt

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/workspace"
)

// makeLarge makes a file with many entries, each the change of one note, in a
// few transactions: committing them one by one would take minutes.
func makeLarge(b *testing.B, path string) {
	b.Helper()
	l := largeLandscape(b)
	first, err := workspace.First(l, "maker", "test", noon)
	if err == nil {
		err = Create(b.Context(), path, first)
	}
	if err != nil {
		b.Fatal(err)
	}
	on := workspace.Head{Seq: 1, Hash: first.Entry.Hash}
	a := &access{path: path, writing: true}
	err = a.do(b.Context(), func(db *bbolt.DB, _ *os.File) error {
		for on.Seq < manyEntries {
			err := write(b.Context(), db, func(book book) (err error) {
				for i := 0; i < 5000 && on.Seq < manyEntries && err == nil; i++ {
					on, err = book.commit(largeChange(b, l, on), rememberOps)
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// largeChange is the commit after a head: each node is changed once, and then
// the first ones again as if they had not been. Only the journal's chain is
// right; what it says of the records before is not read on opening.
func largeChange(b *testing.B, l *landscape.Landscape, on workspace.Head) workspace.Commit {
	id := largeID(int(on.Seq) % manyNodes)
	before := l.Record(landscape.Key("n/" + string(id)))
	after := largeNode(before.Node, fmt.Sprint("Stand van regel ", on.Seq))
	e := workspace.JournalEntry{
		Seq: on.Seq + 1, Kind: workspace.DoEntry, Author: "maker", At: noon.Add(time.Duration(on.Seq) * time.Minute),
		Op: fmt.Sprint("op", on.Seq), Prev: on.Hash,
		Edits: []landscape.Edit{{Key: before.Key(), Before: before, After: &after}},
	}
	value, err1 := json.Marshal(e)
	record, err2 := after.Node.MarshalJSON()
	if err := errors.Join(err1, err2); err != nil {
		b.Fatal(err)
	}
	sum := sha256.Sum256(value)
	return workspace.Commit{
		Op: e.Op, Expect: on, Puts: []workspace.Record{{Key: string(before.Key()), Value: record}},
		Entry: workspace.Entry{Seq: e.Seq, Hash: hex.EncodeToString(sum[:]), Value: value},
	}
}

func largeID(n int) landscape.ID { return landscape.ID(fmt.Sprintf("onderdeel-%05d", n)) }

// largeNode gives a node a note.
func largeNode(n *landscape.Node, note string) landscape.Record {
	return landscape.Record{Node: n.Text(landscape.Note, note, landscapetest.Basis)}
}

// largeLandscape has a hundred initiatives that each own many bottlenecks, with
// texts as long as those of people.
func largeLandscape(b *testing.B) *landscape.Landscape {
	b.Helper()
	var edits []landscape.Edit
	var owners, owned []landscape.ID
	note := strings.Repeat("Mensen wachten te lang op een plek die past. ", 5)
	for i := range manyNodes {
		kind, ids := landscape.Bottleneck, &owned
		if i%100 == 0 {
			kind, ids = landscape.Initiative, &owners
		}
		*ids = append(*ids, largeID(i))
		edits = append(edits, landscapetest.Put(largeNode(landscapetest.Node(largeID(i), kind), note).Node))
	}
	for i := range manyRelations {
		to := owned[(i/len(owners)*33+i%len(owners))%len(owned)]
		edits = append(edits, landscapetest.Join(landscapetest.Relation(owners[i%len(owners)], landscape.Owns, to)))
	}
	l, err := landscape.New().Apply(edits)
	if err != nil {
		b.Fatal(err)
	}
	return l
}
