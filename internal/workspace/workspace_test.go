package workspace_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/workspace"
)

var ctx = context.Background()

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// begin makes a repository that holds a landscape.
func begin(t fataler, l *landscape.Landscape) *memory.Repository {
	t.Helper()
	first, err := workspace.First(l, "maker", "test", noon)
	must(t, err)
	repo := memory.New()
	_, err = repo.Commit(ctx, first)
	must(t, err)
	return repo
}

type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

func must(t fataler, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
	}
}

func open(t fataler, repo workspace.Repository, author string) *workspace.Workspace {
	t.Helper()
	w, err := workspace.Open(ctx, repo, author, workspace.WithClock(func() time.Time { return noon }))
	must(t, err)
	return w
}

func add(t fataler, w *workspace.Workspace, name string) landscape.ID {
	t.Helper()
	var id landscape.ID
	_, err := w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, made, err := w.Add(l, workspace.Added{
			Type: landscape.Theme, Fields: map[landscape.Field][]string{landscape.Name: {name}},
		})
		id = made
		return edits, err
	})
	must(t, err)
	return id
}

func rename(w *workspace.Workspace, id landscape.ID, name string) error {
	_, err := w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Set(l, id, []workspace.Assignment{{Field: landscape.Name, Values: []string{name}}},
			workspace.When{}, workspace.Source{})
	})
	return err
}

func nameOf(w *workspace.Workspace, id landscape.ID) string {
	n, ok := w.Landscape().Node(id)
	if !ok {
		return ""
	}
	return n.Name()
}

func TestUndoAndRedoFollowTheJournal(t *testing.T) {
	repo := begin(t, landscape.New())
	w := open(t, repo, "een")
	id := add(t, w, "Wonen")
	must(t, rename(w, id, "Werken"))
	must(t, rename(w, id, "Leren"))

	other := open(t, repo, "twee") // the stacks are in the journal, not in the window
	undo := func(want string) {
		t.Helper()
		_, err := other.Undo(ctx)
		must(t, err)
		if got := nameOf(other, id); got != want {
			t.Fatalf("after undo the name is %q, expected %q", got, want)
		}
	}
	undo("Werken")
	undo("Wonen")
	e, err := other.Redo(ctx)
	must(t, err)
	if nameOf(other, id) != "Werken" || e.Kind != workspace.RedoEntry || e.Of != 6 {
		t.Fatalf("redo: %q, %s of %d", nameOf(other, id), e.Kind, e.Of)
	}
	undo("Wonen") // takes the redo back
	undo("")      // takes the adding back
	if _, err := other.Undo(ctx); !errors.Is(err, workspace.ErrNoUndo) {
		t.Fatalf("the first entry was undone: %v", err)
	}
	for range 3 {
		_, err = other.Redo(ctx)
		must(t, err)
	}
	if nameOf(other, id) != "Leren" {
		t.Fatalf("after all redos: %q", nameOf(other, id))
	}
	must(t, rename(other, id, "Rusten"))
	if _, err := other.Redo(ctx); !errors.Is(err, workspace.ErrNoRedo) {
		t.Fatalf("redo after a new change: %v", err)
	}
}

func TestReplayUndoAndRedoAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		repo := begin(t, landscapetest.Landscape(6).Draw(t, "first"))
		w := open(t, repo, "maker")
		states := map[uint64]*landscape.Landscape{1: w.Landscape()}
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			step(t, w)
			states[w.Head().Seq] = w.Landscape()
		}
		for seq, want := range states {
			got, err := w.At(ctx, seq)
			must(t, err)
			if d := landscape.Diff(want, got); len(d) > 0 {
				t.Fatalf("at %d: %s differs", seq, d[0].Key)
			}
		}
		report, err := w.Verify(ctx, "")
		must(t, err)
		if !report.Whole() {
			t.Fatalf("not whole: %+v", report.Faults)
		}
		undoAll(t, w, states[1])
	})
}

