package timelineview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/workspace"
)

func shown(t *testing.T) (*kittest.Host, *View) {
	t.Helper()
	h := kittest.New(t)
	v := New(h)
	h.Put(v)
	return h, v
}

func initiative(id landscape.ID, start, end string) *landscape.Node {
	n := landscape.NewNode(id, landscape.Initiative)
	for f, text := range map[landscape.Field]string{landscape.Name: string(id), landscape.Start: start, landscape.End: end} {
		if text != "" {
			n = n.Text(f, text, landscape.Basis{})
		}
	}
	return n
}

func TestBarsSayWhatIsKnownOfTheDates(t *testing.T) {
	at := func(text string) days { return dayOf(landscape.MustDate(text)) }
	today := landscape.MustDate("2026-11-22")
	for name, c := range map[string]struct {
		start, end string
		want       bar
	}{
		"to the day":    {"2024-03-01", "2027-02-28", bar{at("2024-03-01"), at("2024-03-01"), at("2027-03-01"), at("2027-03-01"), true, true}},
		"to the month":  {"2024-03", "2027-02", bar{at("2024-03-01"), at("2024-03-31"), at("2027-02-01"), at("2027-03-01"), true, true}},
		"within a year": {"2024", "2024", bar{at("2024-01-01"), at("2024-12-31"), at("2024-12-31"), at("2025-01-01"), true, true}},
		"end unknown":   {"2024-03-01", "", bar{at("2024-03-01"), at("2024-03-01"), at("2026-11-23"), at("2026-11-23") + fading, true, false}},
		"start unknown": {"", "2025-06-30", bar{at("2025-07-01") - fading, at("2025-07-01"), at("2025-07-01"), at("2025-07-01"), false, true}},
	} {
		if got := barOf(initiative("x", c.start, c.end), today); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

func TestABarNeverRunsBackward(t *testing.T) {
	day := landscape.MustDate("2026-11-22")
	rapid.Check(t, func(r *rapid.T) {
		for _, n := range landscapetest.Landscape(8).Draw(r, "landscape").Nodes(landscape.Initiative) {
			if p := n.Period(); p.Backward() {
				continue // the model refuses it
			}
			if b := barOf(n, day); b.earliest > b.from || b.from > b.to || b.to > b.latest {
				r.Fatalf("%s of %v: %+v", n.ID, n.Period(), b)
			}
		}
	})
}

func TestZoomKeepsTheDayUnderThePointer(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := axis{days(rapid.Float64Range(-20000, 40000).Draw(r, "start")), rapid.Float64Range(0.1, 10).Draw(r, "scale")}
		x := rapid.Float64Range(0, 2000).Draw(r, "x")
		b := a.zoomed(rapid.Float64Range(0.5, 2).Draw(r, "factor"), x)
		if d := float64(a.day(x) - b.day(x)); d > 1e-6 || d < -1e-6 {
			r.Fatalf("moved by %v days", d)
		}
	})
}

func TestTicksStandApartAtEveryZoom(t *testing.T) {
	_, v := shown(t)
	for scale := leastScale; scale <= mostScale; scale *= 1.3 {
		a := axis{dayOf(landscape.MustDate("2019-05-17")), scale}
		ticks := a.ticks(v.words, 900)
		for i := 1; i < len(ticks); i++ {
			if gap := a.x(ticks[i].at) - a.x(ticks[i-1].at); gap < 30 {
				t.Fatalf("scale %v: %q and %q are %.0f apart", scale, ticks[i-1].text, ticks[i].text, gap)
			}
		}
	}
}

// The names of the days never touch each other or the line of another day.
func TestNamesOfDaysNeverTouch(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		left, right := float32(210), rapid.Float32Range(300, 1200).Draw(r, "right")
		var names []dayName
		for range rapid.IntRange(1, 3).Draw(r, "names") {
			names = append(names, dayName{at: rapid.Float32Range(0, 1300).Draw(r, "at"), wide: rapid.Float32Range(20, 160).Draw(r, "wide")})
		}
		places := placeNames(names, left, right, rapid.IntRange(1, 2).Draw(r, "lanes"))
		for i, p := range places {
			if p.lane < 0 {
				continue
			}
			end := p.x + names[i].wide
			if p.x < left || end > right {
				r.Fatalf("%d stands at %v", i, p)
			}
			for j, other := range places {
				if j != i && p.lane == 0 && names[j].at > p.x && names[j].at < end {
					r.Fatalf("the line of %d runs through %d", j, i)
				}
				if j != i && other.lane == p.lane && p.x < other.x+names[j].wide && other.x < end {
					r.Fatalf("%d and %d touch", i, j)
				}
			}
		}
		if at := names[0].at; len(names) == 1 && at > left+170 && at < right-170 && places[0].lane != 0 {
			r.Fatal("a name with room has no place")
		}
	})
}

