package prose_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/words"
)

// Prefixes whose keys are made in the code, of values.
var made = []string{"paper.status-", "paper.asks-", "paper.did-", "paper.the.", "paper.because-", "paper.state-", "paper.sets-", "paper.follows-", "sum.result-", "sum.returns-", "joined"}

var (
	blank   = regexp.MustCompile(`{{[^}]*}}`)
	keyForm = regexp.MustCompile(`"((?:paper|sum)\.[a-z0-9.-]*[a-z0-9])"`)
)

func textsOf(t *testing.T, lang string) map[string]any {
	t.Helper()
	all := map[string]any{}
	for _, name := range []string{"journal", "agenda"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "translations", name+"."+lang+".json"))
		if err == nil {
			err = json.Unmarshal(data, &all)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func TestLanguagesSayTheSameThings(t *testing.T) {
	nl, en := textsOf(t, "nl"), textsOf(t, "en")
	for key, dutch := range nl {
		if english, ok := en[key]; !ok || !slices.Equal(blanks(dutch), blanks(english)) {
			t.Errorf("%s: %v and %v do not fill in the same", key, dutch, english)
		}
	}
	for key := range en {
		if nl[key] == nil {
			t.Errorf("%s is not in Dutch", key)
		}
	}
}

func blanks(text any) []string {
	found := blank.FindAllString(fmt.Sprint(text), -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestKeysAndTextsMatch(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			code.Write(data)
		}
	}
	nl := words.In("nl")
	for _, m := range keyForm.FindAllStringSubmatch(code.String(), -1) {
		if !nl.Has(m[1]) && !slices.ContainsFunc(made, func(p string) bool { return strings.HasPrefix(m[1]+"-", p) || strings.HasPrefix(m[1]+".", p) }) {
			t.Errorf("the code says %q, which no text has", m[1])
		}
	}
	for key := range textsOf(t, "nl") {
		ours := strings.HasPrefix(key, "paper.") || strings.HasPrefix(key, "sum.") || strings.HasPrefix(key, "joined")
		if ours && !strings.Contains(code.String(), `"`+key+`"`) && !slices.ContainsFunc(made, func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("no code says %q", key)
		}
	}
}
