package figure

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// The order in which Go initialises packages is what cachedir rests on, so a
// program is built and run, and looked after.
func TestCompileCacheLiesInAFolderOfTheUser(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the variables are those of Linux")
	}
	program := filepath.Join(t.TempDir(), "imports")
	if out, err := exec.Command("go", "build", "-o", program, "./testdata/imports").CombinedOutput(); err != nil { //nolint:gosec // ours
		t.Fatalf("%v\n%s", err, out)
	}
	for _, given := range []bool{true, false} {
		home, shared := t.TempDir(), t.TempDir()
		cache := filepath.Join(home, "cache")
		run := exec.Command(program) //nolint:gosec // just built
		run.Env = []string{"HOME=" + home, "XDG_CACHE_HOME=" + cache}
		want := ""
		if given {
			want = shared
			run.Env = append(run.Env, "TMPDIR="+shared)
		}
		out, err := run.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if string(out) != want {
			t.Errorf("TMPDIR is %q afterwards, want %q", out, want)
		}
		checkMode(t, filepath.Join(cache, "snijvlak"))
		if countFiles(t, filepath.Join(cache, "snijvlak", "go-graphviz")) == 0 {
			t.Error("there is no cache in the user's folder")
		}
		if countFiles(t, shared) != 0 {
			t.Error("something was written in the shared folder")
		}
	}
}

// A folder that stood open is closed; where none can be had the program runs
// and leaves nothing in the shared one.
func TestCacheFolderOfAnotherMode(t *testing.T) {
	home := t.TempDir()
	dir := filepath.Join(home, "snijvlak")
	if err := os.Mkdir(dir, 0o777); err != nil { //nolint:gosec // on purpose
		t.Fatal(err)
	}
	runSelf(t, "XDG_CACHE_HOME="+home)
	checkMode(t, dir)

	blocked := filepath.Join(home, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	shared := runSelf(t, "XDG_CACHE_HOME="+blocked)
	if _, err := os.Stat(filepath.Join(shared, "go-graphviz")); err == nil {
		t.Error("the cache lies in the shared folder")
	}
}

// runSelf starts this test's own program, which imports figure, for nothing,
// and gives the shared temporary folder it had.
func runSelf(t *testing.T, env ...string) (shared string) {
	t.Helper()
	shared = t.TempDir()
	run := exec.Command(os.Args[0], "-test.list=^$") //nolint:gosec // ourselves
	run.Env = append(env, "TMPDIR="+shared)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return shared
}

func checkMode(t *testing.T, dir string) {
	t.Helper()
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o700 {
		t.Errorf("%s has mode %v", dir, info.Mode())
	}
}

func countFiles(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
