package bolt

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/whole"
)

// A file that is mostly free pages is made anew without them. Smaller files
// are not worth the trouble.
const (
	compactFrom  = 1 << 20 // bytes
	compactBatch = 1 << 20 // bytes in one transaction of the copy
)

// compact replaces the file by a smaller copy when most of it is free. The
// lock for writing is held: who waits for it finds another file under the name
// and opens that. The change before it is safe already, so what goes wrong
// here is no error; the file stays as it is.
func (f *File) compact(ctx context.Context, db *bbolt.DB, file *os.File) {
	newest, ok := readMetas(file).newest()
	info, err := file.Stat()
	if !ok || err != nil || !mostlyFree(file, newest) || !isOursAlone(info) || ctx.Err() != nil {
		return
	}
	path, err := filepath.EvalSymlinks(f.path)
	if err != nil {
		return
	}
	draft, err := whole.New(path, func(copied *os.File) error { return compactTo(ctx, copied.Name(), db) })
	if err != nil {
		return
	}
	defer draft.Drop()
	if err := sameContents(ctx, db, draft.Name()); err == nil {
		f.set(&f.placed, draft.Replace() == nil)
	}
}

// mostlyFree reads how many pages of a state are on its list of free pages.
func mostlyFree(file *os.File, m meta) bool {
	if int64(m.high)*m.pageSize < compactFrom {
		return false
	}
	var b [pageHeader + 8]byte
	if _, err := file.ReadAt(b[:], int64(m.freelist)*m.pageSize); err != nil {
		return false
	}
	free := uint64(parseHeader(b[:]).count)
	if free == longList {
		free = native.Uint64(b[pageHeader:])
	}
	return free > m.high/2
}

func compactTo(ctx context.Context, path string, from *bbolt.DB) error {
	to, err := bbolt.Open(path, 0o600, newFileOptions())
	if err != nil {
		return err
	}
	return errors.Join(bbolt.Compact(to, from, compactBatch), to.Close(), ctx.Err())
}

// sameContents checks the copy page by page and value by value, and that its
// head, records, journal and ops are those of the file.
func sameContents(ctx context.Context, db *bbolt.DB, path string) error {
	var want, got summary
	err := db.View(func(tx *bbolt.Tx) (err error) {
		want, err = summaryOf(ctx, tx)
		return err
	})
	if err != nil {
		return err
	}
	err = newFile(path).inspect(ctx, func(tx *bbolt.Tx) (err error) {
		got, err = summaryOf(ctx, tx)
		return err
	})
	if err == nil && got != want {
		err = fmt.Errorf("the copy holds %+v, not %+v", got, want)
	}
	return err
}
