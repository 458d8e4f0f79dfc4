package store

import (
	"os"
	"path/filepath"
	"strings"

	"snijvlak/internal/workspace"
)

// placeOf looks at the file system under a path, and at the names of the
// folders above it.
func placeOf(path string) workspace.Place {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(real, filepath.Base(path))
	}
	if onNetwork(path) {
		return workspace.NetworkPlace
	}
	if inSyncFolder(filepath.Dir(path), isThere) {
		return workspace.SyncPlace
	}
	return workspace.LocalPlace
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// syncNames begin the names that synchronising programs give their folder:
// "OneDrive", "OneDrive - Gemeente", "Dropbox (Work)".
var syncNames = []string{"onedrive", "nextcloud", "owncloud", "dropbox", "google drive", "googledrive", "icloud drive", "sharepoint"}

// syncMarks lie in the root of a folder that is synchronised.
var syncMarks = []string{".dropbox", ".sync", ".owncloudsync.log", ".nextcloudsync.log", ".stfolder"}

// inSyncFolder says whether a folder is one that another program synchronises,
// or lies in one.
func inSyncFolder(folder string, there func(string) bool) bool {
	for {
		if isSyncName(filepath.Base(folder)) {
			return true
		}
		for _, mark := range syncMarks {
			if there(filepath.Join(folder, mark)) {
				return true
			}
		}
		above := filepath.Dir(folder)
		if above == folder {
			return false
		}
		folder = above
	}
}

func isSyncName(name string) bool {
	name = strings.ToLower(name)
	for _, sync := range syncNames {
		rest, ok := strings.CutPrefix(name, sync)
		if ok && (rest == "" || strings.ContainsRune(" -(_", rune(rest[0]))) {
			return true
		}
	}
	return strings.HasPrefix(name, "com~apple~clouddocs")
}
