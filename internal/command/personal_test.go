package command_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snijvlak/internal/command"
	"snijvlak/internal/landscape"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/workspace"
)

// session is a file of its own, and what came on standard error.
type session struct {
	*testing.T
	files workspace.Files
	dir   string
	told  bytes.Buffer
}

func newSession(t *testing.T) *session {
	t.Helper()
	repo := memory.New()
	first, err := workspace.First(landscape.New(), "medewerker", "", testEnv().Now())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := repo.Commit(context.Background(), first); err != nil {
		t.Fatal(err)
	}
	return &session{T: t, files: oneFile{testEnv().Files, repo}, dir: t.TempDir()}
}

// do runs a command and gives its exit code and both outputs.
func (s *session) do(stdin string, args ...string) (code int, out, told string) {
	s.Helper()
	var b, e bytes.Buffer
	env := testEnv()
	env.Files, env.Drawer = s.files, realDrawer{}
	env.Getenv = func(name string) string {
		return map[string]string{"SNIJVLAK_FILE": filepath.Join(s.dir, "l.snijvlak")}[name]
	}
	env.In, env.Out, env.Err = strings.NewReader(stdin), &b, io.MultiWriter(&e, &s.told)
	code = command.Run(context.Background(), env, args)
	return code, b.String(), e.String()
}

func (s *session) file(name, text string) string {
	s.Helper()
	path := filepath.Join(s.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.Fatal(err)
	}
	return path
}

// Values of persons, none of which may come on standard error.
const (
	aBSN   = "111222333"
	aMail  = "jan.jansen@example.nl"
	aPhone = "06-12345678"
	anIBAN = "NL91ABNA0417164300"
)

func TestNothingOfAPersonIsTold(t *testing.T) {
	s := newSession(t)
	all := "Jan, BSN " + aBSN + ", " + aMail + ", " + aPhone + ", " + anIBAN
	rest := strings.ReplaceAll(all, aBSN, "")
	yaml := func(text string) string {
		return "format: snijvlak/1\nthemes:\n- id: werk\n  name: Werk\n  goal: \"" + text + "\"\n"
	}
	for _, c := range []struct {
		code int
		args []string
	}{
		{0, []string{"add", "theme", "--name", "Wonen"}},
		{2, []string{"add", "theme", "--name", all}},
		{2, []string{"add", "theme", "--name", "x", "--id", "zaak-" + aBSN}},
		{2, []string{"add", "theme", "--name", "x", "--author", aBSN}},
		{0, []string{"add", "theme", "--name", rest}},
		{0, []string{"add", "bottleneck", "--name", aMail, "--belongs-to", "wonen", "--source", "", "--section", aPhone}},
		{2, []string{"set", "wonen", "goal=" + all}},
		{2, []string{"set", "wonen", "phase=" + aBSN}},
		{2, []string{"set", "wonen", aBSN}},
		{0, []string{"set", "wonen", "goal=" + all, "--not-bsn", "kenmerk " + aBSN}},
		{0, []string{"add", "theme", "--name", "Zaak " + aBSN, "--not-bsn", "kenmerk"}},
		{2, []string{"add", "theme", "--name", "Nog een", "--id", "zaak-" + aBSN}},
		{2, []string{"link", "wonen", aBSN, "wonen"}},
		{2, []string{"link", aBSN, "owns", aPhone}},
		{2, []string{"unlink", aBSN, "owns", aPhone}},
		{2, []string{"judge", "wonen", "not-same", aBSN, "--why", all}},
		{2, []string{"term", "add", aBSN, "iets"}},
		{0, []string{"term", "add", aMail, "iets"}},
		{2, []string{"term", "remove", aBSN}},
		{2, []string{"show", aBSN}},
		{2, []string{"list", aBSN}},
		{2, []string{"list", "bottlenecks", "--theme", aBSN}},
		{2, []string{"owner", all}},
		{2, []string{"overlap", all}},
		{2, []string{"overlap", "--top", "x" + aBSN, "x"}},
		{2, []string{aBSN}},
		{2, []string{"show", "a", aBSN}},
		{2, []string{"--as-of", aBSN, "check"}},
		{2, []string{"--" + aBSN, "check"}},
		{2, []string{"import", s.file("a.yaml", yaml(all))}},
		{2, []string{"import", "--dry-run", s.file("b.yaml", yaml(all))}},
		{3, []string{"import", s.file("c.yaml", "format: snijvlak/1\nthemes:\n- id: x\n  name: x\n  "+aBSN+": "+aMail+"\n  start: "+aPhone+"\n")}},
		{3, []string{"import", s.file("d.json", `{"format": "`+aBSN+`", `+aMail)}},
		{0, []string{"import", s.file("e.yaml", yaml(rest))}},
		{2, []string{"import", s.file(aBSN+".yaml", yaml("anders"))}},
		{3, []string{"import", s.dir + "/" + aMail + ".yaml"}},
		{2, []string{"export", s.dir + "/" + aBSN}},
		{2, []string{"figure", s.dir + "/f.svg", "--focus", aBSN}},
		{0, []string{"undo"}},
		{0, []string{"redo"}},
	} {
		if code, out, told := s.do("", c.args...); code != c.code {
			t.Errorf("%q: exit code %d\n%s%s", c.args, code, out, told)
		}
	}
	if _, out, _ := s.do(all+"\n", "overlap", "--json", "-"); strings.Contains(out, aBSN) || !strings.Contains(out, aMail) {
		t.Errorf("a line with a BSN is answered with %s", out)
	}
	for _, value := range []string{aBSN, "1112", aMail, "jan-jansen", aPhone, "12345678", anIBAN, strings.ToLower(anIBAN)} {
		if at := strings.Index(s.told.String(), value); at >= 0 {
			t.Errorf("standard error holds %q: …%s…", value, s.told.String()[max(0, at-200):at+len(value)])
		}
	}
	_, out, _ := s.do("", "journal", "--json")
	if strings.Contains(out, `"reason": "`) && strings.Contains(out, "kenmerk "+aBSN) || !strings.Contains(out, "geen BSN: kenmerk •••") {
		t.Errorf("the journal gives the number as a reason: %s", out)
	}
}

