package desktop

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/mapview"
	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/exchange"
	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/store"
	"snijvlak/internal/workspace"
)

// outside are the shipped landscape and files of JSON.
type outside struct{}

func (outside) Shipped() (*landscape.Landscape, string, error) {
	l, err := exchange.Shipped()
	return l, "shipped", err
}

func (outside) Lists() (overlap.Lists, error) { return exchange.ShippedWords() }
func (outside) Forms() []string               { return []string{".json"} }

func (outside) Read(path string, onto *landscape.Landscape) (Import, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return Import{}, err
	}
	merged, keys, err := exchange.ReadOnto(onto, exchange.Source{Name: path, Data: b})
	if err != nil {
		return Import{}, Faults{{Line: 1, Code: "not-json"}}
	}
	return Import{merged, keys, filepath.Base(path)}, nil
}

func (outside) Write(path string, l *landscape.Landscape, _ string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return exchange.WriteJSON(f, l, exchange.Label{})
}

// opened gives a window on a new file of the shipped landscape, which works on
// the goroutine of the test and follows nothing.
func opened(t *testing.T) *Window {
	t.Helper()
	return openedAt(t, filepath.Join(t.TempDir(), "proef"+workspace.Ext))
}

func openedAt(t *testing.T, path string) *Window {
	t.Helper()
	c := Config{
		Path: path, Make: true, Author: "tester", Version: "1.2.3",
		Files: store.Files{BackupFolder: t.TempDir()}, Data: outside{},
		Layout: figure.Place, Render: figure.Render,
	}
	kit.Still()
	mapview.Still()
	w := newWindow(c, test.NewTempApp(t), remember.Open(""))
	w.start = func(f func()) { f() }
	w.watch = func(func()) {}
	w.begin(<-openAhead(c, c.Author))
	w.win.Resize(fyne.NewSize(1200, 800))
	t.Cleanup(func() {
		w.leave()
		kit.CloseSheets()
		w.win.Close()
	})
	return w
}

// texts are all texts that can be seen in the window, the uppermost dialog
// first.
func texts(w *Window) string {
	var all []string
	look := func(root fyne.CanvasObject) {
		for _, o := range test.LaidOutObjects(root) {
			switch o := o.(type) {
			case *canvas.Text:
				if o.Visible() {
					all = append(all, o.Text)
				}
			case *widget.Label:
				all = append(all, o.Text)
			}
		}
	}
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		look(top)
	}
	look(w.win.Content())
	return strings.Join(all, "\n")
}

func mustSee(t *testing.T, w *Window, wanted ...string) {
	t.Helper()
	all := texts(w)
	for _, text := range wanted {
		if !strings.Contains(all, text) {
			t.Errorf("nowhere %q in:\n%s", text, all)
		}
	}
}

// press presses the button with a text, in the uppermost dialog first.
func press(t *testing.T, w *Window, text string) {
	t.Helper()
	roots := []fyne.CanvasObject{w.win.Content()}
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		roots = slices.Insert(roots, 0, top)
	}
	for _, root := range roots {
		for _, o := range test.LaidOutObjects(root) {
			if b, ok := o.(*kit.Button); ok && b.Text == text && b.Visible() {
				b.OnTapped()
				return
			}
		}
	}
	t.Fatalf("no button %q in:\n%s", text, texts(w))
}

