package torture

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestDiskModel gives what a disk may hold after some calls: the contents of
// file x, with "-" for no file.
func TestDiskModel(t *testing.T) {
	const (
		openX  = `openat(AT_FDCWD, "\x2f\x66\x2f\x78", O_RDWR|O_CREAT, 0600) = 3`
		openY  = `openat(AT_FDCWD, "\x2f\x66\x2f\x79", O_RDWR|O_CREAT, 0600) = 3`
		folder = `openat(AT_FDCWD, "\x2f\x66", O_RDONLY|O_CLOEXEC) = 4`
		writeA = `pwrite64(3, "\x61", 1, 0) = 1`
		writeB = `pwrite64(3, "\x62", 1, 0) = 1`
		atOne  = `pwrite64(3, "\x63", 1, 1) = 1`
		sync   = `fdatasync(3) = 0`
		failed = `fdatasync(3) = -1 EIO (Input/output error) (INJECTED)`
		named  = `fsync(4)                                = 0`
		rename = `renameat(AT_FDCWD, "\x2f\x66\x2f\x79", AT_FDCWD, "\x2f\x66\x2f\x78") = 0`
	)
	for _, one := range []struct {
		name  string
		calls []string
		want  string
	}{
		{"not synced", []string{openX, folder, writeA}, "|-|a"},
		{"name only", []string{openX, folder, named, writeA}, "|a"},
		{"contents only", []string{openX, folder, writeA, sync}, "-|a"},
		{"both", []string{openX, folder, writeA, sync, named}, "a"},
		{"written over", []string{openX, folder, writeA, sync, named, writeB}, "a|b"},
		{"failed sync", []string{openX, folder, named, writeA, failed, writeB, failed, atOne, sync}, "\x00c|ac|bc"},
		{"failed, then written again", []string{openX, folder, named, writeA, failed, writeB, sync}, "b"},
		{"cut", []string{openX, folder, writeA, sync, named, `ftruncate(3, 0) = 0`}, "|a"},
		{"renamed", []string{openX, folder, writeA, sync, named, `close(3) = 0`, openY, writeB, sync, rename}, "a|b"},
		{"interrupted calls do nothing", []string{openX, folder, named, `pwrite64(3, "\x61", 1, 0) = -1 ENOSPC (No space left)`}, ""},
	} {
		if got := worlds(t, one.calls); got != one.want {
			t.Errorf("%s: %q, want %q", one.name, got, one.want)
		}
	}
	d := newDisk("/f")
	unknown, _ := parseCall(`fallocate(3, 0, 0, 4096) = 0`)
	opened, _ := parseCall(openX)
	if d.apply(opened) != nil || d.apply(unknown) == nil {
		t.Error("a call that the model does not know was passed over")
	}
}

func worlds(t *testing.T, calls []string) string {
	d := newDisk("/f")
	for _, text := range calls {
		c, ok := parseCall(text)
		if !ok {
			t.Fatalf("not read: %s", text)
		}
		if err := d.apply(c); err != nil {
			t.Fatal(err)
		}
	}
	random := randomFor(t.Name(), 0)
	seen := map[string]bool{}
	for range 500 {
		text, ok := d.image(random)["x"]
		if !ok {
			text = []byte("-")
		}
		seen[string(text)] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(seen)), "|")
}
