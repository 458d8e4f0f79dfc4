package store

import (
	"path/filepath"
	"testing"

	"snijvlak/internal/workspace"
)

func TestSyncFolders(t *testing.T) {
	marked := func(path string) bool { return path == filepath.FromSlash("/home/a/Werk/.dropbox") }
	for folder, want := range map[string]bool{
		"/home/a/OneDrive/Stukken":            true,
		"/home/a/OneDrive - Gemeente Dordt/x": true,
		"/home/a/Nextcloud":                   true,
		"/home/a/Dropbox (Werk)/x":            true,
		"/home/a/Google Drive":                true,
		"/home/a/Werk/map/map":                true,
		"/home/a/Nextcloudbeheer":             false,
		"/home/a/Mijn OneDrive":               false,
		"/home/a/Documenten":                  false,
		"/":                                   false,
	} {
		if got := inSyncFolder(filepath.FromSlash(folder), marked); got != want {
			t.Errorf("%s: %v", folder, got)
		}
	}
}

func TestPlaceOfALocalFile(t *testing.T) {
	if got := placeOf(filepath.Join(t.TempDir(), "x.snijvlak")); got != workspace.LocalPlace {
		t.Errorf("a folder for tests is a %s place", got)
	}
	folder := filepath.Join(t.TempDir(), "OneDrive", "x.snijvlak")
	if got := placeOf(folder); got != workspace.SyncPlace {
		t.Errorf("a synchronised folder is a %s place", got)
	}
}
