package desktop

import (
	"testing"

	"snijvlak/internal/workspace"
)

func TestTheFileAsItWasOnlyReads(t *testing.T) {
	w := opened(t)
	before := nameIn(t, w, "beschermd-thuis")
	w.Change(workspace.Why{}, rename(w, "beschermd-thuis", "Proefnaam"), nil)
	w.LookBack(1)
	n, ok := w.state.Land.Node("beschermd-thuis")
	if !ok || n.Name() != before || !w.state.Past || !w.state.Reads() {
		t.Fatalf("called %q; past %t", n.Name(), w.state.Past)
	}
	mustSee(t, w, "zoals het was na regel 1")
	w.Change(workspace.Why{}, rename(w, "beschermd-thuis", "Andere naam"), nil)
	mustSee(t, w, "landschap van een eerder moment")
	press(t, w, "Sluiten")
	w.undo()
	press(t, w, "Terug naar nu")
	if w.state.Past || w.state.Head.Seq != 2 || nameIn(t, w, "beschermd-thuis") != "Proefnaam" {
		t.Errorf("not back: %+v", w.state.Head)
	}
}
