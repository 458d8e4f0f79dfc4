package desktop

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/workspace"
)

func TestAFileThatCannotBeOpenedLeadsToAChoice(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		said    string
	}{
		"foreign": {[]byte("not a landscape"), "geen landschapsbestand"},
		"empty":   {nil, "Dit bestand is leeg"},
		"damaged": {bytes.Repeat([]byte{0}, 32<<10), "bestand"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kapot.snijvlak")
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			w := openedAt(t, path)
			mustSee(t, w, c.said, path, "Een ander bestand openen", "Nieuw bestand van het meegeleverde landschap")
			if now, _ := os.ReadFile(path); !bytes.Equal(now, c.content) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestTheLastBackupCanBeOpened(t *testing.T) {
	w := opened(t)
	if err := w.file.ws.Backup(t.Context()); err != nil { // the window does so beside its work
		t.Fatal(err)
	}
	lost := w.file.path
	if err := os.WriteFile(lost, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.openPath(lost)
	found := false
	for _, c := range w.choices(opening{path: lost}) {
		if strings.HasPrefix(c.text, "De laatste reservekopie openen: ") {
			found = true
			c.do()
		}
	}
	if !found || filepath.Base(w.file.path) != "proef hersteld.snijvlak" {
		t.Errorf("backup offered: %t, open is %s", found, w.file.path)
	}
	if info, err := os.Stat(lost); err != nil || info.Size() != 0 {
		t.Error("the lost file was touched")
	}
}

func TestAMissingFileThatWasNamedIsNotMade(t *testing.T) {
	w := opened(t)
	path := filepath.Join(t.TempDir(), "nee.snijvlak")
	w.openPath(path)
	mustSee(t, w, "Dit bestand is er niet")
	if _, err := os.Stat(path); err == nil {
		t.Error("it was made")
	}
}

func TestANewFileNeverReplacesOne(t *testing.T) {
	w := opened(t)
	path := w.file.path
	w.makeNew(path, true)
	mustSee(t, w, "Er is al een bestand met die naam")
	press(t, w, "Sluiten")
	empty := filepath.Join(t.TempDir(), "leeg.snijvlak")
	w.makeNew(empty, true)
	if nodes, _ := w.state.Land.Len(); w.file.path != empty || nodes != 0 {
		t.Errorf("open is %s with %d nodes", w.file.path, nodes)
	}
}

func TestImportShowsWhatItWouldDoFirst(t *testing.T) {
	w := opened(t)
	path := filepath.Join(t.TempDir(), "gegevens.json")
	if err := (outside{}).Write(path, w.state.Land, ""); err != nil {
		t.Fatal(err)
	}
	w.dropped(fyne.Position{}, []fyne.URI{fileURI(path)})
	mustSee(t, w, "Alles in gegevens.json staat al zo in uw bestand.")
	press(t, w, "Sluiten")

	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte("Programma Beschermd thuis"), []byte("Beschermd thuis, nieuw"))
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	w.preview(path)
	mustSee(t, w, "gegevens.json: 0 nieuw, 1 gewijzigd")
	if w.file.ws.Head().Seq != 1 {
		t.Fatal("it was imported before it was asked")
	}
	press(t, w, "Importeren")
	if got := nameIn(t, w, "beschermd-thuis"); got != "Beschermd thuis, nieuw" {
		t.Errorf("it is called %q", got)
	}
}

func TestFaultsOfAnImportNameTheirLine(t *testing.T) {
	w := opened(t)
	path := filepath.Join(t.TempDir(), "stuk.json")
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.preview(path)
	mustSee(t, w, "regel 1: dit is geen goede JSON", "Er is niets ingelezen")
}

func TestTheChooserNamesAFileAndTouchesNone(t *testing.T) {
	w := opened(t)
	dir := filepath.Dir(w.file.path)
	if err := os.Mkdir(filepath.Join(dir, "map"), 0o700); err != nil {
		t.Fatal(err)
	}
	var named string
	w.AskSave("kopie", []string{workspace.Ext}, func(path string) { named = path })
	mustSee(t, w, "map", "proef.snijvlak", "Bestanden met .snijvlak")
	press(t, w, "Opslaan")
	if want := filepath.Join(dir, "kopie.snijvlak"); named != want {
		t.Errorf("named %q, not %q", named, want)
	}
	if _, err := os.Stat(named); err == nil {
		t.Error("it was made")
	}
}

func TestTheChooserNeverGivesALandscapeToReplace(t *testing.T) {
	w := opened(t)
	asked := false
	w.AskSave(w.file.name(), []string{workspace.Ext}, func(string) { asked = true })
	press(t, w, "Opslaan")
	mustSee(t, w, "Een landschapsbestand wordt nooit vervangen")
	if asked {
		t.Error("it was given")
	}
}

func TestTheChooserAsksBeforeItReplaces(t *testing.T) {
	w := opened(t)
	path := filepath.Join(filepath.Dir(w.file.path), "figuur.json")
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	var named string
	w.AskSave("figuur.json", []string{".json"}, func(p string) { named = p })
	press(t, w, "Opslaan")
	mustSee(t, w, "Dit bestand is er al")
	if named != "" {
		t.Fatal("named before it was asked")
	}
	press(t, w, "Vervangen")
	if b, _ := os.ReadFile(path); named != path || string(b) != "x" {
		t.Errorf("named %q; the file holds %q", named, b)
	}
}

func TestOpeningWalksThroughFolders(t *testing.T) {
	w := opened(t)
	dir := filepath.Join(filepath.Dir(w.file.path), "map")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "ander.snijvlak"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	var named string
	w.AskOpen([]string{workspace.Ext}, func(p string) { named = p })
	list := w.win.Canvas().Focused().(*kit.List)
	list.Select(0) // folders come first
	list.Select(0)
	press(t, w, "Openen")
	if want := filepath.Join(dir, "ander.snijvlak"); named != want {
		t.Errorf("named %q, not %q", named, want)
	}
}

func TestACopyIsANewFileThatIsOpen(t *testing.T) {
	w := opened(t)
	first := w.file.path
	w.saveAs()
	press(t, w, "Opslaan")
	if w.file.path == first || w.file.ws.Head().Seq != 1 {
		t.Errorf("open is %s", w.file.path)
	}
	if len(w.remember.recent()) != 2 {
		t.Errorf("recent %v", w.remember.recent())
	}
}

func fileURI(path string) fyne.URI { return storage.NewFileURI(path) }
