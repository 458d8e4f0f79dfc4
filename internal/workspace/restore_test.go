package workspace_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/workspace"
)

func TestRestoreIsOneChangeThatCanBeUndone(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	add(t, w, "Wonen")
	must(t, rename(w, "wonen", "Werken"))
	add(t, w, "Leren")
	e, err := w.Restore(ctx, 2, workspace.Why{Reason: "verkeerd ingevoerd"})
	must(t, err)
	if e.Kind != workspace.DoEntry || e.Restores != 2 || e.Seq != 5 || nameOf(w, "wonen") != "Wonen" || nameOf(w, "leren") != "" {
		t.Errorf("restored by %+v: %q, %q", e, nameOf(w, "wonen"), nameOf(w, "leren"))
	}
	_, err = w.Undo(ctx)
	must(t, err)
	if nameOf(w, "wonen") != "Werken" || nameOf(w, "leren") != "Leren" {
		t.Errorf("undone: %q, %q", nameOf(w, "wonen"), nameOf(w, "leren"))
	}
	if _, err := w.Restore(ctx, 4, workspace.Why{}); !errors.Is(err, workspace.ErrNothing) {
		t.Errorf("nothing to restore: %v", err)
	}
	var none *workspace.NoEntry
	if _, err := w.Restore(ctx, 9, workspace.Why{}); !errors.As(err, &none) {
		t.Errorf("an entry that is not there: %v", err)
	}
	r, err := w.Verify(ctx, "")
	must(t, err)
	if !r.Whole() {
		t.Errorf("not whole: %+v", r.Faults)
	}
}

// clock tells the times it is given, the last one for ever.
func clock(times ...time.Time) func() time.Time {
	return func() time.Time {
		now := times[0]
		if len(times) > 1 {
			times = times[1:]
		}
		return now
	}
}

func TestAClockThatGoesBackIsNotedAndOrdersNothing(t *testing.T) {
	repo := begin(t, landscape.New()) // at noon
	at := func(hours float64) time.Time { return noon.Add(time.Duration(hours * float64(time.Hour))) }
	w, err := workspace.Open(ctx, repo, "een", workspace.WithClock(clock(
		at(1), at(2), at(87600), // ten years on
		at(87600-1.0/60),      // a minute back
		at(-87600), at(-8760), // back twenty years, and on again
		at(24), at(23), // and an hour back, as in autumn
	)))
	must(t, err)
	want := []int64{0, 0, 0, 0, 2*87600*3600 - 60, 0, 0, 3600}
	for i := range 8 {
		_, err := w.Change(ctx, workspace.Why{}, func(*landscape.Landscape) ([]landscape.Edit, error) {
			return []landscape.Edit{putTheme(i)}, nil
		})
		must(t, err)
	}
	entries, err := open(t, repo, "twee").Journal(ctx, 2)
	must(t, err)
	for i, e := range entries {
		if e.Seq != uint64(i)+2 || e.ClockBack != want[i] {
			t.Errorf("entry %d at %s went back %d seconds, want %d", e.Seq, e.At, e.ClockBack, want[i])
		}
	}
}

// copies notes when a backup is asked for.
type copies struct {
	workspace.Backups
	made []uint64
	err  error
	done chan struct{}
}

func (c *copies) Make(_ context.Context, head workspace.Head, _ time.Time) error {
	c.made = append(c.made, head.Seq)
	if c.done != nil {
		c.done <- struct{}{}
	}
	return c.err
}

func TestBackupsAreMadeAtOpenBeforeAnImportAndAtTicks(t *testing.T) {
	repo := begin(t, landscape.New())
	c := &copies{}
	w, err := workspace.Open(ctx, repo, "een", workspace.WithBackups(c, nil))
	must(t, err)
	add(t, w, "Wonen")
	_, err = w.Change(ctx, workspace.Why{Origin: "lijst.csv"}, func(*landscape.Landscape) ([]landscape.Edit, error) {
		return []landscape.Edit{putTheme(1)}, nil
	})
	must(t, err)
	c.done = make(chan struct{})
	ticks := make(chan time.Time)
	keeping, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() { w.KeepBackups(keeping, ticks); close(ended) }()
	ticks <- noon
	<-c.done
	stop()
	<-ended
	if len(c.made) != 3 || c.made[0] != 1 || c.made[1] != 2 || c.made[2] != 3 {
		t.Errorf("backups of %v", c.made)
	}
}

func TestABackupThatFailsStopsNothingAndIsToldOnce(t *testing.T) {
	repo := begin(t, landscape.New())
	c := &copies{err: workspace.ErrNoSpace}
	var told []error
	w, err := workspace.Open(ctx, repo, "een", workspace.WithBackups(c, func(err error) { told = append(told, err) }))
	must(t, err)
	importOne := func(i int) {
		_, err := w.Change(ctx, workspace.Why{Origin: "lijst.csv"}, func(*landscape.Landscape) ([]landscape.Edit, error) {
			return []landscape.Edit{putTheme(i)}, nil
		})
		must(t, err)
	}
	importOne(1)
	if len(told) != 1 || !errors.Is(told[0], workspace.ErrNoSpace) {
		t.Errorf("told %v", told)
	}
	c.err = nil
	importOne(2)
	c.err = workspace.ErrReadOnly
	importOne(3)
	if len(told) != 2 || len(c.made) != 4 {
		t.Errorf("told %v after %d tries", told, len(c.made))
	}
}

func putTheme(i int) landscape.Edit {
	return landscapetest.Put(landscapetest.Node(landscape.ID(fmt.Sprint("thema-", i)), landscape.Theme))
}
