package desktop

import (
	"html"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"snijvlak/assets"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/words"
)

func handbookText(t *testing.T) string {
	t.Helper()
	page, err := fs.ReadFile(assets.Handbook, assets.HandbookPage)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// parts are what an expression finds in its group.
func parts(page, expression string) []string {
	var found []string
	for _, m := range regexp.MustCompile(expression).FindAllStringSubmatch(page, -1) {
		found = append(found, html.UnescapeString(m[1]))
	}
	return found
}

// keysOf are all keys of the window and its views, as they stand on a keyboard.
func keysOf(w *Window) []string {
	say := words.In("nl")
	keys := []string{"Ctrl+F", "Ctrl+Shift+Z"} // other keys for the same
	for _, e := range w.own() {
		if e.action != nil {
			keys = append(keys, keyText(say, e.action.Shortcut))
		}
	}
	for i, v := range w.views {
		keys = append(keys, keyText(say, w.visits()[i].action.Shortcut))
		for _, a := range v.Actions() {
			keys = append(keys, keyText(say, a.Shortcut))
		}
	}
	if of, ok := w.pane.(interface{ Actions() []kit.Action }); ok {
		for _, a := range of.Actions() {
			keys = append(keys, keyText(say, a.Shortcut))
		}
	}
	for _, k := range []string{"tab", "enter", "escape", "alt", "question"} {
		keys = append(keys, regexp.MustCompile(`, | of `).Split(say.T("keys."+k+".key"), -1)...)
	}
	return keys
}

func TestKeysOfTheHandbookAreThere(t *testing.T) {
	keys := keysOf(opened(t))
	named := parts(handbookText(t), `<kbd>([^<]*)</kbd>`)
	if len(named) == 0 {
		t.Fatal("the handbook names no keys")
	}
	for _, key := range named {
		if !slices.Contains(keys, key) {
			t.Errorf("the handbook names %q, which does nothing", key)
		}
	}
}

func TestHandbookDescribesEveryView(t *testing.T) {
	headings := parts(handbookText(t), `<h3[^>]*>([^<]*)</h3>`)
	for _, v := range opened(t).views {
		if name := words.In("nl").T("views." + string(v.ID())); !slices.Contains(headings, name) {
			t.Errorf("the handbook does not describe %s", name)
		}
	}
}

func TestPicturesOfTheHandbookAreThereAndDescribed(t *testing.T) {
	page := handbookText(t)
	files, err := fs.Glob(assets.Handbook, "handboek/*.png")
	if err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	for _, file := range files {
		info, err := fs.Stat(assets.Handbook, file)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
		if !strings.Contains(page, `src="`+path.Base(file)+`"`) {
			t.Errorf("nobody sees %s", file)
		}
	}
	if size > 3<<19 {
		t.Errorf("the pictures take %d bytes, over 1.5 MiB", size)
	}
	for _, img := range parts(page, `(<img[^>]*>)`) {
		source, alt := parts(img, `src="([^"]*)"`), parts(img, `alt="([^"]+)"`)
		if len(source) != 1 || !slices.Contains(files, "handboek/"+source[0]) {
			t.Errorf("no picture for %s", img)
		}
		if len(alt) != 1 {
			t.Errorf("no description in %s", img)
		}
	}
}

// The handbook is read without a network, and its own links lead somewhere.
func TestHandbookStandsAlone(t *testing.T) {
	page := handbookText(t)
	for _, to := range parts(page, `(?:href|src)="([^"]*)"`) {
		anchor, here := strings.CutPrefix(to, "#")
		if strings.Contains(to, "//") {
			t.Errorf("the handbook leads outside: %s", to)
		}
		if here && !strings.Contains(page, `id="`+anchor+`"`) {
			t.Errorf("nothing has the id %s", anchor)
		}
	}
}
