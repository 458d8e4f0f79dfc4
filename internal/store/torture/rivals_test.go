package torture

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// TestRivals has four processes write one file at once, in part the same
// records. Each acknowledged change must be in the journal once and nothing
// else, and no change may be made on a record that was not as the entry says:
// the replay of look sees to that. The file they begin on is made smaller under
// their hands.
func TestRivals(t *testing.T) {
	const rivals = 4
	c := begin(t, "four processes on one file")
	each := pick(25, 250)
	path := filepath.Join(scratch(t), "x.snijvlak")
	from := roomy(t)
	if err := from.lay(path); err != nil {
		t.Fatal(err)
	}
	said := make([][]string, rivals)
	faults := make([]error, rivals)
	var all sync.WaitGroup
	for i := range rivals {
		all.Go(func() {
			one, err := start(nil, "rival", path, strconv.Itoa(i), strconv.Itoa(each), strconv.FormatUint(*seedFlag, 10))
			if err == nil {
				said[i], err = one.lines()
			}
			faults[i] = err
		})
	}
	all.Wait()
	acked := from.acked.clone()
	for i, lines := range said {
		if err := errors.Join(faults[i], c.rival(&acked, lines, each)); err != nil {
			t.Fatalf("process %d: %v", i, err)
		}
	}
	s := look(path)
	if s.reported() || s.Touched {
		t.Fatalf("%s %s: the file is kept as %s", s.Problem, s.Faults, keep(path))
	}
	if s.seq() != uint64(len(acked.ops)) {
		t.Fatalf("%d entries for %d acknowledged changes", s.seq(), len(acked.ops))
	}
	for seq, op := range acked.ops {
		if s.Ops[seq-1] != op {
			t.Fatalf("entry %d is %s, acknowledged was %s", seq, s.Ops[seq-1], op)
		}
	}
}

// rival counts what one process said.
func (c *tally) rival(acked *acks, lines []string, want int) error {
	done := 0
	for _, line := range lines {
		switch word, _, _ := strings.Cut(line, " "); word {
		case "ack":
			if _, err := acked.heard([]string{line}); err != nil {
				return err
			}
			done++
			c.tried.Add(1)
		case "conflict", "busy":
			c.count("told " + word)
		default:
			return errors.New(line)
		}
	}
	if done != want {
		return fmt.Errorf("%d of %d changes were acknowledged", done, want)
	}
	return nil
}

// rivalPart makes a number of changes on a file that others write too. What is
// refused as a conflict or because the file is in use, it tries again.
func rivalPart(args []string) {
	path, me := args[0], args[1]
	count, err1 := strconv.Atoi(args[2])
	seed, err2 := strconv.ParseUint(args[3], 10, 64)
	repo, err3 := bolt.Open(path)
	if err := errors.Join(err1, err2, err3); err != nil {
		say("%v", err)
		return
	}
	w, err := workspace.Open(ctx, repo, "partij "+me)
	if err != nil {
		say("%v", err)
		return
	}
	random := rand.New(rand.NewPCG(seed, uint64(me[0])))
	for i := 0; i < count; {
		entry, err := contend(w, landscape.ID(fmt.Sprintf("partij-%s-%d", me, i)), random)
		switch {
		case err == nil:
			say("ack %d %s", entry.Seq, entry.Op)
			i++
		case errors.Is(err, workspace.ErrNoUndo), errors.Is(err, workspace.ErrNoRedo):
		case errors.Is(err, workspace.ErrConflict), errors.Is(err, workspace.ErrBusy):
			say("%s", kindOf(err))
		default:
			say("%v", err)
			return
		}
	}
}

// contend makes a change of some kind: of a record of its own, of one that all
// change, or of what another did.
func contend(w *workspace.Workspace, own landscape.ID, random *rand.Rand) (workspace.JournalEntry, error) {
	kind := random.IntN(10)
	switch kind {
	case 0:
		return w.Undo(ctx)
	case 1:
		return w.Redo(ctx)
	}
	return w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		if kind < 6 {
			return []landscape.Edit{landscapetest.Put(landscapetest.Node(own, landscape.Organisation))}, nil
		}
		n, _ := l.Node(theme)
		number, _ := strconv.Atoi(n.Get(landscape.Note)) // the first time it is empty
		return setNote(l, theme, strconv.Itoa(number+1)), nil
	})
}
