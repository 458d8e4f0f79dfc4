package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"snijvlak/internal/workspace"
)

// Create makes a landscape file with its first commit, which expects the zero
// Head. The file is there whole or not at all, and never takes the place of
// another: that is ErrExists. Further it answers ErrMissing when the folder
// does not exist, ErrReadOnly, ErrNoSpace, and ErrUnknown when the file is
// there but its name may not outlive a power cut.
func Create(ctx context.Context, path string, c workspace.Commit) error {
	return wrap("create", path, create(ctx, path, c, os.Link))
}

// create takes the function that makes a hard link, for tests.
func create(ctx context.Context, path string, c workspace.Commit, link func(from, to string) error) error {
	if err := checkFirst(c); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return workspace.ErrExists
	}
	draft, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*.tmp")
	if err != nil {
		return explain(err, true)
	}
	defer os.Remove(draft.Name())
	if err := fill(draft, c); err != nil {
		return explain(err, true)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := place(draft.Name(), path, link); err != nil {
		return err
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("%w: %w", workspace.ErrUnknown, err)
	}
	return nil
}

func checkFirst(c workspace.Commit) error {
	if c.Expect != (workspace.Head{}) {
		return errors.New("the first commit cannot follow another")
	}
	return checkCommit(c)
}

// fill writes the first commit into an empty file and closes it, durable.
func fill(draft *os.File, c workspace.Commit) error {
	err := writeFirst(draft.Name(), c)
	if err == nil {
		err = draft.Sync()
	}
	return errors.Join(err, draft.Close())
}

func writeFirst(path string, c workspace.Commit) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType, NoStatistics: true})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error { return begin(tx, c) })
	return errors.Join(err, db.Close())
}

// place gives the finished draft its name. A hard link never replaces a file.
// Where there are none, the name is claimed with an empty file of our own and
// the draft moved over that; a crash in between leaves a file that Open calls
// empty.
func place(draft, path string, link func(from, to string) error) error {
	err := link(draft, path)
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return workspace.ErrExists
	}
	claim, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return workspace.ErrExists
	}
	if err != nil {
		return explain(err, true)
	}
	_ = claim.Close()
	if err := os.Rename(draft, path); err != nil {
		_ = os.Remove(path)
		return explain(err, true)
	}
	return nil
}
