package workspace_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/workspace"
)

// failing is a repository whose n-th call fails, once: before it does anything
// or, where after is set, when it is done. After ErrUnknown it takes no commit
// until it is loaded, as the port says.
type failing struct {
	*memory.Repository
	n, calls  int
	err       error
	after     bool
	uncertain bool
}

func (f *failing) fails() bool {
	f.calls++
	return f.calls == f.n
}

func (f *failing) Load(ctx context.Context) (workspace.Snapshot, error) {
	if f.fails() {
		return workspace.Snapshot{}, f.err
	}
	f.uncertain = false
	return f.Repository.Load(ctx)
}

func (f *failing) Entries(ctx context.Context, first, last uint64) ([]workspace.Entry, error) {
	if f.fails() {
		return nil, f.err
	}
	return f.Repository.Entries(ctx, first, last)
}

func (f *failing) Commit(ctx context.Context, c workspace.Commit) (workspace.Head, error) {
	if f.uncertain {
		return workspace.Head{}, workspace.ErrUnknown
	}
	fails := f.fails()
	if fails {
		f.uncertain = errors.Is(f.err, workspace.ErrUnknown)
		if !f.after {
			return workspace.Head{}, f.err
		}
	}
	head, err := f.Repository.Commit(ctx, c)
	if fails && err == nil {
		err = f.err
	}
	return head, err
}

// TestEveryCallFailsOnce runs one script of changes, undo, redo and restore
// while call n of the store fails, for n = 1, 2, 3 and on until a run is not
// touched. Whatever fails is retried; in the end everything is there once.
func TestEveryCallFailsOnce(t *testing.T) {
	for _, fault := range []struct {
		err   error
		after bool
	}{
		{workspace.ErrNoSpace, false},
		{workspace.ErrBusy, false},
		{workspace.ErrUnknown, false},
		{workspace.ErrUnknown, true},
		{errors.New("input/output error"), false},
	} {
		for n := 1; ; n++ {
			repo := &failing{Repository: begin(t, landscape.New()), n: n, err: fault.err, after: fault.after}
			runScript(t, repo)
			if t.Failed() {
				t.Fatalf("%v (after: %v) at call %d", fault.err, fault.after, n)
			}
			if repo.calls < n {
				t.Logf("%v (after: %v): %d calls", fault.err, fault.after, n-1)
				break
			}
		}
	}
}

func runScript(t *testing.T, repo *failing) {
	t.Helper()
	w, err := workspace.Open(ctx, repo, "een")
	if err != nil {
		w = open(t, repo, "een")
	}
	changeTo := func(name string) func() (workspace.JournalEntry, error) {
		return func() (workspace.JournalEntry, error) {
			return w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
				return w.Set(l, "thema", []workspace.Assignment{{Field: landscape.Name, Values: []string{name}}},
					workspace.When{}, workspace.Source{})
			})
		}
	}
	acknowledged := map[string]int{}
	for _, change := range []func() (workspace.JournalEntry, error){
		func() (workspace.JournalEntry, error) {
			return w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
				edits, _, err := w.Add(l, workspace.Added{
					Type: landscape.Theme, Fields: map[landscape.Field][]string{landscape.Name: {"Thema"}},
				})
				return edits, err
			})
		},
		changeTo("Wonen"), changeTo("Werken"),
		func() (workspace.JournalEntry, error) { return w.Undo(ctx) },
		func() (workspace.JournalEntry, error) { return w.Redo(ctx) },
		func() (workspace.JournalEntry, error) { return w.Restore(ctx, 3, workspace.Why{}) },
	} {
		e, err := change()
		if _, pending := w.Pending(); err != nil && pending {
			if _, again := changeTo("Niet")(); !errors.Is(again, workspace.ErrPending) {
				t.Errorf("a change on top of one that is pending: %v", again)
			}
			e, err = w.Retry(ctx)
		} else if err != nil {
			e, err = change() // it failed before it was a change
		}
		if err != nil {
			t.Errorf("the second time: %v", err)
			return
		}
		acknowledged[e.Op]++
	}
	wantOnce(t, repo, acknowledged)
	if got := nameOf(w, "thema"); got != "Wonen" {
		t.Errorf("it is called %q", got)
	}
}

func wantOnce(t *testing.T, repo *failing, acknowledged map[string]int) {
	t.Helper()
	repo.n = 0
	w := open(t, repo.Repository, "een")
	entries, err := w.Journal(ctx, 2)
	must(t, err)
	if len(entries) != 6 || len(acknowledged) != 6 {
		t.Errorf("%d entries, %d acknowledged", len(entries), len(acknowledged))
	}
	for _, e := range entries {
		if acknowledged[e.Op] != 1 {
			t.Errorf("entry %d was acknowledged %d times", e.Seq, acknowledged[e.Op])
		}
	}
	report, err := w.Verify(ctx, "")
	must(t, err)
	if !report.Whole() {
		t.Errorf("not whole: %+v", report.Faults)
	}
}

// full is a repository on a disk that is full until there is room.
type full struct {
	workspace.Repository
	room bool
	err  error
}

func (f *full) Commit(ctx context.Context, c workspace.Commit) (workspace.Head, error) {
	if !f.room {
		return workspace.Head{}, fmt.Errorf("commit: %w", f.err)
	}
	return f.Repository.Commit(ctx, c)
}

