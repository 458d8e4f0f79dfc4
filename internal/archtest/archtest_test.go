package archtest_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"snijvlak/internal/archtest"
)

const (
	module = "snijvlak"
	root   = "../.."
)

func TestModuleKeepsTheRules(t *testing.T) {
	packages := readModule(t)
	for _, breach := range archtest.Check(packages, archtest.Layers, archtest.Guests) {
		t.Error(breach)
	}
	if loop := archtest.Loop(packages, archtest.Layers); loop != nil {
		t.Errorf("layers import each other: %s", strings.Join(loop, " → "))
	}
}

// The table itself must not allow a loop, also where no package exists yet.
func TestRulesAllowNoLoop(t *testing.T) {
	var all []archtest.Package
	for _, l := range archtest.Layers {
		p := archtest.Package{Path: strings.TrimSuffix(l.Folder, "/...")}
		for _, i := range l.MayImport {
			p.Imports = append(p.Imports, strings.TrimSuffix(i, "/..."))
		}
		all = append(all, p)
	}
	if loop := archtest.Loop(all, archtest.Layers); loop != nil {
		t.Errorf("the table allows a loop: %s", strings.Join(loop, " → "))
	}
}

// The command line must build without a C compiler and run without a display.
func TestCommandLineNeedsNoDisplay(t *testing.T) {
	for _, p := range archtest.Closure(readModule(t), "cmd/snijvlakctl") {
		if p.Cgo {
			t.Errorf("%s uses cgo", p.Path)
		}
	}
	list := exec.CommandContext(t.Context(), "go", "list", "-deps", "./cmd/snijvlakctl")
	list.Dir = root
	list.Env = append(list.Environ(), "CGO_ENABLED=0") // a dependency that is all cgo then fails
	out, err := list.CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	for dep := range strings.Lines(string(out)) {
		if strings.HasPrefix(dep, "fyne.io/") {
			t.Errorf("cmd/snijvlakctl needs %s", strings.TrimSpace(dep))
		}
	}
}

func TestTopLevel(t *testing.T) {
	allowed := strings.Fields(`cmd internal assets data go.mod go.sum FyneApp.toml README.md
		Makefile LICENSE publiccode.yml CONTRIBUTING.md SECURITY.md CHANGELOG.md CODE_OF_CONDUCT.md`)
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	ignored := readIgnored(t)
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains(allowed, name) && !ignored(name) {
			t.Errorf("%s stands at the top level: move it into a folder", name)
		}
	}
}

// readIgnored reads .gitignore as far as it speaks of the top level.
func readIgnored(t *testing.T) func(name string) bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	return func(name string) bool {
		for line := range strings.Lines(string(text)) {
			if ok, err := path.Match(strings.Trim(line, "/\n"), name); ok && err == nil {
				return true
			}
		}
		return false
	}
}

// readModule parses every Go file, whatever its build tags, so that no arrow
// hides behind another operating system.
func readModule(t *testing.T) []archtest.Package {
	t.Helper()
	byPath := map[string]*archtest.Package{}
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && file != root && skipped(e.Name()):
			return fs.SkipDir
		case e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		return readFile(byPath, file)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(byPath) < 5 {
		t.Fatalf("only %d packages found: is the module still at %s?", len(byPath), root)
	}
	var packages []archtest.Package
	for _, p := range byPath {
		packages = append(packages, *p)
	}
	return packages
}

// skipped are the folders that the go command leaves out too.
func skipped(name string) bool {
	return name == "testdata" || name == "build" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

func readFile(byPath map[string]*archtest.Package, file string) error {
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return err
	}
	dir, err := filepath.Rel(root, filepath.Dir(file))
	if err != nil {
		return err
	}
	dir = path.Clean(filepath.ToSlash(dir))
	p := byPath[dir]
	if p == nil {
		p = &archtest.Package{Path: dir}
		byPath[dir] = p
	}
	p.Doc += tree.Doc.Text()
	for _, spec := range tree.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		p.Cgo = p.Cgo || name == "C"
		p.Imports = append(p.Imports, strings.TrimPrefix(name, module+"/"))
	}
	return nil
}
