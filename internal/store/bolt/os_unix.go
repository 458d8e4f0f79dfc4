//go:build !windows

package bolt

import (
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

// isOursAlone says that a file can be replaced by a new one without anybody
// noticing: it has one name, and the new one would have the same owner.
func isOursAlone(info os.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && s.Nlink == 1 && int(s.Uid) == os.Geteuid() && int(s.Gid) == os.Getegid()
}

// closeToReplace says that a file must be closed before another takes its name.
const closeToReplace = false
