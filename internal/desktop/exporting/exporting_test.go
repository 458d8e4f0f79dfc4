package exporting

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/desktop/pagefiles"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// opened is the dialog in a window of a test.
func opened(t *testing.T, c Choice) (*kittest.Host, *dialog) {
	t.Helper()
	h := kittest.New(t)
	return h, show(h, c)
}

func TestItDrawsWhatIsChosen(t *testing.T) {
	_, d := opened(t, Choice{})
	if d.now.View != scene.Overview || d.now.Audience != landscape.Public || d.now.Page != "a4" {
		t.Errorf("it begins with %+v", d.now)
	}
	if d.image.Image == nil || !strings.Contains(d.shown.twin, "WVGGZ") || !strings.Contains(d.text.String(), "Tafels") || !strings.HasPrefix(d.caption.Text, "Figuur.") {
		t.Error("there is no preview, text or caption")
	}
	d.now.View = scene.Ownership
	d.follow()
	if d.now.Theme != "" || d.ofTheme.Hidden || !d.ofFocus.Hidden {
		t.Error("the fields are not those of the view")
	}
	many := len(d.shown.scenes)
	if many < 2 || d.count.Hidden {
		t.Fatalf("it has %d pages", many)
	}
	before := d.image.Image
	d.leaf(1)
	if d.at != 1 || d.image.Image == before || d.previous.Disabled() {
		t.Error("the page was not turned")
	}
	d.leaf(-2)
	if d.at != 1 {
		t.Error("it turned to a page that is not there")
	}
}

func TestANeighbourhoodAsksOfWhat(t *testing.T) {
	_, d := opened(t, Choice{View: scene.Neighbourhood})
	if d.told.Text == "" || d.shown.picture != nil {
		t.Error("it does not ask of what")
	}
	d.now.Focus = "grip-op-onbegrip"
	d.follow()
	if d.shown.picture == nil || d.told.Visible() {
		t.Error("it is not drawn")
	}
}

func TestTheSelectionIsTheMiddle(t *testing.T) {
	h := kittest.New(t)
	h.Select("grip-op-onbegrip")
	if d := show(h, Choice{View: scene.Neighbourhood}); d.now.Focus != "grip-op-onbegrip" {
		t.Errorf("the middle is %q", d.now.Focus)
	}
}

