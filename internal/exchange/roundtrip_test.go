package exchange_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
)

var label = exchange.Label{Head: "abc", Audience: landscape.SoundingBoard}

// writers are the forms by extension.
var writers = map[string]func(*bytes.Buffer, *landscape.Landscape) error{
	".json": func(b *bytes.Buffer, l *landscape.Landscape) error { return exchange.WriteJSON(b, l, label) },
	".yaml": func(b *bytes.Buffer, l *landscape.Landscape) error { return exchange.WriteYAML(b, l, label) },
}

type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

func roundTrip(t fataler, l *landscape.Landscape) {
	t.Helper()
	for ext, write := range writers {
		var b bytes.Buffer
		if err := write(&b, l); err != nil {
			t.Fatalf("%s: %v", ext, err)
		}
		read, err := exchange.Read(exchange.Source{Name: "x" + ext, Data: b.Bytes()})
		if err != nil {
			t.Fatalf("%s: %v\n%s", ext, err, b.String())
		}
		if edits := landscape.Diff(l, read); len(edits) > 0 {
			t.Fatalf("%s: %s came back different\n%s", ext, edits[0].Key, b.String())
		}
	}
}

func TestOutAndInAgainIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { roundTrip(t, landscapetest.Landscape(8).Draw(t, "landscape")) })
}

func TestShippedLandscapeOutAndInAgain(t *testing.T) {
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	roundTrip(t, l)
}

func TestFaultsNameFileLineAndWhatIsExpected(t *testing.T) {
	for name, c := range map[string]struct {
		file, data string
		line       int
		code       exchange.Code
		arg        string
	}{
		"broken yaml":   {"a.yaml", "format: snijvlak/1\nthemes:\n  - id: [x\n", 3, exchange.NotYAML, ""},
		"no format":     {"a.yaml", "themes: []\n", 1, exchange.NoFormat, "snijvlak/1"},
		"newer":         {"a.yaml", "format: snijvlak/2\n", 1, exchange.NewerFormat, "snijvlak/2"},
		"other":         {"a.yaml", "format: iets\n", 1, exchange.OtherFormat, "iets"},
		"unknown list":  {"a.yaml", "format: snijvlak/1\nthema: []\n", 2, exchange.UnknownKey, "thema"},
		"unknown field": {"a.yaml", "format: snijvlak/1\nthemes:\n- id: a\n  doel: x\n", 4, exchange.UnknownKey, "doel"},
		"no id":         {"a.yaml", "format: snijvlak/1\nthemes:\n- name: a\n", 3, exchange.WantID, ""},
		"twice":         {"a.yaml", "format: snijvlak/1\nthemes:\n- {id: a, name: A}\n- {id: a, name: B}\n", 4, exchange.DoubleID, "a"},
		"same key":      {"a.yaml", "format: snijvlak/1\nthemes:\n- id: a\n  name: A\n  name: B\n", 5, exchange.DoubleKey, "name"},
		"no list":       {"a.yaml", "format: snijvlak/1\nthemes: een\n", 2, exchange.WantList, "themes"},
		"no mapping":    {"a.yaml", "format: snijvlak/1\nthemes: [een]\n", 2, exchange.WantMapping, "theme"},
		"alias":         {"a.yaml", "format: snijvlak/1\nthemes:\n- {id: a, name: &x A}\n- {id: b, name: *x}\n", 4, exchange.NoAlias, ""},
		"control":       {"a.yaml", "format: snijvlak/1\n\x00", 2, exchange.NotTextFile, ""},
		"broken utf-8":  {"a.json", "{\n\n\"x\": \"\xff\"}", 3, exchange.NotTextFile, ""},
		"override":      {"a.yaml", "format: snijvlak/1\nthemes:\n- id: a\n  name: \"x\\u202Ey\"\n", 4, exchange.Invisible, "a"},
		"raw override":  {"a.yaml", "format: snijvlak/1\nthemes:\n- id: a\n  name: A\n  note: x\u2066y\n", 5, exchange.Invisible, "a"},
		"in a source":   {"a.yaml", "format: snijvlak/1\nthemes:\n- id: a\n  source: x\u2066y\n  name: A\n", 5, exchange.Invisible, "a"},
		"json control":  {"a.json", "{\"format\": \"snijvlak/1\",\n\"nodes\": [\n{\"id\":\"a\",\"type\":\"theme\",\"name\":\"a\\u0007b\"}]}", 3, exchange.Invisible, "a"},
		"json relation": {"a.json", "{\"format\": \"snijvlak/1\",\n\"relations\": [\n{\"from\":\"a\",\"kind\":\"owns\",\"to\":\"b\",\"extent\":\"\\u202e\"}]}", 3, exchange.Invisible, "a/owns/b"},
		"extension":     {"a.docx", "x", 0, exchange.UnknownKind, ".docx"},
		"broken json":   {"a.json", "{\"format\": \"snijvlak/1\",\n\"nodes\": [}", 2, exchange.NotJSON, ""},
		"json field":    {"a.json", "{\"format\": \"snijvlak/1\",\n\"nodes\": [{\"id\":\"a\",\"type\":\"theme\",\"doel\":1}]}", 2, exchange.UnknownKey, "doel"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exchange.Read(exchange.Source{Name: c.file, Data: []byte(c.data)})
			var faults exchange.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("read: %v", err)
			}
			f := faults[0]
			if f.File != c.file || f.Line != c.line || f.Code != c.code {
				t.Errorf("%s; expected line %d, %s", f, c.line, c.code)
			}
			if c.arg != "" && (len(f.Args) == 0 || !strings.Contains(f.Args[0], c.arg)) {
				t.Errorf("%v does not name %q", f.Args, c.arg)
			}
		})
	}
}

