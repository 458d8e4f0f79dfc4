package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"snijvlak/internal/scene"
)

var update = flag.Bool("update", false, "write the golden files anew")

func svgText(t *testing.T, s scene.Scene) string {
	t.Helper()
	var b strings.Builder
	if err := WriteSVG(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var fontData = regexp.MustCompile(`base64,[A-Za-z0-9+/=]+`)

// The font is left out: how it is packed is Go's business.
func TestSVGGolden(t *testing.T) {
	got := fontData.ReplaceAllString(svgText(t, fixture()), "base64,…")
	const name = "testdata/fixture.svg"
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the file differs from %s (-update writes it anew):\n%s", name, got)
	}
}

func TestSVGIsTheSameTwiceAndSmall(t *testing.T) {
	s := fixture()
	const most = "The quick brown fox jumps over the lazy dog. ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 éëïöüáóèç (–—’‘“”&/:;,!?+%€→)"
	for _, bold := range []bool{false, true} {
		s.Items = append(s.Items, note("a", 0, 0, text(most, 8, bold, light.Ink)))
	}
	first := svgText(t, s)
	if first != svgText(t, s) {
		t.Error("two files of one scene differ")
	}
	if n := len(strings.Join(fontData.FindAllString(first, -1), "")); n > 60_000 {
		t.Errorf("the fonts take %d bytes", n)
	}
}

// element is what the tests ask of an element.
type element struct {
	name string
	attr map[string]string
	text string
}

// elements reads an SVG strictly: what is not well-formed fails.
func elements(t *testing.T, svg string) (all []*element) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := token.(type) {
		case xml.StartElement:
			e := &element{name: v.Name.Local, attr: map[string]string{}}
			for _, a := range v.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			all = append(all, e)
		case xml.CharData:
			if len(all) > 0 {
				all[len(all)-1].text += string(v)
			}
		}
	}
}

func TestSVGNamesEveryGroup(t *testing.T) {
	s := fixture()
	all := elements(t, svgText(t, s))
	titles, groups := map[string]string{}, map[string]*element{}
	for _, e := range all {
		switch e.name {
		case "title", "desc":
			titles[e.attr["id"]] = strings.TrimSpace(e.text)
		case "g":
			groups[e.attr["id"]] = e
		}
	}
	root := all[0]
	if root.attr["role"] != "img" || titles[root.attr["aria-labelledby"]] != s.Title || all[1].name != "title" {
		t.Errorf("the figure has no name: %v", root.attr)
	}
	if got := titles[root.attr["aria-describedby"]]; got != "Drie initiatieven. Twee lijnen." {
		t.Errorf("the figure is described as %q", got)
	}
	if len(groups) != len(s.Items) {
		t.Errorf("%d groups for %d items", len(groups), len(s.Items))
	}
	for _, i := range s.Items {
		g := groups[svgID(i.ID)]
		if g == nil || titles[g.attr["aria-labelledby"]] != i.Title {
			t.Errorf("group %q has no title %q", i.ID, i.Title)
		}
	}
}

func TestSVGRefersToNothing(t *testing.T) {
	allowed := map[string]bool{"svg": true, "title": true, "desc": true, "style": true, "g": true, "path": true, "text": true}
	ids := map[string]bool{}
	for _, e := range elements(t, svgText(t, fixture())) {
		if !allowed[e.name] {
			t.Errorf("element %s", e.name)
		}
		for name := range e.attr {
			if name == "href" || strings.HasPrefix(name, "on") {
				t.Errorf("attribute %s", name)
			}
		}
		if id := e.attr["id"]; id != "" && ids[id] {
			t.Errorf("id %s twice", id)
		}
		ids[e.attr["id"]] = true
	}
}

func TestSVGEscapes(t *testing.T) {
	const nasty = "</text><script>alert(\"1\")</script>&amp;\x00\x1b\ufffe\x7f\xff'"
	s := fixture()
	s.Title, s.Desc, s.Lang = nasty, nasty, nasty
	s.Items[0].Title, s.Items[0].Desc, s.Items[0].ID = nasty, nasty, nasty
	s.Items[0].Texts[0].String = nasty
	var kept int
	for _, e := range elements(t, svgText(t, s)) {
		if e.name == "script" {
			t.Fatal("a script came through")
		}
		if strings.Contains(e.text, `</text><script>alert("1")</script>&amp;'`) {
			kept++
		}
	}
	if kept != 5 {
		t.Errorf("the text is there %d times", kept)
	}
}

func TestSVGIDsDiffer(t *testing.T) {
	seen := map[string]string{}
	valid := regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)
	for _, key := range []string{"a", "a/b", "a b", "a.b", "a.2f.b", "1", "n.31.", "n1", "-", "é", "the.figure", "\xff"} {
		id := svgID(key)
		if !valid.MatchString(id) || seen[id] != "" || id == figureID {
			t.Errorf("%q has id %q, like %q", key, id, seen[id])
		}
		seen[id] = key
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.001: "0", 1: "1", 1.005: "1", 2.126: "2.13", -3.5: "-3.5", 1e6: "1000000"} {
		if got := number(v); got != want {
			t.Errorf("number(%v) = %s, want %s", v, got, want)
		}
	}
}

func TestSVGPassesOnAWriteError(t *testing.T) {
	r, w := io.Pipe()
	_ = r.Close()
	if err := WriteSVG(w, fixture()); err == nil {
		t.Error("no error")
	}
	if err := WriteSVG(&bytes.Buffer{}, scene.Scene{}); err != nil {
		t.Errorf("an empty scene: %v", err)
	}
}
