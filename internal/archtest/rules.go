package archtest

import "slices"

// Layer is one line of the architecture: a folder and what of ours its
// packages may import. Tests may import what they like.
type Layer struct {
	Folder    string
	MayImport []string
}

// Guest is a library of others with the folders that may know it.
type Guest struct {
	Library string
	Only    []string
	Why     string
}

// leaves hold what all share: colours, texts, embedded bytes. Every layer but
// the model may import them.
var leaves = []string{"internal/looks", "internal/words/...", "assets", "data"}

func with(folders ...string) []string { return slices.Concat(leaves, folders) }

// Layers are the arrows that are allowed, from the outside in.
var Layers = []Layer{
	// wire and run
	{"cmd/snijvlak", with("internal/landscape", "internal/overlap", "internal/desktop/...", "internal/workspace", "internal/store/...", "internal/figure/...", "internal/exchange/...")},
	{"cmd/snijvlakctl", with("internal/landscape", "internal/scene", "internal/command/...", "internal/workspace", "internal/store/...", "internal/figure/...", "internal/exchange/...")},

	// people: windows and shell
	{"internal/desktop/...", with("internal/desktop/...", "internal/prose/...", "internal/workspace", "internal/overlap", "internal/agenda", "internal/mapping", "internal/scene", "internal/landscape")},
	{"internal/desktop/pagefiles", with("internal/store/whole")}, // it writes, and knows no window
	{"internal/desktop/remember", []string{"internal/store/whole"}},
	{"internal/desktop/mapview/...", with("internal/desktop/mapview/...", "internal/scene")}, // it knows no model
	{"internal/desktop/mapview/raster", with("internal/scene")},                              // nor a window
	{"internal/desktop/mapview/benchmark", with("internal/desktop/mapview/...", "internal/mapping", "internal/scene", "internal/landscape")},
	{"internal/command/...", with("internal/command/...", "internal/prose/...", "internal/workspace", "internal/exchange", "internal/overlap", "internal/agenda", "internal/scene", "internal/landscape", "internal/store/whole")},

	// what both say, and how it stands on paper
	{"internal/prose/...", with("internal/prose/...", "internal/workspace", "internal/agenda", "internal/overlap", "internal/landscape")},
	{"internal/prose/sheet", []string{"internal/looks"}}, // it knows no model

	// one open landscape, and the ports
	{"internal/workspace", with("internal/overlap", "internal/agenda", "internal/scene", "internal/landscape")},

	// rules and pictures, pure
	{"internal/mapping", []string{"internal/scene"}},
	{"internal/scene", with("internal/overlap", "internal/agenda", "internal/landscape")},
	{"internal/overlap", with("internal/landscape")},
	{"internal/agenda", with("internal/landscape")},

	// the model
	{"internal/landscape", nil},

	// edges: they implement the ports; no painter knows the model
	{"internal/store/...", with("internal/store/...", "internal/workspace", "internal/landscape")},
	{"internal/figure/cachedir", nil}, // initialised before Graphviz, so it may wait for nothing
	{"internal/figure/...", []string{"internal/figure/...", "internal/workspace", "internal/scene", "internal/looks", "assets"}},
	{"internal/exchange/...", with("internal/exchange/...", "internal/workspace", "internal/overlap", "internal/landscape")},

	// leaves
	{"internal/looks", nil},
	{"internal/words/...", []string{"internal/landscape", "assets"}}, // it writes the model's dates
	{"assets", nil},
	{"data", nil},

	// for tests only: nobody above may import these
	{"internal/landscapetest", with("internal/landscape")},
	{"internal/desktop/kittest", with("internal/desktop/kit", "internal/desktop/mapview", "internal/desktop/remember", "internal/workspace", "internal/store/memory", "internal/exchange", "internal/figure", "internal/overlap", "internal/scene", "internal/landscape")},
	{"internal/overlap/evaltest", with("internal/overlap", "internal/exchange", "internal/landscape")},
	{"internal/archtest", nil},
}

// testOnly may know the libraries of tests.
var testOnly = []string{"internal/store/storetest", "internal/landscapetest", "internal/desktop/kittest", "internal/archtest"}

// Guests are the libraries that stay behind one door.
var Guests = []Guest{
	{"fyne.io/...", []string{"internal/desktop/..."}, "the rest runs without a display"},
	{"go.etcd.io/bbolt/...", []string{"internal/store/..."}, "the store is a port"},
	{"github.com/goccy/go-graphviz/...", []string{"internal/figure/..."}, "layout is a function value"},
	{"github.com/tdewolff/canvas/...", []string{"internal/figure/..."}, "painters live there"},
	{"github.com/dominikbraun/graph/...", []string{"internal/landscape"}, "it hides behind the model's own type"},
	{"go.yaml.in/yaml/...", []string{"internal/exchange/..."}, "files in and out live there"},
	{"gopkg.in/yaml.v3", nil, "go.yaml.in/yaml is the one in use"},
	{"github.com/spf13/cobra/...", []string{"internal/command/..."}, "the shell lives there"},
	{"github.com/nicksnyder/go-i18n/...", []string{"internal/words/..."}, "texts by language live there"},

	{"net", nil, "the program uses no network"},
	{"net/http/...", nil, "the program uses no network"},

	{"testing/...", testOnly, "a test double is no part of the program"},
	{"pgregory.net/rapid/...", testOnly, "a test double is no part of the program"},
	{"github.com/rogpeppe/go-internal/...", testOnly, "a test double is no part of the program"},
	{"fyne.io/fyne/v2/test/...", []string{"internal/desktop/kittest"}, "a test double is no part of the program"},
}
