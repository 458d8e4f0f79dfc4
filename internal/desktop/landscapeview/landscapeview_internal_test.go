package landscapeview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

func shown(t *testing.T) (*kittest.Host, *View) {
	t.Helper()
	h := kittest.New(t)
	v := New(h)
	h.Put(v)
	if !v.ready {
		t.Fatal("no map", h.Failures)
	}
	return h, v
}

func TestTheOverviewIsTheFigureAndTheTable(t *testing.T) {
	_, v := shown(t)
	if v.made.board != nil || len(v.made.items) != 21 || len(v.table.rows) != 21 {
		t.Errorf("%d boxes, %d rows, a board: %t", len(v.made.items), len(v.table.rows), v.made.board != nil)
	}
	if v.count.Text != "21 onderdelen" || v.all.Visible() {
		t.Errorf("it says %q", v.count.Text)
	}
}

func TestAThemeIsChosenAndLetGo(t *testing.T) {
	_, v := shown(t)
	test.Tap(v.firstTheme())
	if n := len(v.table.rows); n == 0 || n == 21 || n != len(v.kept) {
		t.Fatalf("%d rows", n)
	}
	if !strings.HasSuffix(v.count.Text, " van 21") || !v.all.Visible() {
		t.Errorf("it says %q", v.count.Text)
	}
	if c := v.picturing(); c.View != scene.ThemeView || c.Theme != "acute-onveiligheid" {
		t.Errorf("it would export %+v", c)
	}
	test.Tap(v.all)
	if len(v.table.rows) != 21 || v.firstTheme().On() {
		t.Error("not all is shown")
	}
}

func TestBottlenecksMakeTheMapABoard(t *testing.T) {
	_, v := shown(t)
	v.bar.toggle(&v.bar.also.bottlenecks)
	if v.made.board == nil || len(v.made.items) != 76 {
		t.Errorf("%d items on a board: %t", len(v.made.items), v.made.board != nil)
	}
	if v.bar.ambition.Hidden {
		t.Error("one cannot choose the ambitions")
	}
	v.bar.toggle(&v.bar.also.bottlenecks)
	if v.made.board != nil || !v.bar.ambition.Hidden {
		t.Error("the figure does not come back")
	}
	v.bar.toggle(&v.bar.also.actions) // of which there are none
	if v.made.board != nil {
		t.Error("what is not there makes it a board")
	}
}

func TestGoingToAnItemFillsOutTheMap(t *testing.T) {
	h, v := shown(t)
	h.Select("t1-1")
	v.Go(kit.Place{Item: "t1-1"})
	if !v.has("t1-1") || !v.bar.also.bottlenecks {
		t.Error("the bottleneck is not on the map")
	}
	if got := v.canvas.Selected(); len(got) != 1 || got[0] != "t1-1" {
		t.Errorf("selected %v", got)
	}
}

func TestTheSelectionIsOne(t *testing.T) {
	h, v := shown(t)
	v.canvas.OnSelect([]string{"femicide", "mensenhandel"})
	if len(h.S.Selected) != 2 || len(v.table.selected) != 2 {
		t.Errorf("window %v, table %v", h.S.Selected, v.table.selected)
	}
	v.turn(true)
	v.table.tapped("beschermd-thuis")
	if got := v.canvas.Selected(); len(got) != 1 || got[0] != "beschermd-thuis" {
		t.Errorf("map %v", got)
	}
}

func TestTheTableByKeyboard(t *testing.T) {
	h, v := shown(t)
	v.turned()
	if h.Win.Canvas().Focused() != fyne.Focusable(v.table.list) {
		t.Fatal("the keyboard is not in the table")
	}
	v.table.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	second := v.table.rows[1]
	if len(h.S.Selected) != 1 || h.S.Selected[0] != second.id() {
		t.Fatalf("selected %v", h.S.Selected)
	}
	v.table.list.TypedShortcut(&fyne.ShortcutCopy{})
	if h.Copied != line(second) {
		t.Errorf("copied %q", h.Copied)
	}
	v.table.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(h.Inspected) != 1 || h.Inspected[0] != second.id() {
		t.Errorf("opened %v", h.Inspected)
	}
	v.table.heads[byOwned].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if v.table.rows[0].owned < v.table.rows[1].owned || v.table.rows[0].owned == 0 {
		t.Error("the rows do not begin with where most lies")
	}
}

