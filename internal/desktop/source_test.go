package desktop

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"snijvlak/assets"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// sources are the files of the window and its views, but for tests.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files[path], err = parser.ParseFile(token.NewFileSet(), path, nil, 0)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// calls visits every call of a function or method by its last name.
func calls(f *ast.File, visit func(name string, call *ast.CallExpr)) {
	ast.Inspect(f, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			switch fun := call.Fun.(type) {
			case *ast.SelectorExpr:
				visit(fun.Sel.Name, call)
			case *ast.Ident:
				visit(fun.Name, call)
			}
		}
		return true
	})
}

// Fyne parses the fonts anew for each theme override and keeps them for ever:
// the window grew by tens of megabytes with every card.
func TestNoThemeOfItsOwn(t *testing.T) {
	for path, f := range sources(t) {
		calls(f, func(name string, _ *ast.CallExpr) {
			if name == "NewThemeOverride" {
				t.Errorf("%s makes a theme override; see kit.Tight", path)
			}
		})
	}
}

func literal(call *ast.CallExpr) (string, bool) {
	if len(call.Args) == 0 {
		return "", false
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func TestEveryTextIsThereInBothLanguages(t *testing.T) {
	for path, f := range sources(t) {
		calls(f, func(name string, call *ast.CallExpr) {
			if name != "T" && name != "N" && name != "t" && name != "n" {
				return
			}
			key, ok := literal(call)
			if !ok || !strings.Contains(key, ".") {
				return
			}
			for _, l := range words.Langs {
				if !words.In(l).Has(key) {
					t.Errorf("%s: no text %q in %s", path, key, l)
				}
			}
		})
	}
}

func TestEveryActionHasItsNameAndItsOwnKey(t *testing.T) {
	w := opened(t)
	for _, l := range words.Langs {
		say := words.In(l)
		keys := map[string]string{}
		for _, e := range w.entries() {
			if e.action == nil {
				continue
			}
			if !say.Has(e.action.Key) {
				t.Errorf("no text %q in %s", e.action.Key, l)
			}
			key := keyText(say, e.action.Shortcut)
			if before, taken := keys[key]; taken && key != "" && before != e.action.Key {
				t.Errorf("%s does both %s and %s", key, before, e.action.Key)
			}
			keys[key] = e.action.Key
		}
	}
}

func TestEveryPlainErrorHasItsSentence(t *testing.T) {
	for _, p := range plainErrors {
		for _, l := range words.Langs {
			if !words.In(l).Has("window.error." + p.key) {
				t.Errorf("no sentence for %q in %s", p.key, l)
			}
		}
	}
}

// The hand-over to the UI goroutine is in one place. The map knows no kit and
// has a place of its own; its benchmark is a program of its own.
func TestOnlyTheKitHandsOver(t *testing.T) {
	allowed := []string{"kit/do.go", "mapview/map.go", "mapview/worker.go", "mapview/benchmark/main.go"}
	for path, f := range sources(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "Do" && sel.Sel.Name != "DoAndWait" {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "fyne" && !slices.Contains(allowed, filepath.ToSlash(path)) {
				t.Errorf("%s uses fyne.%s: use kit.Do or host.Go", path, sel.Sel.Name)
			}
			return true
		})
	}
}

func TestEveryIconIsDrawn(t *testing.T) {
	names := []string{"table", "programme", "covered", "partly", "none"}
	for _, s := range landscape.States {
		names = append(names, string(s))
	}
	for _, typ := range landscape.Types {
		if typ != landscape.Initiative {
			names = append(names, string(typ))
		}
	}
	names = append(names, landscape.Stages...)
	for _, f := range sources(t) {
		calls(f, func(name string, call *ast.CallExpr) {
			if icon, ok := literal(call); ok && (name == "NewIcon" || name == "Mark") && ofKit(call) {
				names = append(names, icon)
			}
		})
	}
	for _, name := range names {
		if !kit.Drawn(name) {
			t.Errorf("there is no drawing %q", name)
		}
	}
}

// ofKit says whether a function is called as one of package kit.
func ofKit(call *ast.CallExpr) bool {
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := fun.X.(*ast.Ident)
	return ok && x.Name == "kit"
}

// TestFyneSpeaksOurLanguage starts this test again in several languages of the
// system, where Fyne must log nothing and say everything in ours.
func TestFyneSpeaksOurLanguage(t *testing.T) {
	if os.Getenv("SNIJVLAK_TEST_SPEAK") != "" {
		fyneTexts(t)
		return
	}
	for _, system := range []string{"nl_NL.UTF-8", "en_US.UTF-8", "C", "C.UTF-8", "POSIX", "", "sr_RS"} {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestFyneSpeaksOurLanguage$")
		cmd.Env = append(os.Environ(), "SNIJVLAK_TEST_SPEAK=1", "LANG="+system, "LC_ALL=", "LANGUAGE=")
		out, err := cmd.CombinedOutput()
		if err != nil || strings.Contains(string(out), "Fyne error") || strings.Contains(string(out), "not found") {
			t.Errorf("LANG=%s: %v\n%s", system, err, out)
		}
	}
}

func fyneTexts(t *testing.T) {
	t.Helper()
	base := fyneBase(t)
	for _, l := range []string{"nl", "en", "nl"} {
		speak(l)
		var ours map[string]any
		b, err := assets.Translations.ReadFile("translations/fyne." + l + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &ours); err != nil {
			t.Fatal(err)
		}
		for key := range base {
			want := ours[key]
			if forms, ok := want.(map[string]any); ok {
				want = forms["other"]
			}
			if got := lang.X(key, "?"); got != want {
				t.Errorf("%s: %q is %q, not %q", l, key, got, want)
			}
		}
	}
}

// fyneBase are the texts that Fyne itself has in English.
func fyneBase(t *testing.T) map[string]any {
	t.Helper()
	dir, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]any
	if err := json.Unmarshal(b, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}
