package torture

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// TestSmallDisk gives a writer a real disk that is too small, and a page more
// each time that it stops, until its script is done.
func TestSmallDisk(t *testing.T) {
	c := begin(t, "disk that grows")
	folder := t.TempDir()
	pages := 4
	size := func(flags uintptr) error {
		return syscall.Mount("tmpfs", folder, "tmpfs", flags, fmt.Sprintf("size=%d", pages*os.Getpagesize()))
	}
	if err := size(0); err != nil {
		t.Skip("NOT TESTED: a disk cannot be mounted: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	r := run{tally: c, fault: fault{kinds: "full", last: pick(7, 32)}, acked: newAcks()}
	r.path = filepath.Join(folder, "x.snijvlak")
	for r.acked.newest() < uint64(r.last) {
		if err := r.fill(); err != nil {
			t.Fatalf("%d pages: %v; the file is kept as %s", pages, err, keep(r.path))
		}
		c.tried.Add(1)
		pages++
		if err := size(syscall.MS_REMOUNT); err != nil {
			t.Fatal(err)
		}
	}
}

// fill lets a writer go on until it stops.
func (r *run) fill() error {
	w, err := start(nil, "write", r.path, strconv.Itoa(r.last))
	if err != nil {
		return err
	}
	lines, err := w.lines()
	if err != nil {
		return err
	}
	fails, err := r.acked.heard(lines)
	if err == nil {
		err = r.check(fails)
	}
	if err == nil {
		err = r.judge(r.acked.newest())
	}
	return err
}