func TestRowsAreInOrderAndFiltered(t *testing.T) {
	_, v := shown(t)
	kept := through(v.all, filter{order: byEnd})
	if len(kept) != len(v.all) || len(kept) == 0 {
		t.Fatalf("%d of %d rows", len(kept), len(v.all))
	}
	ended := false
	for _, r := range slices.Backward(kept) {
		if known := r.node.Date(landscape.End).Known(); ended && !known {
			t.Fatalf("%s without an end stands among those with one", r.node.ID)
		} else if known {
			ended = true
		}
	}
	for _, r := range through(v.all, filter{themes: map[int]bool{3: true}, status: landscape.Ended}) {
		if r.status != landscape.Ended || !slices.Contains(r.themes, 3) {
			t.Errorf("%s: %v %v", r.node.ID, r.status, r.themes)
		}
	}
}

// owning makes a landscape in which a table that ends owns a bottleneck.
func owning(t *testing.T, also ...landscape.Edit) *landscape.Landscape {
	t.Helper()
	theme := landscape.NewNode("th", landscape.Theme).Text(landscape.Name, "th", landscape.Basis{}).Text(landscape.Number, "1", landscape.Basis{})
	edits := []landscape.Edit{
		landscapetest.Put(theme),
		landscapetest.Put(initiative("ends", "2020", "2026-12-31")),
		landscapetest.Put(initiative("stays", "2020", "")),
		landscapetest.Put(landscape.NewNode("b", landscape.Bottleneck).Text(landscape.Name, "b", landscape.Basis{})),
		landscapetest.Join(landscapetest.Relation("b", landscape.BelongsTo, "th")),
		landscapetest.Join(landscape.Relation{From: "ends", Link: landscape.Owns, To: "b", Basis: landscape.Basis{Certainty: landscape.Stated}}),
	}
	l, err := landscape.New().Apply(append(edits, also...))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestWhatWillBeWithoutATable(t *testing.T) {
	day := landscape.MustDate("2026-11-22")
	owns := func(c landscape.Certainty) landscape.Edit {
		return landscapetest.Join(landscape.Relation{From: "stays", Link: landscape.Owns, To: "b", Basis: landscape.Basis{Certainty: c}})
	}
	for name, c := range map[string]struct {
		l     *landscape.Landscape
		until string
		ends  int
		lost  int
	}{
		"before it ends":         {owning(t), "2026-12-30", 0, 0},
		"on its last day":        {owning(t), "2026-12-31", 1, 1},
		"another owns it too":    {owning(t, owns(landscape.Confirmed)), "2027-05", 1, 0},
		"another is only likely": {owning(t, owns(landscape.Inferred)), "2027-05", 1, 1},
	} {
		all := endings(c.l, day, landscape.MustDate(c.until))
		if len(all) != c.ends || without(all) != c.lost {
			t.Errorf("%s: %d end and %d are lost, want %d and %d", name, len(all), without(all), c.ends, c.lost)
		}
	}
	late := endings(owning(t), landscape.MustDate("2027-02-01"), landscape.MustDate("2027-08-01"))
	if len(late) != 1 || !late[0].already {
		t.Errorf("what lost its table before: %+v", late)
	}
}

func TestAttentionIsWhatEndsWithinSixMonths(t *testing.T) {
	h, v := shown(t)
	n := v.Attention(h.S)
	for _, e := range endings(h.S.Land, h.S.Day, h.S.Day.AddMonths(ahead)) {
		if !e.already && slices.ContainsFunc(h.S.Seen.OverviewOn(h.S.Day).Initiatives, func(i *landscape.Node) bool { return i.ID == e.table.ID }) {
			n--
		}
	}
	if n != 0 || v.Attention(h.S) == 0 {
		t.Errorf("%d of %d are not among what ends", n, v.Attention(h.S))
	}
	if v.Attention(kit.State{}) != 0 {
		t.Error("attention before there is a landscape")
	}
}

func TestKeysGoThroughTheRows(t *testing.T) {
	h, v := shown(t)
	v.Focus()
	press := func(name fyne.KeyName) { v.chart.TypedKey(&fyne.KeyEvent{Name: name}) }
	first, _ := v.chart.shown()
	press(fyne.KeyDown)
	press(fyne.KeyDown)
	if want := v.chart.rows[first+1].node.ID; len(h.S.Selected) != 1 || h.S.Selected[0] != want {
		t.Fatalf("selected %v, want %s", h.S.Selected, want)
	}
	press(fyne.KeyEnd)
	if i := v.chart.index(v.chart.selected); i != len(v.chart.rows)-1 {
		t.Fatalf("row %d after End", i)
	}
	if first, end := v.chart.shown(); end != len(v.chart.rows) || first == 0 {
		t.Errorf("rows %d to %d are in sight", first, end)
	}
	press(fyne.KeyReturn)
	if len(h.Inspected) != 1 {
		t.Errorf("inspected %v", h.Inspected)
	}
}

func TestTheWindowsSelectionIsMarked(t *testing.T) {
	h, v := shown(t)
	h.Select("toekomstscenario")
	if v.chart.selected != "toekomstscenario" {
		t.Errorf("selected %q", v.chart.selected)
	}
}

func TestDraggingTheLineAsksAnotherDay(t *testing.T) {
	_, v := shown(t)
	x := float32(v.chart.x(dayOf(v.until.Last()) + 1))
	if !v.chart.onCut(fyne.NewPos(x, 200)) {
		t.Fatal("the line cannot be taken hold of")
	}
	v.chart.pointer.cutting = true
	to := float32(v.chart.x(dayOf(landscape.MustDate("2029-01-10")))) + 0.01
	v.chart.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 200)}})
	v.chart.DragEnd()
	if v.until.Year() != 2029 || !strings.Contains(v.panel.summary.Text, "2029") {
		t.Errorf("asked until %v: %q", v.until, v.panel.summary.Text)
	}
	v.chart.pointer.cutting = true
	v.chart.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(0, 200)}})
	if v.chart.cut != v.day {
		t.Errorf("the line went back to %v", v.chart.cut)
	}
}

