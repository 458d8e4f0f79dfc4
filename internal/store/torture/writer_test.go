package torture

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// maxFaults is how many errors in a row a writer bears.
const maxFaults = 3

// writerPart follows the script on a file, which it makes where there is none,
// from where the file is up to an entry. It says
//
//	ready             before it touches the file
//	try SEQ           before it makes a change
//	ack SEQ OP        after a change was acknowledged
//	fail SEQ KIND …   when it was not
//	found SEQ OP      when the file, opened anew, has it after all
//	stop              when it gives up
func writerPart(args []string) {
	say("ready")
	last, err := strconv.ParseUint(args[1], 10, 64)
	if err != nil {
		panic(err)
	}
	s := scribe{path: args[0]}
	for s.seq < last && s.faults < maxFaults {
		s.step()
	}
	if s.faults == maxFaults {
		say("stop")
	}
}

// scribe is a writer at work; seq is the newest entry it knows of.
type scribe struct {
	path   string
	w      *workspace.Workspace
	seq    uint64
	wanted uint64 // the entry that was tried and is not acknowledged
	faults int    // in a row
}

func (s *scribe) step() {
	if s.w == nil {
		s.open()
		return
	}
	s.try(s.seq + 1)
	entry, err := makeEntry(s.w, s.seq+1)
	if err != nil {
		s.fail(err)
		if s.seq%2 == 0 {
			s.retry()
		} else {
			s.w = nil
		}
		return
	}
	s.acknowledged(entry.Seq, entry.Op)
}

func (s *scribe) try(seq uint64) {
	say("try %d", seq)
	s.wanted = seq
}

// retry is what a person does first; the other way is to open the file anew.
func (s *scribe) retry() {
	w := s.w
	s.w = nil
	if _, ok := w.Pending(); !ok {
		return
	}
	entry, err := w.Retry(ctx)
	if err != nil {
		s.fail(err)
		return
	}
	s.acknowledged(entry.Seq, entry.Op)
	s.w = w
}

func (s *scribe) acknowledged(seq uint64, op string) {
	say("ack %d %s", seq, op)
	s.seq, s.wanted, s.faults = seq, 0, 0
}

func (s *scribe) fail(err error) {
	say("fail %d %s %s", s.seq+1, kindOf(err), strings.ReplaceAll(err.Error(), "\n", " "))
	s.faults++
}

// open opens the file, or makes it.
func (s *scribe) open() {
	repo, err := bolt.Open(s.path)
	if errors.Is(err, workspace.ErrMissing) {
		s.create()
		return
	}
	var w *workspace.Workspace
	if err == nil {
		w, err = workspace.Open(ctx, repo, "schrijver")
	}
	if err != nil {
		s.fail(err)
		return
	}
	s.w, s.seq = w, w.Head().Seq
	s.settle()
}

func (s *scribe) create() {
	first := firstCommit()
	s.try(1)
	if err := bolt.Create(ctx, s.path, first); err != nil {
		s.fail(err)
		return
	}
	s.acknowledged(1, first.Op)
}

// settle says what became of a change whose outcome was not known.
func (s *scribe) settle() {
	if s.wanted == 0 || s.seq < s.wanted {
		return
	}
	entries, err := s.w.Journal(ctx, s.wanted)
	if err != nil {
		s.fail(err)
		s.w = nil
		return
	}
	say("found %d %s", s.wanted, entries[0].Op)
	s.wanted = 0
}

// heard reads a writer's lines; fails are the errors it met.
func (a *acks) heard(lines []string) (fails []string, err error) {
	for _, line := range lines {
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "ready", "stop":
		case "fail":
			fails = append(fails, rest)
		case "try":
			var seq uint64
			if _, err := fmt.Sscan(rest, &seq); err != nil {
				return nil, err
			}
			a.tried = max(a.tried, seq)
		case "ack", "found":
			if err := a.add(rest); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("the writer said %q", line)
		}
	}
	return fails, nil
}

func (a *acks) add(text string) error {
	var seq uint64
	var op string
	if _, err := fmt.Sscan(text, &seq, &op); err != nil {
		return err
	}
	if was, twice := a.ops[seq]; twice {
		return fmt.Errorf("entry %d was acknowledged as %s and as %s", seq, was, op)
	}
	a.ops[seq] = op
	return nil
}

// write runs a writer to its end, without hindrance.
func write(path string, last uint64) ([]string, error) {
	c, err := start(nil, "write", path, strconv.FormatUint(last, 10))
	if err != nil {
		return nil, err
	}
	return c.lines()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func makeFolder(path string) error { return os.MkdirAll(filepath.Dir(path), 0o700) }
