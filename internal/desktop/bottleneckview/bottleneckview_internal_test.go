package bottleneckview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func shown(t *testing.T) (*kittest.Host, *View) {
	t.Helper()
	h := kittest.New(t)
	v := New(h)
	h.Put(v)
	return h, v
}

// owned records that a bottleneck lies with tables.
func owned(t *testing.T, h *kittest.Host, id landscape.ID, by ...landscape.ID) {
	t.Helper()
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		var all []landscape.Edit
		for _, table := range by {
			edits, err := h.WS.Link(l, landscape.Relation{From: table, Link: landscape.Owns, To: id},
				workspace.When{}, workspace.Source{Certainty: landscape.Stated})
			if err != nil {
				return nil, err
			}
			all = append(all, edits...)
		}
		return all, nil
	}, nil)
	if len(h.Failures) > 0 {
		t.Fatal(h.Failures)
	}
}

func press(h *kittest.Host, name fyne.KeyName) {
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func TestTheListIsGroupedByState(t *testing.T) {
	h, v := shown(t)
	owned(t, h, "t2-2", "grip-op-onbegrip", "zorg-en-dwang")
	owned(t, h, "t1-9", "slachtofferbeleid")
	var heads []string
	count := 0
	for _, r := range v.rows {
		if r.entry == nil {
			heads = append(heads, r.group)
			count += r.count
		}
	}
	if want := []string{"unowned", "orphaned", "shared", "owned"}; !slices.Equal(heads, want) {
		t.Errorf("groups %v", heads)
	}
	if all := len(h.S.Seen.Nodes(landscape.Bottleneck)); count != all || len(v.rows) != all+len(heads) {
		t.Errorf("%d of %d in %d rows", count, all, len(v.rows))
	}
}

func TestFiltersLeaveOut(t *testing.T) {
	_, v := shown(t)
	for name, f := range map[string]filter{
		"text":      {text: "EX-gedétineerden"},
		"theme":     {themes: map[int]bool{3: true}},
		"ambitions": {ambitions: true},
	} {
		kept := 0
		for _, e := range v.all {
			if f.keeps(e) {
				kept++
			}
		}
		if kept == 0 || kept == len(v.all) {
			t.Errorf("%s keeps %d of %d", name, kept, len(v.all))
		}
	}
}

// The shipped bottlenecks that lie nowhere are no alarm; what stopped and what
// somebody signalled is.
func TestOnlyNewsAsksForAttention(t *testing.T) {
	h, v := shown(t)
	if n := v.Attention(h.S); n != 0 {
		t.Errorf("%d at the start", n)
	}
	owned(t, h, "t1-9", "slachtofferbeleid")
	if n := v.Attention(h.S); n != 1 {
		t.Errorf("%d with a table that ended", n)
	}
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return h.WS.Set(l, "t3-2", signalled(l, "t3-2", "Regio Noord", h.S.Today), workspace.When{}, workspace.Source{})
	}, nil)
	if n := v.Attention(h.S); n != 2 {
		t.Errorf("%d after a signal", n)
	}
	if e := v.all[slices.IndexFunc(v.all, func(e *entry) bool { return e.node.ID == "t3-2" })]; !strings.Contains(signalText(h.S.Words, e.node), "Regio Noord") {
		t.Error("the signal is not told")
	}
}

// Everything by keyboard: choose, open, write how we know it, record.
func TestWhereItLiesIsRecordedWithoutMouse(t *testing.T) {
	h, v := shown(t)
	v.Go(kit.Place{Item: "t3-4"})
	v.Focus()
	press(h, fyne.KeyReturn)
	if !kit.SheetOpen() {
		t.Fatal("Enter opens nothing")
	}
	if _, is := h.Win.Canvas().Focused().(*kit.Entry); !is { // several tables may have it: choose the first
		press(h, fyne.KeyReturn)
		press(h, fyne.KeyReturn)
		h.Win.Canvas().FocusNext()
	}
	field := h.Win.Canvas().Focused()
	test.Type(field, "Staat in het actieplan")
	field.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}) //nolint:forcetypeassert // an entry
	if kit.SheetOpen() {
		kit.CloseSheets()
		t.Fatal("it was not recorded")
	}
	if n, _ := h.S.Land.Node("t3-4"); agenda.ListOf(n) != landscape.Done {
		t.Error("it does not stand on the done list")
	}
	if e := v.entry(); e == nil || e.group != done {
		t.Error("the list does not show it")
	}
}

