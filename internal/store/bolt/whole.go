package bolt

import (
	"bytes"
	"context"
	"io"
	"os"

	"go.etcd.io/bbolt"

	"snijvlak/internal/workspace"
)

// summary is what two copies of one landscape have in common, and no other
// landscape: every value is in the sum.
type summary struct {
	format      uint32
	head        workspace.Head
	values, sum uint64
}

// summaryOf reads every value of any format and holds it against its checksum;
// of the newest format also against the head.
func summaryOf(ctx context.Context, tx *bbolt.Tx) (summary, error) {
	marker := tx.Bucket([]byte(markerName))
	if marker == nil {
		return summary{}, workspace.ErrForeign
	}
	var s summary
	if err := s.add(ctx, marker); err != nil {
		return s, err
	}
	var err error
	if s.format, err = formatOf(marker); err != nil {
		return s, err
	}
	if s.format != newestFormat() {
		return s, nil
	}
	b, err := openBook(tx)
	if err == nil {
		s.head, err = b.verify(ctx)
	}
	return s, err
}

// add counts the values of a bucket and of those in it.
func (s *summary) add(ctx context.Context, b *bbolt.Bucket) error {
	return b.ForEach(func(k, v []byte) error {
		if v == nil {
			return s.add(ctx, b.Bucket(k))
		}
		if _, err := unseal(string(k), v); err != nil {
			return err
		}
		s.values, s.sum = s.values+1, s.sum^sealOf(v)
		return ctx.Err()
	})
}

// verify holds the records and the journal against the head, and every op
// against its entry. The values were held against their checksums before.
func (b book) verify(ctx context.Context) (workspace.Head, error) {
	snapshot, err := b.snapshot(ctx)
	if err != nil {
		return workspace.Head{}, err
	}
	seq := uint64(0)
	err = b.journal.ForEach(func(k, _ []byte) error {
		if seq++; !bytes.Equal(k, []byte(entryKey(seq))) {
			return damaged("journal entry %d is missing", seq)
		}
		return ctx.Err()
	})
	if err == nil && seq != snapshot.Head.Seq {
		err = damaged("the journal has %d entries and the head says %d", seq, snapshot.Head.Seq)
	}
	return snapshot.Head, err
}

// inspect is view for a file of any format, with all its pages checked.
func (f *File) inspect(ctx context.Context, use func(*bbolt.Tx) error) error {
	a := &access{path: f.path, lockWait: f.LockWait}
	return a.do(ctx, func(db *bbolt.DB, file *os.File) error {
		if _, err := f.check(file, true); err != nil {
			return err
		}
		return db.View(use)
	})
}

// Verify reads a whole file, whatever its format, and holds every value
// against its checksum. It answers the errors of Open but ErrOlder. The head of
// an older format is not read.
func Verify(ctx context.Context, path string) (head workspace.Head, err error) {
	err = newFile(path).inspect(ctx, func(tx *bbolt.Tx) error {
		s, err := summaryOf(ctx, tx)
		head = s.head
		return err
	})
	return head, wrap("verify", path, err)
}

// Copy writes the bytes of a file as they are at one moment, whatever its
// format. Only its pages are checked: Verify the copy before trusting it.
func Copy(ctx context.Context, path string, to io.Writer) error {
	f := newFile(path)
	a := &access{path: path, lockWait: f.LockWait}
	err := a.do(ctx, func(_ *bbolt.DB, file *os.File) error {
		m, err := f.check(file, true)
		if err != nil {
			return err
		}
		return copyPages(to, file, m)
	})
	return wrap("copy", path, err)
}

// copyPages writes the pages that the newest state uses, and both meta pages
// as they are, so that a doubtful file has a doubtful copy.
func copyPages(to io.Writer, file *os.File, m metas) error {
	newest, _ := m.newest()
	size := int64(newest.high) * newest.pageSize
	n, err := io.Copy(to, io.NewSectionReader(file, 0, size))
	if err == nil && n != size {
		err = damaged("the file is cut off")
	}
	return explainCopy(err)
}

// explainCopy is explain for an error of writing a copy.
func explainCopy(err error) error {
	if err == nil {
		return nil
	}
	return explain(err, true)
}
