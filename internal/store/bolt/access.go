package bolt

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"snijvlak/internal/workspace"
)

// retryLock is how long to wait before trying a taken lock again.
const retryLock = 10 * time.Millisecond

// access is one opening of the file by bbolt, and so one hold of its lock.
type access struct {
	path     string
	writing  bool
	lockWait time.Duration
	file     *os.File // what bbolt holds; ours to let go when bbolt panics
	opened   func()   // called between opening and locking, by tests
}

// do locks the file, runs use, and unlocks it. Whatever panics or faults on the
// way becomes ErrDamaged: the file is let go then without bbolt's help, whose
// own locks may never open again, at the cost of one mapping left behind.
func (a *access) do(ctx context.Context, use func(*bbolt.DB, *os.File) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if problem := recover(); problem != nil {
			if a.file != nil {
				letGo(a.file)
			}
			err = damaged("%v", problem)
		}
	}()
	db, err := a.open(ctx)
	if err != nil {
		return err
	}
	err = use(db, a.file)
	_ = db.Close() // nothing is left to write: an error here changes nothing
	return err
}

// open waits for the lock in steps of its own, so that ctx can end the wait.
func (a *access) open(ctx context.Context) (*bbolt.DB, error) {
	options := &bbolt.Options{
		ReadOnly:     !a.writing,
		Timeout:      1, // one try
		FreelistType: bbolt.FreelistMapType,
		NoStatistics: true,
		OpenFile:     a.openFile,
	}
	for until := time.Now().Add(a.lockWait); ; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		db, err := bbolt.Open(a.path, 0, options)
		if err == nil && a.isCurrent() {
			return db, nil
		}
		if err == nil {
			_ = db.Close()
			continue
		}
		if !errors.Is(err, berrors.ErrTimeout) {
			return nil, explainOpen(err, a.writing)
		}
		if time.Now().After(until) {
			return nil, workspace.ErrBusy
		}
		pause(ctx, retryLock)
	}
}

// isCurrent says that the file which is locked now still has its name. It may
// have been replaced by a compacted one between the opening and the locking;
// what is written to the old one would be lost.
func (a *access) isCurrent() bool {
	named, err := os.Stat(a.path)
	if err != nil {
		return false // gone, or not to be reached: opening it again tells which
	}
	locked, err := a.file.Stat()
	return err == nil && os.SameFile(named, locked)
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// openFile opens the file for bbolt, after the refusals that need no lock:
// what they look at is the same at every moment of a file of ours. It never
// makes a file, which bbolt asks for.
func (a *access) openFile(path string, flag int, _ os.FileMode) (*os.File, error) {
	a.file = nil
	file, err := openRegular(path, flag&^os.O_CREATE)
	if err != nil {
		return nil, err
	}
	if err := checkKind(file); err != nil {
		_ = file.Close()
		return nil, err
	}
	a.file = file
	if a.opened != nil {
		a.opened()
	}
	return file, nil
}

// openRegular opens a file that is neither a folder nor a device or pipe, which
// might wait for ever.
func openRegular(path string, flag int) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, workspace.ErrForeign
	}
	return os.OpenFile(path, flag, 0)
}

// checkKind refuses what was never a file of bbolt, or less than one.
func checkKind(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		return workspace.ErrEmpty
	}
	if !looksLikeBolt(file) {
		return workspace.ErrForeign
	}
	if newest, ok := readMetas(file).newest(); ok && info.Size() < 2*newest.pageSize {
		return damaged("only %d bytes are left", info.Size())
	}
	return nil
}

// checkWhole refuses a file that is cut off or has no valid meta page. It asks
// for the lock: a commit in between would look like damage.
func checkWhole(file *os.File) (metas, error) {
	info, err := file.Stat()
	if err != nil {
		return metas{}, err
	}
	m := readMetas(file)
	newest, ok := m.newest()
	if !ok {
		return m, damaged("both meta pages are damaged")
	}
	if pages := uint64(info.Size() / newest.pageSize); newest.high > pages {
		return m, damaged("the file is cut off: %d pages of %d", pages, newest.high)
	}
	return m, nil
}

// view reads inside one transaction. The pages are checked first, unless they
// were before at this very state of the file.
func (f *File) view(ctx context.Context, recheck bool, use func(book, metas) error) error {
	a := &access{path: f.path, lockWait: f.LockWait}
	return a.do(ctx, func(db *bbolt.DB, file *os.File) error {
		m, err := f.check(file, recheck)
		if err != nil {
			return err
		}
		return db.View(func(tx *bbolt.Tx) error {
			b, err := openBook(tx)
			if err != nil {
				return err
			}
			return use(b, m)
		})
	})
}

func (f *File) check(file *os.File, recheck bool) (metas, error) {
	m, err := checkWhole(file)
	if err != nil || !recheck && f.isSound(m) {
		return m, err
	}
	newest, _ := m.newest()
	if err := checkPages(file, newest); err != nil {
		return m, err
	}
	f.setSound(m)
	return m, nil
}

// errUnchecked: the pages of this state of the file were not looked at.
var errUnchecked = errors.New("the pages are not checked")

// update writes inside one transaction. The pages must have been checked
// before: bbolt trusts its list of free pages from the moment it opens for
// writing. Checked says that they were a moment ago, and that a commit of
// another since then is trusted; without it, anything but the last state that
// was found sound is errUnchecked.
func (f *File) update(ctx context.Context, checked bool, use func(book) error) error {
	a := &access{path: f.path, lockWait: f.LockWait, writing: true}
	return a.do(ctx, func(db *bbolt.DB, file *os.File) error {
		before := readMetas(file)
		sound := f.isSound(before)
		if !sound && !checked {
			return errUnchecked
		}
		if err := errors.Join(f.renew(file), f.place()); err != nil {
			return err
		}
		if err := f.write(ctx, db, file, use); err != nil {
			return err
		}
		if sound {
			f.setSound(readMetas(file))
		}
		f.compact(ctx, db, file)
		return nil
	})
}

// write writes; after a failed sync it sees to it that nobody builds on what
// is not on the disk. The outcome stays unknown.
func (f *File) write(ctx context.Context, db *bbolt.DB, file *os.File, use func(book) error) error {
	err := write(ctx, db, use)
	if errors.Is(err, workspace.ErrUnknown) {
		f.failed(file)
	}
	return err
}

// errNothing ends a transaction that has nothing to write.
var errNothing = errors.New("nothing to write")

func write(ctx context.Context, db *bbolt.DB, use func(book) error) error {
	tx, err := db.Begin(true)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback()
	b, err := openBook(tx)
	if err != nil {
		return err
	}
	if err := use(b); errors.Is(err, errNothing) {
		return nil
	} else if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return explainCommit(err)
	}
	return nil
}
