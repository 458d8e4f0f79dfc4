package torture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
)

// fault is what goes wrong in a writer, at one call of the system or from one
// on.
type fault struct {
	action string // an error or a signal, as strace takes them
	on     bool   // every call from there on, as on a disk that is full
	kinds  string // how the writer may be told of it; "" is in any way
	cuts   int    // how many power cuts are tried at each moment after it

	calls string // by name; strace counts each name apart
	from  origin
	last  int // how far the script goes
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
		f := fault{action: "error=EIO", on: on, kinds: "unknown other", cuts: pick(1, 20)}
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

// faults has the fault at each call of each name, of a writer that goes on from
// a file to entry last.
func (c *tally) faults(f fault, calls string, from origin, last int) {
	c.t.Helper()
	f.from, f.last = from, last
	for name := range strings.SplitSeq(calls, ",") {
		f.calls = name
		c.eachCall(f)
	}
}

// eachCall has the fault at the n-th call for n = 1, 2, 3 and on, until a run
// was not touched. The short version takes steps.
func (c *tally) eachCall(f fault) {
	c.t.Helper()
	folder := scratch(c.t)
	before, err := callsBefore(f.calls, folder)
	if err != nil {
		c.t.Fatal(err)
	}
	step := pick(17, 1)
	if strings.HasSuffix(f.calls, "sync") { // there are few of these
		step = pick(3, 1)
	}
	var next atomic.Int64
	var done atomic.Bool
	c.workers(func(int, *rand.Rand) error {
		for !done.Load() && !c.failed() {
			r := run{tally: c, fault: f, n: before + 1 + int(next.Add(1)-1)*step, acked: f.from.acked.clone()}
			r.path = filepath.Join(folder, strconv.Itoa(r.n), "x.snijvlak")
			touched, err := r.run()
			if err != nil {
				return fmt.Errorf("%s at call %d of %s (on: %v): %w; the file is kept as %s",
					f.action, r.n, f.calls, f.on, err, keep(r.path))
			}
			if !touched {
				done.Store(true)
				return nil
			}
			c.tried.Add(1)
			_ = os.RemoveAll(filepath.Dir(r.path))
		}
		return nil
	})
}

// callsBefore counts the calls of a name that a writer makes before it begins:
// those of the system that starts it are left alone.
func callsBefore(name, folder string) (n int, err error) {
	record := filepath.Join(folder, "calls")
	defer os.Remove(record)
	w, err := start(tracer(record, "-e", "trace=write,"+name), "write", filepath.Join(folder, "none"), "0")
	if err != nil {
		return 0, err
	}
	if _, err := w.lines(); err != nil {
		return 0, err
	}
	calls, _, err := readTrace(record)
	for _, c := range calls {
		if c.said() != "" {
			return n, err
		}
		if c.name == name && c.thread == calls[0].thread {
			n++
		}
	}
	return n, err
}

// run is one run of a writer with a fault at its n-th call.
type run struct {
	*tally
	fault
	n     int
	path  string
	acked acks
}

// run says whether the fault came before the writer was done.
func (r *run) run() (touched bool, err error) {
	if err := r.from.lay(r.path); err != nil {
		return false, err
	}
	calls, touched, err := r.write()
	if err != nil {
		return touched, err
	}
	if err := r.judge(r.acked.newest()); err != nil {
		return touched, fmt.Errorf("afterwards: %w", err)
	}
	if r.fault.cuts > 0 {
		if err := r.cutPower(calls); err != nil {
			return touched, fmt.Errorf("after a power cut: %w", err)
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
		return touched, fmt.Errorf("without the fault: %w", err)
	}
	return touched, nil
}

// write has a writer meet the fault.
func (r *run) write() (calls []call, touched bool, err error) {
	record := filepath.Join(filepath.Dir(r.path), "calls")
	defer os.Remove(record)
	when := strconv.Itoa(r.n)
	if r.on {
		when += "+"
	}
	under := tracer(record, "-e", "trace="+changing+","+r.calls, "-e", "inject="+r.calls+":"+r.action+":when="+when)
	w, err := start(under, "write", r.path, strconv.Itoa(r.last))
	if err != nil {
		return nil, false, err
	}
	lines, ended := w.lines()
	fails, err := r.acked.heard(lines)
	if err != nil {
		return nil, false, err
	}
	if strings.HasPrefix(r.action, "signal") {
		return nil, ended != nil, r.check(fails)
	}
	if ended != nil {
		return nil, false, fmt.Errorf("the writer died: %w", ended)
	}
	calls, touched, err = readTrace(record)
	if err != nil {
		return nil, false, err
	}
	if touched && len(fails) == 0 {
		r.count("harmless")
	}
	return calls, touched, r.check(fails)
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
