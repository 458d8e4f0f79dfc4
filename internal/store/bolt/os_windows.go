package bolt

import (
	"os"
	"syscall"
)

// ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL and ERROR_DISK_QUOTA_EXCEEDED.
var noSpace = []syscall.Errno{39, 112, 1295}

const readOnly = syscall.Errno(19) // ERROR_WRITE_PROTECT

// letGo closes a file that bbolt still has in memory; that unlocks it as well.
func letGo(file *os.File) { _ = file.Close() }

// isOursAlone is never true: Windows replaces no file that is open, and one
// that is not open is not locked.
func isOursAlone(os.FileInfo) bool { return false }

// closeToReplace says that a file must be closed before another takes its name.
const closeToReplace = true
