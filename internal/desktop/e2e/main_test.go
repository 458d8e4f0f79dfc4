package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// folder is where the programs lie that the tests build.
var folder string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "snijvlak-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	folder = dir
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// build builds both programs once.
var build = sync.OnceValue(func() error {
	out, err := exec.Command("go", "build", "-o", folder, "snijvlak/cmd/snijvlak", "snijvlak/cmd/snijvlakctl").CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
})

// need skips a test where a tool is missing, and fails it where that may not
// be; then it builds the programs.
func need(t *testing.T) {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			lacking(t, tool+" is missing; make test installs it")
		}
	}
	if testing.Short() {
		t.Skip("starts the program in a window")
	}
	if err := build(); err != nil {
		t.Fatal(err)
	}
}

func lacking(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func programPath(name string) string { return filepath.Join(folder, name) }
