package bolt

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// TestUnknownUntilLoaded: after a write whose outcome is not known, nothing is
// written until somebody has looked.
func TestUnknownUntilLoaded(t *testing.T) {
	path := fileOf(t, small(t))
	f := openQuick(t, path)
	head, err := f.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	f.set(&f.uncertain, true)
	unsynced.Store(path, true)
	before := read(t, path)
	for range 2 {
		if _, err := f.Commit(t.Context(), storetest.Next(head, "second")); !errors.Is(err, workspace.ErrUnknown) {
			t.Errorf("answered %v", err)
		}
	}
	if !bytes.Equal(read(t, path), before) {
		t.Error("the file was changed")
	}
	if _, err := f.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Commit(t.Context(), storetest.Next(head, "second")); err != nil {
		t.Errorf("after a load: %v", err)
	}
	if _, still := unsynced.Load(path); still {
		t.Error("it was not written again")
	}
}

// TestWriteAgainChangesNoByte: only the moment of writing is new.
func TestWriteAgainChangesNoByte(t *testing.T) {
	path := fileOf(t, sample(t))
	before := read(t, path)
	a := &access{path: path, writing: true}
	err := a.do(context.Background(), func(_ *bbolt.DB, file *os.File) error { return writeAgain(file) })
	if err != nil || !bytes.Equal(read(t, path), before) {
		t.Errorf("%v, changed %v", err, !bytes.Equal(read(t, path), before))
	}
}