func TestPagesAreWrittenEachUnderItsName(t *testing.T) {
	h, d := opened(t, Choice{View: scene.Ownership, Format: "svg"})
	h.Path = filepath.Join(t.TempDir(), "knelpunten.svg")
	d.save()
	for i, path := range pagefiles.Paths(h.Path, len(d.shown.scenes)) {
		b, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(b, []byte("<svg")) {
			t.Errorf("page %d: %v", i+1, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(h.Path), ".*")); len(left) > 0 {
		t.Errorf("drafts were left: %v", left)
	}
	if again := show(h, Choice{}); again.now.View != scene.Ownership || again.now.Format != "svg" {
		t.Errorf("the choice was not remembered: %+v", again.now)
	}
}

func TestAFolderThatIsNotThereIsTold(t *testing.T) {
	h, d := opened(t, Choice{Format: "txt"})
	h.Path = filepath.Join(t.TempDir(), "weg", "tekst.txt")
	d.save()
	if len(h.Notices) > 0 {
		t.Errorf("it said %v", h.Notices)
	}
	if d.fault == "" || !strings.Contains(d.fault, "weg") {
		t.Errorf("it told %q", d.fault)
	}
}

func TestWhatIsNotForThePublicIsLeftOut(t *testing.T) {
	h := kittest.New(t)
	a, b := landscape.ID("grip-op-onbegrip"), landscape.ID("zorg-en-dwang")
	r := landscape.Relation{
		From: a, Link: landscape.Overlaps, To: b, Grade: landscape.Duplication, Audience: landscape.Secretariat,
		Basis: landscape.Basis{Certainty: landscape.Stated},
	}.Normal()
	land, err := h.S.Land.Apply([]landscape.Edit{{Key: r.Key(), After: &landscape.Record{Relation: &r}}})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[landscape.Audience]bool{}
	for _, audience := range []landscape.Audience{landscape.Public, landscape.Secretariat} {
		c := Choice{View: scene.Overlaps, Audience: audience, Day: h.S.Day}.sound(land)
		made := pairs(words.In("nl"), h.Overlap().Of(land.ForAudience(audience).AsOf(c.Day), c.Day))
		seen[audience] = slices.ContainsFunc(made, func(p scene.Pairing) bool { return p.Judged })
	}
	if seen[landscape.Public] || !seen[landscape.Secretariat] {
		t.Errorf("a judgement of the secretariat is seen by %v", seen)
	}
}

func TestAChoiceIsMadeSound(t *testing.T) {
	h := kittest.New(t)
	odd := Choice{View: "?", Theme: "weg", Focus: "weg", Depth: 99, Page: "a9", Format: "exe", Audience: "all", Lang: "fr"}
	got := odd.sound(h.S.Land)
	want := Choice{View: scene.Overview, Depth: deepest, Page: "a4", Format: "pdf", Audience: landscape.Public, Lang: "nl"}
	if got != want {
		t.Errorf("it became %+v", got)
	}
	got.Day = landscape.MustDate("2026-11-22")
	if name := got.fileName(h.S.Words); name != "overzicht-2026-11-22.pdf" {
		t.Errorf("the file is called %s", name)
	}
	h.Memory().Put(prefChoice, want)
	if back := kept(h); back != want {
		t.Errorf("it was kept as %+v", back)
	}
	h.Memory().Put(prefChoice, "no choice")
	if kept(h) != (Choice{}) {
		t.Error("what cannot be read is no choice")
	}
}

func TestASlideIsSavedWithoutTheDialog(t *testing.T) {
	h := kittest.New(t)
	h.Path = filepath.Join(t.TempDir(), "thema.png")
	Save(h, Choice{View: scene.ThemeView, Theme: "passende-woonplek", Page: "16:9"})
	found, err := filepath.Glob(filepath.Join(filepath.Dir(h.Path), "thema*.png"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no file: %v, failures %v, notices %q", err, h.Failures, h.Notices)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	c, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width*9 < c.Height*15 || c.Width*9 > c.Height*17 {
		t.Errorf("%d by %d, %v", c.Width, c.Height, err)
	}
	if len(h.Notices) == 0 {
		t.Error("nobody was told")
	}
}

func TestADifferenceAsksForTheEarlierDay(t *testing.T) {
	h, d := opened(t, Choice{View: scene.Difference})
	if d.ofSince.Hidden || d.now.Since != scene.Since(h.S.Day) || d.shown.picture == nil {
		t.Fatalf("it begins with %+v", d.now)
	}
	if name := d.now.fileName(h.S.Words); !strings.HasSuffix(name, d.now.Since.String()+"-"+d.now.Day.String()+".pdf") {
		t.Errorf("the file is called %s", name)
	}
	d.since.SetText("2018-07")
	if !strings.Contains(d.caption.Text, "31 juli 2018") {
		t.Errorf("the caption is %q", d.caption.Text)
	}
	for typed, told := range map[string]string{"2099": "eerder", "2015": "nog geen overzicht"} {
		d.since.SetText(typed)
		if d.shown.picture != nil || !strings.Contains(d.told.Text, told) {
			t.Errorf("for %s it tells %q", typed, d.told.Text)
		}
	}
}

func TestADifferenceAsksTheEarlierDay(t *testing.T) {
	_, d := opened(t, Choice{View: scene.Overview})
	if d.ofSince.Visible() {
		t.Error("an overview asks an earlier day")
	}
	d.view.SetSelectedIndex(slices.Index(scene.Views, scene.Difference))
	if want := d.now.Day.AddMonths(-12); !d.ofSince.Visible() || d.now.Since != want {
		t.Errorf("it compares with %v, not %v", d.now.Since, want)
	}
	d.since.SetText("1-6-2026")
	if got := d.now.request().Since; got != landscape.MustDate("2026-06-01") {
		t.Errorf("it compares with %v", got)
	}
}
