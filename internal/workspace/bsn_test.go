package workspace_test

import (
	"errors"
	"strings"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func TestABSNIsRefusedWhereverTextComesIn(t *testing.T) {
	const number = "111222333"
	w := open(t, begin(t, landscape.New()), "een")
	id := add(t, w, "Wonen")
	err := rename(w, id, "Zaak "+number)
	var bsn *workspace.BSNError
	if !errors.As(err, &bsn) || strings.Contains(err.Error(), number) {
		t.Fatalf("a BSN in a name gave %v", err)
	}
	e, err := w.Change(ctx, workspace.Why{NotBSN: "kenmerk van de brief"}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Set(l, id, []workspace.Assignment{{Field: landscape.Name, Values: []string{"Zaak " + number}}},
			workspace.When{}, workspace.Source{})
	})
	must(t, err)
	if e.Reason != "geen BSN: kenmerk van de brief" {
		t.Errorf("the journal keeps %q", e.Reason)
	}
	_, err = w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return w.Set(l, id, []workspace.Assignment{{Field: landscape.Goal, Values: []string{"Iets anders"}}},
			workspace.When{}, workspace.Source{})
	})
	must(t, err) // what was let in once is not asked again
}
