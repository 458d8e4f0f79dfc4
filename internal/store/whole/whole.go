// Package whole makes files that are there whole or not at all: a draft is
// written beside the path, synced, given its name, and the folder synced. It
// knows nothing of what is in them. A crash leaves at most a draft, which
// Sweep takes away later.
package whole

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// ErrUnsynced means that the file has its name, which may not outlive a power cut.
var ErrUnsynced = errors.New("the folder was not synced")

// leftover is how old a draft must be before Sweep takes it for left behind.
const leftover = time.Hour

// Draft is a finished file that does not have its name yet.
type Draft struct {
	name, path string
	link       func(from, to string) error
}

// New has fill write the file that is to lie at path, and syncs it. Fill may
// open it again by its name. The draft can be read by nobody else.
func New(path string, fill func(*os.File) error) (*Draft, error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*.tmp")
	if err != nil {
		return nil, err
	}
	err = fill(file)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		_ = os.Remove(file.Name())
		return nil, err
	}
	return &Draft{file.Name(), path, os.Link}, nil
}

// Name is where the draft lies until it has its own name.
func (d *Draft) Name() string { return d.name }

// As is the same draft for another path in its folder: for a name that depends
// on what was written.
func (d *Draft) As(name string) *Draft {
	return &Draft{d.name, filepath.Join(filepath.Dir(d.path), name), d.link}
}

// Drop takes a draft away; after Create or Replace there is none.
func (d *Draft) Drop() { _ = os.Remove(d.name) }

// Create gives the draft its name. Where there is something of that name it
// answers fs.ErrExist and leaves it.
//
// A hard link never replaces a file. Where there are none, the name is claimed
// with an empty file of our own and the draft moved over that; a crash in
// between leaves a file without bytes.
func (d *Draft) Create() error {
	err := d.link(d.name, d.path)
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if err != nil {
		return d.claim()
	}
	d.Drop()
	return SyncName(d.path)
}

func (d *Draft) claim() error {
	claim, err := os.OpenFile(d.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_ = claim.Close()
	if err := os.Rename(d.name, d.path); err != nil {
		_ = os.Remove(d.path)
		return err
	}
	return SyncName(d.path)
}

// Replace gives the draft its name, in place of what has it now. It keeps the
// rights of that.
func (d *Draft) Replace() error {
	if info, err := os.Stat(d.path); err == nil {
		if err := os.Chmod(d.name, info.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := os.Rename(d.name, d.path); err != nil {
		return err
	}
	return SyncName(d.path)
}

// SyncName makes the name of a file durable; what fails is ErrUnsynced.
func SyncName(path string) error {
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("%w: %w", ErrUnsynced, err)
	}
	return nil
}

// IsFull recognises a full disk or quota by its words, which each system has its
// own number for.
func IsFull(err error) bool {
	text := strings.ToLower(err.Error())
	return strings.Contains(text, "no space left") || strings.Contains(text, "not enough space") ||
		strings.Contains(text, "quota exceeded")
}

// Sweep takes away the drafts of a file that a crash left behind: those with
// exactly the names that New gives, over an hour old by now. It is a courtesy;
// what it cannot do it leaves.
func Sweep(path string, now time.Time) {
	folder := filepath.Dir(path)
	list, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range list {
		if !isDraft(e.Name(), filepath.Base(path)) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > leftover {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// isDraft recognises ".BASE-DIGITS.tmp".
func isDraft(name, base string) bool {
	number, ok := strings.CutPrefix(name, "."+base+"-")
	number, tmp := strings.CutSuffix(number, ".tmp")
	return ok && tmp && number != "" && strings.Trim(number, "0123456789") == ""
}
