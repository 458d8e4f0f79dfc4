package command_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/hex"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"snijvlak/internal/command"
	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// realDrawer draws as the program does.
type realDrawer struct{}

func (realDrawer) Draw(ctx context.Context, l *landscape.Landscape, r command.Request) ([][]byte, error) {
	page, _ := scene.PageByName(r.Page)
	picture, err := scene.New(l, scene.Request{
		View: scene.View(r.View), Theme: r.Theme, Focus: r.Focus, Depth: r.Depth, Pairs: r.Pairs,
		Page: page, Day: r.AsOf, Since: r.Since, Audience: r.Audience, Words: words.In(r.Lang),
	})
	if err != nil {
		return nil, err
	}
	return figure.Render(ctx, picture, r.Format)
}

// outlet runs commands for one audience and looks at all that comes out.
type outlet struct {
	*testing.T
	files workspace.Files
	dir   string
	sees  landscape.Audience
}

// run gives everything that a command writes, files included, in plain bytes.
func (o outlet) run(stdin string, args ...string) (code int, out string) {
	o.Helper()
	var b bytes.Buffer
	env := testEnv()
	env.Files, env.Drawer = o.files, realDrawer{}
	env.Getenv = func(name string) string {
		if name == "SNIJVLAK_FILE" {
			return filepath.Join(o.dir, "..", "l.snijvlak")
		}
		return ""
	}
	env.In, env.Out, env.Err = strings.NewReader(stdin), &b, &b
	if o.sees != "" {
		args = append([]string{"--for", string(o.sees)}, args...)
	}
	code = command.Run(context.Background(), env, args)
	written, err := filepath.Glob(filepath.Join(o.dir, "*"))
	if err != nil {
		o.Fatal(err)
	}
	for _, name := range written {
		data, err := os.ReadFile(name)
		if err != nil {
			o.Fatal(err)
		}
		b.WriteString(name + "\n" + laidOpen(o.T, name, data))
		if err := os.Remove(name); err != nil {
			o.Fatal(err)
		}
	}
	return code, b.String()
}

var (
	pdfStream = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	pdfText   = regexp.MustCompile(`<FEFF([0-9A-F]*)>`)
)

// laidOpen adds to a file's bytes what is packed in them.
func laidOpen(t *testing.T, name string, data []byte) string {
	t.Helper()
	var b strings.Builder
	b.Write(data)
	if filepath.Ext(name) != ".pdf" {
		return b.String()
	}
	for _, m := range pdfStream.FindAllSubmatch(data, -1) {
		if r, err := zlib.NewReader(bytes.NewReader(m[1])); err == nil {
			_, _ = io.Copy(&b, r) // as far as it goes
		}
	}
	for _, m := range pdfText.FindAllSubmatch(data, -1) {
		raw, err := hex.DecodeString(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
		}
		b.WriteString(string(utf16.Decode(units)) + "\n")
	}
	if _, err := exec.LookPath("pdftotext"); err == nil {
		text, err := exec.Command("pdftotext", name, "-").Output() //nolint:gosec // a test
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
	}
	return b.String()
}

// check runs a command and finds the canaries that are not for the audience;
// what was typed may come back.
func (o outlet) check(stdin string, args ...string) string {
	o.Helper()
	code, out := o.run(stdin, args...)
	sees := o.sees
	if sees == "" {
		sees = landscape.Public // figure only
	}
	typed := strings.ToLower(stdin + strings.Join(args, " "))
	for _, m := range canaryForm.FindAllStringSubmatch(out, -1) {
		level := landscape.Audiences[strings.ToLower(m[1])[0]-'a']
		if !sees.Sees(level) && !strings.Contains(typed, strings.ToLower(m[0])) {
			at := strings.Index(out, m[0])
			o.Errorf("%q for %q lets out %s: …%s…", args, sees, m[0], out[max(0, at-120):min(len(out), at+40)])
			return out
		}
	}
	if code > 2 {
		o.Errorf("%q for %q: exit code %d\n%.400s", args, sees, code, out)
	}
	return out
}

func TestNoCanaryAboveTheAudienceGetsOut(t *testing.T) {
	c, files := canaries(t, testEnv().Files)
	for _, sees := range append([]landscape.Audience{""}, landscape.Audiences...) {
		t.Run(string(sees), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "out")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			o := outlet{t, files, dir, sees}
			c.figures(o)
			if sees != "" {
				c.exports(o)
			}
			if sees != landscape.Secretariat && sees != "" { // the one sees all, the other is for the screen
				c.reads(o)
			}
		})
	}
}

// readers are the commands that write out what the landscape holds. The test
// below fails when a new one is not among them.
var readers = []string{
	"list", "show", "owner", "overlap", "overlap matrix", "sweep", "figure", "check", "term list", "journal", "verify", "export",
	"meeting list", "meeting prepare", "meeting minutes", "meeting since", "meeting ask",
}

// silent are the commands that read no landscape.
var silent = []string{"help", "completion", "version"}

