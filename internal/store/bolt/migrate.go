package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/whole"
	"snijvlak/internal/workspace"
)

// ErrOlder says that the file has an older format; Migrate brings it to the newest.
var ErrOlder = errors.New("the file has an older format")

// migrations are the steps from each format to the next: the first one from 1
// to 2. A step changes the marker bucket in one transaction; the format number
// is written for it. Steps are never changed or taken away.
var migrations []migration

type migration func(marker *bbolt.Bucket) error

// newestFormat is the number of the layout in the package comment.
func newestFormat() uint32 { return uint32(len(migrations)) + 1 }

// formatOf reads the format number of a file of ours.
func formatOf(marker *bbolt.Bucket) (uint32, error) {
	payload, err := get(marker, formatKey)
	if err != nil {
		return 0, err
	}
	if len(payload) != 4 {
		return 0, damaged("there is no format number")
	}
	n := binary.BigEndian.Uint32(payload)
	if n == 0 {
		return 0, damaged("there has never been a format 0")
	}
	return n, nil
}

func putFormat(marker *bbolt.Bucket, n uint32) error {
	return put(marker, formatKey, binary.BigEndian.AppendUint32(nil, n))
}

// Migrate brings a file of an older format to the newest. It works on a copy,
// which takes the file's place when it is whole and on the disk: until then
// the file is as it was. Make a backup first. It answers the errors of Open,
// ErrReadOnly, ErrNoSpace, and ErrUnknown when the new file may not outlive a
// power cut.
func Migrate(ctx context.Context, path string) error {
	return wrap("migrate", path, migrate(ctx, path))
}

func migrate(ctx context.Context, path string) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return explain(err, true)
	}
	f := newFile(path)
	if err := f.inspect(ctx, func(*bbolt.Tx) error { return nil }); err != nil {
		return err
	}
	a := &access{path: path, lockWait: f.LockWait, writing: true}
	return a.do(ctx, func(db *bbolt.DB, file *os.File) error {
		draft, err := whole.New(path, func(copied *os.File) error { return migrateTo(ctx, copied, file) })
		if errors.Is(err, errNothing) {
			return nil
		}
		if err != nil {
			return explain(err, true)
		}
		defer draft.Drop()
		if _, err := Verify(ctx, draft.Name()); err != nil {
			return err
		}
		if closeToReplace {
			_ = db.Close()
		}
		return explainNew(draft.Replace())
	})
}

// migrateTo makes the copy and takes the steps on it.
func migrateTo(ctx context.Context, copied, file *os.File) error {
	m, err := checkWhole(file)
	if err != nil {
		return err
	}
	if err := copyPages(copied, file, m); err != nil {
		return err
	}
	db, err := bbolt.Open(copied.Name(), 0o600, newFileOptions())
	if err != nil {
		return err
	}
	return errors.Join(takeSteps(ctx, db), db.Close())
}

func takeSteps(ctx context.Context, db *bbolt.DB) error {
	from := uint32(0)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := db.Update(func(tx *bbolt.Tx) error { return takeStep(tx, &from) })
		if errors.Is(err, errNothing) && from > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// takeStep takes the next step; from counts those that were taken. There is
// errNothing left to do in the newest format.
func takeStep(tx *bbolt.Tx, from *uint32) error {
	marker := tx.Bucket([]byte(markerName))
	if marker == nil {
		return workspace.ErrForeign
	}
	n, err := formatOf(marker)
	switch {
	case err != nil:
		return err
	case n > newestFormat():
		return workspace.ErrNewer
	case n == newestFormat():
		return errNothing
	}
	if err := migrations[n-1](marker); err != nil {
		return fmt.Errorf("from format %d: %w", n, err)
	}
	*from++
	return putFormat(marker, n+1)
}
