package bolt

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

func TestCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.snijvlak")
	if err := Create(t.Context(), path, storetest.First(storetest.Record("n/a", "1"))); err != nil {
		t.Fatal(err)
	}
	s, err := openQuick(t, path).Load(t.Context())
	if err != nil || s.Head.Seq != 1 || len(s.Records) != 1 {
		t.Errorf("loaded %v, %v", s, err)
	}
	if err := Create(t.Context(), path, storetest.First()); !errors.Is(err, workspace.ErrExists) {
		t.Errorf("a second time: %v", err)
	}
	wantOnly(t, path)
}

// wantOnly checks that nothing else is in the folder of a file.
func wantOnly(t *testing.T, path string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(list) != 1 || list[0].Name() != filepath.Base(path) {
		t.Errorf("the folder holds %v, %v", list, err)
	}
}

func TestCreateLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.snijvlak")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	twice := storetest.First(storetest.Record("n/a", "1"), storetest.Record("n/a", "2"))
	tooLong := storetest.First(storetest.Record(string(make([]byte, 1<<16)), "1"))
	for name, err := range map[string]error{
		"cancelled":  Create(cancelled, path, storetest.First()),
		"not first":  Create(t.Context(), path, storetest.Next(workspace.Head{Seq: 1}, "op")),
		"key twice":  Create(t.Context(), path, twice),
		"key length": Create(t.Context(), path, tooLong),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	err := Create(t.Context(), filepath.Join(folder, "none", "x"), storetest.First())
	if !errors.Is(err, workspace.ErrMissing) {
		t.Errorf("no folder: %v", err)
	}
}

func TestCreateAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.snijvlak")
	var made atomic.Int32
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			err := Create(t.Context(), path, storetest.First(storetest.Record("n/by", fmt.Sprint(i))))
			if err == nil {
				made.Add(1)
			} else if !errors.Is(err, workspace.ErrExists) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if made.Load() != 1 {
		t.Errorf("%d were told that they made it", made.Load())
	}
	wantOnly(t, path)
}

// TestLeftoversAreSwept leaves what a crash leaves: a draft, two hours old.
func TestLeftoversAreSwept(t *testing.T) {
	path := fileOf(t, small(t))
	leave := func(name string) {
		t.Helper()
		draft := filepath.Join(filepath.Dir(path), "."+name+"-123.tmp")
		old := time.Now().Add(-2 * time.Hour)
		if err := errors.Join(os.WriteFile(draft, nil, 0o600), os.Chtimes(draft, old, old)); err != nil {
			t.Fatal(err)
		}
	}
	leave(filepath.Base(path))
	openQuick(t, path)
	wantOnly(t, path)
	leave("new.snijvlak")
	if err := Create(t.Context(), filepath.Join(filepath.Dir(path), "new.snijvlak"), storetest.First()); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Dir(path) + "/.*"); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