func TestEveryCommandIsTriedWithCanaries(t *testing.T) {
	for name, changes := range command.Commands(testEnv()) {
		switch {
		case slices.Contains(readers, name) || slices.Contains(silent, name):
		case changes || name == "restore":
			code, out := outlet{t, testEnv().Files, t.TempDir(), landscape.Public}.run("", append(strings.Fields(name), "a", "b", "c")...)
			if code != 2 {
				t.Errorf("%s takes --for: %s", name, out)
			}
		default:
			t.Errorf("%s is not tried: add it to this test", name)
		}
	}
}

// reads tries every command that answers on the screen.
func (c *cage) reads(o outlet) {
	lines := [][]string{
		{"sweep"},
		{"check"},
		{"journal"},
		{"journal", "--since", "5"},
		{"journal", "--at", "9"},
		{"verify"},
		{"term", "list"},
		{"overlap", "matrix"},
		{"overlap", "matrix", "--top", "500"},
		{"list", "bottlenecks", "--as-of", "2019-06-01"},
		{"list", "actions", "--meeting", string(c.id(landscape.Public, landscape.Meeting, 0))},
	}
	lines = append(lines, []string{"meeting", "list"}, []string{"meeting", "ask"})
	for _, a := range landscape.Audiences {
		meeting := string(c.id(a, landscape.Meeting, 0))
		lines = append(lines, []string{"meeting", "prepare", meeting}, []string{"meeting", "minutes", meeting}, []string{"meeting", "since", meeting})
	}
	for _, t := range landscape.Types {
		lines = append(lines, []string{"list", t.Plural()})
		for _, a := range landscape.Audiences {
			id := string(c.id(a, t, 0))
			lines = append(lines, []string{"show", id}, []string{"show", id[:len(id)-1]})
			if slices.Contains([]landscape.Type{landscape.Initiative, landscape.Bottleneck, landscape.Action}, t) {
				lines = append(lines, []string{"owner", id})
			}
		}
	}
	var texts []string
	for i := 0; i < len(c.exported); i += 211 {
		texts = append(texts, "Er is een probleem met "+c.exported[i])
	}
	for _, text := range texts {
		lines = append(lines, []string{"owner", text}, []string{"overlap", "--among", "all", "--top", "20", text})
	}
	forms := [][]string{{}, {"--json"}, {"--lang", "en"}}
	for i, args := range lines {
		for j, more := range forms {
			if (i+j)%len(forms) == 0 { // they take turns
				o.check("", append(slices.Clone(args), more...)...)
			}
		}
	}
	o.check(strings.Join(texts, "\n"), "overlap", "--json", "--among", "all", "-")
	o.check(strings.Join(texts, "\n"), "overlap", "--among", "all", "-")
}

// exports tries the files, and wants in them all that the audience may see.
func (c *cage) exports(o outlet) {
	for _, name := range []string{"l.yaml", "l.json"} {
		for _, more := range [][]string{{}, {"--as-of", "2025-01-01"}, {"--at", "3"}} {
			out := o.check("", append([]string{"export", filepath.Join(o.dir, name)}, more...)...)
			if !strings.Contains(out, string(o.sees)) || strings.Contains(out, "concept") != (o.sees != landscape.Public) {
				o.Errorf("%s for %s does not say so", name, o.sees)
			}
			for _, word := range c.exported {
				level := landscape.Audiences[word[2]-'a']
				if len(more) == 0 && o.sees.Sees(level) && !strings.Contains(out, word) {
					o.Errorf("%s for %s lacks %s", name, o.sees, word)
				}
			}
		}
	}
}

// figures tries every view in every format, and every page and language.
func (c *cage) figures(o outlet) {
	for i, v := range scene.Views {
		view := []string{"--view", string(v)}
		switch v {
		case scene.ThemeView:
			view = append(view, "--theme", string(c.id(landscape.Public, landscape.Theme, 0)))
		case scene.Neighbourhood:
			view = append(view, "--focus", string(c.id(landscape.Public, landscape.Initiative, 0)), "--depth", "3")
		}
		if i > 0 && (o.sees == "" || o.sees == landscape.Secretariat) {
			return // the one is public too, the other sees all
		}
		for j, format := range figure.Formats {
			pages := []string{scene.PageNames()[(i+j)%len(scene.PageNames())]}
			if format == "svg" && v == scene.Overview {
				pages = scene.PageNames()
			}
			for k, page := range pages {
				lang := words.Langs[(i+j+k)%len(words.Langs)]
				args := append([]string{"figure", filepath.Join(o.dir, "f."+format), "--page", page, "--lang", lang}, view...)
				c.labelled(o, format, o.check("", args...), args)
			}
		}
	}
}

// labelled wants a picture to name its audience where it is not public.
func (c *cage) labelled(o outlet, format, out string, args []string) {
	if !canaryForm.MatchString(out) && format != "png" {
		o.Errorf("%q for %q shows nothing: %.300s", args, o.sees, out)
	}
	concept := strings.Contains(out, "CONCEPT") || strings.Contains(out, "DRAFT")
	if public := o.sees == "" || o.sees == landscape.Public; concept == public {
		o.Errorf("%q for %q: says that it is a draft: %t", args, o.sees, concept)
	}
}
