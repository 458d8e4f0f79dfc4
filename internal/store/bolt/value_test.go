package bolt

import (
	"errors"
	"strings"
	"testing"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// TestLoadHoldsRecordsAgainstHead changes the contents in ways that leave every
// page sound.
func TestLoadHoldsRecordsAgainstHead(t *testing.T) {
	for name, one := range map[string]struct {
		spoil func(book) error
		named string
	}{
		"a value without checksum": {func(b book) error { return b.records.Put([]byte("n/a"), []byte("x")) }, `"n/a"`},
		"a value of another key":   {func(b book) error { return b.records.Put([]byte("n/a"), seal("n/b", nil)) }, `"n/a"`},
		"a value of another time":  {func(b book) error { return put(b.records, "n/a", []byte("0")) }, "head"},
		"a record lost":            {func(b book) error { return b.records.Delete([]byte("n/a")) }, "head"},
		"a record too many":        {func(b book) error { return put(b.records, "n/z", nil) }, "head"},
		"a bucket among records":   {func(b book) error { _, err := b.records.CreateBucket([]byte("n/z")); return err }, `"n/z"`},
		"an entry lost":            {func(b book) error { return b.journal.Delete([]byte(entryKey(1))) }, "entry 1"},
		"an entry of another hash": {func(b book) error { return put(b.journal, entryKey(1), entry{}.encode()) }, "entry 1"},
		"an entry cut off":         {func(b book) error { return put(b.journal, entryKey(1), []byte{9}) }, "entry 1"},
		"a head cut off":           {func(b book) error { return put(b.marker, headKey, nil) }, "head"},
		"no head":                  {func(b book) error { return b.marker.Delete([]byte(headKey)) }, "head"},
		"no records":               {func(b book) error { return b.marker.DeleteBucket([]byte(recordsName)) }, "bucket"},
		"no format":                {func(b book) error { return b.marker.Delete([]byte(formatKey)) }, "format"},
		"format 0":                 {func(b book) error { return put(b.marker, formatKey, make([]byte, 4)) }, "format"},
	} {
		f := openQuick(t, fileOf(t, small(t)))
		if err := f.update(t.Context(), true, one.spoil); err != nil {
			t.Fatal(err)
		}
		_, err := f.Load(t.Context())
		if !errors.Is(err, workspace.ErrDamaged) || !strings.Contains(err.Error(), one.named) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCommitRefusesDamage(t *testing.T) {
	for name, spoil := range map[string]func(book) error{
		"the op":              func(b book) error { return b.ops.Put([]byte("op"), []byte("x")) },
		"the op's number":     func(b book) error { return put(b.ops, "op", []byte("x")) },
		"the op's entry":      func(b book) error { return put(b.ops, "op", make([]byte, 8)) },
		"the record replaced": func(b book) error { return b.records.Put([]byte("n/a"), []byte("x")) },
		"the next entry":      func(b book) error { return put(b.journal, entryKey(2), nil) },
	} {
		f := openQuick(t, fileOf(t, small(t)))
		if err := f.update(t.Context(), true, spoil); err != nil {
			t.Fatal(err)
		}
		head, err := f.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.Commit(t.Context(), storetest.Next(head, "op", storetest.Record("n/a", "2")))
		if !errors.Is(err, workspace.ErrDamaged) || got != (workspace.Head{}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
