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
//	ack SEQ OP        after a change was acknowledged
//	fail SEQ KIND …   when it was not; it then opens the file anew
//	found SEQ OP      when the file has it after all
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
	wanted uint64 // the entry whose outcome is not known
	faults int    // in a row
}

func (s *scribe) step() {
	if s.w == nil {
		s.open()
		return
	}
	entry, err := makeEntry(s.w, s.seq+1)
	if err != nil {
		s.fail(err)
		return
	}
	s.acknowledged(entry.Seq, entry.Op)
}

func (s *scribe) acknowledged(seq uint64, op string) {
	say("ack %d %s", seq, op)
	s.seq, s.wanted, s.faults = seq, 0, 0
}

// fail reports and forgets what the program has in memory.
func (s *scribe) fail(err error) {
	say("fail %d %s %s", s.seq+1, kindOf(err), strings.ReplaceAll(err.Error(), "\n", " "))
	s.w, s.wanted = nil, s.seq+1
	s.faults++
}

// open opens the file, or makes it.
func (s *scribe) open() {
	repo, err := bolt.Open(s.path)
	if errors.Is(err, workspace.ErrMissing) {
		first := firstCommit()
		if err := bolt.Create(ctx, s.path, first); err != nil {
			s.fail(err)
			return
		}
		s.acknowledged(1, first.Op)
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

// settle says what became of a change whose outcome was not known.
func (s *scribe) settle() {
	if s.wanted == 0 || s.seq < s.wanted {
		return
	}
	entries, err := s.w.Journal(ctx, s.wanted)
	if err != nil {
		s.fail(err)
		return
	}
	say("found %d %s", s.wanted, entries[0].Op)
	s.wanted = 0
}

// heard reads a writer's lines into acks; fails are the errors it met.
func (a acks) heard(lines []string) (fails []string, err error) {
	for _, line := range lines {
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "ready", "stop":
		case "fail":
			fails = append(fails, rest)
		case "ack", "found":
			var seq uint64
			var op string
			if _, err := fmt.Sscan(rest, &seq, &op); err != nil {
				return nil, err
			}
			if was, twice := a[seq]; twice {
				return nil, fmt.Errorf("entry %d was acknowledged as %s and as %s", seq, was, op)
			}
			a[seq] = op
		default:
			return nil, fmt.Errorf("the writer said %q", line)
		}
	}
	return fails, nil
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
