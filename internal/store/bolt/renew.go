package bolt

import (
	"fmt"
	"os"
	"sync"

	"snijvlak/internal/store/whole"
	"snijvlak/internal/workspace"
)

// After a sync that failed, the system may show what is not on the disk, and
// say of a later sync that all is well: it takes the lost pages for written.
// What is acknowledged on top of them could be gone after a power cut. So every
// page is written again with the bytes it has, which makes it a page to sync.
// The pages that the meta pages lead to come first, as in a commit.

// writeAgain makes durable what the file shows. The lock for writing is held.
func writeAgain(file *os.File) error {
	m := readMetas(file)
	newest, ok := m.newest()
	if !ok {
		return damaged("both meta pages are damaged")
	}
	if err := copyOnto(file, 2, newest.high, newest.pageSize); err != nil {
		return err
	}
	return copyOnto(file, 0, 2, newest.pageSize)
}

// copyOnto writes the pages from first up to end again, and syncs them.
func copyOnto(file *os.File, first, end uint64, pageSize int64) error {
	page := make([]byte, pageSize)
	for id := first; id < end; id++ {
		offset := int64(id) * pageSize
		if _, err := file.ReadAt(page, offset); err != nil {
			return err
		}
		if _, err := file.WriteAt(page, offset); err != nil {
			return err
		}
	}
	return file.Sync()
}

// unsynced are the files of which a sync failed in this process and writing
// again did not succeed since. A file that is opened anew is no other file.
var unsynced sync.Map

// place makes the name of the file durable, once: where a sync of the folder
// failed when the file was made or made smaller, all that is committed to it
// could be gone after a power cut.
func (f *File) place() error {
	if f.has(&f.placed) {
		return nil
	}
	if err := whole.SyncName(f.path); err != nil {
		return fmt.Errorf("%w: %w", workspace.ErrUnknown, err)
	}
	f.set(&f.placed, true)
	return nil
}

// failed notes that a sync failed, and writes the file again at once, for the
// other processes. When that fails too, the next commit does it first.
func (f *File) failed(file *os.File) {
	unsynced.Store(f.path, true)
	_ = f.renew(file)
}

// renew writes the file again where that is still to be done.
func (f *File) renew(file *os.File) error {
	if _, ok := unsynced.Load(f.path); !ok {
		return nil
	}
	if err := writeAgain(file); err != nil {
		return fmt.Errorf("%w: %w", workspace.ErrUnknown, err)
	}
	unsynced.Delete(f.path)
	return nil
}
