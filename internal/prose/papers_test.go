package prose_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/prose/sheet"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed (-update writes it anew):\n%s", name, got)
	}
}

// sheets are all papers of the small year.
func (y *year) sheets(lang string, to landscape.Audience) map[string]*sheet.Sheet {
	y.t.Helper()
	p := y.papers(to)
	s := y.setting(lang, to, "2027-05-13")
	held := prose.Held{Meeting: p.Previous, Body: p.Body, Decided: agenda.DecisionsOf(s.Land, first), Recorded: []string{"A"}}
	return map[string]*sheet.Sheet{
		"agenda": prose.Agenda(s, p), "since": prose.Since(s, p), "minutes": prose.Minutes(s, held),
		"ask": prose.Ask(s, agenda.Askings(s.Land, day("2027-05-13"), "")),
	}
}

func TestPapers(t *testing.T) {
	y := newYear(t)
	for _, lang := range words.Langs {
		for name, paper := range y.sheets(lang, landscape.Secretariat) {
			var md, html bytes.Buffer
			if err := errors.Join(paper.WriteMarkdown(&md), paper.WriteHTML(&html)); err != nil {
				t.Fatal(err)
			}
			golden(t, name+"."+lang+".md", md.Bytes())
			for _, left := range []string{"paper.", "{{", "<no value>", "%!"} {
				if strings.Contains(md.String(), left) {
					t.Errorf("%s in %s holds %q", name, lang, left)
				}
			}
			checkHTML(t, lang, html.Bytes())
			if lang == "nl" && name == "agenda" {
				golden(t, "agenda.nl.html", html.Bytes())
			}
		}
	}
}

// checkHTML reads the page as XML and holds it to what a screen reader needs.
func checkHTML(t *testing.T, lang string, page []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(page))
	level, headings := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		checkElement(t, lang, e)
		var n int
		if _, err := fmt.Sscanf(e.Name.Local, "h%d", &n); err == nil && len(e.Name.Local) == 2 {
			if n > level+1 || n == 1 && headings > 0 {
				t.Errorf("heading %d follows %d", n, level)
			}
			level = n
			headings++
		}
	}
	if headings < 2 {
		t.Errorf("only %d headings", headings)
	}
}

func checkElement(t *testing.T, lang string, e xml.StartElement) {
	t.Helper()
	attributes := map[string]string{}
	for _, a := range e.Attr {
		attributes[a.Name.Local] = a.Value
		if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Value, "javascript:") {
			t.Errorf("<%s> has %s=%q", e.Name.Local, a.Name.Local, a.Value)
		}
	}
	switch e.Name.Local {
	case "html":
		if attributes["lang"] != lang {
			t.Errorf("lang is %q, want %q", attributes["lang"], lang)
		}
	case "th":
		if s := attributes["scope"]; s != "col" && s != "row" {
			t.Errorf("a th without scope: %q", s)
		}
	case "script", "link", "iframe", "img", "object", "a":
		t.Errorf("there is a <%s>", e.Name.Local)
	}
}

// What a person types stands on paper as it was typed, and does nothing.
func TestTextsAreInert(t *testing.T) {
	const canary = "</style><script>alert('x')</script> & \"q\" [a](javascript:b) | `c`\n# kop\n- d"
	paper := &sheet.Sheet{Lang: "nl", Title: canary, Status: canary}
	paper.Add(
		sheet.Heading{Level: 2, Text: canary}, sheet.Text(canary), sheet.Remark(canary), sheet.List{canary},
		sheet.Facts{{Label: canary, Lines: []string{canary, canary}}},
		sheet.Table{Caption: canary, Heads: []string{canary, "b"}, Rows: [][]string{{canary, canary}}},
		sheet.Blank{Label: canary, Choices: []string{canary}, Lines: 1},
	)
	var md, html bytes.Buffer
	if err := errors.Join(paper.WriteMarkdown(&md), paper.WriteHTML(&html)); err != nil {
		t.Fatal(err)
	}
	checkHTML(t, "nl", html.Bytes())
	if strings.Count(html.String(), "<style>") != 1 || strings.Count(html.String(), "</style>") != 1 {
		t.Error("the style sheet ends early")
	}
	for _, line := range strings.Split(md.String(), "\n") {
		if strings.HasPrefix(line, "# kop") || strings.Contains(line, "<script>") && !strings.Contains(line, `\<script`) {
			t.Errorf("Markdown reads %q", line)
		}
		if strings.Contains(line, "[a](") {
			t.Errorf("a link in %q", line)
		}
	}
}

// Nothing made for a narrower audience is in a paper of a wider one, and what
// is theirs is there.
func TestPapersHoldNothingAboveTheirAudience(t *testing.T) {
	y := newYear(t)
	for _, to := range landscape.Audiences {
		name := "kanarie-" + string(to)
		y.apply(workspace.Why{}, []landscape.Edit{{
			Key:   landscape.NodeKey(landscape.ID("k-" + name)),
			After: &landscape.Record{Node: landscape.NewNode(landscape.ID("k-"+name), landscape.Bottleneck).Text(landscape.Name, "Knelpunt "+name, stated).Text(landscape.AudienceOf, string(to), stated)},
		}}, nil)
		y.table(agenda.Tabled{
			Name: "Punt " + name, Treatment: landscape.ForDiscussion,
			Note: map[landscape.Field]string{landscape.Dilemma: "Dilemma " + name},
		}, second)
		items := agenda.ItemsOf(y.l, second)
		n := items[len(items)-1]
		y.apply(workspace.Why{}, []landscape.Edit{{
			Key: n.Key(), Before: y.l.Record(n.Key()),
			After: &landscape.Record{Node: n.Text(landscape.AudienceOf, string(to), landscape.Basis{})},
		}}, nil)
	}
	for i, to := range landscape.Audiences {
		for name, paper := range y.sheets("nl", to) {
			var md bytes.Buffer
			if err := paper.WriteMarkdown(&md); err != nil {
				t.Fatal(err)
			}
			for j, other := range landscape.Audiences {
				there := strings.Contains(md.String(), "kanarie-"+string(other))
				if there && j > i {
					t.Errorf("%s for %s names what is for %s", name, to, other)
				}
				if !there && j <= i && name == "agenda" {
					t.Errorf("%s for %s does not name what is for %s", name, to, other)
				}
			}
		}
	}
}
