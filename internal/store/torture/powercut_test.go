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
	c.cutsOf(none(), pick(12, scriptLength), pick(500, 10_000))
}

// TestPowerCutsOfCompacting begins with a file that is made smaller.
func TestPowerCutsOfCompacting(t *testing.T) {
	c := begin(t, "power cuts while compacting")
	needStrace(t)
	c.cutsOf(roomy(t), pick(7, 22), pick(50, 2_000))
}

// cutsOf tries want different images of a writer that goes on to entry last.
func (c *tally) cutsOf(from origin, last, want int) {
	c.t.Helper()
	r := recording{path: filepath.Join(scratch(c.t), "x.snijvlak"), from: from}
	if err := r.make(last); err != nil {
		c.t.Fatal(err)
	}
	if info, err := os.Stat(r.path); err != nil || from.bytes != nil && int(info.Size()) >= len(from.bytes) {
		c.t.Fatalf("the file was not made smaller: %v", err)
	}
	c.cuts(r, want)
}

// recording is what a writer asked of the system.
type recording struct {
	path  string
	from  origin
	calls []call
}

// make runs a writer to entry last and writes down its calls.
func (r *recording) make(last int) error {
	if err := r.from.lay(r.path); err != nil {
		return err
	}
	record := filepath.Join(filepath.Dir(r.path), "calls")
	w, err := start(tracer(record, "-e", "trace="+changing), "write", r.path, strconv.Itoa(last))
	if err != nil {
		return err
	}
	if _, err := w.lines(); err != nil {
		return err
	}
	r.calls, _, err = readTrace(record)
	return err
}

// moments follows the calls and shows the disk at every moment that matters:
// before and after each sync, after each change of the folder, and at each
// acknowledgement.
func (r *recording) moments(show func(*disk, acks) error) error {
	d, acked := r.from.disk(r.path), r.from.acked.clone()
	for _, c := range r.calls {
		said := c.said()
		if said != "" && !strings.HasPrefix(said, "found") { // what it found is not promised
			if _, err := acked.heard([]string{strings.TrimSpace(said)}); err != nil {
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
		if isSync || moved != len(d.moves) || strings.HasPrefix(said, "ack") {
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
func (c *tally) cuts(r recording, want int) {
	c.t.Helper()
	count := 0
	if err := r.moments(func(*disk, acks) error { count++; return nil }); err != nil {
		c.t.Fatal(err)
	}
	c.t.Logf("%d calls, %d moments", len(r.calls), count)
	jobs := make(chan cut)
	go func() {
		defer close(jobs)
		if err := c.draw(r, want, count, jobs); err != nil {
			c.fail(err)
		}
	}()
	folder := scratch(c.t)
	c.workers(func(worker int, _ *rand.Rand) error {
		defer func() {
			for range jobs { // let the drawing end
			}
		}()
		return c.tryCuts(filepath.Join(folder, fmt.Sprint(worker), filepath.Base(r.path)), jobs)
	})
}

// draw makes images that differ until there are enough.
func (c *tally) draw(r recording, want, count int, jobs chan<- cut) error {
	random := randomFor(c.name, 0)
	seen := map[[sha256.Size]byte]bool{}
	for round := 0; len(seen) < want && round < 50; round++ {
		err := r.moments(func(d *disk, acked acks) error {
			for range 1 + (want-len(seen))/count {
				image := d.image(random)
				sum := sumOf(image, acked)
				if c.failed() || len(seen) == want {
					return errEnough
				}
				if !seen[sum] {
					seen[sum] = true
					jobs <- cut{image, acked.clone()}
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
	fmt.Fprintln(hash, acked.newest(), acked.tried)
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