func TestOwnPlacesStay(t *testing.T) {
	h, v := shown(t)
	v.bar.toggle(&v.bar.also.bottlenecks)
	at := scene.Point{X: 4000, Y: 3000}
	v.move("femicide", at)
	if v.made.at["femicide"] != at {
		t.Fatalf("it stands at %v", v.made.at["femicide"])
	}
	before := v.made.at["t1-1"]
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := h.WS.Add(l, workspace.Added{Type: landscape.Bottleneck, Fields: map[landscape.Field][]string{
			landscape.Name: {"Iets nieuws"},
		}, Relations: []landscape.Relation{{Link: landscape.BelongsTo, To: "acute-onveiligheid"}}})
		return edits, err
	}, nil)
	if !v.has("iets-nieuws") || v.made.at["t1-1"] != before || v.made.at["femicide"] != at {
		t.Errorf("something else moved: %v, %v", v.made.at["t1-1"], v.made.at["femicide"])
	}
	later := New(h)
	h.Put(later)
	later.bar.toggle(&later.bar.also.bottlenecks)
	if later.made.at["femicide"] != at {
		t.Error("the place is forgotten")
	}
	later.forgetPlaces()
	if later.made.at["femicide"] == at {
		t.Error("the place cannot be let go")
	}
}

func TestAnOrganisationStandsOutWithWhatItLeads(t *testing.T) {
	h, v := shown(t)
	v.bar.setOrganisation(busiest(h.S.Seen))
	led := 0
	for _, it := range v.kept {
		if it.led[v.bar.filter.organisation] {
			led++
		}
	}
	if led == 0 || len(h.S.Selected) != led+1 || h.S.Selected[0] != v.bar.filter.organisation {
		t.Errorf("%d led, selected %v", led, h.S.Selected)
	}
	if !strings.Contains(v.count.Text, "leidt er") {
		t.Errorf("it says %q", v.count.Text)
	}
}

// busiest is the organisation that leads most.
func busiest(l *landscape.Landscape) landscape.ID {
	var best landscape.ID
	most := -1
	for _, n := range l.Nodes(landscape.Organisation) {
		if leads := len(l.Out(n.ID, landscape.Leads)); leads > most {
			best, most = n.ID, leads
		}
	}
	return best
}

func TestWhereNothingIsItSaysWhatComes(t *testing.T) {
	h := kittest.On(t, landscape.New())
	v := New(h)
	h.Put(v)
	if v.empty.Hidden || v.ready || len(h.Failures) > 0 {
		t.Errorf("an empty landscape: %t %v", v.empty.Hidden, h.Failures)
	}
	v.turned()
	if len(v.table.rows) > 0 || v.table.none.Hidden {
		t.Error("the table does not say that nothing is there")
	}
}

func TestTheMapFollowsTheThemeOfTheWindow(t *testing.T) {
	h, v := shown(t)
	light := v.made.drawing
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark))
	v.repaint() // as the window's refresh does
	if v.made.drawing == light || v.asked.paper != kit.Palette().Paper {
		t.Error("the map stays light", h.Failures)
	}
}

func TestEveryMenuCanBeOpened(t *testing.T) {
	h, v := shown(t)
	v.bar.toggle(&v.bar.also.organisations)
	for _, n := range h.S.Seen.Nodes(landscape.Initiative, landscape.Theme, landscape.Organisation, landscape.Body) {
		if items := v.nodeItems(n); len(items) < 6 {
			t.Errorf("%s has a menu of %d", n.ID, len(items))
		}
		if text := v.answer(n); !strings.Contains(text, n.Name()) || !strings.Contains(text, "22 november 2026") {
			t.Errorf("%s is copied as %q", n.ID, text)
		}
	}
	v.showLying("toekomstscenario")
	if !v.bar.also.bottlenecks || v.focused != "toekomstscenario" {
		t.Errorf("what lies there is not shown: %q", v.focused)
	}
	v.showAll()
	if v.focused != "" || v.all.Visible() {
		t.Error("not all is shown again")
	}
}

func (v *View) firstTheme() *kit.Chip {
	return v.bar.themes.Content.Objects[0].(*kit.Chip) //nolint:forcetypeassert // a row of chips
}

func TestTheFieldsFoldAwayInANarrowWindow(t *testing.T) {
	h := kittest.New(t)
	v := New(h)
	h.Put(v)
	narrow := func(width float32) { v.bar.content.Resize(fyne.NewSize(width, v.bar.content.MinSize().Height)) }
	narrow(800)
	if v.bar.fields.Hidden || !v.bar.unfold.Hidden {
		t.Error("folded with room enough")
	}
	narrow(420)
	if !v.bar.fields.Hidden || v.bar.unfold.Hidden {
		t.Fatal("not folded")
	}
	v.bar.find()
	if v.bar.fields.Hidden || h.Win.Canvas().Focused() != v.bar.text {
		t.Error("Ctrl+L does not reach the field")
	}
	narrow(420)
	high, one := v.bar.fields.MinSize().Height, v.bar.text.MinSize().Height
	if high < 2*one {
		t.Errorf("the fields are %v high, one is %v", high, one)
	}
	v.bar.text.SetText("zorg")
	if n := v.bar.inUse(); n != 1 {
		t.Errorf("%d filters in use", n)
	}
}