func TestFindingsOfTheModelNameTheirLine(t *testing.T) {
	data := "format: snijvlak/1\ninitiatives:\n- id: a\n  name: A\n  kind: club\n- id: b\n  name: B\n  kind: programme\n  owns: [weg]\n"
	_, err := exchange.Read(exchange.Source{Name: "a.yaml", Data: []byte(data)})
	var faults exchange.Faults
	if !errors.As(err, &faults) || len(faults) != 2 {
		t.Fatalf("read: %v", err)
	}
	if faults[0].Line != 5 || faults[0].Finding.Code != landscape.BadValue {
		t.Errorf("first: %s", faults[0])
	}
	if faults[1].Line != 9 || faults[1].Finding.Code != landscape.MissingEnd {
		t.Errorf("second: %s", faults[1])
	}
}

func TestTextsComeInInTheirUsualForm(t *testing.T) {
	data := "format: snijvlak/1\nthemes:\n- id: a\n  name: cafe\u0301 en\u200b zo\u00adgenaamd\n  note: \"\\uFEFFeen\"\n"
	l, err := exchange.Read(exchange.Source{Name: "a.yaml", Data: []byte(data)})
	if err != nil {
		t.Fatal(err)
	}
	n, _ := l.Node("a")
	if n.Name() != "café en zogenaamd" || n.Get(landscape.Note) != "een" {
		t.Errorf("%+q, %+q", n.Name(), n.Get(landscape.Note))
	}
}

func FuzzReadYAML(f *testing.F) { fuzz(f, ".yaml") }

func FuzzReadJSON(f *testing.F) { fuzz(f, ".json") }

// fuzz: a reader answers a landscape that goes out and in again, or faults;
// it never panics.
func fuzz(f *testing.F, ext string) {
	f.Add([]byte("format: snijvlak/1\nthemes:\n- {id: a, name: A, number: 1}\n"))
	f.Add([]byte("{\"format\":\"snijvlak/1\",\"nodes\":[{\"id\":\"a\",\"type\":\"theme\",\"name\":\"A\",\"claims\":{}}]}"))
	f.Add([]byte("format: snijvlak/1\ninitiatives:\n- id: b\n  name: [x]\n  owns: {to: c}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := exchange.Read(exchange.Source{Name: "x" + ext, Data: data})
		var faults exchange.Faults
		switch {
		case err == nil:
			roundTrip(t, l)
		case !errors.As(err, &faults):
			t.Fatalf("an error that names no line: %v", err)
		}
	})
}
