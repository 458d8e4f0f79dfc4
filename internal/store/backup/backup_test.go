package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"snijvlak/internal/store/bolt"
	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// newFile makes a landscape file.
func newFile(t *testing.T, path string) *bolt.File {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = bolt.Create(t.Context(), path, storetest.First(storetest.Record("n/a", "1")))
	}
	if err != nil {
		t.Fatal(err)
	}
	f, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// grow commits once more and answers the new head.
func grow(t *testing.T, f *bolt.File) workspace.Head {
	t.Helper()
	head, err := f.Head(t.Context())
	if err == nil {
		// a real hash: the names of copies hold the beginning of it
		c := storetest.Next(head, fmt.Sprint("op", head.Seq), storetest.Record("n/a", fmt.Sprint(head.Seq)))
		c.Entry.Hash = strings.Repeat(fmt.Sprintf("%08x", head.Seq+1), 8)
		head, err = f.Commit(t.Context(), c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return head
}

func mustMake(t *testing.T, c *Copies, head workspace.Head, at time.Time) {
	t.Helper()
	if err := c.Make(t.Context(), head, at); err != nil {
		t.Fatal(err)
	}
}

func mustList(t *testing.T, c *Copies) []workspace.Backup {
	t.Helper()
	list, err := c.List()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestEveryCopyIsWhole makes many copies over many days, and verifies and
// restores each that is kept.
func TestEveryCopyIsWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "doc", "x.snijvlak")
	f := newFile(t, path)
	c := Of(filepath.Join(folder, "copies"), path)
	var head workspace.Head
	for i := range 40 {
		head = grow(t, f)
		mustMake(t, c, head, noon.Add(time.Duration(i)*5*time.Hour))
		mustMake(t, c, head, noon.Add(time.Duration(i)*5*time.Hour)) // of this head there is one
	}
	list := mustList(t, c)
	if list[0].Seq != head.Seq || len(list) < keepNewest+5 || len(list) > keepNewest+9 {
		t.Errorf("%d copies, the newest of entry %d", len(list), list[0].Seq)
	}
	for i, b := range list {
		got, err := bolt.Verify(t.Context(), b.Path)
		if err != nil || got.Seq != b.Seq {
			t.Errorf("%s: %v, %v", b.Name, got, err)
		}
		info, err := os.Stat(b.Path)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", b.Name, info.Mode(), err)
		}
		to := filepath.Join(folder, fmt.Sprintf("restored-%d.snijvlak", i))
		if err := c.Restore(t.Context(), b, to); err != nil {
			t.Error(err)
		}
		if got, err := bolt.Verify(t.Context(), to); err != nil || got.Seq != b.Seq {
			t.Errorf("%s: %v, %v", to, got, err)
		}
		if err := c.Restore(t.Context(), b, to); !errors.Is(err, workspace.ErrExists) {
			t.Errorf("over a file: %v", err)
		}
	}
	if info, err := os.Stat(filepath.Dir(list[0].Path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
}

func TestFilesOfOneNameHaveTheirOwnCopies(t *testing.T) {
	folder := t.TempDir()
	root := filepath.Join(folder, "copies")
	one, two := filepath.Join(folder, "een", "x.snijvlak"), filepath.Join(folder, "twee", "x.snijvlak")
	f := newFile(t, one)
	newFile(t, two)
	mustMake(t, Of(root, one), grow(t, f), noon)
	if n := len(mustList(t, Of(root, two))); n != 0 {
		t.Errorf("the other file has %d copies", n)
	}
	link := filepath.Join(folder, "link.snijvlak")
	if err := os.Symlink(one, link); err != nil {
		t.Skip("no links: ", err)
	}
	if n := len(mustList(t, Of(root, link))); n != 1 {
		t.Errorf("by another name the file has %d copies", n)
	}
	if err := os.RemoveAll(filepath.Dir(one)); err != nil {
		t.Fatal(err)
	}
	if list := mustList(t, Of(root, one)); len(list) != 1 || Of(root, one).Restore(t.Context(), list[0], filepath.Join(folder, "y")) != nil {
		t.Error("of a file that is gone, with its folder, no copy is found")
	}
}

func TestADamagedFileIsNotCopied(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.snijvlak")
	f := newFile(t, path)
	head := grow(t, f)
	c := Of(filepath.Join(folder, "copies"), path)
	mustMake(t, c, head, noon)
	spoil(t, path, "entry of op1")
	if err := c.Make(t.Context(), workspace.Head{Seq: 9, Hash: "later"}, noon); !errors.Is(err, workspace.ErrDamaged) {
		t.Errorf("an entry of the journal is damaged: %v", err)
	}
	entries, err := os.ReadDir(c.dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("left: %v, %v", entries, err)
	}
	spoil(t, mustList(t, c)[0].Path, "entry of op1")
	to := filepath.Join(folder, "y")
	if err := c.Restore(t.Context(), mustList(t, c)[0], to); !errors.Is(err, workspace.ErrDamaged) {
		t.Errorf("a damaged copy: %v", err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("it was restored")
	}
}

// spoil changes one byte of a text in a file.
func spoil(t *testing.T, path, text string) {
	t.Helper()
	b, err := os.ReadFile(path)
	i := strings.Index(string(b), text)
	if err != nil || i < 0 {
		t.Fatalf("%q is not in the file: %v", text, err)
	}
	b[i] ^= 1
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWithoutAFolder(t *testing.T) {
	c := Of("", "x.snijvlak")
	_, list := c.List()
	for _, err := range []error{list, c.Make(t.Context(), workspace.Head{}, noon)} {
		if !errors.Is(err, ErrNoFolder) {
			t.Errorf("answered %v", err)
		}
	}
}

func TestNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := someCopy(t)
		if got, ok := parse(o.name()); !ok || got.number != o.number || !got.at.Equal(o.at) || got.seq != o.seq || got.hash != o.hash {
			t.Fatalf("%s became %+v", o.name(), got)
		}
	})
	for _, name := range []string{
		"", "x.snijvlak", ".000001-20261122T120000Z-1-abc.snijvlak-1.tmp", "000001-20261322T120000Z-1-abc.snijvlak",
		"1-20261122T120000Z-1-abc.snijvlak", "000001-20261122T120000Z-1-abc", "000001-20261122T120000Z-01-abc.snijvlak",
	} {
		if _, ok := parse(name); ok {
			t.Errorf("%q is taken for a copy", name)
		}
	}
}

func someCopy(t *rapid.T) one {
	return one{
		number: rapid.Uint64Range(1, 9_999_999).Draw(t, "number"),
		at:     noon.Add(time.Duration(rapid.IntRange(-60*86400, 60*86400).Draw(t, "seconds")) * time.Second),
		seq:    rapid.Uint64Range(0, 1e9).Draw(t, "seq"),
		hash:   rapid.StringMatching(`[0-9a-f]{12}`).Draw(t, "hash"),
	}
}

// TestPrune checks the rule on any list: the newest ten stay, and the newest of
// each of the last thirty days; nothing else does. Pruning again takes nothing.
func TestPrune(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(someCopy), 0, 120).Draw(t, "copies")
		for i := range list {
			list[i].number = uint64(len(list) - i)
		}
		gone := expired(list)
		var kept []one
		for _, o := range list {
			if !slices.Contains(gone, o) {
				kept = append(kept, o)
			}
		}
		if len(kept) > keepNewest+keepDays || len(expired(kept)) != 0 {
			t.Fatalf("%d are kept, of which %d are not kept", len(kept), len(expired(kept)))
		}
		days := map[string]int{}
		for i, o := range list {
			day := o.at.Format(time.DateOnly)
			days[day]++
			must := i < keepNewest || days[day] == 1 && len(days) <= keepDays
			if is := slices.Contains(kept, o); is != must {
				t.Fatalf("copy %d of %s: kept %v, want %v", i, day, is, must)
			}
		}
	})
}
