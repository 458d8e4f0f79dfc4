package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
)

// asView lets the window of a test show a pane.
type asView struct{ *Pane }

func (asView) ID() kit.ViewID          { return "" }
func (asView) Go(kit.Place)            {}
func (asView) Focus()                  {}
func (asView) Attention(kit.State) int { return 0 }

// look selects an item in a window as wide as the pane is.
func look(t *testing.T, id landscape.ID) (*kittest.Host, *Pane) {
	t.Helper()
	h := kittest.New(t)
	h.Win.Resize(fyne.NewSize(300, 2400))
	p := New(h)
	h.Put(asView{p})
	h.Select(id)
	return h, p
}

// texts are what can be read in the window.
func texts(h *kittest.Host) []string {
	var all []string
	for _, o := range test.LaidOutObjects(h.Win.Content()) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *canvas.Text:
			all = append(all, o.Text)
		}
	}
	return all
}

func reads(t *testing.T, h *kittest.Host, want string) {
	t.Helper()
	all := texts(h)
	if !slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, want) }) {
		t.Errorf("%q is not to be read in %q", want, all)
	}
}

// row is the row of a field or heading.
func row(t *testing.T, p *Pane, f landscape.Field) *kit.Card {
	t.Helper()
	at := p.fieldAt(f)
	if at < 0 {
		t.Fatalf("no row %s", f)
	}
	return p.fields[at].card
}

func press(o fyne.Focusable, key fyne.KeyName) { o.TypedKey(&fyne.KeyEvent{Name: key}) }

func node(t *testing.T, h *kittest.Host, id landscape.ID) *landscape.Node {
	t.Helper()
	n, err := h.WS.Landscape().Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const table = landscape.ID("bestuurlijk-overleg-wvggz")

func TestItTellsAboutWhatIsSelected(t *testing.T) {
	h, _ := look(t, table)
	reads(t, h, "Bestuurlijk overleg WVGGZ")
	reads(t, h, "looptijd onbekend")
	reads(t, h, "Doel · afgeleid")
	h.Select()
	reads(t, h, "Kies een onderdeel")
}

func TestEnterSavesAValueAndKeepsItsSource(t *testing.T) {
	h, p := look(t, table)
	was, _ := node(t, h, table).Claim(landscape.Goal)
	test.Tap(row(t, p, landscape.Goal))
	area, ok := h.Win.Canvas().Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("the focus is on %T", h.Win.Canvas().Focused())
	}
	area.SetText("Een ander doel")
	press(area, fyne.KeyReturn)
	now, _ := node(t, h, table).Claim(landscape.Goal)
	if now.Values[0] != "Een ander doel" || !slices.Equal(now.Evidence, was.Evidence) || now.Certainty != was.Certainty {
		t.Errorf("it became %+v", now)
	}
	if h.Win.Canvas().Focused() != fyne.Focusable(row(t, p, landscape.Goal)) {
		t.Errorf("the focus is on %T, not on the row", h.Win.Canvas().Focused())
	}
	reads(t, h, "Een ander doel")
}

func TestEscapeSavesNothing(t *testing.T) {
	h, p := look(t, table)
	head := h.WS.Head()
	press(row(t, p, landscape.Goal), fyne.KeyF2)
	area := h.Win.Canvas().Focused().(*kit.Entry)
	area.SetText("Weg ermee")
	press(area, fyne.KeyEscape)
	if h.WS.Head() != head || p.editing != nil {
		t.Error("something was saved, or the field stayed open")
	}
}

func TestTabSavesAndGoesOn(t *testing.T) {
	h, p := look(t, table)
	test.Tap(row(t, p, landscape.Goal))
	area := h.Win.Canvas().Focused().(*kit.Entry)
	area.SetText("Nog een doel")
	press(area, fyne.KeyTab)
	if got := node(t, h, table).Get(landscape.Goal); got != "Nog een doel" {
		t.Errorf("the goal is %q", got)
	}
	if p.editing == nil || p.editing.spec.Field != landscape.TargetGroup {
		t.Error("Tab did not go on to the next field")
	}
}

