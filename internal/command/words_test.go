package command_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"snijvlak/assets"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

func texts(t *testing.T, lang string) map[string]any {
	t.Helper()
	data, err := fs.ReadFile(assets.Translations, "translations/command."+lang+".json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

var blank = regexp.MustCompile(`{{[^}]*}}`)

func TestLanguagesSayTheSameThings(t *testing.T) {
	nl, en := texts(t, "nl"), texts(t, "en")
	for key, dutch := range nl {
		english, ok := en[key]
		if !ok {
			t.Errorf("%s is not in English", key)
			continue
		}
		a, b := blanks(dutch), blanks(english)
		if !slices.Equal(a, b) {
			t.Errorf("%s: the languages fill in %v and %v", key, a, b)
		}
	}
	for key := range en {
		if _, ok := nl[key]; !ok {
			t.Errorf("%s is not in Dutch", key)
		}
	}
}

// blanks are the names that a text fills in.
func blanks(text any) []string {
	found := blank.FindAllString(fmt.Sprint(text), -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// Keys in the code: a literal of this form that is passed to a function which
// takes a key.
var (
	keyForm = regexp.MustCompile(`(?:say\.[TN]|fact|heading|wrong|broken|answer|use|say\.Has|describe)\((?:c, [^"]*)?"([a-z][a-z0-9.-]*[a-z0-9])"`)
	keyLike = regexp.MustCompile(`"((?:wrong|error|file|finding|fault|form|sum|import|verify|check|list|opt|col|help|changed|journal|period|detail|joined|figure|init|export|remove|show|cmd|flag|back|overlap|owner|matrix|sweep|term|card|why|judge)\.[a-z0-9.-]*[a-z0-9])"`)
)

func TestEveryKeyInTheCodeHasAText(t *testing.T) {
	nl := words.In("nl")
	used := 0
	for _, source := range sources(t) {
		for _, form := range []*regexp.Regexp{keyForm, keyLike} {
			for _, m := range form.FindAllStringSubmatch(source, -1) {
				used++
				if !nl.Has(m[1]) && !isPrefix(t, m[1]) {
					t.Errorf("the code says %q, which no text has", m[1])
				}
			}
		}
	}
	if used < 150 {
		t.Errorf("only %d keys found in the code; does this test still read it?", used)
	}
}

// isPrefix allows a key that the code completes, such as "cmd.add.type".
func isPrefix(t *testing.T, key string) bool {
	t.Helper()
	for k := range texts(t, "nl") {
		if strings.HasPrefix(k, key+".") {
			return true
		}
	}
	return false
}

// Prefixes whose keys are made in the code, of values.
var made = []string{
	"cmd.", "group.", "view.", "page.", "back.", "sense.", "detail.", "opt.detail.", "opt.list.", "placeholder.",
	"finding.", "fault.", "check.", "verify.fault-", "col.", "flag.", "joined.", "link.",
	"overlap.covered-", "overlap.partly-", "overlap.none-", "verdict.", "among.", "card.cap-", "why.", "sweep.because-",
	"judge.done-", "move.placed-", "opt.move.",
}

func TestEveryTextIsUsed(t *testing.T) {
	all := strings.Join(sources(t), "\n")
	for key := range texts(t, "nl") {
		if strings.Contains(all, `"`+key+`"`) ||
			slices.ContainsFunc(made, func(p string) bool { return strings.HasPrefix(key, p) }) {
			continue
		}
		t.Errorf("no code says %q", key)
	}
}

func sources(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	shared, err := filepath.Glob("../prose/*.go") // says what a candidate is, for the window too
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, name := range append(names, shared...) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(data))
	}
	return all
}

var codeForm = regexp.MustCompile(`(?m)^\s+\w+\s+Code = "([a-z-]+)"`)

func TestEveryCodeHasASentence(t *testing.T) {
	for prefix, file := range map[string]string{
		"finding.": "../landscape/finding.go", "fault.": "../exchange/fault.go",
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := codeForm.FindAllStringSubmatch(string(data), -1)
		if len(found) < 15 {
			t.Errorf("%s: only %d codes found", file, len(found))
		}
		for _, lang := range words.Langs {
			for _, m := range found {
				if !words.In(lang).Has(prefix + m[1]) {
					t.Errorf("%s%s has no sentence in %s", prefix, m[1], lang)
				}
			}
		}
	}
}

func TestJournalFaultsHaveASentence(t *testing.T) {
	data, err := os.ReadFile("../workspace/verify.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`c\.fault\([^,]+, "([a-z]+)"\)`).FindAllStringSubmatch(string(data), -1) {
		for _, lang := range words.Langs {
			if !words.In(lang).Has("verify.fault-" + m[1]) {
				t.Errorf("the fault %s has no sentence in %s", m[1], lang)
			}
		}
	}
}

func TestEveryValueHasAWord(t *testing.T) {
	numbers := landscape.Rung
	for _, lang := range words.Langs {
		w := words.In(lang)
		for _, spec := range landscape.Fields {
			if !w.Has("field." + string(spec.Field)) {
				t.Errorf("field %s has no word in %s", spec.Field, lang)
			}
			for _, c := range spec.Choices {
				if spec.Field != numbers && !w.Has(string(spec.Field)+"."+c) {
					t.Errorf("%s %s has no word in %s", spec.Field, c, lang)
				}
			}
		}
		for _, spec := range landscape.Links {
			if !w.Has("link."+string(spec.Link)) || !w.Has("back."+string(spec.Link)) {
				t.Errorf("relation %s has no words in %s", spec.Link, lang)
			}
		}
	}
}
