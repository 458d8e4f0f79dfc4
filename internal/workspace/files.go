package workspace

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"snijvlak/internal/landscape"
)

// Files is the port to landscape files by their path.
type Files interface {
	// Create makes a file with its first commit; it never replaces one.
	Create(ctx context.Context, path string, first Commit) error
	// Open gives the repository of a file. One that was made by an older
	// version is brought up to date first, after a backup.
	Open(path string) (Repository, error)
	// Backups gives the backups of a file, which need not be there.
	Backups(path string) Backups
	// Place says what kind of place a file lies in.
	Place(path string) Place
}

// Ext is the extension of landscape files.
const Ext = ".snijvlak"

// First gives the first commit of a new file: entry 1 is the whole landscape.
func First(l *landscape.Landscape, author, origin string, at time.Time) (Commit, error) {
	return firstOf(landscape.Diff(landscape.New(), l), author, Why{Origin: origin}, at)
}

// Begin is First for a landscape that people made, which is screened like any
// change. It gives what personal data came along.
func Begin(l *landscape.Landscape, author string, why Why, at time.Time) (Commit, []landscape.PersonalIn, error) {
	edits, why, err := Screen(landscape.Diff(landscape.New(), l), author, why)
	if err != nil {
		return Commit{}, nil, err
	}
	c, err := firstOf(edits, author, why, at)
	return c, Brings(edits, why), err
}

func firstOf(edits []landscape.Edit, author string, why Why, at time.Time) (Commit, error) {
	e := JournalEntry{
		Seq: 1, Kind: DoEntry, Author: author, At: at.UTC(), Reason: why.Reason, Origin: why.Origin, Op: "first",
		Edits: edits,
	}
	return commitOf(&e, Head{})
}

// DefaultFile is where the landscape lies when the user names no file: in the
// user's data folder, as each system has it.
func DefaultFile() (string, error) {
	dir, err := dataDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "snijvlak", "landschap"+Ext), nil
}

// BackupFolder is where backups lie: beside the folder of DefaultFile, not in
// it, so that losing the one leaves the other.
func BackupFolder() (string, error) {
	dir, err := dataDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "snijvlak-reservekopieen"), nil
}

func dataDir() (string, error) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return os.UserConfigDir() // %AppData%, ~/Library/Application Support
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}
