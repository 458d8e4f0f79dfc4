package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/whole"
	"snijvlak/internal/workspace"
)

// Create makes a landscape file with its first commit, which expects the zero
// Head. The file is there whole or not at all, and never takes the place of
// another: that is ErrExists. Further it answers ErrMissing when the folder
// does not exist, ErrReadOnly, ErrNoSpace, and ErrUnknown when the file is
// there but its name may not outlive a power cut.
func Create(ctx context.Context, path string, c workspace.Commit) error {
	return wrap("create", path, create(ctx, path, c))
}

func create(ctx context.Context, path string, c workspace.Commit) error {
	if err := checkFirst(c); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return workspace.ErrExists
	}
	whole.Sweep(path, time.Now())
	draft, err := whole.New(path, func(file *os.File) error { return writeFirst(file.Name(), c) })
	if err != nil {
		return explain(err, true)
	}
	defer draft.Drop()
	if err := ctx.Err(); err != nil {
		return err
	}
	return explainNew(draft.Create())
}

// explainNew does what explain does for an error of giving a file its name.
func explainNew(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, whole.ErrUnsynced):
		return errors.Join(workspace.ErrUnknown, err)
	case errors.Is(err, fs.ErrExist):
		return workspace.ErrExists
	}
	return explain(err, true)
}

func checkFirst(c workspace.Commit) error {
	if c.Expect != (workspace.Head{}) {
		return errors.New("the first commit cannot follow another")
	}
	return checkCommit(c)
}

// newFileOptions are for a file that nobody else knows yet and that is synced
// when it is done.
func newFileOptions() *bbolt.Options {
	return &bbolt.Options{FreelistType: bbolt.FreelistMapType, NoStatistics: true, NoSync: true}
}

func writeFirst(path string, c workspace.Commit) error {
	db, err := bbolt.Open(path, 0o600, newFileOptions())
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error { return begin(tx, c) })
	return errors.Join(err, db.Close())
}
