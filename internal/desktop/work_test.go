package desktop

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// Escape in the dialog of work that takes long stops it: that is told at once,
// and what the work answers is not shown.
func TestWorkCanBeStopped(t *testing.T) {
	w := opened(t)
	var held func()
	w.start = func(f func()) { held = f }
	told, shown := 0, false
	p := w.work("Even wachten", func(context.Context) func() { return func() { shown = true } }, func() { told++ })
	p.show()
	typed(w, fyne.KeyEscape)
	if told != 1 || kit.SheetOpen() {
		t.Errorf("told %d times; a dialog is open: %v", told, kit.SheetOpen())
	}
	held()
	if shown || told != 1 {
		t.Errorf("its answer was shown: %v; told %d times", shown, told)
	}
}

func TestWorkThatEndsIsNotStopped(t *testing.T) {
	w := opened(t)
	told, shown := 0, false
	w.work("Even wachten", func(context.Context) func() { return func() { shown = true } }, func() { told++ })
	if !shown || told != 0 {
		t.Errorf("its answer was shown: %v; told %d times", shown, told)
	}
}
