package torture

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// origin is the file that a writer begins on, with what is in it; the zero
// origin is none, so that the writer makes it.
type origin struct {
	bytes []byte
	acked acks
}

func none() origin { return origin{acked: newAcks()} }

// lay puts the origin at a path.
func (o origin) lay(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil || o.bytes == nil {
		return err
	}
	return os.WriteFile(path, o.bytes, 0o600)
}

// disk is the folder of a path with nothing in it but the origin.
func (o origin) disk(path string) *disk {
	d := newDisk(filepath.Dir(path))
	if o.bytes != nil {
		file := &contents{base: o.bytes}
		d.names[filepath.Base(path)], d.kept[filepath.Base(path)] = file, file
	}
	return d
}

// roomyEntries is how far the script went on the roomy file.
const roomyEntries = 5

// roomyOrigin is what roomy made the first time.
var roomyOrigin origin

// roomy is a file of the script whose pages are free for the most part, which
// the next change makes smaller.
func roomy(t *testing.T) origin {
	t.Helper()
	if roomyOrigin.bytes != nil {
		return roomyOrigin
	}
	name := []byte("ballast")
	file := changed(t, scriptFile(t, roomyEntries), func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucket(name)
		if err != nil {
			return err
		}
		return b.Put(name, bytes.Repeat(name, 1200<<10/len(name)))
	})
	file = changed(t, file, func(tx *bbolt.Tx) error { return tx.DeleteBucket(name) })
	path := filepath.Join(scratch(t), "x.snijvlak")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	s := look(path)
	if s.reported() || s.seq() != roomyEntries {
		t.Fatalf("the roomy file is not whole: %+v", s)
	}
	acked := newAcks()
	acked.tried = roomyEntries
	for i, op := range s.Ops {
		acked.ops[uint64(i+1)] = op
	}
	roomyOrigin = origin{file, acked}
	return roomyOrigin
}

// scriptFile is a file that the script was followed on to entry last.
func scriptFile(t *testing.T, last uint64) []byte {
	t.Helper()
	return fileOf(t, firstLandscape(), last)
}

// shippedFile is the shipped landscape after some changes.
func shippedFile(t *testing.T) []byte {
	t.Helper()
	shipped, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	l, err := shipped.Apply(landscape.Diff(landscape.New(), firstLandscape()))
	if err != nil {
		t.Fatal(err)
	}
	return fileOf(t, l, 41)
}

func fileOf(t *testing.T, l *landscape.Landscape, last uint64) []byte {
	t.Helper()
	path := filepath.Join(scratch(t), "whole.snijvlak")
	first, err := workspace.First(l, "maker", "test", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if err := bolt.Create(ctx, path, first); err != nil {
		t.Fatal(err)
	}
	repo, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(ctx, repo, "schrijver")
	if err != nil {
		t.Fatal(err)
	}
	for seq := uint64(2); seq <= last; seq++ {
		if _, err := makeEntry(w, seq); err != nil {
			t.Fatal(err)
		}
	}
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}
