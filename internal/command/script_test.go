package command_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"snijvlak/internal/command"
	"snijvlak/internal/landscape"
	"snijvlak/internal/store"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMain lets the scripts run snijvlakctl as a process of its own: this test
// binary under another name, with a clock that stands still.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"snijvlakctl": func() {
			os.Exit(command.Run(context.Background(), testEnv(), os.Args[1:]))
		},
	})
}

func testEnv() command.Env {
	env := command.System(store.UserFiles(), drawer{}, "1.2.3")
	env.Now = func() time.Time { return time.Date(2026, 11, 22, 14, 2, 0, 0, time.UTC) }
	env.Login = func() string { return "medewerker" }
	return env
}

// drawer draws what it was asked, so that a script can see that; a3 pages it
// gives two of.
type drawer struct{}

func (drawer) Draw(_ context.Context, l *landscape.Landscape, r command.Request) ([][]byte, error) {
	nodes, _ := l.Len()
	page := []byte(strings.Join([]string{
		r.Format, r.View, string(r.Theme), string(r.Focus), strconv.Itoa(r.Depth), r.Page, r.Lang,
		string(r.Audience), r.AsOf.String(), r.Since.String(), strconv.Itoa(nodes),
	}, " ") + "\n")
	if r.Page == "a3" {
		return [][]byte{page, page}, nil
	}
	return [][]byte{page}, nil
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			e.Setenv("HOME", home)
			e.Setenv("USERPROFILE", home)
			e.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
			e.Setenv("SNIJVLAK_FILE", filepath.Join(e.WorkDir, "l.snijvlak"))
			e.Setenv("TZ", "UTC")
			// The race detector sleeps a second before each process ends.
			e.Setenv("GORACE", "atexit_sleep_ms=0")
			e.Setenv("LINES", "twee\nregels")
			return os.MkdirAll(home, 0o700)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "flip": flip, "headof": headOf, "count": count, "spoil-newest": spoilNewest,
		},
	})
}

// exits CODE ARGS… runs snijvlakctl and wants an exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARGS…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("snijvlakctl", args[1:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// flip FILE OFFSET changes one byte.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	data[at] ^= 0xff
	ts.Check(os.WriteFile(path, data, 0o600))
}

var hash = regexp.MustCompile(`[0-9a-f]{64}`)

// headof NAME sets a variable to the hash in the output.
func headOf(ts *testscript.TestScript, _ bool, args []string) {
	found := hash.FindString(ts.ReadFile("stdout"))
	if found == "" {
		ts.Fatalf("no hash in the output")
	}
	ts.Setenv(args[0], found)
}

// count N TEXT wants a text so many times in the output.
func count(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile("stdout"), args[1]); got != want {
		ts.Fatalf("%q stands there %d times, want %d", args[1], got, want)
	}
}

// spoil-newest FOLDERS cuts the newest backup in the folders of a pattern short.
func spoilNewest(ts *testscript.TestScript, _ bool, args []string) {
	found, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*.snijvlak"))
	ts.Check(err)
	if len(found) == 0 {
		ts.Fatalf("there are no backups")
	}
	ts.Check(os.Truncate(slices.Max(found), 20_000))
}
