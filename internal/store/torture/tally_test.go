package torture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// tally counts what one test tried. The first failure ends the test.
type tally struct {
	t       *testing.T
	name    string
	started time.Time
	tried   atomic.Int64

	mu      sync.Mutex
	failure error
	counts  map[string]int
	order   []string
}

// lines are the results for the table, in the order of the tests.
var lines []string

func printTable() {
	for _, line := range lines {
		fmt.Println(line)
	}
}

// begin starts a test's tally, which is printed when the test ends.
func begin(t *testing.T, name string) *tally {
	c := &tally{t: t, name: name, started: time.Now(), counts: map[string]int{}}
	t.Cleanup(func() {
		if c.tried.Load() == 0 && !t.Failed() && !t.Skipped() {
			t.Errorf("%s: nothing was tried", name)
		}
		line := c.line()
		t.Logf("%s (seed %d)", line, *seedFlag)
		lines = append(lines, line)
	})
	return c
}

func (c *tally) line() string {
	failed := 0
	if c.t.Failed() {
		failed = 1
	}
	if c.t.Skipped() {
		return c.name + ": skipped"
	}
	line := fmt.Sprintf("%s: tried %d, failed %d", c.name, c.tried.Load(), failed)
	for _, what := range c.order {
		line += fmt.Sprintf("; %s %d", what, c.counts[what])
	}
	return line + fmt.Sprintf("; %s", time.Since(c.started).Round(100*time.Millisecond))
}

// count adds one to a number that is printed with the line.
func (c *tally) count(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.counts[what] == 0 {
		c.order = append(c.order, what)
	}
	c.counts[what]++
}

// fail keeps the first error.
func (c *tally) fail(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.failure == nil {
		c.failure = err
	}
}

func (c *tally) failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failure != nil
}

// workers runs work on every processor, each with random numbers of its own,
// and ends the test at the first error of any. Work looks at failed itself.
func (c *tally) workers(work func(worker int, random *rand.Rand) error) {
	c.t.Helper()
	var all sync.WaitGroup
	for worker := range 2 * runtime.NumCPU() {
		all.Go(func() {
			if err := work(worker, randomFor(c.name, worker)); err != nil {
				c.fail(err)
			}
		})
	}
	all.Wait()
	if c.failure != nil {
		c.t.Fatalf("%s, seed %d: %v", c.name, *seedFlag, c.failure)
	}
}

// job is what one worker does with each number, and how it ends.
type job struct {
	do  func(i int, random *rand.Rand) error
	end func()
}

// share divides n numbers among the workers, each with a job of its own.
func (c *tally) share(n int, hire func(worker int) (job, error)) {
	c.t.Helper()
	var next atomic.Int64
	c.workers(func(worker int, _ *rand.Rand) error {
		j, err := hire(worker)
		if err != nil {
			return err
		}
		defer j.end()
		for i := int(next.Add(1)) - 1; i < n && !c.failed(); i = int(next.Add(1)) - 1 {
			if err := j.do(i, randomFor(c.name, i)); err != nil {
				return err
			}
			c.tried.Add(1)
		}
		return nil
	})
}

func randomFor(name string, i int) *rand.Rand {
	sum := uint64(i)
	for _, r := range name {
		sum = sum*1_000_003 + uint64(r)
	}
	return rand.New(rand.NewPCG(*seedFlag, sum))
}

// scratch makes a folder in memory where there is one: a process that is
// killed leaves the same there as on a disk, and it is quicker.
func scratch(t *testing.T) string {
	t.Helper()
	const memory = "/dev/shm"
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		return t.TempDir()
	}
	folder, err := os.MkdirTemp(memory, "snijvlak-torture-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// keep saves a file that failed a test, and answers where.
func keep(path string) string {
	kept := filepath.Join(os.TempDir(), fmt.Sprintf("snijvlak-torture-%d%s", time.Now().UnixNano(), filepath.Ext(path)))
	bytes, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(kept, bytes, 0o600)
	}
	if err != nil {
		return err.Error()
	}
	return kept
}
