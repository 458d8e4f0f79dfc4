package bolt

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// changing are the system calls that change a file or a name.
var changing = strings.Fields("write pwrite64 ftruncate fsync fdatasync fallocate renameat renameat2 linkat unlinkat fchmodat chmod")

// killedAtEveryCall runs a part of this test program on a file, killed at its
// n-th call of each kind, for n = 1, 2, 3 and on until it is not killed any
// more; check looks at what is left each time.
func killedAtEveryCall(t *testing.T, part string, prepare func() string, check func(path string)) {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	if out, err := exec.Command("strace", "-qq", "-e", "trace=none", "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here: %s", out)
	}
	kills := 0
	for _, call := range changing {
		for n := 1; ; n++ {
			path := prepare()
			command := exec.Command("strace", "-f", "-qq", "-o", "/dev/null",
				"-e", "trace="+call, "-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", call, n), os.Args[0], path)
			command.Env = append(os.Environ(), partVariable+"="+part, "GORACE=atexit_sleep_ms=0")
			out, err := command.CombinedOutput()
			var exit *exec.ExitError
			killed := errors.As(err, &exit) && exit.ExitCode() == -1
			if err != nil && !killed {
				t.Fatalf("%s, call %d of %s: %v: %s", part, n, call, err, out)
			}
			check(path)
			if t.Failed() {
				t.Fatalf("%s, killed at call %d of %s", part, n, call)
			}
			if !killed {
				break
			}
			kills++
		}
	}
	t.Logf("%s: %d kills", part, kills)
	if kills < 5 {
		t.Errorf("only %d kills: the calls are others than the test knows", kills)
	}
}

// otherMigrates, otherCompacts and otherCopies are what is killed.
func otherMigrates(path string) error {
	migrations = testSteps()
	return Migrate(context.Background(), path)
}

func otherCompacts(path string) error {
	f, err := Open(path)
	if err != nil {
		return err
	}
	head, err := f.Head(context.Background())
	if err == nil {
		_, err = f.Commit(context.Background(), storetest.Next(head, "killed"))
	}
	return err
}

func otherCopies(path string) error { return CopyTo(context.Background(), path, path+".copy") }

func TestMigrationKilledAtEveryCall(t *testing.T) {
	withMigrations(t, testSteps()...)
	before := func() []byte { migrations = nil; defer func() { migrations = testSteps() }(); return small(t) }()
	old, migrated := 0, 0
	killedAtEveryCall(t, "migrate", func() string { return fileOf(t, before) }, func(path string) {
		switch format, taken := stepsTaken(t, path); {
		case format == 1 && len(taken) == 0:
			old++
			if string(read(t, path)) != string(before) {
				t.Error("the file was changed before it was replaced")
			}
		case format == 3 && len(taken) == 2:
			migrated++
		default:
			t.Errorf("format %d after steps %v", format, taken)
		}
		if _, err := Verify(t.Context(), path); err != nil {
			t.Error(err)
		}
	})
	if old == 0 || migrated == 0 {
		t.Errorf("%d times the old file, %d times the new one", old, migrated)
	}
}

func TestCompactionKilledAtEveryCall(t *testing.T) {
	source, head := mostlyEmpty(t)
	contents := read(t, source)
	small := 0
	killedAtEveryCall(t, "compact", func() string { return fileOf(t, contents) }, func(path string) {
		got, err := Verify(t.Context(), path)
		if err != nil || got != head && got.Seq != head.Seq+1 {
			t.Errorf("the file has %v: %v", got, err)
		}
		if sizeOf(t, path) < int64(len(contents))/2 {
			small++
		}
	})
	if small == 0 {
		t.Error("it was never compacted")
	}
}

func TestCopyKilledAtEveryCall(t *testing.T) {
	contents := small(t)
	killedAtEveryCall(t, "copy", func() string { return fileOf(t, contents) }, func(path string) {
		if _, err := Verify(t.Context(), path+".copy"); err != nil && !errors.Is(err, workspace.ErrMissing) {
			t.Error(err)
		}
		if drafts, _ := filepath.Glob(filepath.Dir(path) + "/.*.tmp"); len(drafts) > 1 {
			t.Errorf("left: %v", drafts)
		}
	})
}
