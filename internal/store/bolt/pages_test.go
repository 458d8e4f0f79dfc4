package bolt

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// spoilt is a sample with one page spoilt, found by its kind.
func spoilt(t *testing.T, spoil func(page []byte, m meta)) []byte {
	contents := sample(t)
	m, _ := readMetas(bytes.NewReader(contents)).newest()
	page := contents[int64(m.freelist)*m.pageSize:]
	spoil(page, m)
	return contents
}

// TestFreePageInUse is the worst of damages: bbolt would open the file without
// a word and write over what is in use.
func TestFreePageInUse(t *testing.T) {
	wantRefused(t, spoilt(t, func(page []byte, m meta) {
		native.PutUint64(page[pageHeader:], m.root)
	}), workspace.ErrDamaged)
}

func TestFreelistTooLong(t *testing.T) {
	wantRefused(t, spoilt(t, func(page []byte, _ meta) {
		native.PutUint16(page[10:], longList)
		native.PutUint64(page[pageHeader:], 1<<40)
	}), workspace.ErrDamaged)
}

// TestEndlessTree lets a branch be its own child, which bbolt would follow
// until memory is full.
func TestEndlessTree(t *testing.T) {
	contents := sample(t)
	pageSize := os.Getpagesize()
	m, _ := readMetas(bytes.NewReader(contents)).newest()
	found := false
	for id := 2; id < int(m.high); id++ {
		page := contents[id*pageSize:]
		if h := parseHeader(page); h.id == uint64(id) && h.flags == branchPage {
			native.PutUint64(page[pageHeader+8:], uint64(id))
			found = true
		}
	}
	if !found {
		t.Fatal("the sample has no branch page")
	}
	wantRefused(t, contents, workspace.ErrDamaged)
}

// TestPanicLetsGo goes around the checks, so that bbolt panics while it opens
// and while it reads, and takes the lock afterwards.
func TestPanicLetsGo(t *testing.T) {
	t.Run("opening", func(t *testing.T) {
		path := fileOf(t, spoilt(t, func(page []byte, _ meta) { page[8] = leafPage }))
		a := &access{path: path, writing: true}
		err := a.do(t.Context(), func(*bbolt.DB, *os.File) error { return nil })
		wantDamagedAndUnlocked(t, path, err)
	})
	t.Run("reading", func(t *testing.T) {
		path := fileOf(t, sample(t))
		err := newFile(path).view(t.Context(), true, func(book, metas) error { panic("a fault") })
		wantDamagedAndUnlocked(t, path, err)
	})
	t.Run("writing", func(t *testing.T) {
		path := fileOf(t, sample(t))
		err := newFile(path).update(t.Context(), true, func(book) error { panic("a fault") })
		wantDamagedAndUnlocked(t, path, err)
	})
}

// TestFaultIsAnError cuts the file off while bbolt has it in memory; reading on
// is a fault, which would end the process.
func TestFaultIsAnError(t *testing.T) {
	path := fileOf(t, sample(t))
	a := &access{path: path}
	err := a.do(context.Background(), func(db *bbolt.DB, _ *os.File) error {
		if err := os.Truncate(path, 2*int64(os.Getpagesize())); err != nil {
			return err
		}
		return db.View(func(tx *bbolt.Tx) error { return tx.Bucket([]byte(markerName)).ForEachBucket(nil) })
	})
	wantDamagedAndUnlocked(t, path, err)
}

func wantDamagedAndUnlocked(t *testing.T, path string, err error) {
	t.Helper()
	if !errors.Is(err, workspace.ErrDamaged) {
		t.Errorf("answered %v", err)
	}
	wantUnlocked(t, path)
}

// FuzzOpen opens any bytes: no panic, no change of the file, and a file that
// loads takes a commit and loads again. Give it -fuzzminimizetime 1x: making
// inputs of 32 KiB smaller takes all the time there is.
func FuzzOpen(f *testing.F) {
	f.Add(small(f))
	f.Add([]byte{})
	f.Add([]byte("Beste leden"))
	f.Fuzz(func(t *testing.T, contents []byte) {
		path := fileOf(t, contents)
		file := newFile(path)
		_, open := Open(path)
		snapshot, load := file.Load(t.Context())
		if open != nil && load == nil {
			t.Errorf("loaded after Open refused: %v", open)
		}
		if !bytes.Equal(read(t, path), contents) {
			t.Error("the file was changed")
		}
		if load != nil {
			return
		}
		_, err := file.Commit(t.Context(), storetest.Next(snapshot.Head, "fuzz"))
		if _, load := file.Load(t.Context()); err == nil && load != nil {
			t.Errorf("a commit spoilt the file: %v", load)
		}
	})
}
