package journalview

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
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
		"decisions": {filter{kind: decisions}, []uint64{3}},
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

func TestALongJournalIsReadByPages(t *testing.T) {
	h := kittest.New(t)
	for i := range page + 20 {
		h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
			note := []workspace.Assignment{{Field: landscape.Note, Values: []string{fmt.Sprint("nummer ", i)}}}
			return h.WS.Set(l, "femicide", note, workspace.When{}, workspace.Source{})
		}, nil)
	}
	v := New(h)
	h.Put(v)
	if len(v.all) != page || v.oldest != 22 || !v.more.Visible() {
		t.Fatalf("%d lines read, down to %d", len(v.all), v.oldest)
	}
	v.search.SetText("landschap gemaakt") // stands in the oldest entry only
	if v.oldest != 1 || len(v.kept) != 1 || v.kept[0].Seq != 1 || v.chosen != 1 {
		t.Fatalf("%d lines found, read down to %d", len(v.kept), v.oldest)
	}
	v.clear()
	for i, l := range v.kept {
		if want := uint64(page + 21 - i); l.Seq != want {
			t.Fatalf("line %d is of entry %d, want %d", i, l.Seq, want)
		}
	}
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return h.WS.Set(l, "femicide", []workspace.Assignment{{Field: landscape.Note, Values: []string{"nieuw"}}}, workspace.When{}, workspace.Source{})
	}, nil)
	if len(v.kept) != page+22 || v.kept[0].Seq != page+22 {
		t.Errorf("%d lines after one more change, the first %d", len(v.kept), v.kept[0].Seq)
	}
}

func TestPeriodsOfTheJournal(t *testing.T) {
	h, v := busy(t)
	today := landscape.MustDate("2026-11-22")
	if s := spanOf(lastWeek, h.S.Land, today, span{}); !s.holds(landscape.MustDate("2026-11-15")) || s.holds(landscape.MustDate("2026-11-14")) {
		t.Errorf("the last week is %v", s)
	}
	body := agenda.Decider(h.S.Land)
	if _, err := h.WS.Schedule(t.Context(), body.ID, []landscape.Date{landscape.MustDate("2026-10-08"), landscape.MustDate("2026-12-10")}, ""); err != nil {
		t.Fatal(err)
	}
	l := h.WS.Landscape()
	if s := spanOf(sinceMeeting, l, today, span{}); s.from != landscape.MustDate("2026-10-09") {
		t.Errorf("since the previous meeting is %v", s)
	}
	if f := (filter{span: span{from: landscape.MustDate("2030-01-01")}}); len(through(v.all, f)) != 0 {
		t.Error("entries of the future")
	}
}

func TestAnEntryShowsWhatWasAndWhatBecame(t *testing.T) {
	h, v := busy(t)
	v.choose(2)
	var texts []string
	for _, o := range test.LaidOutObjects(v.detail) {
		if l, ok := o.(*widget.Label); ok {
			texts = append(texts, l.Text)
		}
	}
	all := strings.Join(texts, "\n")
	for _, want := range []string{"Opmerking werd: nagevraagd", "tester"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in:\n%s", want, all)
		}
	}
	v.lookBack()
	if h.LookedBack != 2 {
		t.Errorf("looked back at %d", h.LookedBack)
	}
}

func BenchmarkLines(b *testing.B) {
	h := kittest.New(b)
	entry := workspace.JournalEntry{Seq: 2, Kind: workspace.DoEntry, Author: "tester", At: kittest.Now}
	n, _ := h.S.Land.Node("femicide")
	entry.Edits = []landscape.Edit{{Key: n.Key(), Before: &landscape.Record{Node: n}, After: &landscape.Record{Node: n.Text(landscape.Note, "x", landscape.Basis{})}}}
	entries := slices.Repeat([]workspace.JournalEntry{entry}, page)
	for b.Loop() {
		lines(h.S.Words, entries, prose.Names(h.S.Land, entries...))
	}
}

func TestOneEntryIsTakenBackByItself(t *testing.T) {
	h, v := busy(t)
	change := func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return h.WS.Set(l, "femicide", []workspace.Assignment{{Field: landscape.Note, Values: []string{"later"}}}, workspace.When{}, workspace.Source{})
	}
	h.Change(workspace.Why{}, change, nil)
	v.choose(3) // the decision, with a change after it
	l, ok := v.current()
	if !ok || v.whyNotReverse() != "" {
		t.Fatalf("entry 3 cannot be taken back: %s", v.whyNotReverse())
	}
	v.takeBack(l, "de tafel zegt nee")
	bottleneck, _ := h.WS.Landscape().Node("t1-3")
	initiative, _ := h.WS.Landscape().Node("femicide")
	if bottleneck.Get(landscape.List) != "" || initiative.Get(landscape.Note) != "later" {
		t.Errorf("list %q, note %q", bottleneck.Get(landscape.List), initiative.Get(landscape.Note))
	}
	if v.choose(1); v.whyNotReverse() == "" {
		t.Error("the first entry can be taken back")
	}
}

func TestOnlyWhatWasDecidedStandsOut(t *testing.T) {
	item := landscape.NewNode("punt", landscape.Item)
	concluded := item.Text(landscape.Result, landscape.Taken, landscape.Basis{})
	for name, c := range map[string]struct {
		entry workspace.JournalEntry
		want  bool
	}{
		"put on an agenda": {workspace.JournalEntry{Meeting: "m", Edits: []landscape.Edit{{After: &landscape.Record{Node: item}}}}, false},
		"proposed":         {workspace.JournalEntry{Meeting: "m", DecidedBy: "stuurgroep", Edits: []landscape.Edit{{After: &landscape.Record{Node: item}}}}, false},
		"concluded":        {workspace.JournalEntry{Meeting: "m", Edits: []landscape.Edit{{After: &landscape.Record{Node: concluded}}}}, true},
		"answered":         {workspace.JournalEntry{DecidedBy: "wvggz"}, true},
		"changed":          {workspace.JournalEntry{}, false},
	} {
		c.entry.Seq, c.entry.Kind = 2, workspace.DoEntry
		if got := isDecision(c.entry); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestTheWayBackStandsThereWhereThereIsOne(t *testing.T) {
	_, v := busy(t)
	if v.way.Visible() {
		t.Error("one can go back to the newest entry")
	}
	if v.choose(2); !v.way.Visible() {
		t.Error("one cannot go back to an older entry")
	}
}
