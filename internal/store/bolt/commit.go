package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"snijvlak/internal/workspace"
)

// Commit writes a change with its journal entry in one transaction. Beside the
// errors of Load it answers ErrConflict; ErrReadOnly and ErrNoSpace, with
// nothing changed; and ErrUnknown when the last sync failed. After that it
// answers ErrUnknown to every commit, without touching the file, until a Load
// has shown what is there.
func (f *File) Commit(ctx context.Context, c workspace.Commit) (workspace.Head, error) {
	h, err := f.commit(ctx, c)
	return h, wrap("commit", f.path, err)
}

func (f *File) commit(ctx context.Context, c workspace.Commit) (h workspace.Head, err error) {
	if err := checkCommit(c); err != nil {
		return h, err
	}
	select {
	case f.turn <- struct{}{}:
		defer func() { <-f.turn }()
	case <-ctx.Done():
		return h, ctx.Err()
	}
	if f.has(&f.uncertain) {
		return h, fmt.Errorf("%w: an earlier write failed", workspace.ErrUnknown)
	}
	once := func(b book) (err error) {
		h, err = b.commitOnce(c, f.ops)
		return err
	}
	err = errUnchecked
	if f.isQuiet() {
		err = f.update(ctx, false, once)
	}
	if errors.Is(err, errUnchecked) {
		err = f.checkedUpdate(ctx, once)
	}
	if err != nil {
		f.set(&f.uncertain, errors.Is(err, workspace.ErrUnknown))
		return workspace.Head{}, err
	}
	return h, nil
}

// checkedUpdate is update for a file that others wrote to.
func (f *File) checkedUpdate(ctx context.Context, use func(book) error) error {
	if _, err := f.head(ctx); err != nil {
		return err
	}
	return f.update(ctx, true, use)
}

// isQuiet says that the file looks as it did when its pages were last found
// sound, so that checking them again can be left out. It is only a guess: the
// file is not locked.
func (f *File) isQuiet() bool {
	now, err := peek(f.path)
	return err == nil && f.isSound(now)
}

// checkCommit refuses what no store could keep.
func checkCommit(c workspace.Commit) error {
	if c.Op == "" {
		return errors.New("the commit has no op")
	}
	if c.Entry.Seq != c.Expect.Seq+1 {
		return fmt.Errorf("entry %d cannot follow entry %d", c.Entry.Seq, c.Expect.Seq)
	}
	keys := make(map[string]bool, len(c.Puts)+len(c.Deletes))
	for _, key := range keysOf(c) {
		if key == "" {
			return errors.New("a record has an empty key")
		}
		if keys[key] {
			return fmt.Errorf("record %q is in the commit twice", key)
		}
		keys[key] = true
	}
	return nil
}

func keysOf(c workspace.Commit) []string {
	keys := append([]string(nil), c.Deletes...)
	for _, r := range c.Puts {
		keys = append(keys, r.Key)
	}
	return keys
}

// commitOnce is commit, or for an op that was written before the head it led
// to, with errNothing left to write.
func (b book) commitOnce(c workspace.Commit, ops uint64) (workspace.Head, error) {
	h, err := b.done(c.Op)
	if err != nil {
		return workspace.Head{}, err
	}
	if h != (workspace.Head{}) {
		return h, errNothing
	}
	return b.commit(c, ops)
}

// done answers the head that an operation led to when it was written before,
// and the zero Head when it was not.
func (b book) done(op string) (workspace.Head, error) {
	payload, err := get(b.ops, op)
	if err != nil || payload == nil {
		return workspace.Head{}, err
	}
	if len(payload) != 8 {
		return workspace.Head{}, damaged("op %q is too short", op)
	}
	e, err := b.entry(binary.BigEndian.Uint64(payload))
	return workspace.Head{Seq: e.Seq, Hash: e.Hash}, err
}

// commit writes c on the head it expects.
func (b book) commit(c workspace.Commit, ops uint64) (workspace.Head, error) {
	h, err := b.head()
	if err != nil {
		return workspace.Head{}, err
	}
	if h.Head != c.Expect {
		return workspace.Head{}, workspace.ErrConflict
	}
	if err := b.change(&h, c); err != nil {
		return workspace.Head{}, err
	}
	if err := b.record(entry{c.Entry, c.Op}, ops); err != nil {
		return workspace.Head{}, err
	}
	h.Head = workspace.Head{Seq: c.Entry.Seq, Hash: c.Entry.Hash}
	return h.Head, put(b.marker, headKey, h.encode())
}

// change puts and deletes the records, keeping count and sum with them.
func (b book) change(h *head, c workspace.Commit) error {
	for _, key := range c.Deletes {
		if err := b.forget(h, key); err != nil {
			return err
		}
		if err := b.records.Delete([]byte(key)); err != nil {
			return err
		}
	}
	for _, r := range c.Puts {
		if err := b.forget(h, r.Key); err != nil {
			return err
		}
		value := seal(r.Key, r.Value)
		h.count, h.sum = h.count+1, h.sum^sealOf(value)
		if err := b.records.Put([]byte(r.Key), value); err != nil {
			return err
		}
	}
	return nil
}

// forget takes a record that is there out of count and sum.
func (b book) forget(h *head, key string) error {
	old := b.records.Get([]byte(key))
	if old == nil {
		return nil
	}
	if _, err := unseal(key, old); err != nil {
		return err
	}
	h.count, h.sum = h.count-1, h.sum^sealOf(old)
	return nil
}

// record writes the journal entry with its op, and forgets the op that is too
// old by now.
func (b book) record(e entry, ops uint64) error {
	key := entryKey(e.Seq)
	if b.journal.Get([]byte(key)) != nil {
		return damaged("journal entry %d is there already", e.Seq)
	}
	b.journal.FillPercent = 1 // entries come in order: leave no half pages
	if err := put(b.journal, key, e.encode()); err != nil {
		return err
	}
	if err := put(b.ops, e.op, binary.BigEndian.AppendUint64(nil, e.Seq)); err != nil {
		return err
	}
	if e.Seq <= ops {
		return nil
	}
	old, err := b.entry(e.Seq - ops)
	if err != nil {
		return err
	}
	return b.ops.Delete([]byte(old.op))
}

// begin writes the first commit into an empty database.
func begin(tx *bbolt.Tx, c workspace.Commit) error {
	b, err := newBook(tx)
	if err != nil {
		return err
	}
	_, err = b.commit(c, rememberOps)
	return err
}
