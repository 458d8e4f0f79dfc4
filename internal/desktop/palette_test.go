package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

func TestThePaletteGoesByKeysOnly(t *testing.T) {
	w := opened(t)
	w.openPalette()
	test.Type(w.win.Canvas().Focused(), "dakloosheid")
	mustSee(t, w, "Nationaal actieplan dakloosheid", "Vraag waar dit ligt: dakloosheid")
	typed(w, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if len(w.state.Selected) != 1 || w.state.Selected[0] != "actieplan-dakloosheid" {
		t.Errorf("selected %v", w.state.Selected)
	}
	if w.win.Canvas().Overlays().Top() != nil {
		t.Error("the palette stays")
	}
}

// What is typed before the search is ready is not lost, and finds no command
// instead.
func TestThePaletteWaitsForTheSearch(t *testing.T) {
	w := opened(t)
	var held []func()
	w.start = func(f func()) { held = append(held, f) }
	w.prepare()
	w.openPalette()
	test.Type(w.win.Canvas().Focused(), "dakloosheid")
	typed(w, fyne.KeyReturn)
	if len(w.state.Selected) != 0 {
		t.Fatalf("selected %v before the search was ready", w.state.Selected)
	}
	w.start = func(f func()) { f() }
	for _, f := range held {
		f()
	}
	if len(w.state.Selected) != 1 || w.state.Selected[0] != "actieplan-dakloosheid" {
		t.Errorf("selected %v", w.state.Selected)
	}
}

func TestThePaletteBeginsWithWhatWasLookedAtLast(t *testing.T) {
	w := opened(t)
	for _, id := range []landscape.ID{"grip-op-onbegrip", "t3-5", "grip-op-onbegrip", "weg"} {
		w.Select(id)
	}
	found := w.lookFor("")
	for i, id := range []landscape.ID{"grip-op-onbegrip", "t3-5"} {
		if n, ok := w.state.Land.Node(id); !ok || found[i].text != n.Name() {
			t.Errorf("line %d is %q, not %s", i, found[i].text, id)
		}
	}
	if len(w.latest()) != 2 {
		t.Error("it offers what is not there")
	}
}

func TestThePaletteGivesCommands(t *testing.T) {
	w := opened(t)
	found := w.lookFor("instellingen")
	if len(found) == 0 || found[0].text != "Instellingen" || found[0].beside != "Ctrl+," {
		t.Fatalf("found %+v", found)
	}
	found[0].do()
	mustSee(t, w, "Licht of donker")
}

func TestThePaletteGoesToViews(t *testing.T) {
	w := opened(t)
	w.lookFor("tijdlijn")[0].do()
	if w.visited != kit.TimelineView {
		t.Errorf("at %s", w.visited)
	}
}

func TestAQuestionGoesToOverlap(t *testing.T) {
	w := opened(t)
	found := w.lookFor("Vraag: waar slapen ex-gedetineerden?")
	if len(found) != 1 || !strings.HasSuffix(found[0].text, ": waar slapen ex-gedetineerden?") {
		t.Fatalf("found %+v", found)
	}
	found[0].do()
	if w.visited != kit.OverlapView {
		t.Errorf("at %s", w.visited)
	}
}

func TestEscapeClosesThePalette(t *testing.T) {
	w := opened(t)
	w.openPalette()
	typed(w, fyne.KeyEscape)
	if w.win.Canvas().Overlays().Top() != nil {
		t.Error("it stays")
	}
}

func TestUndoInAFieldIsOfTheField(t *testing.T) {
	w := opened(t)
	w.openPalette()
	field := w.win.Canvas().Focused().(*kit.Entry)
	test.Type(field, "abc")
	if !w.inField(&fyne.ShortcutUndo{}) || field.Text == "abc" {
		t.Errorf("the text is still %q", field.Text)
	}
}