func TestPersonalDataIsWarnedOf(t *testing.T) {
	s := newSession(t)
	_, _, told := s.do("", "add", "theme", "--name", "Wonen", "--goal", "Bel "+aPhone+" of "+anIBAN)
	for _, want := range []string{"Let op: in wonen staat iets dat lijkt op een telefoonnummer.", "Let op: in wonen staat iets dat lijkt op een rekeningnummer (IBAN)."} {
		if strings.Count(told, want) != 1 {
			t.Errorf("%q is not told once: %s", want, told)
		}
	}
	if _, _, told = s.do("", "set", "wonen", "note=Gewoon", "--lang", "en"); told != "" {
		t.Errorf("told again: %s", told)
	}
	path := s.file("a.yaml", "format: snijvlak/1\nthemes:\n- id: werk\n  name: Werk\n  source: {note: mail "+aMail+"}\n")
	if _, _, told = s.do("", "import", path, "--dry-run", "--lang", "en"); !strings.Contains(told, "Note: werk seems to hold an e-mail address.") {
		t.Errorf("an import is not warned of: %s", told)
	}
	if _, _, told = s.do("", "add", "theme", "--name", aMail); !strings.Contains(told, "in item staat") {
		t.Errorf("a name is told as %s", told)
	}
}

func TestACharacterThatSteersIsRefused(t *testing.T) {
	s := newSession(t)
	code, _, told := s.do("", "import", s.file("a.yaml", "format: snijvlak/1\nthemes:\n- id: a\n  name: \"x\\u202Ey\"\n"))
	if code != 3 || !strings.Contains(told, "a.yaml:4: in de tekst van 'a' staat een onzichtbaar teken") {
		t.Errorf("%d, %s", code, told)
	}
	code, _, told = s.do("", "import", s.file("b.yaml", "format: snijvlak/1\nthemes:\n- id: \xff\n"))
	if code != 3 || !strings.Contains(told, "b.yaml:3: dit is geen tekstbestand") {
		t.Errorf("%d, %s", code, told)
	}
	_, _, _ = s.do("", "add", "theme", "--name", "Cafe\u0301\u200bs")
	if _, out, _ := s.do("", "list", "themes", "--json"); !strings.Contains(out, `"name": "Cafés"`) {
		t.Errorf("a pasted name became %s", out)
	}
}

// What a name says is text in every form that leaves the program.
func TestATagInANameDoesNothing(t *testing.T) {
	s := newSession(t)
	const tag, link = `<script>alert(1)</script>`, `[x](javascript:alert(1))`
	const handler = `" onload="alert(1)`
	for _, name := range []string{tag, link, handler} {
		s.do("", "add", "theme", "--name", name, "--number", "1", "--alias", name)
	}
	s.do("", "add", "initiative", "--name", "Tafel "+tag+handler+link, "--short", tag, "--addresses", "script-alert-1-script")
	for _, format := range []string{"svg", "dot", "txt"} {
		path := filepath.Join(s.dir, "f."+format)
		if code, _, told := s.do("", "figure", path, "--focus", "script-alert-1-script"); code != 0 {
			t.Fatalf("%s: %s", format, told)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		switch format {
		case "svg":
			isInertSVG(t, data)
		case "dot":
			if bytes.Contains(data, []byte(`"`+handler)) || !bytes.Contains(data, []byte(`\" onload=\"alert(1)`)) {
				t.Errorf("DOT ends a text early:\n%s", data)
			}
		case "txt":
			if bytes.Contains(data, []byte("| "+tag)) || bytes.Contains(data, []byte(" [x](")) {
				t.Errorf("the text twin has a tag or a link:\n%s", data)
			}
		}
	}
}

func isInertSVG(t *testing.T, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if name := start.Name.Local; name == "script" || name == "a" || name == "foreignObject" {
			t.Errorf("the SVG has a <%s>", name)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || strings.Contains(a.Value, "javascript:") {
				t.Errorf("the SVG has %s=%q", a.Name.Local, a.Value)
			}
		}
	}
}
