package archtest_test

import (
	"strings"
	"testing"

	"snijvlak/internal/archtest"
)

func pkg(path string, imports ...string) archtest.Package {
	return archtest.Package{Path: path, Imports: imports, Doc: "Package doc."}
}

// good is a module that keeps every rule.
func good() []archtest.Package {
	return []archtest.Package{
		pkg("cmd/snijvlak", "internal/desktop", "internal/store/bolt", "internal/figure", "assets"),
		pkg("cmd/snijvlakctl", "internal/command", "internal/store/bolt", "internal/exchange", "data"),
		pkg("internal/desktop", "fyne.io/fyne/v2", "internal/desktop/mapview", "internal/workspace"),
		pkg("internal/desktop/mapview", "fyne.io/fyne/v2/canvas", "internal/scene"),
		pkg("internal/command", "internal/workspace", "internal/words"),
		pkg("internal/workspace", "internal/overlap", "internal/agenda", "internal/scene", "internal/landscape"),
		pkg("internal/overlap", "internal/landscape"),
		pkg("internal/agenda", "internal/landscape"),
		pkg("internal/scene", "internal/landscape", "internal/looks", "assets"),
		pkg("internal/landscape", "strings", "github.com/dominikbraun/graph"),
		pkg("internal/store/bolt", "go.etcd.io/bbolt", "internal/workspace"),
		pkg("internal/store/storetest", "testing", "pgregory.net/rapid", "internal/workspace"),
		pkg("internal/figure", "github.com/goccy/go-graphviz/cgraph", "internal/scene"),
		pkg("internal/exchange", "go.yaml.in/yaml/v3", "internal/landscape"),
		pkg("internal/looks"), pkg("internal/words", "internal/landscape", "assets"), pkg("assets", "embed"), pkg("data", "embed"),
	}
}

func TestCheckAcceptsGoodModule(t *testing.T) {
	if found := archtest.Check(good(), archtest.Layers, archtest.Guests); len(found) > 0 {
		t.Errorf("breaches in a good module:\n%s", strings.Join(found, "\n"))
	}
	if loop := archtest.Loop(good(), archtest.Layers); loop != nil {
		t.Errorf("loop in a good module: %v", loop)
	}
}

func TestCheckFindsBreaches(t *testing.T) {
	tests := map[string]struct {
		bad  archtest.Package
		want string
	}{
		"model knows texts":        {pkg("internal/landscape", "internal/words"), "forbidden arrow"},
		"model knows its user":     {pkg("internal/landscape", "internal/workspace"), "forbidden arrow"},
		"painter knows the model":  {pkg("internal/figure", "internal/landscape"), "forbidden arrow"},
		"command knows a database": {pkg("internal/command", "internal/store/bolt"), "forbidden arrow"},
		"shell knows windows":      {pkg("cmd/snijvlakctl", "internal/desktop"), "forbidden arrow"},
		"rules know each other":    {pkg("internal/agenda", "internal/overlap"), "forbidden arrow"},
		"leaf knows the model":     {pkg("internal/looks", "internal/landscape"), "forbidden arrow"},
		"painter knows the words":  {pkg("internal/figure", "internal/words"), "forbidden arrow"},
		"product knows test suite": {pkg("internal/workspace", "internal/store/storetest"), "forbidden arrow"},
		"first one waits":          {pkg("internal/figure/cachedir", "internal/words"), "forbidden arrow"},
		"window outside desktop":   {pkg("internal/scene", "fyne.io/fyne/v2"), "only [internal/desktop/...]"},
		"database outside store":   {pkg("internal/workspace", "go.etcd.io/bbolt"), "only [internal/store/...]"},
		"layout outside figure":    {pkg("internal/scene", "github.com/goccy/go-graphviz"), "only [internal/figure/...]"},
		"graph outside model":      {pkg("internal/overlap", "github.com/dominikbraun/graph"), "only [internal/landscape]"},
		"yaml outside exchange":    {pkg("internal/command", "go.yaml.in/yaml/v3"), "only [internal/exchange/...]"},
		"test double in product":   {pkg("internal/desktop", "fyne.io/fyne/v2/test"), "test double"},
		"testing in product":       {pkg("internal/store/bolt", "testing"), "test double"},
		"network":                  {pkg("internal/exchange", "net/http"), "no network"},
		"unknown folder":           {pkg("internal/misc"), "has no rule"},
		"no doc comment":           {archtest.Package{Path: "internal/looks"}, "no package doc comment"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			// Imports of a second package of one path count as that package's own.
			found := archtest.Check(append(good(), tt.bad), archtest.Layers, archtest.Guests)
			if len(found) != 1 || !strings.Contains(found[0], tt.want) || !strings.Contains(found[0], tt.bad.Path) {
				t.Errorf("found %q, want one breach of %s with %q", found, tt.bad.Path, tt.want)
			}
		})
	}
}

func TestLoopFindsLayersThatImportEachOther(t *testing.T) {
	// No two packages import each other here, but two layers do.
	loop := archtest.Loop(append(good(), pkg("internal/figure/fonts", "internal/store/names"),
		pkg("internal/store/names", "internal/figure/sizes")), archtest.Layers)
	if len(loop) < 3 || loop[0] != loop[len(loop)-1] {
		t.Errorf("loop = %v, want one between figure and store", loop)
	}
}

func TestClosureFollowsImports(t *testing.T) {
	got := map[string]bool{}
	for _, p := range archtest.Closure(good(), "cmd/snijvlakctl") {
		got[p.Path] = true
	}
	if !got["internal/landscape"] || got["internal/desktop"] || got["fyne.io/fyne/v2"] {
		t.Errorf("closure = %v", got)
	}
}
