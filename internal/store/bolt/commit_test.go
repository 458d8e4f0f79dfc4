package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

func TestOpsAreBounded(t *testing.T) {
	f := openQuick(t, fileOf(t, small(t)))
	f.ops = 3
	head, err := f.Head(t.Context())
	var commits []workspace.Commit
	for i := range 5 {
		c := storetest.Next(head, fmt.Sprint("op", i))
		commits = append(commits, c)
		if err == nil {
			head, err = f.Commit(t.Context(), c)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range commits {
		_, err := f.Commit(t.Context(), c)
		if forgotten := i < 2; forgotten != errors.Is(err, workspace.ErrConflict) {
			t.Errorf("a retry of %s answered %v", c.Op, err)
		}
	}
}

// TestUnknownOutcome lets every write of a commit fail.
func TestUnknownOutcome(t *testing.T) {
	path := fileOf(t, small(t))
	before := read(t, path)
	db, err := bbolt.Open(path, 0, &bbolt.Options{OpenFile: func(name string, _ int, _ os.FileMode) (*os.File, error) {
		return os.Open(name)
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = write(t.Context(), db, func(b book) error {
		return put(b.records, "n/x", []byte("x"))
	})
	if !errors.Is(err, workspace.ErrUnknown) {
		t.Errorf("answered %v", err)
	}
	if string(read(t, path)) != string(before) {
		t.Error("the file was changed")
	}
}

func TestExplainCommit(t *testing.T) {
	full, broken := noSpace[0], syscall.Errno(5)
	for _, one := range []struct{ err, want error }{
		{&fs.PathError{Op: "write", Err: full}, workspace.ErrNoSpace},
		{fmt.Errorf("file resize error: %s", &fs.PathError{Op: "truncate", Err: full}), workspace.ErrNoSpace},
		{&fs.PathError{Op: "write", Err: broken}, workspace.ErrUnknown},
		{&fs.PathError{Op: "sync", Err: full}, workspace.ErrUnknown},
		{full, workspace.ErrUnknown},
		{broken, workspace.ErrUnknown},
	} {
		if got := explainCommit(one.err); !errors.Is(got, one.want) {
			t.Errorf("%v became %v", one.err, got)
		}
	}
}
