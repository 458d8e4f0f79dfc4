package pagefiles

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/words"
)

func TestNamesOfPages(t *testing.T) {
	if got := Paths("a/b.c.png", 2); !slices.Equal(got, []string{"a/b.c-1.png", "a/b.c-2.png"}) {
		t.Error(got)
	}
	if got := Paths("b.pdf", 1); !slices.Equal(got, []string{"b.pdf"}) {
		t.Error(got)
	}
}

func TestEachPageIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	all := Paths(filepath.Join(dir, "a.svg"), 2)
	if err := os.WriteFile(all[0], []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := There(all); !slices.Equal(got, []string{"a-1.svg"}) {
		t.Errorf("there are %v", got)
	}
	if err := Write(all, [][]byte{[]byte("one"), []byte("two")}); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"one", "two"} {
		if b, err := os.ReadFile(all[i]); err != nil || string(b) != want {
			t.Errorf("%s holds %q: %v", all[i], b, err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("the folder holds %v: %v", left, err)
	}
}

func TestAFolderThatIsNotThereIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "weg", "tekst.txt")
	err := Write([]string{path}, [][]byte{nil})
	if text := Fault(words.In("nl"), path, err); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(text, "weg") {
		t.Errorf("%v is told as %q", err, text)
	}
}
