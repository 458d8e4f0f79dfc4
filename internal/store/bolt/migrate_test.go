package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"testing"

	"go.etcd.io/bbolt"

	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

// withMigrations has the program know later formats for one test.
func withMigrations(t *testing.T, steps ...migration) {
	t.Helper()
	before := migrations
	migrations = steps
	t.Cleanup(func() { migrations = before })
}

// testSteps make formats 2 and 3 up: each notes that it was taken.
func testSteps() []migration {
	step := func(n int) migration {
		return func(marker *bbolt.Bucket) error {
			key := fmt.Sprint("note", n)
			if marker.Get([]byte(key)) != nil {
				return fmt.Errorf("step %d is taken twice", n)
			}
			return put(marker, key, bytes.Repeat([]byte("x"), 3000*n))
		}
	}
	return []migration{step(1), step(2)}
}

// stepsTaken reads the notes of the steps, in order.
func stepsTaken(t *testing.T, path string) (format uint32, taken []int) {
	t.Helper()
	err := newFile(path).inspect(t.Context(), func(tx *bbolt.Tx) (err error) {
		marker := tx.Bucket([]byte(markerName))
		for n := 1; marker.Get(fmt.Append(nil, "note", n)) != nil; n++ {
			taken = append(taken, n)
		}
		format, err = formatOf(marker)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return format, taken
}

func TestMigrate(t *testing.T) {
	path := fileOf(t, sample(t))
	want := dump(t, read(t, path))
	withMigrations(t, testSteps()...)
	if _, err := Open(path); !errors.Is(err, ErrOlder) {
		t.Fatalf("before: %v", err)
	}
	for range 2 { // the second time there is nothing to do
		if err := Migrate(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		if format, taken := stepsTaken(t, path); format != 3 || len(taken) != 2 {
			t.Errorf("format %d after steps %v", format, taken)
		}
	}
	if got := dump(t, read(t, path)); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Error("the contents are others")
	}
	wantOnly(t, path)
	f := openQuick(t, path)
	if _, err := f.Commit(t.Context(), storetest.Next(want.head, "later")); err != nil {
		t.Error(err)
	}
	withMigrations(t)
	if _, err := Open(path); !errors.Is(err, workspace.ErrNewer) {
		t.Errorf("an older program: %v", err)
	}
	if err := Migrate(t.Context(), path); !errors.Is(err, workspace.ErrNewer) {
		t.Errorf("an older program migrates: %v", err)
	}
}

func TestEachFormatTakesItsOwnSteps(t *testing.T) {
	path := fileOf(t, small(t))
	withMigrations(t, testSteps()[:1]...)
	if err := Migrate(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	withMigrations(t, testSteps()...)
	if err := Migrate(t.Context(), path); err != nil { // step 1 would fail the second time
		t.Fatal(err)
	}
	if format, taken := stepsTaken(t, path); format != 3 || len(taken) != 2 {
		t.Errorf("format %d after steps %v", format, taken)
	}
}

// TestAFailedMigrationChangesNothing fails in a step, and by making what is no
// landscape.
func TestAFailedMigrationChangesNothing(t *testing.T) {
	before := sample(t)
	for name, step := range map[string]migration{
		"error":   func(*bbolt.Bucket) error { return errors.New("no") },
		"damage":  func(marker *bbolt.Bucket) error { return marker.Put([]byte("x"), []byte("not sealed")) },
		"no head": func(marker *bbolt.Bucket) error { return marker.Delete([]byte(headKey)) },
		"panic":   func(*bbolt.Bucket) error { panic("a fault") },
	} {
		path := fileOf(t, before)
		withMigrations(t, testSteps()[0], step)
		if err := Migrate(t.Context(), path); err == nil {
			t.Errorf("%s: no error", name)
		}
		if !bytes.Equal(read(t, path), before) {
			t.Errorf("%s: the file was changed", name)
		}
		wantUnlocked(t, path)
		if name != "panic" { // like a crash, it leaves a draft for Sweep
			wantOnly(t, path)
		}
	}
}

func TestMigrateKeepsALink(t *testing.T) {
	path := fileOf(t, small(t))
	link := path + ".link"
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links: ", err)
	}
	withMigrations(t, testSteps()...)
	if err := Migrate(t.Context(), link); err != nil {
		t.Fatal(err)
	}
	if format, _ := stepsTaken(t, path); format != 3 {
		t.Errorf("the file itself has format %d", format)
	}
}
