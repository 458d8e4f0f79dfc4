package figure_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
)

// drawnOn gives the ids of the initiatives on the overview of a day and all
// its text.
func drawnOn(t *testing.T, l *landscape.Landscape, day string) (ids []string, text string) {
	t.Helper()
	r := overviewRequest()
	r.Day = landscape.MustDate(day)
	scenes, err := draw(l, r)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scenes {
		for _, it := range s.Items {
			if n, ok := l.Node(landscape.ID(it.ID)); ok && n.Type == landscape.Initiative {
				ids = append(ids, it.ID)
			}
			for _, line := range it.Texts {
				text += " " + line.String
			}
		}
	}
	slices.Sort(ids)
	return ids, text
}

// listedBy gives the ids an edition lists.
func listedBy(l *landscape.Landscape, edition landscape.ID) []string {
	var ids []string
	for _, r := range l.Out(edition, landscape.Lists) {
		ids = append(ids, string(r.To))
	}
	slices.Sort(ids)
	return ids
}

func TestOverviewIsThatOfItsDay(t *testing.T) {
	l := shipped(t)
	now, text := drawnOn(t, l, "2026-11-22")
	if want := listedBy(l, "agenda"); len(want) != 21 || !slices.Equal(now, want) {
		t.Errorf("today shows %v, the agenda lists %v", now, want)
	}
	for _, mark := range []string{"beëindigd 2025, opgevolgd", "eindigt 31 dec 2026", "looptijd onbekend"} {
		if !strings.Contains(text, mark) {
			t.Errorf("today's overview does not say %q", mark)
		}
	}
	then, text := drawnOn(t, l, "2018-07-15")
	if want := listedBy(l, "ledenbrief-2018"); len(want) < 7 || !slices.Equal(then, want) {
		t.Errorf("2018 shows %v, the letter lists %v", then, want)
	}
	if !strings.Contains(text, "eindigt 1 okt 2018") {
		t.Error("the Schakelteam is not marked as ending")
	}
}

func TestNothingBeforeTheFirstEdition(t *testing.T) {
	r := overviewRequest()
	r.Day = landscape.MustDate("2010-01-01")
	if _, err := draw(shipped(t), r); err == nil {
		t.Error("2010 has an overview")
	}
}

// pdf draws the overview on a page and gives what a tool of poppler says of it.
func pdf(t *testing.T, page scene.Page, tool string, args ...string) string {
	t.Helper()
	r := overviewRequest()
	r.Page = page
	out, err := render(shipped(t), r, "pdf")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "overzicht.pdf")
	if err := os.WriteFile(path, out[0], 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FILE", path)
	}
	said, err := exec.Command(tool, args...).CombinedOutput() //nolint:gosec // poppler
	if err != nil {
		t.Fatalf("%s: %v: %s", tool, err, said)
	}
	return string(said)
}

func TestPDFHoldsEveryOfficialName(t *testing.T) {
	l := shipped(t)
	for _, page := range scene.Pages {
		for _, mode := range []string{"-raw", "-nodiag", "-nopgbrk"} {
			text := strings.Join(strings.Fields(pdf(t, page, "pdftotext", mode, "-enc", "UTF-8", "FILE", "-")), " ")
			for _, id := range listedBy(l, "agenda") {
				n, _ := l.Node(landscape.ID(id))
				if !strings.Contains(text, n.Name()) {
					t.Errorf("%s %s: the text does not hold %q", page.Name, mode, n.Name())
				}
			}
		}
	}
}

func TestPDFFontsAreEmbedded(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(pdf(t, scene.Pages[0], "pdffonts", "FILE")), "\n")[2:]
	if len(rows) == 0 {
		t.Fatal("the PDF has no fonts")
	}
	for _, row := range rows {
		if f := strings.Fields(row); len(f) < 8 || f[len(f)-5] != "yes" {
			t.Errorf("not embedded: %s", row)
		}
	}
}

func TestTwinSaysWhatTheFigureShows(t *testing.T) {
	l := shipped(t)
	out, err := render(l, overviewRequest(), "txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range listedBy(l, "agenda") {
		n, _ := l.Node(landscape.ID(id))
		if !bytes.Contains(out[0], []byte(n.Name())) {
			t.Errorf("the twin does not hold %q", n.Name())
		}
	}
	if !bytes.Contains(out[0], []byte("| Bestuurlijk Netwerk Zorg Straf | werkt aan | De aanpak van acute onveiligheid | bron |")) {
		t.Error("the twin does not say that zorg-straf works on theme 1 by the source")
	}
}

func TestNothingAboveTheAudienceIsDrawn(t *testing.T) {
	l := shipped(t)
	n, _ := l.Node("femicide")
	secret := n.Text(landscape.AudienceOf, string(landscape.Secretariat), landscape.Basis{})
	next, err := l.Apply([]landscape.Edit{
		{Key: n.Key(), Before: &landscape.Record{Node: n}, After: &landscape.Record{Node: secret}},
	})
	if err != nil {
		t.Fatal(err)
	}
	r := overviewRequest()
	for _, format := range figure.Formats {
		for _, c := range []struct {
			audience landscape.Audience
			shown    bool
		}{{landscape.Public, false}, {landscape.Steering, false}, {landscape.Secretariat, true}} {
			r.Audience = c.audience
			pages, err := render(next, r, format)
			if err != nil {
				t.Fatal(err)
			}
			if format == "png" || format == "pdf" {
				continue // compressed; they are drawn from the scene the SVG shows
			}
			if shown := bytes.Contains(bytes.Join(pages, nil), []byte("femicide")); shown != c.shown {
				t.Errorf("%s for %s: shown is %t", format, c.audience, shown)
			}
		}
	}
}
