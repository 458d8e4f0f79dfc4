package torture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// fault is what goes wrong in a writer, at one call of the system or from one
// on.
type fault struct {
	action string // an error or a signal, as strace takes them
	on     bool   // every call from there on, as on a disk that is full
	kinds  string // how the writer may be told of it; "" is in any way
	cuts   int    // how many power cuts are tried at each moment after it

	from origin
	last int // how far the script goes
}

// The calls, by what they do to a file. Writes of text are not among them: the
// writer says so what it has done.
const (
	writing = "pwrite64,ftruncate,fallocate"
	syncing = "fsync,fdatasync"
	naming  = "openat,linkat,renameat,renameat2,unlinkat"
	reading = "pread64,flock,close,fstat,newfstatat"
)

// TestFullDisk has the disk full at every call that may find it so, once and
// for good: earlier changes can be read, and when there is room again the
// script goes on with every change once.
func TestFullDisk(t *testing.T) {
	c := begin(t, "full disk")
	needStrace(t)
	for _, on := range []bool{false, true} {
		f := fault{action: "error=ENOSPC", on: on, kinds: "full"}
		c.faults(f, writing, none(), pick(7, 32))
		c.faults(f, writing, roomy(t), 7)
		f.kinds = "full unknown" // a file can be there before its folder is synced
		c.faults(f, naming, none(), pick(2, 12))
		if *long {
			c.faults(f, naming, roomy(t), 7)
		}
	}
	c.faults(fault{action: "error=ENOSPC", kinds: "full unknown"}, syncing, none(), pick(2, 12))
}

// TestFailedSync has each sync fail, and then opens what a power cut after any
// acknowledgement may leave: a failed sync may have kept nothing, also when a
// later one succeeds.
func TestFailedSync(t *testing.T) {
	c := begin(t, "failed sync")
	needStrace(t)
	for _, on := range []bool{false, true} {
		f := fault{action: "error=EIO", on: on, kinds: "unknown other", cuts: pick(1, 2)}
		c.faults(f, syncing, none(), pick(7, 32))
		c.faults(f, syncing, roomy(t), 7)
	}
}

// TestFailedCalls has each other call fail as on a broken disk.
func TestFailedCalls(t *testing.T) {
	c := begin(t, "failed calls")
	needStrace(t)
	c.faults(fault{action: "error=EIO", kinds: "unknown other"}, writing, none(), pick(3, 12))
	c.faults(fault{action: "error=EIO"}, naming+","+reading, none(), pick(2, 12))
}

// TestKillsAtEveryCall ends a writer at each of its calls, rather than at a
// random moment.
func TestKillsAtEveryCall(t *testing.T) {
	c := begin(t, "kills at every call")
	needStrace(t)
	all := strings.Join([]string{writing, syncing, naming, "flock,close,munmap"}, ",")
	c.faults(fault{action: "signal=KILL"}, all, none(), pick(3, 32))
	c.faults(fault{action: "signal=KILL"}, strings.Join([]string{writing, syncing, naming}, ","), roomy(t), 7)
}

// faults has the fault at each call of each name, for a writer that goes on
// from a file to entry last. The short version takes steps.
func (c *tally) faults(f fault, calls string, from origin, last int) {
	c.t.Helper()
	f.from, f.last = from, last
	folder := scratch(c.t)
	spots, err := f.spots(calls, filepath.Join(folder, "none", "x.snijvlak"))
	if err != nil {
		c.t.Fatal(err)
	}
	c.share(len(spots), func(int) (job, error) {
		return job{func(i int, _ *rand.Rand) error {
			r := run{tally: c, fault: f, spot: spots[i], acked: f.from.acked.clone()}
			r.path = filepath.Join(folder, strconv.Itoa(i), "x.snijvlak")
			if err := r.run(); err != nil {
				return fmt.Errorf("%s at call %d of %s (on: %v): %w; the file is kept as %s",
					f.action, r.n, r.call, f.on, err, keep(r.path))
			}
			return os.RemoveAll(filepath.Dir(r.path))
		}, func() {}}, nil
	})
}

// spot is the n-th call of a name that a writer makes.
type spot struct {
	call string
	n    int
}

