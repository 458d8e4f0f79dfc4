package bolt

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// sample makes a file of several pages and answers its bytes. Its tree has
// branches, buckets of their own, an overflow page and free pages.
func sample(t testing.TB) []byte {
	path := filepath.Join(t.TempDir(), "x.snijvlak")
	var puts []workspace.Record
	for i := range 60 {
		puts = append(puts, storetest.Record(fmt.Sprintf("n/%03d", i), strings.Repeat(fmt.Sprint(i), 80)))
	}
	first := storetest.First(puts...)
	if err := Create(t.Context(), path, first); err != nil {
		t.Fatal(err)
	}
	f := openQuick(t, path)
	head := workspace.Head{Seq: first.Entry.Seq, Hash: first.Entry.Hash}
	for i := range 4 {
		c := storetest.Next(head, fmt.Sprint("op", i), storetest.Record("n/big", strings.Repeat("x", 3000*i)))
		c.Deletes = []string{fmt.Sprintf("n/%03d", i)}
		var err error
		if head, err = f.Commit(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	return read(t, path)
}

// small makes the smallest file there is.
func small(t testing.TB) []byte {
	path := filepath.Join(t.TempDir(), "x.snijvlak")
	if err := Create(t.Context(), path, storetest.First(storetest.Record("n/a", "1"))); err != nil {
		t.Fatal(err)
	}
	return read(t, path)
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func fileOf(t testing.TB, contents []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "y.snijvlak")
	if err := os.WriteFile(path, contents, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// wantRefused checks that everything refuses the file, leaves it alone, and
// leaves it unlocked.
func wantRefused(t *testing.T, contents []byte, want ...error) {
	t.Helper()
	path := fileOf(t, contents)
	f := newFile(path)
	_, open := Open(path)
	_, load := f.Load(t.Context())
	_, head := f.Head(t.Context())
	_, entries := f.Entries(t.Context(), 1, 9)
	_, commit := f.Commit(t.Context(), storetest.Next(workspace.Head{Seq: 1}, "op"))
	for i, err := range []error{open, load, head, entries, commit} {
		if !isOneOf(err, want) {
			t.Errorf("call %d answered %v, want %v", i, err, want)
		}
	}
	if !bytes.Equal(read(t, path), contents) {
		t.Error("the refused file was changed")
	}
	wantUnlocked(t, path)
}

func isOneOf(err error, list []error) bool {
	for _, one := range list {
		if errors.Is(err, one) {
			return true
		}
	}
	return false
}

// wantUnlocked takes the lock for writing, of a good file.
func wantUnlocked(t *testing.T, path string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if !tryLock(file) {
		t.Error("the file is still locked")
	}
}

func TestRefuseForeign(t *testing.T) {
	t.Run("no bytes", func(t *testing.T) { wantRefused(t, nil, workspace.ErrEmpty) })
	t.Run("text", func(t *testing.T) {
		wantRefused(t, bytes.Repeat([]byte("Beste leden, "), 2000), workspace.ErrForeign)
	})
	t.Run("zeros", func(t *testing.T) { wantRefused(t, make([]byte, 1<<15), workspace.ErrForeign) })
	t.Run("other bbolt file", func(t *testing.T) {
		wantRefused(t, bboltFile(t, func(tx *bbolt.Tx) error {
			_, err := tx.CreateBucket([]byte("other"))
			return err
		}), workspace.ErrForeign)
	})
}

func TestRefuseNewer(t *testing.T) {
	wantRefused(t, bboltFile(t, func(tx *bbolt.Tx) error {
		marker, err := tx.CreateBucket([]byte(markerName))
		if err != nil {
			return err
		}
		return put(marker, formatKey, []byte{0, 0, 0, byte(newestFormat()) + 1})
	}), workspace.ErrNewer)
}

func bboltFile(t *testing.T, fill func(*bbolt.Tx) error) []byte {
	path := filepath.Join(t.TempDir(), "foreign.db")
	db, err := bbolt.Open(path, 0o600, nil)
	if err == nil {
		err = errors.Join(db.Update(fill), db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	return read(t, path)
}

func TestRefuseMissingAndFolder(t *testing.T) {
	folder := t.TempDir()
	if _, err := Open(filepath.Join(folder, "none")); !errors.Is(err, workspace.ErrMissing) {
		t.Errorf("no file: %v", err)
	}
	if _, err := Open(folder); !errors.Is(err, workspace.ErrForeign) {
		t.Errorf("a folder: %v", err)
	}
	f := newFile(filepath.Join(folder, "none"))
	if _, err := f.Commit(t.Context(), storetest.First()); !errors.Is(err, workspace.ErrMissing) {
		t.Errorf("commit without a file: %v", err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("a file was made: %v", left)
	}
}

func TestRefuseTruncated(t *testing.T) {
	whole := sample(t)
	used := usedBytes(t, whole)
	lengths := []int{1, 15, 79, 80, 4095, 4096, 8191, 8192, used / 10, used / 2, used * 3 / 4, used * 99 / 100, used - 1}
	for _, n := range lengths {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			wantRefused(t, whole[:n], workspace.ErrDamaged, workspace.ErrForeign)
		})
	}
	if _, err := Open(fileOf(t, whole[:used])); err != nil {
		t.Errorf("what is cut off was not in use: %v", err)
	}
}

func usedBytes(t *testing.T, whole []byte) int {
	newest, ok := readMetas(bytes.NewReader(whole)).newest()
	if !ok {
		t.Fatal("the sample has no meta page")
	}
	return int(newest.high) * int(newest.pageSize)
}

func TestOneMetaPage(t *testing.T) {
	whole := sample(t)
	pageSize := os.Getpagesize()
	for page := range 2 {
		contents := bytes.Clone(whole)
		clear(contents[page*pageSize : (page+1)*pageSize])
		f := openQuick(t, fileOf(t, contents))
		snapshot, err := f.Load(t.Context())
		if err != nil || !snapshot.Doubtful {
			t.Fatalf("without meta page %d: doubtful %v, %v", page, snapshot.Doubtful, err)
		}
		if _, err := f.Commit(t.Context(), storetest.Next(snapshot.Head, "repair")); err != nil {
			t.Fatal(err)
		}
		if snapshot, err = f.Load(t.Context()); err != nil || snapshot.Doubtful {
			t.Fatalf("after a commit: doubtful %v, %v", snapshot.Doubtful, err)
		}
	}
}

func TestNoMetaPage(t *testing.T) {
	contents := sample(t)
	clear(contents[:2*os.Getpagesize()])
	wantRefused(t, contents, workspace.ErrDamaged)
}

// TestFlippedBits flips one bit in many places. Whatever loads afterwards must
// be what was there, or say that it may be the state before.
func TestFlippedBits(t *testing.T) {
	whole := sample(t)
	want, before := dump(t, whole), sha256.Sum256(whole)
	const step = 389 // two or three in each kilobyte, at every place of a page
	path := filepath.Join(t.TempDir(), "z.snijvlak")
	refused := 0
	for i := 0; i < usedBytes(t, whole); i += step {
		bit := byte(1) << (i % 8)
		whole[i] ^= bit
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		got, doubtful, err := dumpFile(path)
		if err != nil {
			refused++
		} else if !reflect.DeepEqual(got, want) && !doubtful {
			t.Fatalf("bit flipped in byte %d: loaded something else", i)
		}
		if err != nil && !isOneOf(err, []error{workspace.ErrDamaged, workspace.ErrForeign}) {
			t.Fatalf("bit flipped in byte %d: %v", i, err)
		}
		if !bytes.Equal(read(t, path), whole) {
			t.Fatalf("bit flipped in byte %d: the file was changed", i)
		}
		whole[i] ^= bit
	}
	if sha256.Sum256(whole) != before || refused == 0 {
		t.Fatalf("the test is wrong: %d refused", refused)
	}
	t.Logf("%d of %d refused", refused, usedBytes(t, whole)/step)
}

// contents is all that a file holds.
type contents struct {
	head    workspace.Head
	records []workspace.Record
	entries []workspace.Entry
}

func dump(t *testing.T, bytes []byte) contents {
	all, _, err := dumpFile(fileOf(t, bytes))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func dumpFile(path string) (all contents, doubtful bool, err error) {
	f := newFile(path)
	snapshot, err := f.Load(context.Background())
	if err != nil {
		return contents{}, false, err
	}
	entries, err := f.Entries(context.Background(), 1, math.MaxUint64)
	return contents{snapshot.Head, snapshot.Records, entries}, snapshot.Doubtful, err
}
