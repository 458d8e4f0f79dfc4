package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"snijvlak/assets"
)

// handbook writes the handbook to the cache of the user, where a browser can
// read it without a network, and gives the path of its page.
func handbook() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return writeHandbook(filepath.Join(cache, "snijvlak"))
}

// writeHandbook writes the pages and pictures of the handbook in a folder.
func writeHandbook(folder string) (string, error) {
	err := fs.WalkDir(assets.Handbook, ".", func(path string, d fs.DirEntry, err error) error {
		to := filepath.Join(folder, filepath.FromSlash(path))
		if err != nil || d.IsDir() {
			return errors.Join(err, os.MkdirAll(to, 0o700))
		}
		data, err := fs.ReadFile(assets.Handbook, path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o600)
	})
	return filepath.Join(folder, filepath.FromSlash(assets.HandbookPage)), err
}
