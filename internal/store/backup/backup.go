// Package backup keeps copies of landscape files, in a folder of the user that
// is not that of the landscape: losing the one leaves the other. Each file has
// a folder of its own in it. Copies are verified before they get their name and
// never changed; which of them are kept is in prune.go. What a landscape file
// looks like is not known here but in bolt.
package backup

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"snijvlak/internal/store/bolt"
	"snijvlak/internal/store/whole"
	"snijvlak/internal/workspace"
)

// Copies are the copies of one landscape file.
type Copies struct {
	path string // of the landscape file
	dir  string // of its copies; "" when there is no place for them
}

var _ workspace.Backups = (*Copies)(nil)

// ErrNoFolder means that the system does not say where the user's data lies.
var ErrNoFolder = errors.New("there is no folder for backups")

// Of gives the copies of the landscape file at path, below the folder root.
// Neither needs to exist; nothing is made yet.
func Of(root, path string) *Copies {
	c := &Copies{path: path}
	if root == "" {
		return c
	}
	real := resolve(path)
	sum := sha256.Sum256([]byte(real))
	base := filepath.Base(real)
	if len(base) > 100 {
		base = strings.ToValidUTF8(base[:100], "")
	}
	c.dir = filepath.Join(root, base+"-"+hex.EncodeToString(sum[:6]))
	return c
}

// resolve gives the one name of a file: absolute and without links. Of a file
// that is lost the folder may still be there.
func resolve(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}

// Make copies the file as it is now, unless there is a copy of the head. The
// zero Head is that of no copy.
func (c *Copies) Make(ctx context.Context, head workspace.Head, at time.Time) error {
	list, err := c.list()
	if err != nil {
		return err
	}
	if head != (workspace.Head{}) && holds(list, head) {
		return nil
	}
	if err := c.copy(ctx, nextNumber(list), at); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	c.prune()
	return nil
}

func holds(list []one, head workspace.Head) bool {
	return slices.ContainsFunc(list, func(o one) bool { return o.seq == head.Seq && o.hash == shortHash(head) })
}

func nextNumber(list []one) uint64 {
	if len(list) == 0 {
		return 1
	}
	return list[0].number + 1
}

// copy writes the copy under a passing name; what it holds gives the real one.
func (c *Copies) copy(ctx context.Context, number uint64, at time.Time) error {
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return err
	}
	passing := filepath.Join(c.dir, "copy")
	whole.Sweep(passing, time.Now())
	draft, err := whole.New(passing, func(f *os.File) error { return bolt.Copy(ctx, c.path, f) })
	if err != nil {
		return err
	}
	defer draft.Drop()
	head, err := bolt.Verify(ctx, draft.Name())
	if err != nil {
		return err
	}
	name := one{number: number, at: at, seq: head.Seq, hash: shortHash(head)}.name()
	if err := draft.As(name).Create(); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil // somebody made this very copy
}

// prune takes away what is not kept. What cannot be taken away now will be
// another time.
func (c *Copies) prune() {
	list, err := c.list()
	if err != nil {
		return
	}
	for _, o := range expired(list) {
		_ = os.Remove(filepath.Join(c.dir, o.name()))
	}
}

// List gives the copies, the newest first.
func (c *Copies) List() ([]workspace.Backup, error) {
	list, err := c.list()
	backups := make([]workspace.Backup, len(list))
	for i, o := range list {
		backups[i] = workspace.Backup{
			Name: strings.TrimSuffix(o.name(), workspace.Ext), Path: filepath.Join(c.dir, o.name()), At: o.at, Seq: o.seq,
		}
	}
	return backups, err
}

func (c *Copies) list() ([]one, error) {
	if c.dir == "" {
		return nil, ErrNoFolder
	}
	entries, err := os.ReadDir(c.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []one
	for _, e := range entries {
		if o, ok := parse(e.Name()); ok && e.Type().IsRegular() {
			list = append(list, o)
		}
	}
	slices.SortFunc(list, func(a, b one) int {
		return cmp.Or(cmp.Compare(b.number, a.number), cmp.Compare(b.name(), a.name()))
	})
	return list, nil
}

// Open reads a copy, which must not be changed.
func (c *Copies) Open(b workspace.Backup) (workspace.Repository, error) {
	file, err := bolt.Open(b.Path)
	if err != nil {
		return nil, err
	}
	return file, nil
}

// Restore writes a copy, verified, to a path where nothing is.
func (c *Copies) Restore(ctx context.Context, b workspace.Backup, to string) error {
	return bolt.CopyTo(ctx, b.Path, to)
}

// one is a copy as its name tells it. The number and not the time gives the
// order, so that a clock that jumps changes nothing.
type one struct {
	number uint64
	at     time.Time // to the second
	seq    uint64
	hash   string // the first digits of the head's; "-" where it is not known
}

const stamp = "20060102T150405Z"

func (o one) name() string {
	return fmt.Sprintf("%06d-%s-%d-%s%s", o.number, o.at.UTC().Format(stamp), o.seq, o.hash, workspace.Ext)
}

var nameForm = regexp.MustCompile(`^(\d{6,19})-(\d{8}T\d{6}Z)-(\d{1,19})-([0-9a-z]{1,12})` + regexp.QuoteMeta(workspace.Ext) + `$`)

func parse(name string) (one, bool) {
	m := nameForm.FindStringSubmatch(name)
	if m == nil {
		return one{}, false
	}
	number, err1 := strconv.ParseUint(m[1], 10, 64)
	at, err2 := time.Parse(stamp, m[2])
	seq, err3 := strconv.ParseUint(m[3], 10, 64)
	o := one{number, at, seq, m[4]}
	return o, errors.Join(err1, err2, err3) == nil && o.name() == name
}

// shortHash is what a name holds of a hash. The head of an older format is not
// known.
func shortHash(head workspace.Head) string {
	if len(head.Hash) < 12 {
		return "x"
	}
	return head.Hash[:12]
}
