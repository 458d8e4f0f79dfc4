package workspace_test

import (
	"errors"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func TestReverseTakesOneEntryBackAndLeavesTheRest(t *testing.T) {
	w := open(t, begin(t, landscape.New()), "een")
	one, two := add(t, w, "Wonen"), add(t, w, "Zorg")
	must(t, rename(w, one, "Werken"))
	renamed := w.Head().Seq
	must(t, rename(w, two, "Veiligheid"))

	_, err := w.Change(ctx, workspace.Why{Reason: "toch niet"}, w.Reverse(renamed))
	must(t, err)
	if nameOf(w, one) != "Wonen" || nameOf(w, two) != "Veiligheid" {
		t.Errorf("the names are %q and %q", nameOf(w, one), nameOf(w, two))
	}

	must(t, rename(w, one, "Leren"))
	later := w.Head().Seq
	var conflict *workspace.Conflict
	if _, err := w.Change(ctx, workspace.Why{}, w.Reverse(renamed)); !errors.As(err, &conflict) || conflict.Later.Seq != later {
		t.Errorf("reversing what was changed since answers %v", err)
	}
	var none *workspace.NoEntry
	if _, err := w.Change(ctx, workspace.Why{}, w.Reverse(1)); !errors.As(err, &none) {
		t.Errorf("reversing the first entry answers %v", err)
	}
}
