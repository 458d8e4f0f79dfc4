package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"

	"snijvlak/internal/workspace"
)

// damaged is ErrDamaged with what is wrong.
func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", workspace.ErrDamaged, fmt.Sprintf(format, args...))
}

// wrap says which operation on which file failed.
func wrap(operation, path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %s: %w", operation, path, err)
}

// explain gives an error of the operating system its meaning for the port.
// That a file cannot be read is not one of those: it is passed on.
func explain(err error, writing bool) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err // the path is in every error already
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", workspace.ErrMissing, err)
	case isNoSpace(err):
		return fmt.Errorf("%w: %w", workspace.ErrNoSpace, err)
	case writing && isReadOnly(err):
		return fmt.Errorf("%w: %w", workspace.ErrReadOnly, err)
	}
	return err
}

// explainOpen does the same for an error of bbolt.Open.
func explainOpen(err error, writing bool) error {
	for _, invalid := range []error{berrors.ErrInvalid, berrors.ErrChecksum, berrors.ErrVersionMismatch} {
		if errors.Is(err, invalid) {
			return damaged("%v", err)
		}
	}
	return explain(err, writing)
}

// explainCommit judges an error of bbolt's commit. Only a write that found no
// room certainly came before the new meta page; a failed sync may have left it
// on the disk, and nothing short of reading the file again can tell.
func explainCommit(err error) error {
	if isNoSpace(err) && !isSync(err) {
		return fmt.Errorf("%w: %w", workspace.ErrNoSpace, err)
	}
	return fmt.Errorf("%w: %w", workspace.ErrUnknown, err)
}

// isSync recognises a failed sync: bbolt's fdatasync gives a bare number, and
// os.File.Sync names its operation.
func isSync(err error) bool {
	if _, bare := err.(syscall.Errno); bare {
		return true
	}
	path := (*fs.PathError)(nil)
	return errors.As(err, &path) && path.Op == "sync"
}

// isNoSpace also reads the words, since bbolt turns some errors into text.
func isNoSpace(err error) bool {
	for _, number := range noSpace {
		if errors.Is(err, number) || strings.Contains(err.Error(), number.Error()) {
			return true
		}
	}
	return false
}

func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, readOnly)
}
