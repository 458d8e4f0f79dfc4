package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/desktop/kit"
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
