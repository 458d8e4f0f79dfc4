package command

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"snijvlak/internal/store/whole"
	"snijvlak/internal/workspace"
)

// replace writes a file whole or not at all, over what stood there. A folder
// and a landscape file are never replaced.
func (a *app) replace(path string, write func(io.Writer) error) error {
	if err := a.mayReplace(path); err != nil {
		return err
	}
	draft, err := whole.New(path, func(f *os.File) error { return write(f) })
	if err != nil {
		return a.cannotWrite(path, err)
	}
	defer draft.Drop()
	if err := draft.Replace(); err != nil && !errors.Is(err, whole.ErrUnsynced) {
		return a.cannotWrite(path, err)
	}
	return nil
}

func (a *app) mayReplace(path string) error {
	if strings.EqualFold(filepath.Ext(path), workspace.Ext) {
		return a.wrong("wrong.over-landscape", "File", path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil //nolint:nilerr // nothing stands there; writing tells the rest
	}
	if info.IsDir() {
		return a.wrong("wrong.over-folder", "File", path)
	}
	own, _, err := a.path()
	if err != nil {
		return nil //nolint:nilerr // no landscape, so none to replace
	}
	if of, err := os.Stat(own); err == nil && os.SameFile(of, info) {
		return a.wrong("wrong.over-landscape", "File", path)
	}
	return nil
}

// cannotWrite says why a file could not be written.
func (a *app) cannotWrite(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return a.broken("file.no-such-folder", "File", path, "Folder", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		return a.broken("file.not-allowed", "File", path)
	case whole.IsFull(err):
		return a.broken("file.no-space", "File", path)
	}
	return a.broken("file.not-written", "File", path)
}

// cannotRead says why a file could not be read.
func (a *app) cannotRead(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return a.broken("file.not-there", "File", path)
	case errors.Is(err, fs.ErrPermission):
		return a.broken("file.not-allowed-read", "File", path)
	}
	return a.broken("file.not-read", "File", path)
}
