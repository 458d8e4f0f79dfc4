package bolt

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// mostlyEmpty makes a file that the next commit compacts: of nearly all its
// pages nothing is left.
func mostlyEmpty(t testing.TB) (path string, head workspace.Head) {
	t.Helper()
	path = fileOf(t, small(t))
	f := openQuick(t, path)
	head, err := f.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = f.update(t.Context(), true, func(b book) error {
		for i := range 3000 { // as records come and go, without a journal of them
			if err := b.ops.Put(fmt.Append(nil, "x", i), seal(fmt.Sprint("x", i), []byte(strings.Repeat("y", 500)))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	a := &access{path: path, writing: true, lockWait: f.LockWait}
	err = a.do(t.Context(), func(db *bbolt.DB, _ *os.File) error { // without compacting
		return write(t.Context(), db, func(b book) error {
			for i := range 3000 {
				if err := b.ops.Delete(fmt.Append(nil, "x", i)); err != nil {
					return err
				}
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return path, head
}

func sizeOf(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestCompact(t *testing.T) {
	path, head := mostlyEmpty(t)
	other := openQuick(t, path) // knows the old file
	before := sizeOf(t, path)
	f := openQuick(t, path)
	head, err := f.Commit(t.Context(), storetest.Next(head, "second", storetest.Record("n/b", "2")))
	if err != nil {
		t.Fatal(err)
	}
	after := sizeOf(t, path)
	if after >= before/10 {
		t.Errorf("%d bytes became %d", before, after)
	}
	wantOnly(t, path)
	for i, one := range []*File{f, other, openQuick(t, path)} {
		if head, err = one.Commit(t.Context(), storetest.Next(head, fmt.Sprint("op", i))); err != nil {
			t.Error(err)
		}
	}
	if got, err := Verify(t.Context(), path); err != nil || got != head {
		t.Errorf("%v, %v, want %v", got, err, head)
	}
	if now := sizeOf(t, path); now > 4*after {
		t.Errorf("it grew from %d to %d", after, now)
	}
}

// TestSecondOpenerOfACompactedFile lets another have the old file open, waiting
// for its lock, while it is replaced: what it commits must be in the new one.
func TestSecondOpenerOfACompactedFile(t *testing.T) {
	path, head := mostlyEmpty(t)
	first := openQuick(t, path)
	var next workspace.Head
	opened := 0
	a := &access{path: path, writing: true, lockWait: first.LockWait}
	a.opened = func() { // between opening the file and asking for its lock
		if opened++; opened > 1 {
			return
		}
		var err error
		if next, err = first.Commit(t.Context(), storetest.Next(head, "one")); err != nil {
			t.Error(err)
		}
	}
	c := storetest.Next(workspace.Head{Seq: 2, Hash: "2-one"}, "two")
	err := a.do(t.Context(), func(db *bbolt.DB, _ *os.File) error {
		return write(t.Context(), db, func(b book) (err error) {
			next, err = b.commitOnce(c, rememberOps)
			return err
		})
	})
	if err != nil || opened != 2 {
		t.Fatalf("opened %d times: %v", opened, err)
	}
	if got, err := Verify(t.Context(), path); err != nil || got != next || got.Seq != 3 {
		t.Errorf("the file has %v, want %v: %v", got, next, err)
	}
}

// TestNoCompactionOfALinkedFile: the other name would keep the old file.
func TestNoCompactionOfALinkedFile(t *testing.T) {
	path, head := mostlyEmpty(t)
	if err := os.Link(path, path+".other"); err != nil {
		t.Skip("no links: ", err)
	}
	before := sizeOf(t, path)
	if _, err := openQuick(t, path).Commit(t.Context(), storetest.Next(head, "second")); err != nil {
		t.Fatal(err)
	}
	one, err1 := os.Stat(path)
	two, err2 := os.Stat(path + ".other")
	if err := errors.Join(err1, err2); err != nil || !os.SameFile(one, two) || one.Size() != before {
		t.Errorf("the names have parted: %v", err)
	}
}
