// Package pagefiles writes the pages of a figure as files, each whole or not at
// all, and says in words why that did not succeed. It knows no window.
package pagefiles

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"snijvlak/internal/store/whole"
	"snijvlak/internal/words"
)

// Paths are the files of so many pages: the one named, or NAME-1, NAME-2 and so
// on.
func Paths(name string, pages int) []string {
	if pages < 2 {
		return []string{name}
	}
	ext := filepath.Ext(name)
	all := make([]string, pages)
	for i := range all {
		all[i] = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), i+1, ext)
	}
	return all
}

// There are those of the paths where something stands already.
func There(all []string) []string {
	var found []string
	for _, path := range all {
		if _, err := os.Stat(path); err == nil {
			found = append(found, filepath.Base(path))
		}
	}
	return found
}

// Write writes each page whole or not at all. All drafts are written before
// the first takes its name.
func Write(all []string, pages [][]byte) error {
	drafts := make([]*whole.Draft, 0, len(all))
	defer func() {
		for _, d := range drafts {
			d.Drop()
		}
	}()
	for i, path := range all {
		d, err := whole.New(path, func(f *os.File) error { _, err := f.Write(pages[i]); return err })
		if err != nil {
			return err
		}
		drafts = append(drafts, d)
	}
	for _, d := range drafts {
		if err := d.Replace(); err != nil && !errors.Is(err, whole.ErrUnsynced) {
			return err
		}
	}
	return nil
}

// Fault says why a file was not written, and what to do.
func Fault(w *words.Words, path string, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return w.T("export.no-folder", "Folder", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		return w.T("export.not-allowed", "Folder", filepath.Dir(path))
	case whole.IsFull(err):
		return w.T("export.no-space")
	}
	return w.T("export.not-written", "File", filepath.Base(path))
}