func TestASuccessorIsAskedAnew(t *testing.T) {
	h, v := shown(t)
	owned(t, h, "t1-9", "slachtofferbeleid")
	v.Go(kit.Place{Item: "t1-9"})
	by, stage := likeliest(v.detail.shown)
	if by != "slachtofferbeleid-2025-2028" || stage != landscape.Asked {
		t.Errorf("begins with %q, %q", by, stage)
	}
	text := stateText(h.S.Words, h.S.Seen, v.entry())
	for _, want := range []string{"is gestopt", "1 knelpunt belegd", "Opvolger"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}

func TestSharedSuggestsConnecting(t *testing.T) {
	h, v := shown(t)
	owned(t, h, "t2-2", "grip-op-onbegrip", "zorg-en-dwang")
	v.Go(kit.Place{Item: "t2-2"})
	if text := stateText(h.S.Words, h.S.Seen, v.entry()); !strings.Contains(text, "een actie om te verbinden") {
		t.Error(text)
	}
	v.copy(v.current())
	for _, want := range []string{"Gedeeld", "Grip op Onbegrip", "22 november 2026"} {
		if !strings.Contains(h.Copied, want) {
			t.Errorf("%q is not copied:\n%s", want, h.Copied)
		}
	}
}

func TestAnotherDayOnlyReads(t *testing.T) {
	h, v := shown(t)
	h.Look("2018")
	v.Go(kit.Place{Item: "t3-4"})
	v.Focus()
	press(h, fyne.KeyReturn)
	if kit.SheetOpen() {
		kit.CloseSheets()
		t.Error("a past day can be changed")
	}
	for _, a := range v.Actions() {
		if a.Key == "bottleneck.new" && a.Why() == "" {
			t.Error("it does not say why")
		}
	}
}

// do runs an action of the view as the window does.
func do(t *testing.T, h *kittest.Host, v *View, key string) {
	t.Helper()
	i := slices.IndexFunc(v.Actions(), func(a kit.Action) bool { return a.Key == key })
	a := v.Actions()[i]
	if a.Why != nil && a.Why() != "" {
		t.Fatalf("%s: %s", key, a.Why())
	}
	a.Do()
}

// What is asked before the detail is there waits for it, and is never done with
// that of another.
func TestAnActionWaitsForTheDetailOfWhatIsChosen(t *testing.T) {
	h, v := shown(t)
	v.Go(kit.Place{Item: "t3-4"})
	of := func(id landscape.ID) string {
		n, _ := h.S.Seen.Node(id)
		return n.Name()
	}
	for name, c := range map[string]struct {
		meanwhile func()
		done      bool
	}{
		"nothing else":       {func() {}, true},
		"the file changes":   {func() { owned(t, h, "t1-9", "slachtofferbeleid") }, true},
		"another is chosen":  {func() { v.Go(kit.Place{Item: "t3-4"}) }, false},
		"there and back":     {func() { v.Go(kit.Place{Item: "t3-4"}); v.Go(kit.Place{Item: "t2-2"}) }, false},
		"a dialog is opened": {v.add, false},
	} {
		v.Go(kit.Place{Item: "t3-4"})
		h.Copied = ""
		h.Hold()
		v.Go(kit.Place{Item: "t2-2"})
		do(t, h, v, "bottleneck.copy")
		if h.Copied != "" {
			t.Errorf("%s: copied before the detail is there:\n%s", name, h.Copied)
		}
		c.meanwhile()
		h.Release()
		if done := strings.Contains(h.Copied, of("t2-2")); done != c.done || strings.Contains(h.Copied, of("t3-4")) {
			t.Errorf("%s: copied %q", name, h.Copied)
		}
		kit.CloseSheets()
	}
}

func TestEveryActionOnAQuickChoiceIsAboutThatChoice(t *testing.T) {
	h, v := shown(t)
	for _, key := range []string{"bottleneck.place", "bottleneck.connect", "bottleneck.signal"} {
		v.Go(kit.Place{Item: "t3-4"})
		h.Hold()
		v.Go(kit.Place{Item: "t2-2"})
		do(t, h, v, key)
		if kit.SheetOpen() {
			t.Errorf("%s: asks before the detail is there", key)
		}
		h.Release()
		if !kit.SheetOpen() || v.detail.shown.entry.node.ID != "t2-2" {
			t.Errorf("%s: asks nothing", key)
		}
		kit.CloseSheets()
	}
	h.Hold()
	v.Go(kit.Place{Item: "t3-4"})
	do(t, h, v, "bottleneck.ask")
	h.Release()
	if len(h.Opened) != 1 || h.Opened[0].Item != "t3-4" {
		t.Errorf("opened %v", h.Opened)
	}
}

// The first list is read in the background too.
func TestAnActionWaitsForTheList(t *testing.T) {
	h := kittest.New(t)
	v := New(h)
	h.Hold()
	h.Put(v)
	v.Go(kit.Place{Item: "t3-4"})
	do(t, h, v, "bottleneck.copy")
	h.Release()
	if n, _ := h.S.Seen.Node("t3-4"); !strings.Contains(h.Copied, n.Name()) {
		t.Errorf("copied %q", h.Copied)
	}
}

// What the buttons of a detail do is about what is read there.
func TestAButtonIsAboutTheDetailItStandsIn(t *testing.T) {
	h, v := shown(t)
	v.Go(kit.Place{Item: "t3-4"})
	h.Hold()
	v.Go(kit.Place{Item: "t2-2"})
	for _, o := range test.LaidOutObjects(v.detail.rows) {
		if b, ok := o.(*kit.QuietButton); ok && b.Text == v.words.T("asking.copy") {
			test.Tap(b)
		}
	}
	h.Release()
	if n, _ := h.S.Seen.Node("t3-4"); !strings.Contains(h.Copied, n.Name()) {
		t.Errorf("copied %q", h.Copied)
	}
}

// In a narrow list a name keeps its width and its badges go under it.
func TestNoNameIsCutInANarrowList(t *testing.T) {
	_, v := shown(t)
	under := 0
	for _, width := range []float32{220, 260, 380} {
		for _, e := range v.all {
			badges := min(len(e.themes), badgesMost)
			s := shapeOf(e.node.ShortName(), badges, width)
			beside := badges
			if s.under {
				under++
				beside = 0
			}
			lines, whole := kit.Broken(e.node.ShortName(), kit.SizeBody, nameRoom(beside, width))
			if lines > s.lines || !whole || s.high() < nameHigh(lines) {
				t.Errorf("%s in %v: %d lines in %+v", e.node.ID, width, lines, s)
			}
		}
	}
	if under == 0 {
		t.Error("no badges stand under a name")
	}
	h := highOf(v.rows[0], 220)
	if head, whole := kit.Broken(groupText(v.words, v.rows[0].group)+" 52", kit.SizeSecondary, 200); head > 2 || !whole || h != headHigh {
		t.Errorf("the head of a group goes over %d lines", head)
	}
}

func TestKeysGoPastTheHeadsOfGroups(t *testing.T) {
	h, v := shown(t)
	owned(t, h, "t2-2", "grip-op-onbegrip", "zorg-en-dwang")
	head := slices.IndexFunc(v.rows, func(r row) bool { return r.entry == nil && r.group == "shared" })
	v.Go(kit.Place{Item: v.rows[head-1].entry.node.ID})
	v.Focus()
	press(h, fyne.KeyDown)
	if v.id != v.rows[head+1].entry.node.ID {
		t.Errorf("down comes to %s", v.id)
	}
	press(h, fyne.KeyUp)
	if v.id != v.rows[head-1].entry.node.ID {
		t.Errorf("up comes to %s", v.id)
	}
	v.Go(kit.Place{Item: v.rows[1].entry.node.ID})
	press(h, fyne.KeyUp)
	if v.id != v.rows[1].entry.node.ID {
		t.Errorf("up from the first comes to %s", v.id)
	}
}
