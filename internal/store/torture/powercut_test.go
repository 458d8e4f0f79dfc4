package torture

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestPowerCuts writes down the calls of a writer from the making of its file
// on, makes of them what the disk may hold after a power cut at each moment,
// and opens that: every acknowledged change must be there.
func TestPowerCuts(t *testing.T) {
	c := begin(t, "power cuts")
	needStrace(t)
	folder := scratch(t)
	path := filepath.Join(folder, "x.snijvlak")
	calls, err := trace(path, uint64(pick(22, scriptLength)))
	if err != nil {
		t.Fatal(err)
	}
	c.cuts(path, calls, pick(500, 10_000))
}

// trace runs a writer to entry last and answers its calls.
func trace(path string, last uint64) ([]call, error) {
	record := filepath.Join(filepath.Dir(path), "calls")
	defer os.Remove(record)
	under := tracer(record, "-e", "trace="+changing)
	w, err := start(under, "write", path, strconv.FormatUint(last, 10))
	if err != nil {
		return nil, err
	}
	if _, err := w.lines(); err != nil {
		return nil, err
	}
	calls, _, err := readTrace(record)
	return calls, err
}

// moments follows the calls and shows the disk at every moment that matters:
// before and after each sync, after each change of the folder, and at each
// acknowledgement.
func moments(path string, calls []call, show func(*disk, acks) error) error {
	d, acked := newDisk(filepath.Dir(path)), acks{}
	for _, c := range calls {
		if c.name == "write" && c.number(0) == 1 {
			if _, err := acked.heard(strings.Split(strings.TrimSpace(string(c.bytes(1))), "\n")); err != nil {
				return err
			}
		}
		isSync := strings.HasSuffix(c.name, "sync")
		if isSync {
			if err := show(d, acked); err != nil {
				return err
			}
		}
		moved := len(d.moves)
		if err := d.apply(c); err != nil {
			return err
		}
		if isSync || moved != len(d.moves) || c.name == "write" && c.number(0) == 1 {
			if err := show(d, acked); err != nil {
				return err
			}
		}
	}
	return nil
}

// cut is one power cut: what the disk holds, and what was acknowledged.
type cut struct {
	image map[string][]byte
	acked acks
}

var errEnough = errors.New("enough")

// cuts tries want different images, spread over all moments.
func (c *tally) cuts(path string, calls []call, want int) {
	c.t.Helper()
	count := 0
	if err := moments(path, calls, func(*disk, acks) error { count++; return nil }); err != nil {
		c.t.Fatal(err)
	}
	c.t.Logf("%d calls, %d moments", len(calls), count)
	jobs := make(chan cut)
	go func() {
		defer close(jobs)
		if err := c.draw(path, calls, want, count, jobs); err != nil {
			c.fail(err)
		}
	}()
	folder := scratch(c.t)
	c.workers(func(worker int, _ *rand.Rand) error {
		defer func() {
			for range jobs { // let the drawing end
			}
		}()
		return c.tryCuts(filepath.Join(folder, fmt.Sprint(worker), filepath.Base(path)), jobs)
	})
}

// draw makes images that differ until there are enough.
func (c *tally) draw(path string, calls []call, want, count int, jobs chan<- cut) error {
	random := randomFor(c.name, 0)
	seen := map[[sha256.Size]byte]bool{}
	for round := 0; len(seen) < want && round < 50; round++ {
		err := moments(path, calls, func(d *disk, acked acks) error {
			for range 1 + (want-len(seen))/count {
				image := d.image(random)
				sum := sumOf(image, acked)
				if c.failed() || len(seen) == want {
					return errEnough
				}
				if !seen[sum] {
					seen[sum] = true
					jobs <- cut{image, maps.Clone(acked)}
				}
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return err
		}
	}
	if len(seen) < want {
		return fmt.Errorf("there are only %d different images", len(seen))
	}
	return nil
}

func sumOf(image map[string][]byte, acked acks) [sha256.Size]byte {
	hash := sha256.New()
	fmt.Fprintln(hash, acked.newest())
	for _, name := range slices.Sorted(maps.Keys(image)) {
		fmt.Fprintln(hash, name, len(image[name]))
		hash.Write(image[name])
	}
	return [sha256.Size]byte(hash.Sum(nil))
}

func (c *tally) tryCuts(path string, jobs <-chan cut) error {
	eye, err := newInspector()
	if err != nil {
		return err
	}
	defer eye.end()
	for job := range jobs {
		if c.failed() {
			return nil
		}
		if err := c.try(path, job, eye); err != nil {
			return fmt.Errorf("image %d: %w; the file is kept as %s", c.tried.Load(), err, keep(path))
		}
		c.tried.Add(1)
	}
	return nil
}

// try opens the folder that a power cut left.
func (c *tally) try(path string, job cut, eye inspector) error {
	if err := lay(path, job.image); err != nil {
		return err
	}
	if !exists(path) {
		if newest := job.acked.newest(); newest > 0 {
			return fmt.Errorf("entry %d was acknowledged and there is no file", newest)
		}
		c.count("before the file was there")
		return nil
	}
	s, err := eye.look(path)
	if err != nil {
		return err
	}
	if s.seq() > job.acked.newest() {
		c.count("between commit and acknowledgement")
	}
	return s.whole(job.acked)
}

// lay makes the folder of a path hold an image and nothing else.
func lay(path string, image map[string][]byte) error {
	folder := filepath.Dir(path)
	if err := errors.Join(os.RemoveAll(folder), makeFolder(path)); err != nil {
		return err
	}
	for name, bytes := range image {
		if err := os.WriteFile(filepath.Join(folder, name), bytes, 0o600); err != nil {
			return err
		}
	}
	return nil
}
