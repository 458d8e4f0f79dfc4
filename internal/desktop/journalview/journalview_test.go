package journalview

import (
	"strings"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// busy is a window whose journal holds a change and a decision.
func busy(t *testing.T) (*kittest.Host, *View) {
	t.Helper()
	h := kittest.New(t)
	set := func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return h.WS.Set(l, "femicide", []workspace.Assignment{{Field: landscape.Note, Values: []string{"nagevraagd"}}}, workspace.When{}, workspace.Source{})
	}
	h.Change(workspace.Why{}, set, nil)
	m := agenda.Move{Item: "t1-3", To: landscape.Done, By: "toekomstscenario", Reason: "ligt daar"}
	act, why := h.WS.Deciding(nil, m, workspace.Recording{})
	h.Change(why, func(l *landscape.Landscape) ([]landscape.Edit, error) { return agenda.Decide(l, m, act) }, nil)
	v := New(h)
	h.Put(v)
	return h, v
}

func TestTheJournalStandsNewestFirst(t *testing.T) {
	_, v := busy(t)
	if len(v.kept) != 3 || v.kept[0].Seq != 3 {
		t.Fatalf("%d lines, the first is %d", len(v.kept), v.kept[0].Seq)
	}
	if v.chosen != 3 {
		t.Errorf("entry %d is chosen", v.chosen)
	}
}

func TestFiltersOfTheJournal(t *testing.T) {
	_, v := busy(t)
	for name, c := range map[string]struct {
		filter filter
		want   []uint64
	}{
		"all":       {filter{}, []uint64{3, 2, 1}},
		"decisions": {filter{decisions: true}, []uint64{3}},
		"a reason":  {filter{text: "ligt DAAR"}, []uint64{3}},
		"an item":   {filter{item: "femicide", text: "gewijzigd"}, []uint64{2}},
		"a person":  {filter{author: "nobody"}, nil},
	} {
		var got []uint64
		for _, l := range through(v.all, c.filter) {
			got = append(got, l.Seq)
		}
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestBackToAMomentIsOneNewEntry(t *testing.T) {
	h, v := busy(t)
	v.restore(2, "toch niet")
	if head := h.WS.Head().Seq; head != 4 {
		t.Fatalf("head %d", head)
	}
	n, _ := h.WS.Landscape().Node("t1-3")
	if n.Get(landscape.List) != "" {
		t.Error("the decision still stands")
	}
	if len(h.Notices) == 0 || !strings.Contains(h.Notices[len(h.Notices)-1], "4") {
		t.Errorf("notices: %q", h.Notices)
	}
}
