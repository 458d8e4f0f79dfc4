package workspace

import (
	"context"
	"errors"
)

// Repository is the store port: where a landscape file lives. It knows bytes
// and heads, never the model. Every implementation passes the one suite in
// store/storetest.
//
// A repository holds nothing open between calls: it is locked only while it
// loads or commits, so that a window, a second window and the command line can
// work on one file at once.
type Repository interface {
	// Load reads every record at one head.
	Load(ctx context.Context) (Snapshot, error)
	// Head answers the newest head without reading records.
	Head(ctx context.Context) (Head, error)
	// Entries reads the journal entries first..last, both inclusive, in order.
	// A range beyond the journal is cut to what exists.
	Entries(ctx context.Context, first, last uint64) ([]Entry, error)
	// Commit writes all of c or nothing, durably. When the head is not
	// c.Expect it answers ErrConflict; a commit whose Op was written before
	// answers the head it led to then, and changes nothing. After ErrUnknown
	// a repository takes no commit until it has been loaded again.
	Commit(ctx context.Context, c Commit) (Head, error)
	// Watch sends the newest head each time it differs from the last one sent,
	// beginning after from. The channel closes when ctx ends.
	Watch(ctx context.Context, from Head) <-chan Head
}

// Head is the newest journal entry: its number and its hash in hexadecimal.
// The zero Head is that of an empty repository.
type Head struct {
	Seq  uint64
	Hash string
}

// Record is one node or relation as bytes. Keys are "n/ID" and
// "e/FROM/KIND/TO[/START]".
type Record struct {
	Key   string
	Value []byte
}

// Entry is one journal entry as bytes, with what the store must know of it.
type Entry struct {
	Seq   uint64
	Hash  string
	Value []byte
}

// Snapshot is all records, sorted by key, at one head.
type Snapshot struct {
	Head    Head
	Records []Record
	// Newest is the journal entry of Head; zero in an empty repository.
	Newest Entry
	// ReadOnly says that a commit would answer ErrReadOnly.
	ReadOnly bool
	// Doubtful says that the newest transaction of the file may be missing
	// (one of its two meta pages is damaged).
	Doubtful bool
}

// Commit is one change with its journal entry.
type Commit struct {
	// Op names the operation, so that a retry is harmless.
	Op string
	// Expect is the head the change was made on.
	Expect  Head
	Puts    []Record
	Deletes []string
	// Entry.Seq must be Expect.Seq+1.
	Entry Entry
}

// Errors of a repository. Implementations wrap them with the operation and the
// path; test with errors.Is.
var (
	// ErrConflict: the head is not the one expected.
	ErrConflict = errors.New("the landscape was changed by someone else")
	// ErrBusy: another program kept the file locked for over two seconds.
	ErrBusy = errors.New("the file is in use")
	// ErrMissing: there is no file of that name.
	ErrMissing = errors.New("the file does not exist")
	// ErrExists: a file of that name exists and is never replaced.
	ErrExists = errors.New("the file exists already")
	// ErrEmpty: the file exists and has no bytes.
	ErrEmpty = errors.New("the file is empty")
	// ErrForeign: the file is not a landscape file.
	ErrForeign = errors.New("the file is not a landscape file")
	// ErrNewer: the file was made by a newer version of the program.
	ErrNewer = errors.New("the file was made by a newer version")
	// ErrDamaged: the file is cut off or its contents do not match their
	// checksums.
	ErrDamaged = errors.New("the file is damaged")
	// ErrReadOnly: the file or its folder cannot be written.
	ErrReadOnly = errors.New("the file is read-only")
	// ErrNoSpace: the disk is full; nothing was changed.
	ErrNoSpace = errors.New("the disk is full")
	// ErrUnknown: the outcome of a write is not known. The repository answers
	// it to every commit from then on, until a Load has shown what is there.
	ErrUnknown = errors.New("it is not known whether the change was written")
)
