package bolt

import (
	"path/filepath"
	"testing"
	"time"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// newStore makes a file and answers how to open it, each time anew.
func newStore(t testing.TB, first workspace.Commit) func() workspace.Repository {
	path := filepath.Join(t.TempDir(), "x.snijvlak")
	if err := Create(t.Context(), path, first); err != nil {
		t.Fatal(err)
	}
	return func() workspace.Repository { return openQuick(t, path) }
}

func openQuick(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	f.Interval = 5 * time.Millisecond
	return f
}

func TestContract(t *testing.T) { storetest.Run(t, newStore) }

func TestModel(t *testing.T) { storetest.RunModel(t, newStore) }
