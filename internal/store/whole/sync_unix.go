//go:build !windows

package whole

import (
	"errors"
	"os"
	"syscall"
)

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
