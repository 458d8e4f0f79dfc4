//go:build !windows

package bolt

import (
	"errors"
	"os"
	"syscall"
)

var noSpace = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT}

const readOnly = syscall.EROFS

// letGo unlocks and closes a file that bbolt still has in memory. Closing is
// not enough: the lock lasts as long as the mapping.
func letGo(file *os.File) {
	_ = syscall.Flock(int(file.Fd()), syscall.LOCK_UN)
	_ = file.Close()
}

// syncFolder makes a new name in a folder durable. Some file systems have no
// such thing and say so.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
