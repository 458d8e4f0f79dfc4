package store

import (
	"path/filepath"
	"strings"
	"syscall"
	"unsafe"
)

const driveRemote = 4 // DRIVE_REMOTE

var getDriveType = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")

func onNetwork(path string) bool {
	volume := filepath.VolumeName(path)
	if isShare(volume) {
		return true
	}
	root, err := syscall.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return false
	}
	kind, _, _ := getDriveType.Call(uintptr(unsafe.Pointer(root)))
	return kind == driveRemote
}

// isShare recognises \\server\share and \\?\UNC\server\share.
func isShare(volume string) bool {
	return strings.HasPrefix(volume, `\\`) &&
		(!strings.HasPrefix(volume, `\\?\`) || strings.HasPrefix(strings.ToUpper(volume), `\\?\UNC\`))
}
