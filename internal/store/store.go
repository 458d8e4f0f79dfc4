// Package store puts landscape files, their backups and the place they lie in
// together as the program needs them. What a file looks like is in bolt, which
// copies are kept in backup.
package store

import (
	"context"
	"errors"
	"time"

	"snijvlak/internal/store/backup"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// Files are the landscape files of a user.
type Files struct {
	// BackupFolder is where backups lie; "" makes none, which is told each time.
	BackupFolder string
}

var _ workspace.Files = Files{}

// UserFiles keeps the backups in the folder of the user who runs the program.
func UserFiles() Files {
	folder, err := workspace.BackupFolder()
	if err != nil {
		folder = "" // told when a backup is to be made
	}
	return Files{folder}
}

// Create makes a file with its first commit; it never replaces one.
func (Files) Create(ctx context.Context, path string, first workspace.Commit) error {
	return bolt.Create(ctx, path, first)
}

// Open gives the repository of a file. One of an older format is brought to
// the newest, after a backup.
func (f Files) Open(path string) (workspace.Repository, error) {
	file, err := bolt.Open(path)
	if errors.Is(err, bolt.ErrOlder) {
		file, err = f.migrated(path)
	}
	if err != nil {
		return nil, err
	}
	return file, nil
}

func (f Files) migrated(path string) (*bolt.File, error) {
	ctx := context.Background()
	if err := backup.Of(f.BackupFolder, path).Make(ctx, workspace.Head{}, time.Now()); err != nil {
		return nil, err
	}
	if err := bolt.Migrate(ctx, path); err != nil {
		return nil, err
	}
	return bolt.Open(path)
}

// Backups gives the backups of a file, which need not be there.
func (f Files) Backups(path string) workspace.Backups { return backup.Of(f.BackupFolder, path) }

// Place says what kind of place a file lies in.
func (Files) Place(path string) workspace.Place { return placeOf(path) }
