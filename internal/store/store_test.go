package store

import (
	"errors"
	"path/filepath"
	"testing"

	"snijvlak/internal/store/backup"
	"snijvlak/internal/store/storetest"
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

// TestABackupComesBeforeAMigration migrates a file of the newest format, which
// changes nothing; bolt tests the migration itself.
func TestABackupComesBeforeAMigration(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.snijvlak")
	files := Files{BackupFolder: filepath.Join(folder, "backups")}
	if err := files.Create(t.Context(), path, storetest.First()); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 2; n++ { // each time anew: what an older format holds is not known
		if _, err := files.migrated(path); err != nil {
			t.Fatal(err)
		}
		if list, err := files.Backups(path).List(); err != nil || len(list) != n {
			t.Errorf("%v, %v", list, err)
		}
	}
	if _, err := (Files{}).migrated(path); !errors.Is(err, backup.ErrNoFolder) {
		t.Errorf("without a backup: %v", err)
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