// step is a change to another random landscape in bulk, an import, an undo, a
// redo, or bringing back what was.
func step(t *rapid.T, w *workspace.Workspace) {
	switch rapid.IntRange(0, 6).Draw(t, "step") {
	case 0:
		if _, err := w.Undo(ctx); err != nil && !errors.Is(err, workspace.ErrNoUndo) {
			t.Fatalf("undo: %v", err)
		}
	case 1:
		if _, err := w.Redo(ctx); err != nil && !errors.Is(err, workspace.ErrNoRedo) {
			t.Fatalf("redo: %v", err)
		}
	case 2:
		seq := rapid.Uint64Range(1, w.Head().Seq).Draw(t, "entry")
		if _, err := w.Restore(ctx, seq, workspace.Why{}); err != nil && !errors.Is(err, workspace.ErrNothing) {
			t.Fatalf("restore: %v", err)
		}
	case 3:
		other := landscapetest.Landscape(6).Draw(t, "imported")
		_, err := w.Change(ctx, workspace.Why{Origin: "lijst.yaml"}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
			return w.Merge(l, other), nil
		})
		var invalid *landscape.Invalid // not every two landscapes go together
		if err != nil && !errors.Is(err, workspace.ErrNothing) && !errors.As(err, &invalid) {
			t.Fatalf("import: %v", err)
		}
	default:
		next := landscapetest.Landscape(6).Draw(t, "next")
		_, err := w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
			return landscape.Diff(l, next), nil
		})
		if err != nil && !errors.Is(err, workspace.ErrNothing) {
			t.Fatalf("change: %v", err)
		}
	}
}

func undoAll(t *rapid.T, w *workspace.Workspace, first *landscape.Landscape) {
	last := w.Landscape()
	undone := 0
	for ; ; undone++ {
		if _, err := w.Undo(ctx); err != nil {
			break
		}
	}
	if d := landscape.Diff(first, w.Landscape()); len(d) > 0 {
		t.Fatalf("everything undone: %s differs", d[0].Key)
	}
	for range undone {
		_, err := w.Redo(ctx)
		must(t, err)
	}
	if d := landscape.Diff(last, w.Landscape()); len(d) > 0 {
		t.Fatalf("everything redone: %s differs", d[0].Key)
	}
}

func TestTwoAtOnceBothLandOrOneIsToldOfTheOther(t *testing.T) {
	repo := begin(t, landscape.New())
	one, two := open(t, repo, "een"), open(t, repo, "twee")
	id := add(t, one, "Wonen")
	add(t, two, "Werken") // two does not know of Wonen yet: another record, so it lands
	if nameOf(two, id) != "Wonen" {
		t.Fatal("two did not take over what one did")
	}
	must(t, rename(one, id, "Leren"))
	err := rename(two, id, "Rusten") // the same record, made on its old form
	var conflict *workspace.Conflict
	if !errors.As(err, &conflict) || conflict.Later.Author != "een" || conflict.Later.Seq != 4 {
		t.Fatalf("the second change of one record gave %v", err)
	}
	must(t, rename(two, id, "Rusten")) // two has seen it now
}

func TestUndoOfWhatChangedSinceNamesTheLaterEntry(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	must(t, rename(w, id, "Werken"))
	_, err := w.Undo(ctx)
	must(t, err)
	_, err = w.Undo(ctx)
	must(t, err)
	again := add(t, w, "Wonen") // the same id
	must(t, rename(w, again, "Leren"))
	_, err = w.Redo(ctx)
	if !errors.Is(err, workspace.ErrNoRedo) {
		t.Fatalf("redo gave %v", err)
	}
}

func TestVerifyFindsEveryChangeOfTheJournal(t *testing.T) {
	repo := begin(t, landscape.New())
	w := open(t, repo, "een")
	id := add(t, w, "Wonen")
	must(t, rename(w, id, "Werken"))
	entries, err := repo.Entries(ctx, 1, 3)
	must(t, err)
	for i, e := range entries {
		for _, field := range []string{"seq", "author", "at", "op", "edits", "prev"} {
			changed := strings.Replace(string(e.Value), fmt.Sprintf("%q:", field), fmt.Sprintf("%q :", field), 1)
			if changed == string(e.Value) {
				t.Fatalf("entry %d has no %s", i+1, field)
			}
			if !faulty(t, entries, i, []byte(changed), e.Hash) {
				t.Errorf("a change of %s in entry %d is not found", field, i+1)
			}
		}
	}
	whole, err := w.Verify(ctx, w.Head().Hash)
	must(t, err)
	if !whole.Whole() || whole.Entries != 3 {
		t.Errorf("the untouched journal: %+v", whole)
	}
	cut, err := w.Verify(ctx, strings.Repeat("0", 64))
	must(t, err)
	if cut.Whole() {
		t.Error("a head that is not in the chain is not missed")
	}
}

// forged is a repository whose entry i has other bytes.
type forged struct {
	workspace.Repository
	i     int
	value []byte
}

