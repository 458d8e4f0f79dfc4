package workspace

import (
	"context"
	"sync"
	"time"
)

// BackupInterval is how often a window has a backup made when there were
// changes: what is lost with a file is never more than so much work.
const BackupInterval = 5 * time.Minute

// Backups are the copies of one landscape file, kept outside its folder.
type Backups interface {
	// Make copies the file as it is now and verifies the copy, unless there is
	// one of this head already. Older copies that are not kept disappear.
	Make(ctx context.Context, head Head, at time.Time) error
	// List gives the copies, the newest first. It needs no readable file.
	List() ([]Backup, error)
	// Open reads a copy; it must not be changed.
	Open(b Backup) (Repository, error)
	// Restore writes a copy to a path where nothing is. It needs no readable
	// file either.
	Restore(ctx context.Context, b Backup, to string) error
}

// Backup is one copy of a landscape file.
type Backup struct {
	// Name is unique among the copies of the file.
	Name string
	Path string
	// At is when it was made.
	At time.Time
	// Seq is its newest journal entry.
	Seq uint64
}

// WithBackups has a backup made at open, before an import, and as often as
// KeepBackups is told. One that fails stops nothing: warn is told why, and not
// again until one has succeeded.
func WithBackups(b Backups, warn func(error)) Option {
	return func(w *Workspace) { w.safe = &safekeeping{backups: b, warn: warn} }
}

// WithBackupsLater is WithBackups with the one at open left to KeepBackups: a
// window must not wait for a large file to be copied.
func WithBackupsLater(b Backups, warn func(error)) Option {
	return func(w *Workspace) { w.safe = &safekeeping{backups: b, warn: warn, later: true} }
}

// safekeeping makes the backups of a workspace.
type safekeeping struct {
	backups Backups
	warn    func(error)
	later   bool

	mu     sync.Mutex // one backup at a time
	warned bool
}

// Backup makes a backup unless there is one of this state of the file.
func (w *Workspace) Backup(ctx context.Context) error {
	if w.safe == nil {
		return nil
	}
	w.safe.mu.Lock()
	defer w.safe.mu.Unlock()
	return w.safe.backups.Make(ctx, w.Head(), w.now())
}

// KeepBackups makes a backup at every tick at which there were changes, until
// ctx ends: go w.KeepBackups(ctx, time.Tick(BackupInterval)).
func (w *Workspace) KeepBackups(ctx context.Context, ticks <-chan time.Time) {
	if w.safe != nil && w.safe.later {
		w.backUp(ctx)
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks:
			w.backUp(ctx)
		}
	}
}

// backUp makes a backup; a failure is told once.
func (w *Workspace) backUp(ctx context.Context) {
	if w.safe == nil {
		return
	}
	err := w.Backup(ctx)
	if ctx.Err() != nil {
		return
	}
	w.safe.mu.Lock()
	tell := err != nil && !w.safe.warned
	w.safe.warned = err != nil
	w.safe.mu.Unlock()
	if tell && w.safe.warn != nil {
		w.safe.warn(err)
	}
}