func TestASuccessorCanBeAskedFromThePanel(t *testing.T) {
	h, v := shown(t)
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return []landscape.Edit{
			landscapetest.Join(landscape.Relation{From: "slachtofferbeleid", Link: landscape.Owns, To: "t4-1", Basis: landscape.Basis{
				Certainty: landscape.Confirmed, Evidence: []landscape.Evidence{{Note: "x"}},
			}}),
		}, nil
	}, nil)
	var ask *kit.QuietButton
	for _, o := range test.LaidOutObjects(v.panel.cards) {
		if b, ok := o.(*kit.QuietButton); ok && strings.HasPrefix(b.AccessibilityLabel(), "Vraag de opvolger") {
			ask = b
		}
	}
	if ask == nil {
		t.Fatalf("no successor to ask; failures %v", h.Failures)
	}
	test.Tap(ask)
	if !kit.SheetOpen() {
		t.Error("nothing is asked")
	}
}

func TestMeaningSaysHowExactADateIs(t *testing.T) {
	h, v := shown(t)
	n, _ := h.S.Seen.Node("toekomstscenario")
	text := strings.Join(meaning(v.words, h.S.Seen, n, h.S.Day), "\n")
	for _, want := range []string{"2026", "31 december 2026", "half jaar"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	if strings.Contains(text, "<no value>") || strings.Contains(text, "timeline.") {
		t.Error(text)
	}
}

// Where there is no width for the panel it is a line, which opens and is
// remembered.
func TestThePanelIsALineThatOpens(t *testing.T) {
	h, v := shown(t)
	h.Win.Resize(fyne.NewSize(620, 500))
	if v.panel.scroll.Visible() || v.panel.beside {
		t.Fatal("it is open")
	}
	if high := v.chart.Size().Height; high < 300 {
		t.Errorf("the chart is %v high", high)
	}
	if !strings.Contains(v.panel.short.Text, "2 stoppen") {
		t.Errorf("the line says %q", v.panel.short.Text)
	}
	v.panel.line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !v.panel.scroll.Visible() || v.panel.content.Size().Height < 150 || v.chart.Size().Height < 150 {
		t.Errorf("opened: %v beside %v", v.panel.content.Size(), v.chart.Size())
	}
	if again := New(h); !again.panel.open {
		t.Error("it is not remembered")
	}
	v.panel.line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if v.panel.scroll.Visible() {
		t.Error("it does not close")
	}
	h.Win.Resize(fyne.NewSize(1200, 800))
	if !v.panel.beside || !v.panel.scroll.Visible() || v.chart.Size().Height != v.panel.content.Size().Height {
		t.Error("it does not stand beside the chart")
	}
}

// At a double size the themes are numbers, so that the filters take two rows.
func TestTheFiltersTakeFewRows(t *testing.T) {
	h, v := shown(t)
	for width, most := range map[float32]float32{1000: 50, 711: 50, 455: 95} {
		h.Win.Resize(fyne.NewSize(width, 600))
		h.Win.Resize(fyne.NewSize(width, 601)) // as the next frame does
		if top := v.page.Position().Y; top > most {
			t.Errorf("at %v the chart begins at %v", width, top)
		}
	}
}

func TestTheScrollBarMovesTheRows(t *testing.T) {
	_, v := shown(t)
	at := fyne.NewPos(v.chart.Size().Width-3, headHigh+20)
	v.chart.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	v.chart.scrollTo(0)
	v.chart.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: v.chart.Size().Height}})
	v.chart.DragEnd()
	if _, end := v.chart.shown(); end != len(v.chart.rows) {
		t.Errorf("the last row in sight is %d of %d", end, len(v.chart.rows))
	}
	if v.chart.pointer.scrolling {
		t.Error("it holds on")
	}
}

func BenchmarkPaintAThousandRows(b *testing.B) {
	h := kittest.New(b)
	v := New(h)
	h.Put(v)
	var rows []row
	for len(rows) < 1000 {
		rows = append(rows, v.all...)
	}
	v.chart.SetRows(rows)
	for b.Loop() {
		v.chart.scrollTo(float32(b.N % 900))
		v.chart.paint(1200, 500)
	}
}