// spots follows a writer without a fault and answers where there could be one:
// at its calls after it begins, since those before are of the system that
// starts it.
func (f fault) spots(calls, path string) (list []spot, err error) {
	if err := f.from.lay(path); err != nil {
		return nil, err
	}
	record := filepath.Join(filepath.Dir(path), "calls")
	w, err := start(tracer(record, "-e", "trace=write,"+calls), "write", path, strconv.Itoa(f.last))
	if err != nil {
		return nil, err
	}
	if _, err := w.lines(); err != nil {
		return nil, err
	}
	made, _, err := readTrace(record)
	if err != nil {
		return nil, err
	}
	begin := slices.IndexFunc(made, func(c call) bool { return c.said() != "" })
	count, since := map[string]int{}, map[string]int{}
	for i, c := range made {
		if c.thread != made[begin].thread || !slices.Contains(strings.Split(calls, ","), c.name) {
			continue
		}
		count[c.name]++
		if i < begin {
			continue
		}
		if since[c.name]%f.step(c.name) == 0 {
			list = append(list, spot{c.name, count[c.name]})
		}
		since[c.name]++
	}
	return list, nil
}

// step is how many calls the short version takes at a time.
func (f fault) step(name string) int {
	if strings.HasSuffix(name, "sync") { // there are few of these
		return pick(3, 1)
	}
	return pick(11, 1)
}

// run is one run of a writer with a fault at its n-th call.
type run struct {
	*tally
	fault
	spot
	path  string
	acked acks
}

// run has the writer meet the fault and go on without it.
func (r *run) run() error {
	if err := r.from.lay(r.path); err != nil {
		return err
	}
	calls, err := r.write()
	if err != nil {
		return err
	}
	if err := r.judge(r.acked.newest()); err != nil {
		return fmt.Errorf("afterwards: %w", err)
	}
	if r.fault.cuts > 0 {
		if err := r.cutPower(calls); err != nil {
			return fmt.Errorf("after a power cut: %w", err)
		}
	}
	lines, err := write(r.path, uint64(r.last))
	if err == nil {
		_, err = r.acked.heard(lines)
	}
	if err == nil {
		err = r.judge(uint64(r.last))
	}
	if err != nil {
		return fmt.Errorf("without the fault: %w", err)
	}
	return nil
}

// write has a writer meet the fault, and answers its calls.
func (r *run) write() ([]call, error) {
	record := filepath.Join(filepath.Dir(r.path), "calls")
	defer os.Remove(record)
	when := strconv.Itoa(r.n)
	if r.on {
		when += "+"
	}
	under := tracer(record, "-e", "trace="+changing+","+r.call, "-e", "inject="+r.call+":"+r.action+":when="+when)
	w, err := start(under, "write", r.path, strconv.Itoa(r.last))
	if err != nil {
		return nil, err
	}
	lines, ended := w.lines()
	fails, err := r.acked.heard(lines)
	if err != nil {
		return nil, err
	}
	calls, touched, err := readTrace(record)
	if err != nil {
		return nil, err
	}
	killed := strings.HasPrefix(r.action, "signal")
	switch {
	case killed && ended == nil || !killed && !touched:
		r.count("not reached")
	case !killed && ended != nil:
		return nil, fmt.Errorf("the writer died: %w", ended)
	case !killed && len(fails) == 0:
		r.count("harmless")
	}
	return calls, r.check(fails)
}

// check holds the errors that the writer met against what it may be told.
func (r *run) check(fails []string) error {
	for _, fail := range fails {
		kind := strings.Fields(fail)[1]
		if r.kinds != "" && !strings.Contains(r.kinds, kind) {
			return fmt.Errorf("the writer was told %q", fail)
		}
		r.count("told " + kind)
	}
	return nil
}

// judge looks at the file, which must at least be at entry least.
func (r *run) judge(least uint64) error {
	if !exists(r.path) && least == 0 {
		return nil
	}
	s := look(r.path)
	if err := s.whole(r.acked); err != nil {
		return err
	}
	if s.seq() < least {
		return fmt.Errorf("the file ends at %d, not at %d", s.seq(), least)
	}
	if newest := r.acked.newest(); s.seq() > newest {
		r.acked.ops[s.seq()] = s.Ops[newest]
	}
	return nil
}

// cutPower tries some power cuts at every moment from the fault on.
func (r *run) cutPower(calls []call) error {
	random := randomFor(r.name, r.n)
	place := filepath.Join(filepath.Dir(r.path), "cut", filepath.Base(r.path))
	faulty := false
	made := recording{r.path, r.from, calls}
	return made.moments(func(d *disk, acked acks) error {
		faulty = faulty || d.faulty
		for range r.fault.cuts {
			if !faulty {
				return nil
			}
			r.count("power cuts after it")
			if err := lay(place, d.image(random)); err != nil {
				return err
			}
			if !exists(place) && acked.newest() == 0 {
				continue
			}
			if err := look(place).whole(acked); err != nil {
				return err
			}
		}
		return nil
	})
}