func typed(w *Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			w.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// rename is a change that gives a node another name.
func rename(w *Window, id landscape.ID, name string) workspace.Build {
	return func(l *landscape.Landscape) ([]landscape.Edit, error) {
		set := []workspace.Assignment{{Field: landscape.Name, Values: []string{name}}}
		return w.file.ws.Set(l, id, set, workspace.When{}, workspace.Source{})
	}
}

func nameIn(t *testing.T, w *Window, id landscape.ID) string {
	t.Helper()
	n, ok := w.state.Land.Node(id)
	if !ok {
		t.Fatalf("no %s", id)
	}
	return n.Name()
}

func TestFirstStartShowsTheShippedLandscape(t *testing.T) {
	w := opened(t)
	mustSee(t, w, "Landschap", "Knelpunten", "Overlap", "Agenda", "Tijdlijn", "Journaal", "proef.snijvlak", "initiatieven")
	if w.win.Title() != "proef.snijvlak – Snijvlak" {
		t.Errorf("title %q", w.win.Title())
	}
	if got := w.remember.recent(); len(got) != 1 || got[0] != w.file.path {
		t.Errorf("recent %v", got)
	}
}

func TestAChangeIsToldAndUndoneByName(t *testing.T) {
	w := opened(t)
	before := nameIn(t, w, "beschermd-thuis")
	var done workspace.JournalEntry
	w.Change(workspace.Why{}, rename(w, "beschermd-thuis", "Proefnaam"), func(e workspace.JournalEntry) {
		done = e
		if nameIn(t, w, "beschermd-thuis") != "Proefnaam" {
			t.Error("done is called before the state is shown")
		}
	})
	if done.Seq != 2 || done.Author != "tester" {
		t.Fatalf("entry %+v", done)
	}
	mustSee(t, w, "Proefnaam", "Ongedaan maken", "opgeslagen ")
	press(t, w, "Ongedaan maken")
	if got := nameIn(t, w, "beschermd-thuis"); got != before {
		t.Errorf("after undo it is called %q", got)
	}
	mustSee(t, w, "Ongedaan gemaakt: ", "Proefnaam")
	w.redo()
	mustSee(t, w, "Opnieuw gedaan: ")
	if nameIn(t, w, "beschermd-thuis") != "Proefnaam" {
		t.Error("redo did nothing")
	}
}

func TestAnotherDayOnlyReads(t *testing.T) {
	w := opened(t)
	w.lookAt(landscape.MustDate("2018"))
	if !w.state.Reads() || w.state.Day.String() != "2018" {
		t.Fatalf("day %s", w.state.Day)
	}
	mustSee(t, w, "Wijzigen kan alleen vandaag", "alleen lezen")
	w.Change(workspace.Why{}, rename(w, "beschermd-thuis", "Proefnaam"), nil)
	mustSee(t, w, "Dit kan niet, want u kijkt naar een andere dag")
	press(t, w, "Sluiten")
	press(t, w, "Terug naar vandaag")
	if w.state.Reads() || w.file.ws.Head().Seq != 1 {
		t.Error("not back, or changed all the same")
	}
}

func TestTheDayIsTypedAsPeopleDo(t *testing.T) {
	w := opened(t)
	w.chooseDay()
	field := w.win.Canvas().Focused().(*kit.DateEntry)
	field.SetText("32-13-2026")
	press(t, w, "Tonen")
	mustSee(t, w, "Dit is geen datum")
	field.SetText("1-7-2027")
	typed(w, fyne.KeyReturn)
	if got := w.state.Day.String(); got != "2027-07-01" {
		t.Errorf("day %s", got)
	}
}

// other is a second window or the command line on the same file.
func other(t *testing.T, w *Window) *workspace.Workspace {
	t.Helper()
	repo, err := w.config.Files.Open(w.file.path)
	if err != nil {
		t.Fatal(err)
	}
	ws, err := workspace.Open(t.Context(), repo, "een ander")
	if err != nil {
		t.Fatal(err)
	}
	return ws
}

func TestAConflictShowsBothVersions(t *testing.T) {
	w := opened(t)
	if _, err := other(t, w).Change(t.Context(), workspace.Why{}, rename(w, "beschermd-thuis", "Van de ander")); err != nil {
		t.Fatal(err)
	}
	w.Change(workspace.Why{}, rename(w, "beschermd-thuis", "Van mij"), nil)
	mustSee(t, w, "Iemand anders heeft dit net gewijzigd (een ander, ", "Naam: Van de ander", "Naam: Van mij")
	press(t, w, "Mijn versie opslaan")
	if got := nameIn(t, w, "beschermd-thuis"); got != "Van mij" {
		t.Errorf("it is called %q", got)
	}
}

func TestANumberThatIsNoBSNAsksWhatItIs(t *testing.T) {
	w := opened(t)
	w.Change(workspace.Why{}, rename(w, "beschermd-thuis", "Zaak 111222333"), nil)
	mustSee(t, w, "lijkt een burgerservicenummer te bevatten")
	press(t, w, "Dit is geen BSN")
	mustSee(t, w, "Schrijf in woorden op wat het nummer is.")
	test.Type(w.win.Canvas().Focused(), "nummer van een brief")
	typed(w, fyne.KeyReturn)
	if got := nameIn(t, w, "beschermd-thuis"); got != "Zaak 111222333" {
		t.Errorf("it is called %q", got)
	}
}

func TestTheLanguageChangesAtOnce(t *testing.T) {
	w := opened(t)
	w.setLanguage("en")
	mustSee(t, w, "Landscape", "Bottlenecks", "As of ", "initiatives")
	if w.lang() != "en" || w.state.Words.Lang != "en" {
		t.Error("not remembered")
	}
	if strings.Contains(texts(w), "Knelpunten") {
		t.Error("Dutch is left")
	}
}

func TestANameForTheJournalHoldsAtOnce(t *testing.T) {
	w := opened(t)
	w.config.Author = ""
	w.setAuthor("secretariaat")
	if got := w.file.ws.Author(); got != "secretariaat" {
		t.Errorf("author %q", got)
	}
}

func TestAFileThatIsGoneOffersACopy(t *testing.T) {
	w := opened(t)
	w.tellGone(w.file, true)
	mustSee(t, w, "Het bestand is weg: ", "Kopie opslaan als")
	w.tellGone(w.file, false)
	if strings.Contains(texts(w), "Het bestand is weg") {
		t.Error("the banner stays")
	}
}

func TestWhatAnotherDoesIsShown(t *testing.T) {
	w := opened(t)
	if _, err := other(t, w).Change(t.Context(), workspace.Why{}, rename(w, "beschermd-thuis", "Van de ander")); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	unsubscribe := w.file.ws.Subscribe(func(*landscape.Landscape) { cancel() }) // after the window, which came first
	defer unsubscribe()
	w.file.ws.Follow(ctx)
	if got := nameIn(t, w, "beschermd-thuis"); got != "Van de ander" {
		t.Errorf("it is called %q", got)
	}
}

func TestDataThatMayBeOfACitizenAreWarnedOf(t *testing.T) {
	w := opened(t)
	w.Change(workspace.Why{Reason: "belde 06-12345678"}, rename(w, "beschermd-thuis", "Vraag iemand@voorbeeld.nl"), nil)
	mustSee(t, w, "iets dat lijkt op een e-mailadres", "In de reden staat iets dat lijkt op een telefoonnummer")
}

// loner is a view that can ask for the window.
type loner struct {
	kit.View
	on bool
}

func (a *loner) Alone() bool { return a.on }

func TestAViewCanHaveTheWindowForItself(t *testing.T) {
	w := opened(t)
	v := &loner{View: w.view(kit.AgendaView)}
	w.views[slices.IndexFunc(w.views, func(v kit.View) bool { return v.ID() == kit.AgendaView })] = v
	w.visit(kit.AgendaView)
	seen := func() bool { return w.frame.side.Visible() }
	if !seen() {
		t.Fatal("there is no inspector")
	}
	v.on = true
	w.Arrange()
	if seen() || w.frame.rail.content.Size().Width != railSmall {
		t.Error("it does not have the window")
	}
	w.visit(kit.JournalView)
	if !seen() {
		t.Error("another view lacks the inspector")
	}
	w.visit(kit.AgendaView)
	v.on = false
	w.Arrange()
	if !seen() {
		t.Error("the inspector does not come back")
	}
}
