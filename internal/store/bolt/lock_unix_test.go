//go:build !windows

package bolt

import (
	"os"
	"syscall"
)

func tryLock(file *os.File) bool {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
