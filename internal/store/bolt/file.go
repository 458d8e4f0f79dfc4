package bolt

import (
	"context"
	"os"
	"sync"
	"time"

	"snijvlak/internal/store/whole"
	"snijvlak/internal/workspace"
)

// rememberOps is how many operations a retry is recognised for.
const rememberOps = 10_000

// File is one landscape file as a repository. It holds nothing open between
// calls and is safe for concurrent use; several Files, in several processes,
// may stand for one file. Set the fields before the first call.
type File struct {
	// LockWait is how long to wait for another program to unlock the file
	// before answering ErrBusy.
	LockWait time.Duration
	// Interval is the time between two looks of Watch.
	Interval time.Duration

	path string
	ops  uint64        // how many operations to remember
	turn chan struct{} // one commit at a time, without a wait for the file's lock

	mu        sync.Mutex
	sound     metas // the state of the file whose pages were last found sound
	fresh     bool  // they were by Open, and nothing was loaded since
	uncertain bool  // the outcome of a commit is not known, and nothing was loaded since
	placed    bool  // its name is on the disk for certain
}

var _ workspace.Repository = (*File)(nil)

// Open checks that a file is a landscape file, whole and of a known format. It
// answers ErrMissing, ErrEmpty, ErrForeign, ErrNewer, ErrOlder, ErrDamaged or
// ErrBusy, and leaves a file that it refuses as it was.
func Open(path string) (*File, error) {
	f := newFile(path)
	if _, err := f.head(context.Background()); err != nil {
		return nil, wrap("open", path, err)
	}
	f.fresh = true
	whole.Sweep(path, time.Now())
	return f, nil
}

func newFile(path string) *File {
	return &File{
		LockWait: 2 * time.Second,
		Interval: time.Second,
		path:     path,
		ops:      rememberOps,
		turn:     make(chan struct{}, 1),
	}
}

// Load reads every record and holds them against the checksums in the head.
// Beside the errors of Open it answers that of ctx.
func (f *File) Load(ctx context.Context) (snapshot workspace.Snapshot, err error) {
	recheck := !f.has(&f.fresh)
	f.set(&f.fresh, false)
	err = f.view(ctx, recheck, func(b book, m metas) error {
		snapshot, err = b.snapshot(ctx)
		snapshot.Doubtful = m.doubtful()
		return err
	})
	if err != nil {
		return workspace.Snapshot{}, wrap("load", f.path, err)
	}
	snapshot.ReadOnly = !canWrite(f.path)
	f.set(&f.uncertain, false)
	return snapshot, nil
}

// canWrite says whether a commit may be tried.
func canWrite(path string) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return !isReadOnly(err)
	}
	_ = file.Close()
	return true
}

// Head answers the newest head; errors as Load.
func (f *File) Head(ctx context.Context) (workspace.Head, error) {
	h, err := f.head(ctx)
	return h, wrap("head", f.path, err)
}

func (f *File) head(ctx context.Context) (workspace.Head, error) {
	var h head
	err := f.view(ctx, false, func(b book, _ metas) (err error) {
		h, err = b.head()
		return err
	})
	return h.Head, err
}

// Entries reads a range of the journal; errors as Load.
func (f *File) Entries(ctx context.Context, first, last uint64) (list []workspace.Entry, err error) {
	err = f.view(ctx, false, func(b book, _ metas) error {
		list, err = b.entries(ctx, first, last)
		return err
	})
	return list, wrap("journal", f.path, err)
}

func (f *File) isSound(m metas) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.sound == m
}

func (f *File) setSound(m metas) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.sound = m
}

// has and set read and write one of the notes on the file.
func (f *File) has(note *bool) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return *note
}

func (f *File) set(note *bool, value bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	*note = value
}
