package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// tapIn presses the button with a text in the uppermost dialog.
func tapIn(t *testing.T, h *kittest.Host, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(h.Win.Canvas().Overlays().Top()) {
		if b, ok := o.(*kit.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", text)
}

func TestWhatWasTypedIsSavedWhenOneGoesElsewhere(t *testing.T) {
	h, p := look(t, table)
	p.begin(landscape.Goal)
	p.editing.in.first.(*kit.Entry).SetText("Halverwege")
	h.Select("grip-op-onbegrip")
	if got := node(t, h, table).Get(landscape.Goal); got != "Halverwege" {
		t.Errorf("the goal is %q", got)
	}
	if p.editing != nil || p.shown.Node.ID != "grip-op-onbegrip" {
		t.Error("it does not show the other item")
	}
}

func TestANewInitiativeIsAskedWhatItNeeds(t *testing.T) {
	h := kittest.New(t)
	var made landscape.ID
	c := &creating{host: h, typ: landscape.Initiative, done: func(e workspace.JournalEntry) { made = answers.Made(e, landscape.Initiative) }}
	c.ask()
	c.save()
	if made != "" {
		t.Fatal("an initiative without a name was made")
	}
	c.name.SetText("Regietafel proef")
	if _, fault := c.read(); fault != h.S.Words.T("inspect.need.kind") {
		t.Errorf("without a kind it says %q", fault)
	}
	at := slices.IndexFunc(c.asks, func(a asking) bool { return a.spec.Field == landscape.KindOf })
	c.asks[at].in.first.(*kit.Select).SetSelectedIndex(0)
	c.theme["passende-woonplek"].SetChecked(true)
	c.save()
	n := node(t, h, made)
	if n.Kind() == "" || len(h.WS.Landscape().Out(made, landscape.Addresses)) != 1 {
		t.Errorf("it became %v with %v", n.Kind(), h.WS.Landscape().Out(made))
	}
	if claim, _ := n.Claim(landscape.Name); !claim.Sourced() {
		t.Error("its name has no source")
	}
}

func TestARelationIsAdded(t *testing.T) {
	h, p := look(t, table)
	if kinds := ways(landscape.Initiative); slices.ContainsFunc(kinds, func(w way) bool { return w.link == landscape.HandledBy }) {
		t.Error("a decision of the agenda can be made as a plain relation")
	}
	p.relate()
	tapIn(t, h, h.S.Words.T("inspect.save")) // nothing picked: it stays
	r := &relating{pane: p}
	r.way = kit.NewChoice(ways(landscape.Initiative), func(w way) string { return w.key() }, nil)
	r.way.Set(way{landscape.Steers, false, string(landscape.Initiative)})
	r.slot, r.fresh = kit.Rows(0), kit.Rows(0)
	r.show("", kit.Rows(0), landscape.Relation{})
	r.follow()
	r.sheet.Show(nil)
	if _, fault := r.read(); fault == "" {
		t.Error("a relation without its other end is made")
	}
	r.other.Set("grip-op-onbegrip")
	r.save()
	if got := h.WS.Landscape().Out(table, landscape.Steers); len(got) != 1 || got[0].To != "grip-op-onbegrip" || !got[0].Sourced() {
		t.Errorf("it became %v", got)
	}
}

func TestDeletingNamesWhatGoesAndCanBeUndone(t *testing.T) {
	h, p := look(t, table)
	many := len(h.WS.Landscape().Out(table)) + len(h.WS.Landscape().In(table))
	p.remove()
	found := false
	for _, o := range test.LaidOutObjects(h.Win.Canvas().Overlays().Top()) {
		if l, ok := o.(interface{ AccessibilityLabel() string }); ok {
			found = found || strings.Contains(l.AccessibilityLabel(), h.S.Words.N("inspect.delete.with", many))
		}
	}
	if !found {
		t.Errorf("it does not say that %d relations go", many)
	}
	tapIn(t, h, h.S.Words.T("inspect.delete"))
	if h.WS.Landscape().Has(table) {
		t.Fatal("it is still there")
	}
	if _, err := h.WS.Undo(t.Context()); err != nil || !h.WS.Landscape().Has(table) {
		t.Errorf("it did not come back: %v", err)
	}
}

func TestTheHistoryIsThatOfTheItem(t *testing.T) {
	h, p := look(t, table)
	p.begin(landscape.Goal)
	p.editing.in.first.(*kit.Entry).SetText("Anders")
	p.editing.save()
	test.Tap(row(t, p, "inspect.history"))
	if len(p.past.lines) != 1 {
		t.Errorf("the history is %q", p.past.lines)
	}
	h.Select("grip-op-onbegrip")
	test.Tap(row(t, p, "inspect.history")) // closes
	test.Tap(row(t, p, "inspect.history"))
	reads(t, h, h.S.Words.T("inspect.history.none"))
}

func TestEveryFieldOfEveryTypeCanBeGiven(t *testing.T) {
	h := kittest.New(t)
	for _, typ := range landscape.Types {
		for _, spec := range landscape.FieldsOf(typ) {
			in := newInput(h.S.Words, h.S.Land, spec, nil)
			if values, fault := in.read(); len(values) > 0 || fault != "" && spec.Field != landscape.Name {
				t.Errorf("%s %s begins with %v, %q", typ, spec.Field, values, fault)
			}
		}
	}
	for _, c := range []struct {
		field landscape.Field
		typ   landscape.Type
		text  string
		want  []string
	}{
		{landscape.Goal, landscape.Initiative, "  een \n doel ", []string{"een doel"}},
		{landscape.Alias, landscape.Initiative, "een\n\n twee \neen", []string{"een", "twee"}},
		{landscape.SignalledOn, landscape.Bottleneck, "1-2-2026\n2025", []string{"2026-02-01", "2025"}},
		{landscape.Rung, landscape.Action, "3", []string{"3"}},
	} {
		spec, err := landscape.FieldSpecOf(c.typ, c.field)
		if err != nil {
			t.Fatal(err)
		}
		if got, fault := readText(h.S.Words, spec, c.text); !slices.Equal(got, c.want) || fault != "" {
			t.Errorf("%s: %q became %q, %q", c.field, c.text, got, fault)
		}
	}
}

func TestWhatAnotherMadeOfAFieldIsShownAndThenReplaced(t *testing.T) {
	h, p := look(t, table)
	p.begin(landscape.Goal)
	p.editing.in.first.(*kit.Entry).SetText("Van mij")
	theirs := *p.editing.was
	theirs.Values = []string{"Van de ander"}
	h.Change(why, change{node: table, field: landscape.Goal, was: p.editing.was, now: theirs}.edits, nil)
	if e := p.editing; e == nil || !e.fault.Visible() || !strings.Contains(e.fault.Text, "Er staat nu: Van de ander") {
		t.Fatal("it does not say that another changed it")
	}
	p.editing.save()
	n, _ := h.WS.Landscape().Node(table)
	if claims := n.Claims(landscape.Goal); len(claims) != 1 || claims[0].Values[0] != "Van mij" {
		t.Errorf("the goal is %v", claims)
	}
}
