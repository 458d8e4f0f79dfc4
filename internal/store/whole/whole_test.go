package whole

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func noLinks(string, string) error { return errors.New("no hard links here") }

func text(s string) func(*os.File) error {
	return func(f *os.File) error {
		_, err := f.WriteString(s)
		return err
	}
}

func wantFiles(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil || len(list) != len(want) {
		t.Fatalf("the folder holds %v, %v", list, err)
	}
	for name, content := range want {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != content {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestCreate(t *testing.T) {
	for name, link := range map[string]func(string, string) error{"linked": os.Link, "renamed": noLinks} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for i, content := range []string{"first", "second"} {
				d, err := New(filepath.Join(folder, "x"), text(content))
				if err != nil {
					t.Fatal(err)
				}
				d.link = link
				if err := d.Create(); errors.Is(err, fs.ErrExist) != (i == 1) {
					t.Errorf("%s: %v", content, err)
				}
				d.Drop()
				wantFiles(t, folder, map[string]string{"x": "first"})
			}
		})
	}
}

// TestCreateNeverReplaces lets a file come up after the first look.
func TestCreateNeverReplaces(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x")
	d, err := New(path, text("ours"))
	if err != nil {
		t.Fatal(err)
	}
	d.link = func(from, to string) error {
		if err := os.WriteFile(path, []byte("another's work"), 0o600); err != nil {
			t.Fatal(err)
		}
		return noLinks(from, to)
	}
	if err := d.Create(); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	d.Drop()
	wantFiles(t, folder, map[string]string{"x": "another's work"})
}

func TestReplaceKeepsTheRights(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	d, err := New(path, text("new"))
	if err == nil {
		err = d.Replace()
	}
	if err != nil {
		t.Fatal(err)
	}
	wantFiles(t, folder, map[string]string{"x": "new"})
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestAFailedFillLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	failure := errors.New("no more")
	_, err := New(filepath.Join(folder, "x"), func(*os.File) error { return failure })
	if !errors.Is(err, failure) {
		t.Error(err)
	}
	wantFiles(t, folder, nil)
}

func TestSweepTakesOnlyOldDraftsOfThisFile(t *testing.T) {
	folder := t.TempDir()
	now := time.Now()
	for name, age := range map[string]time.Duration{
		".x.snijvlak-123.tmp":   2 * time.Hour, // goes
		".x.snijvlak-124.tmp":   time.Minute,
		".x.snijvlak-12a.tmp":   2 * time.Hour,
		".x.snijvlak-.tmp":      2 * time.Hour,
		".y.snijvlak-123.tmp":   2 * time.Hour,
		"x.snijvlak-123.tmp":    2 * time.Hour,
		".x.snijvlak-123.tmp.b": 2 * time.Hour,
		"x.snijvlak":            2 * time.Hour,
	} {
		path := filepath.Join(folder, name)
		err := os.WriteFile(path, nil, 0o600)
		if err == nil {
			err = os.Chtimes(path, now, now.Add(-age))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	Sweep(filepath.Join(folder, "x.snijvlak"), now)
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 7 {
		t.Errorf("left: %v, %v", left, err)
	}
	if _, err := os.Stat(filepath.Join(folder, ".x.snijvlak-123.tmp")); err == nil {
		t.Error("the old draft is still there")
	}
}
