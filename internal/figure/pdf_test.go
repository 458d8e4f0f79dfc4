package figure

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"snijvlak/internal/scene"
)

// poppler runs a tool of poppler-utils; where tests must be complete, it may
// not be missing.
func poppler(t *testing.T, tool string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing: install poppler-utils", tool)
		}
		t.Skipf("%s is missing: install poppler-utils", tool)
	}
	out, err := exec.Command(tool, args...).CombinedOutput() //nolint:gosec // a test
	if err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, out)
	}
	return string(out)
}

func pdfBytes(t *testing.T, info PDFInfo, scenes ...scene.Scene) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, scenes, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pdfFile(t *testing.T, content []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "f.pdf")
	if err := os.WriteFile(name, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestPDFTextHasTheNamesInWhole(t *testing.T) {
	name := pdfFile(t, pdfBytes(t, PDFInfo{}, fixture()))
	for _, mode := range []string{"-enc UTF-8", "-raw"} {
		got := poppler(t, "pdftotext", append(strings.Fields(mode), name, "-")...)
		got = strings.Join(strings.Fields(got), " ")
		for _, want := range []string{
			nameTable, nameProgramme, nameFussy,
			"bestuurlijk overleg", "nationaal actieplan", "regiegroep", "AVATAR fi fl ffi",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("pdftotext %s: no %q in\n%s", mode, want, got)
			}
		}
	}
}

// Letters may stand apart as far as here, and still make one word.
func TestPDFSpacedWordsStayWords(t *testing.T) {
	const kind = "bestuurlijk overleg"
	for _, spacing := range []float64{0.2, 0.4, 0.6} {
		s := fixture()
		s.Items = s.Items[:1]
		s.Items[0].Texts[0].String = kind
		s.Items[0].Texts[0].Size = 7
		s.Items[0].Texts[0].Spacing = spacing
		got := poppler(t, "pdftotext", pdfFile(t, pdfBytes(t, PDFInfo{}, s)), "-")
		if strings.TrimSpace(got) != kind {
			t.Errorf("spacing %v gives %q", spacing, got)
		}
	}
}

func TestPDFFontsAreEmbedded(t *testing.T) {
	out := poppler(t, "pdffonts", pdfFile(t, pdfBytes(t, PDFInfo{}, fixture())))
	fonts := strings.Split(strings.TrimSpace(out), "\n")[2:]
	if len(fonts) != 2 {
		t.Fatalf("got\n%s", out)
	}
	embedded := regexp.MustCompile(`NotoSans-\w+ +CID TrueType +Identity-H +yes yes yes`)
	for _, f := range fonts {
		if !embedded.MatchString(f) {
			t.Errorf("font %q", f)
		}
	}
}

func TestPDFInfo(t *testing.T) {
	second := fixture()
	second.Width, second.Height = 300, 500
	content := pdfBytes(t, PDFInfo{Keywords: "zorg, veiligheid"}, fixture(), second)
	out := poppler(t, "pdfinfo", "-l", "2", pdfFile(t, content))
	for _, want := range []string{
		`Title: +Beleidslandschap zorg & veiligheid`, `Subject: +Drie initiatieven. Twee lijnen.`,
		`Keywords: +zorg, veiligheid`, `Creator: +Snijvlak`, `Pages: +2`,
		`Page +1 size: +420 x 240 pts`, `Page +2 size: +300 x 500 pts`,
	} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	if strings.Contains(out, "Author") || strings.Contains(out, "Date") {
		t.Errorf("author or date in\n%s", out)
	}
	if !bytes.Contains(content, []byte("/Lang(nl-NL)")) {
		t.Error("no language")
	}
}

func TestPDFIsTheSameLater(t *testing.T) {
	t.Parallel()
	before := pdfBytes(t, PDFInfo{}, fixture(), fixture())
	time.Sleep(1100 * time.Millisecond) // what canvas writes counts seconds
	if !bytes.Equal(before, pdfBytes(t, PDFInfo{}, fixture(), fixture())) {
		t.Error("two files of one scene differ")
	}
}

func TestPDFNeedsAPage(t *testing.T) {
	if err := WritePDF(&bytes.Buffer{}, nil, PDFInfo{}); err == nil {
		t.Error("a PDF of nothing was written")
	}
}

func TestReadPDFRefusesWhatItDoesNotKnow(t *testing.T) {
	file := "%PDF-1.7\n1 0 obj\nx\nendobj\n"
	for _, broken := range []string{
		"", file,
		file + "startxref\n99999\n%%EOF\n",
		file + "xref\n0 1\n0000000009 00000 n \nstartxref\n26\n%%EOF\n",
	} {
		if _, err := readPDF([]byte(broken)); err == nil {
			t.Errorf("%q was read", broken)
		}
	}
}
