package bolt

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// The test program runs itself as another process, with its part in this
// variable.
const partVariable = "SNIJVLAK_TEST_PART"

func TestMain(m *testing.M) {
	parts := map[string]func(string) error{"migrate": otherMigrates, "compact": otherCompacts, "copy": otherCopies}
	if part, ok := parts[os.Getenv(partVariable)]; ok {
		if err := part(os.Args[1]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		return
	}
	switch os.Getenv(partVariable) {
	case "commit":
		otherCommits(os.Args[1], os.Args[2])
	case "hold":
		otherHolds(os.Args[1])
	default:
		_ = flag.Set("rapid.checks", "30") // each step syncs a disk; -rapid.checks still rules
		os.Exit(m.Run())
	}
}

// otherCommits waits for a line, commits on head 1, and prints the outcome.
func otherCommits(path, op string) {
	f, err := Open(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ready")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	ctx := context.Background()
	first := storetest.First().Entry
	on := workspace.Head{Seq: first.Seq, Hash: first.Hash}
	_, err = f.Commit(ctx, storetest.Next(on, op, storetest.Record("n/"+op, op)))
	if errors.Is(err, workspace.ErrConflict) {
		fmt.Println("conflict")
		return
	}
	fmt.Println("done", err)
}

// otherHolds keeps the file locked until its input ends.
func otherHolds(path string) {
	db, err := bbolt.Open(path, 0, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ready")
	_, _ = io.Copy(io.Discard, os.Stdin)
	_ = db.Close()
}

// other is another process of this test program.
type other struct {
	t      *testing.T
	input  io.WriteCloser
	output *bufio.Reader
}

func start(t *testing.T, part string, args ...string) *other {
	t.Helper()
	command := exec.Command(os.Args[0], args...)
	command.Env = append(os.Environ(), partVariable+"="+part, "GORACE=atexit_sleep_ms=0")
	input, err1 := command.StdinPipe()
	output, err2 := command.StdoutPipe()
	if err := errors.Join(err1, err2, command.Start()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = input.Close(); _ = command.Wait() })
	o := &other{t, input, bufio.NewReader(output)}
	if line := o.line(); line != "ready" {
		t.Fatalf("the other process: %s", line)
	}
	return o
}

func (o *other) line() string {
	o.t.Helper()
	line, err := o.output.ReadString('\n')
	if err != nil {
		o.t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

func (o *other) goOn() {
	if _, err := io.WriteString(o.input, "\n"); err != nil {
		o.t.Fatal(err)
	}
}

func TestTwoProcesses(t *testing.T) {
	for round := range 3 {
		path := filepath.Join(t.TempDir(), "x.snijvlak")
		if err := Create(t.Context(), path, storetest.First()); err != nil {
			t.Fatal(err)
		}
		a, b := start(t, "commit", path, "a"), start(t, "commit", path, "b")
		a.goOn()
		b.goOn()
		outcome := a.line() + ", " + b.line()
		winner, ok := map[string]string{"done <nil>, conflict": "n/a", "conflict, done <nil>": "n/b"}[outcome]
		if !ok {
			t.Fatalf("round %d: %s", round, outcome)
		}
		s, err := openQuick(t, path).Load(t.Context())
		if err != nil || s.Head.Seq != 2 || len(s.Records) != 1 || s.Records[0].Key != winner {
			t.Fatalf("round %d: %s won, the file holds %v, %v", round, winner, s, err)
		}
	}
}

func TestBusy(t *testing.T) {
	path := fileOf(t, small(t))
	f := openQuick(t, path)
	f.LockWait = 50 * time.Millisecond
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	heads := f.Watch(ctx, workspace.Head{Seq: 1})
	holder := start(t, "hold", path)
	before := read(t, path)
	_, load := f.Load(t.Context())
	_, commit := f.Commit(t.Context(), storetest.Next(workspace.Head{Seq: 1}, "op"))
	for _, err := range []error{load, commit} {
		if !errors.Is(err, workspace.ErrBusy) {
			t.Errorf("a locked file: %v", err)
		}
	}
	if !bytes.Equal(read(t, path), before) {
		t.Error("the locked file was changed")
	}
	_ = holder.input.Close()
	if head := <-heads; head.Seq != 1 {
		t.Errorf("the watch sent %v", head)
	}
}

func TestCancelEndsWait(t *testing.T) {
	path := fileOf(t, small(t))
	f := openQuick(t, path)
	f.LockWait = time.Hour
	start(t, "hold", path)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := f.Load(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("answered %v", err)
	}
}