func TestAFieldWithoutAValueIsAskedForItsSource(t *testing.T) {
	h, p := look(t, table)
	p.begin(landscape.End)
	if !p.editing.more.Visible() {
		t.Error("the source is not asked")
	}
	entry := p.editing.in.first.(*kit.DateEntry)
	entry.SetText("31-13-2027")
	reads(t, h, h.S.Words.T("window.date.wrong"))
	press(entry, fyne.KeyReturn)
	if p.editing == nil {
		t.Fatal("a date that is none was saved")
	}
	entry.SetText("31-12-2027")
	press(entry, fyne.KeyReturn)
	claim, _ := node(t, h, table).Claim(landscape.End)
	if len(claim.Values) != 1 || claim.Values[0] != "2027-12-31" || claim.Evidence[0].Note != landscape.Entered("tester", h.S.Today) {
		t.Errorf("it became %+v", claim)
	}
}

func TestAChangeOfTheWorldClosesTheOldClaim(t *testing.T) {
	h, p := look(t, table)
	old := node(t, h, table).Get(landscape.Goal)
	p.begin(landscape.Goal)
	e := p.editing
	e.toggle()
	press(e.since.Field(), fyne.KeyDown)
	e.from.SetText("1-11-2026")
	e.in.first.(*kit.Entry).SetText("Het nieuwe doel")
	e.save()
	claims := node(t, h, table).Claims(landscape.Goal)
	if len(claims) != 2 || claims[0].Values[0] != old || claims[0].End.String() != "2026-10-31" ||
		claims[1].Start.String() != "2026-11-01" || claims[1].Evidence[0].Document != "" {
		t.Errorf("the claims are %+v", claims)
	}
}

func TestAnotherDayOnlyReads(t *testing.T) {
	h, p := look(t, table)
	h.Look("2025-06")
	test.Tap(row(t, p, landscape.Goal))
	if p.editing != nil {
		t.Error("a field can be edited on another day")
	}
	reads(t, h, h.S.WhyNot())
	reads(t, h, h.S.Words.T("inspect.certainty"))
}

func TestWhatFollowsFromTheAgendaIsNotEditedHere(t *testing.T) {
	h := kittest.New(t)
	edits, id, err := h.WS.Add(h.S.Land, addedAction())
	if err != nil {
		t.Fatal(err)
	}
	land, err := h.S.Land.Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	h = kittest.On(t, land)
	h.Win.Resize(fyne.NewSize(300, 2400))
	p := New(h)
	h.Put(asView{p})
	h.Select(id)
	p.begin(landscape.List)
	if p.editing != nil {
		t.Error("the list can be edited")
	}
	reads(t, h, h.S.Words.T("inspect.derived"))
}

func TestARelationIsCorrectedEndedAndTakenAway(t *testing.T) {
	h, p := look(t, table)
	r := h.WS.Landscape().Out(table, landscape.Addresses)[0]
	sure := r
	sure.Certainty = landscape.Confirmed
	h.Change(why, relink{was: &r, now: &sure}.edits, nil)
	if now := h.WS.Landscape().Record(r.Key()).Relation; now.Certainty != landscape.Confirmed {
		t.Errorf("it is %s", now.Certainty)
	}
	moved := sure
	h.Change(why, relink{was: &sure, now: &moved, from: landscape.MustDate("2026-11-01")}.edits, nil)
	both := h.WS.Landscape().Between(r.From, r.To)
	if len(both) != 2 {
		t.Fatalf("there are %d relations", len(both))
	}
	p.unlink(both[1])
	if left := h.WS.Landscape().Between(r.From, r.To); len(left) != 1 {
		t.Errorf("there are %d relations", len(left))
	}
	if len(h.Failures) > 0 {
		t.Error(h.Failures)
	}
}

func TestACopiedAnswerNamesItsSources(t *testing.T) {
	h, p := look(t, table)
	p.copy()
	for _, want := range []string{"Bestuurlijk overleg WVGGZ", "Bestuurlijk overleg, looptijd onbekend", "Doel: ", "Bronnen:", "Stand op 22 november 2026"} {
		if !strings.Contains(h.Copied, want) {
			t.Errorf("%q is not in\n%s", want, h.Copied)
		}
	}
}
