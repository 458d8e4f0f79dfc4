package bolt

import (
	"bytes"
	"context"
	"encoding/binary"

	"go.etcd.io/bbolt"

	"snijvlak/internal/workspace"
)

const (
	markerName  = "snijvlak"
	recordsName = "records"
	journalName = "journal"
	opsName     = "ops"
	formatKey   = "format"
	headKey     = "head"
)

// book is the contents of the file inside one transaction.
type book struct{ marker, records, journal, ops *bbolt.Bucket }

// openBook finds the buckets. It answers ErrForeign without our marker,
// ErrNewer for a format of later and ErrOlder for one of before.
func openBook(tx *bbolt.Tx) (book, error) {
	marker := tx.Bucket([]byte(markerName))
	if marker == nil {
		return book{}, workspace.ErrForeign
	}
	if err := checkFormat(marker); err != nil {
		return book{}, err
	}
	b := book{
		marker:  marker,
		records: marker.Bucket([]byte(recordsName)),
		journal: marker.Bucket([]byte(journalName)),
		ops:     marker.Bucket([]byte(opsName)),
	}
	if b.records == nil || b.journal == nil || b.ops == nil {
		return book{}, damaged("a bucket is missing")
	}
	return b, nil
}

// newBook makes the buckets of an empty repository.
func newBook(tx *bbolt.Tx) (book, error) {
	marker, err := tx.CreateBucket([]byte(markerName))
	if err != nil {
		return book{}, err
	}
	for _, name := range []string{recordsName, journalName, opsName} {
		if _, err := marker.CreateBucket([]byte(name)); err != nil {
			return book{}, err
		}
	}
	if err := putFormat(marker, newestFormat()); err != nil {
		return book{}, err
	}
	if err := put(marker, headKey, head{}.encode()); err != nil {
		return book{}, err
	}
	return openBook(tx)
}

func checkFormat(marker *bbolt.Bucket) error {
	n, err := formatOf(marker)
	switch {
	case err != nil:
		return err
	case n > newestFormat():
		return workspace.ErrNewer
	case n < newestFormat():
		return ErrOlder
	}
	return nil
}

// get answers the payload under a key, nil when there is none. It is a view,
// for as long as the transaction lasts.
func get(b *bbolt.Bucket, key string) ([]byte, error) {
	value := b.Get([]byte(key))
	if value == nil {
		return nil, nil
	}
	return unseal(key, value)
}

func put(b *bbolt.Bucket, key string, payload []byte) error {
	return b.Put([]byte(key), seal(key, payload))
}

func (b book) head() (head, error) {
	payload, err := get(b.marker, headKey)
	if err != nil {
		return head{}, err
	}
	return decodeHead(payload)
}

// entry reads journal entry seq, which must be there.
func (b book) entry(seq uint64) (entry, error) {
	payload, err := get(b.journal, entryKey(seq))
	if err != nil {
		return entry{}, err
	}
	if payload == nil {
		return entry{}, damaged("journal entry %d is missing", seq)
	}
	return decodeEntry(seq, payload)
}

// entries reads a range, cut to what exists.
func (b book) entries(ctx context.Context, first, last uint64) ([]workspace.Entry, error) {
	h, err := b.head()
	if err != nil {
		return nil, err
	}
	var list []workspace.Entry
	for seq := max(first, 1); seq <= min(last, h.Seq); seq++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e, err := b.entry(seq)
		if err != nil {
			return nil, err
		}
		list = append(list, e.Entry)
	}
	return list, nil
}

// snapshot reads all records and holds them against the head.
func (b book) snapshot(ctx context.Context) (workspace.Snapshot, error) {
	want, err := b.head()
	if err != nil {
		return workspace.Snapshot{}, err
	}
	newest, err := b.newest(want)
	if err != nil {
		return workspace.Snapshot{}, err
	}
	snapshot := workspace.Snapshot{Head: want.Head, Newest: newest}
	found := head{Head: want.Head}
	err = b.records.ForEach(func(k, v []byte) error {
		payload, err := unseal(string(k), v)
		if err != nil {
			return err
		}
		found.count, found.sum = found.count+1, found.sum^sealOf(v)
		snapshot.Records = append(snapshot.Records, workspace.Record{Key: string(k), Value: bytes.Clone(payload)})
		return ctx.Err()
	})
	if err != nil {
		return workspace.Snapshot{}, err
	}
	if found != want {
		return workspace.Snapshot{}, damaged("the records are not those of the head")
	}
	return snapshot, b.checkOps(ctx, want.Seq)
}

// checkOps holds the ops against their checksums, and their number against the
// journal: one that is lost would let its operation be done twice.
func (b book) checkOps(ctx context.Context, last uint64) error {
	count := uint64(0)
	err := b.ops.ForEach(func(k, v []byte) error {
		payload, err := unseal(string(k), v)
		if err != nil {
			return err
		}
		if len(payload) != 8 || binary.BigEndian.Uint64(payload) > last {
			return damaged("op %q has no entry", k)
		}
		count++
		return ctx.Err()
	})
	if err == nil && count != min(last, rememberOps) {
		err = damaged("there are %d ops of %d entries", count, last)
	}
	return err
}

// newest reads the journal entry that the head names, and holds the head
// against it.
func (b book) newest(h head) (workspace.Entry, error) {
	e, err := b.entry(h.Seq)
	if err == nil && e.Hash != h.Hash {
		err = damaged("the head is not that of journal entry %d", h.Seq)
	}
	return e.Entry, err
}
