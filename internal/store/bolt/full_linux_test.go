package bolt

import (
	"bytes"
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// TestSmallDisk fills a disk of 256 KiB, and then makes it read-only. It asks
// for the right to mount.
func TestSmallDisk(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("cannot mount: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	path := filepath.Join(folder, "x.snijvlak")
	if err := Create(t.Context(), path, storetest.First(storetest.Record("n/a", "1"))); err != nil {
		t.Fatal(err)
	}
	f := openQuick(t, path)
	head, err := f.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	large := workspace.Record{Key: "n/large", Value: bytes.Repeat([]byte("x"), 400<<10)}
	if _, err := f.Commit(t.Context(), storetest.Next(head, "large", large)); !errors.Is(err, workspace.ErrNoSpace) {
		t.Errorf("a large commit: %v", err)
	}
	other := filepath.Join(folder, "y.snijvlak")
	if err := Create(t.Context(), other, storetest.First(large)); !errors.Is(err, workspace.ErrNoSpace) {
		t.Errorf("a large new file: %v", err)
	}
	wantOnly(t, path)
	head, err = f.Commit(t.Context(), storetest.Next(head, "small", storetest.Record("n/a", "2")))
	if err != nil {
		t.Fatalf("a small commit on the full disk: %v", err)
	}

	if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("cannot remount: ", err)
	}
	if _, err := f.Commit(t.Context(), storetest.Next(head, "late")); !errors.Is(err, workspace.ErrReadOnly) {
		t.Errorf("a commit on a read-only disk: %v", err)
	}
	if err := Create(t.Context(), other, storetest.First()); !errors.Is(err, workspace.ErrReadOnly) {
		t.Errorf("a new file on a read-only disk: %v", err)
	}
	if s, err := f.Load(t.Context()); err != nil || s.Head != head {
		t.Errorf("loaded %v, %v", s.Head, err)
	}
}