func (f forged) Entries(ctx context.Context, first, last uint64) ([]workspace.Entry, error) {
	entries, err := f.Repository.Entries(ctx, first, last)
	for k := range entries {
		if entries[k].Seq == uint64(f.i)+1 {
			entries[k].Value = f.value
		}
	}
	return entries, err
}

func faulty(t *testing.T, entries []workspace.Entry, i int, value []byte, _ string) bool {
	t.Helper()
	repo := begin(t, landscape.New())
	w := open(t, repo, "een")
	id := add(t, w, "Wonen")
	must(t, rename(w, id, "Werken"))
	report, err := open(t, forged{repo, i, value}, "een").Verify(ctx, "")
	must(t, err)
	return !report.Whole()
}

func TestSubscribersAndFollow(t *testing.T) {
	repo := begin(t, landscape.New())
	w := open(t, repo, "een")
	told := make(chan int, 10)
	cancel := w.Subscribe(func(l *landscape.Landscape) { n, _ := l.Len(); told <- n })
	add(t, w, "Wonen")
	if n := <-told; n != 1 {
		t.Errorf("told of %d nodes", n)
	}
	following, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() { w.Follow(following); close(done) }()
	add(t, open(t, repo, "twee"), "Werken")
	select {
	case n := <-told:
		if n != 2 {
			t.Errorf("told of %d nodes", n)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("not told of another's change")
	}
	cancel()
	stop()
	<-done
}

func TestMergeAddsAndChangesButRemovesNothing(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	add(t, w, "Wonen")
	other, err := landscape.New().Apply([]landscape.Edit{
		landscapetest.Put(landscape.NewNode("nieuw", landscape.Theme).Text(landscape.Name, "Nieuw", landscape.Basis{})),
	})
	must(t, err)
	_, err = w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Merge(l, other), nil
	})
	must(t, err)
	n, _ := w.Landscape().Node("nieuw")
	c, _ := n.Claim(landscape.Name)
	if nameOf(w, "wonen") != "Wonen" || c.Evidence[0].Note != "ingevoerd door een op 2026-11-22" {
		t.Errorf("after the import: %q, %+v", nameOf(w, "wonen"), c.Evidence)
	}
	if fs := landscape.Sources(w.Landscape()); len(fs) > 0 {
		t.Errorf("without a source: %v", fs)
	}
}

func TestAChangeInTheWorldClosesAClaimAndACorrectionDoesNot(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	must(t, rename(w, id, "Woonen"))
	n, _ := w.Landscape().Node(id)
	if len(n.Claims(landscape.Name)) != 1 {
		t.Fatal("a correction left a claim behind")
	}
	_, err := w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Set(l, id, []workspace.Assignment{{Field: landscape.Name, Values: []string{"Werken"}}},
			workspace.When{From: landscape.MustDate("2027-01-01")}, workspace.Source{})
	})
	must(t, err)
	for day, want := range map[string]string{"2026-12-31": "Woonen", "2027-01-01": "Werken"} {
		n, _ := w.Landscape().AsOf(landscape.MustDate(day)).Node(id)
		if n.Name() != want {
			t.Errorf("on %s it is called %q", day, n.Name())
		}
	}
}

func TestLinkingAgainCorrectsWhatIsKnown(t *testing.T) {
	r := landscapetest.Relation("a", landscape.Owns, "k")
	r.Certainty, r.Extent = landscape.Inferred, "de helft"
	l, err := landscape.New().Apply([]landscape.Edit{
		landscapetest.Put(landscapetest.Node("a", landscape.Initiative)),
		landscapetest.Put(landscapetest.Node("k", landscape.Bottleneck)), landscapetest.Join(r),
	})
	must(t, err)
	w := open(t, begin(t, l), "een")
	link := func(s workspace.Source) error {
		_, err := w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
			return w.Link(l, landscape.Relation{From: "a", Link: landscape.Owns, To: "k"}, workspace.When{}, s)
		})
		return err
	}
	var taken *workspace.TakenRelation
	if err := link(workspace.Source{}); !errors.As(err, &taken) {
		t.Errorf("saying nothing new gave %v", err)
	}
	must(t, link(workspace.Source{Certainty: landscape.Confirmed}))
	got := w.Landscape().Between("a", "k")
	if len(got) != 1 || got[0].Certainty != landscape.Confirmed || got[0].Extent != "de helft" || len(got[0].Evidence) != 2 {
		t.Errorf("after confirming: %+v", got)
	}
}
