package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/workspace"
)

// smallDisk mounts a disk of 2 MiB.
func smallDisk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=2m"); err != nil {
		t.Skip("cannot mount: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}

// onDisk makes a landscape file in a folder and opens it.
func onDisk(t *testing.T, path string) *workspace.Workspace {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		l, err1 := landscape.New().Apply([]landscape.Edit{landscapetest.Put(landscapetest.Node("thema", landscape.Theme))})
		first, err2 := workspace.First(l, "maker", "test", noon)
		if err := errors.Join(err1, err2, Create(t.Context(), path, first)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(t.Context(), openQuick(t, path), "een")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// note writes a note of so many bytes.
func note(t *testing.T, w *workspace.Workspace, size int) error {
	_, err := w.Change(t.Context(), workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		text := fmt.Sprintf("%d %s", w.Head().Seq, bytes.Repeat([]byte("x"), size))
		return w.Set(l, "thema", []workspace.Assignment{{Field: landscape.Note, Values: []string{text}}},
			workspace.When{}, workspace.Source{})
	})
	return err
}

// TestAFullDiskKeepsTheChange writes until the disk is full, makes room, and
// saves what was pending.
func TestAFullDiskKeepsTheChange(t *testing.T) {
	folder := smallDisk(t)
	path := filepath.Join(folder, "x.snijvlak")
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 512<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	w := onDisk(t, path)
	var err error
	for err == nil {
		err = note(t, w, 30_000)
	}
	if !errors.Is(err, workspace.ErrNoSpace) {
		t.Fatalf("a full disk answered %v", err)
	}
	saved := w.Head().Seq
	if reread := onDisk(t, path); reread.Head().Seq != saved || saved < 3 {
		t.Errorf("%d entries were saved, the file has %d", saved, reread.Head().Seq)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	e, err := w.Retry(t.Context())
	if err != nil || e.Seq != saved+1 {
		t.Fatalf("with room again: entry %d, %v", e.Seq, err)
	}
	reread := onDisk(t, path)
	if d := landscape.Diff(w.Landscape(), reread.Landscape()); len(d) != 0 {
		t.Errorf("%s is not what the window showed", d[0].Key)
	}
	if r, err := reread.Verify(t.Context(), ""); err != nil || !r.Whole() {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestAReadOnlyDisk opens a file that cannot be written, and one that can
// again.
func TestAReadOnlyDisk(t *testing.T) {
	folder := smallDisk(t)
	path := filepath.Join(folder, "x.snijvlak")
	before := onDisk(t, path)
	if before.ReadOnly() {
		t.Error("it is read-only before")
	}
	remount := func(flags uintptr) {
		if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|flags, ""); err != nil {
			t.Skip("cannot remount: ", err)
		}
	}
	remount(syscall.MS_RDONLY)
	w := onDisk(t, path)
	if !w.ReadOnly() {
		t.Error("it does not say that it is read-only")
	}
	err := note(t, w, 1)
	if _, pending := w.Pending(); !errors.Is(err, workspace.ErrReadOnly) || pending {
		t.Errorf("a change: %v, pending %v", err, pending)
	}
	err = note(t, before, 1) // opened when it could be written
	if _, pending := before.Pending(); !errors.Is(err, workspace.ErrReadOnly) || !pending {
		t.Errorf("a change in a window that was open: %v, pending %v", err, pending)
	}
	remount(0)
	if e, err := before.Retry(t.Context()); err != nil || e.Seq != 2 {
		t.Errorf("entry %d, %v", e.Seq, err)
	}
}
