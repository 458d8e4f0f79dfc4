package remember_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"snijvlak/internal/desktop/remember"
)

func place(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "new folder", "settings.json")
}

func flush(t *testing.T, m *remember.Memory) {
	t.Helper()
	if err := m.Flush(); err != nil {
		t.Fatal(err)
	}
}

// Every value put before the end is there the next time, however quickly they
// came after each other: this is what Fyne's preferences lose.
func TestNothingIsLostAtTheEnd(t *testing.T) {
	path := place(t)
	m := remember.Open(path)
	for i := range 200 {
		m.Put("key "+strconv.Itoa(i%20), i)
	}
	flush(t, m)
	m = remember.Open(path)
	for i := range 20 {
		if got := remember.Or(m, "key "+strconv.Itoa(i), -1); got != 180+i {
			t.Errorf("key %d is %d", i, got)
		}
	}
}

func TestEachWindowKeepsWhatItChanged(t *testing.T) {
	path := place(t)
	m := remember.Open(path)
	m.Put("view", "map")
	m.Put("width", 1200)
	flush(t, m)
	one, two := remember.Open(path), remember.Open(path)
	one.Put("view", "journal")
	flush(t, one)
	two.Put("width", 900)
	two.Drop("gone")
	flush(t, two)
	m = remember.Open(path)
	if view, width := remember.Or(m, "view", ""), remember.Or(m, "width", 0); view != "journal" || width != 900 {
		t.Errorf("view %q, width %d", view, width)
	}
}

func TestDropForgets(t *testing.T) {
	path := place(t)
	m := remember.Open(path)
	m.Put("places", map[string]int{"a": 1})
	flush(t, m)
	m.Drop("places")
	flush(t, m)
	into := map[string]int{"kept": 1}
	if remember.Get(remember.Open(path), "places", &into) || into["kept"] != 1 {
		t.Error("still there: ", into)
	}
}

// Of a file that was damaged nothing is thrown away.
func TestAnUnreadableFileIsPutAside(t *testing.T) {
	for _, text := range []string{"{\"view\": \"jour", "null", "[1]", "\x00\x00"} {
		path := place(t)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		m := remember.Open(path)
		m.Put("view", "map")
		flush(t, m)
		if kept, err := os.ReadFile(path + ".unreadable"); err != nil || string(kept) != text {
			t.Errorf("%q became %q, %v", text, kept, err)
		}
		if got := remember.Or(remember.Open(path), "view", ""); got != "map" {
			t.Errorf("after %q the view is %q", text, got)
		}
	}
}

// A value of another kind, as of a later version, is as none.
func TestAnotherKindIsNone(t *testing.T) {
	m := remember.Open("")
	m.Put("width", "wide")
	if got := remember.Or(m, "width", 1200.0); got != 1200 {
		t.Errorf("width is %v", got)
	}
	if err := m.Flush(); err != nil {
		t.Error(err)
	}
}

func TestAFolderThatCannotBeMadeIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	m := remember.Open(filepath.Join(file, "settings.json"))
	m.Put("view", "map")
	if m.Flush() == nil {
		t.Error("no error")
	}
	if remember.Or(m, "view", "") != "map" {
		t.Error("forgotten in this session")
	}
}