func TestAPendingChangeIsShownAndSavedLater(t *testing.T) {
	repo := begin(t, landscape.New())
	add(t, open(t, repo, "een"), "Wonen")
	disk := &full{repo, false, workspace.ErrNoSpace}
	w := open(t, disk, "een")
	told := 0
	w.Subscribe(func(*landscape.Landscape) { told++ })
	if err := rename(w, "wonen", "Werken"); !errors.Is(err, workspace.ErrNoSpace) {
		t.Fatal(err)
	}
	p, ok := w.Pending()
	if !ok || !errors.Is(p.Err, workspace.ErrNoSpace) || nameOf(w, "wonen") != "Werken" || w.Head().Seq != 2 || told != 1 {
		t.Fatalf("pending %v, %v; called %q at %d; told %d times", ok, p.Err, nameOf(w, "wonen"), w.Head().Seq, told)
	}
	if l, err := w.At(ctx, 2); err != nil || nameIn(l, "wonen") != "Wonen" {
		t.Errorf("entry 2 says %q, %v", nameIn(l, "wonen"), err)
	}
	if r, err := w.Verify(ctx, ""); err != nil || !r.Whole() {
		t.Errorf("verify: %+v, %v", r, err)
	}
	if _, err := w.Undo(ctx); !errors.Is(err, workspace.ErrPending) {
		t.Errorf("undo: %v", err)
	}
	if _, err := w.Retry(ctx); !errors.Is(err, workspace.ErrNoSpace) {
		t.Errorf("still full: %v", err)
	}

	add(t, open(t, repo, "twee"), "Leren") // someone else, elsewhere in the landscape
	disk.room = true
	e, err := w.Retry(ctx)
	must(t, err)
	if _, ok := w.Pending(); ok || e.Seq != 4 || nameOf(w, "wonen") != "Werken" || nameOf(w, "leren") != "Leren" {
		t.Errorf("after the retry: entry %d, %q, %q", e.Seq, nameOf(w, "wonen"), nameOf(w, "leren"))
	}
	if _, err := w.Retry(ctx); !errors.Is(err, workspace.ErrNothing) {
		t.Errorf("a retry of nothing: %v", err)
	}
}

func nameIn(l *landscape.Landscape, id landscape.ID) string {
	if l == nil {
		return ""
	}
	n, _ := l.Node(id)
	return n.Name()
}

func TestAPendingChangeThatSomeoneElseWasBeforeIsAConflict(t *testing.T) {
	repo := begin(t, landscape.New())
	add(t, open(t, repo, "een"), "Wonen")
	disk := &full{repo, false, workspace.ErrBusy}
	w := open(t, disk, "een")
	if err := rename(w, "wonen", "Werken"); !errors.Is(err, workspace.ErrBusy) {
		t.Fatal(err)
	}
	must(t, rename(open(t, repo, "twee"), "wonen", "Leren"))
	disk.room = true
	_, err := w.Retry(ctx)
	var conflict *workspace.Conflict
	if !errors.As(err, &conflict) || conflict.Later.Author != "twee" {
		t.Fatalf("the retry gave %v", err)
	}
	p, ok := w.Pending()
	if !ok || !errors.As(p.Err, &conflict) || nameOf(w, "wonen") != "Leren" {
		t.Errorf("pending %v, %v; called %q", ok, p.Err, nameOf(w, "wonen"))
	}
	w.Discard()
	if _, ok := w.Pending(); ok || nameOf(w, "wonen") != "Leren" {
		t.Errorf("after giving it up: %v, %q", ok, nameOf(w, "wonen"))
	}
	must(t, rename(w, "wonen", "Rusten"))
}

func TestDiscardOfAnUnknownOutcomeReadsTheFile(t *testing.T) {
	repo := &failing{Repository: begin(t, landscape.New()), err: workspace.ErrUnknown, after: true}
	w := open(t, repo, "een")
	add(t, w, "Wonen")
	repo.n = repo.calls + 1
	if err := rename(w, "wonen", "Werken"); !errors.Is(err, workspace.ErrUnknown) {
		t.Fatal(err)
	}
	w.Discard() // it was written all the same
	add(t, w, "Leren")
	if nameOf(w, "wonen") != "Werken" || w.Head().Seq != 4 {
		t.Errorf("called %q at %d", nameOf(w, "wonen"), w.Head().Seq)
	}
}

func TestACancelledChangeIsNotKept(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	add(t, w, "Wonen")
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err := w.Change(cancelled, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Set(l, "wonen", []workspace.Assignment{{Field: landscape.Name, Values: []string{"Werken"}}},
			workspace.When{}, workspace.Source{})
	})
	if _, ok := w.Pending(); !errors.Is(err, context.Canceled) || ok {
		t.Errorf("answered %v, pending %v", err, ok)
	}
}

// readOnly is a repository that cannot be written.
type readOnly struct{ workspace.Repository }

func (r readOnly) Load(ctx context.Context) (workspace.Snapshot, error) {
	s, err := r.Repository.Load(ctx)
	s.ReadOnly = true
	return s, err
}

func (readOnly) Commit(context.Context, workspace.Commit) (workspace.Head, error) {
	return workspace.Head{}, workspace.ErrReadOnly
}

func TestAReadOnlyFileIsReadAndTakesNoChange(t *testing.T) {
	repo := begin(t, landscape.New())
	add(t, open(t, repo, "een"), "Wonen")
	w := open(t, readOnly{repo}, "een")
	if !w.ReadOnly() || nameOf(w, "wonen") != "Wonen" {
		t.Errorf("read-only %v, called %q", w.ReadOnly(), nameOf(w, "wonen"))
	}
	err := rename(w, "wonen", "Werken")
	if _, ok := w.Pending(); !errors.Is(err, workspace.ErrReadOnly) || ok || nameOf(w, "wonen") != "Wonen" {
		t.Errorf("answered %v, pending %v, called %q", err, ok, nameOf(w, "wonen"))
	}
}
