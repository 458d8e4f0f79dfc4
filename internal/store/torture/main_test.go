package torture

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"
)

// partVariable says which part this test program plays, when it has started
// itself as another process.
const partVariable = "SNIJVLAK_TORTURE_PART"

var (
	long     = flag.Bool("torture", false, "the long version, with a table at the end")
	seedFlag = flag.Uint64("seed", 2026, "where random moments and places come from; 0 takes a new seed")
)

var ctx = context.Background()

// A part stays on the main thread: faults are injected into one thread, at the
// n-th call of that thread.
func init() {
	if os.Getenv(partVariable) != "" {
		runtime.LockOSThread()
	}
}

func TestMain(m *testing.M) {
	parts := map[string]func([]string){"write": writerPart, "rival": rivalPart, "look": lookPart}
	if part := os.Getenv(partVariable); part != "" {
		parts[part](os.Args[1:])
		return
	}
	flag.Parse()
	if *seedFlag == 0 {
		*seedFlag = uint64(time.Now().UnixNano())
	}
	started := time.Now()
	code := m.Run()
	if *long {
		fmt.Printf("\ntorture, seed %d, %d processors, %s\n", *seedFlag, runtime.NumCPU(), time.Since(started).Round(time.Second))
		printTable()
	}
	os.Exit(code)
}

// pick answers the size of a test for the version that runs.
func pick(short, torture int) int {
	if *long {
		return torture
	}
	return short
}
