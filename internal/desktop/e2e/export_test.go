package e2e

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// exportFigure makes an SVG of the overview with the dialog, by keys alone.
func (p *program) exportFigure(file string) {
	p.t.Helper()
	p.key("ctrl+shift+e")
	p.wait("work done") // the preview
	p.wait("work done")
	p.key("Tab", "Tab", "Right")                           // the second format is SVG
	p.key("shift+Tab", "shift+Tab", "shift+Tab", "Return") // back past the first field: the button to save
	p.key("ctrl+a")
	p.write(strings.TrimSuffix(filepath.Base(file), ".svg"))
	p.shot("export")
	p.key("Return")
	p.wait("work done")
	p.key("Escape")
	isFigure(p.t, file)
}

// isFigure says whether a file is a whole SVG with names of the landscape.
func isFigure(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(data, new(struct{ XMLName xml.Name })); err != nil {
		t.Errorf("the figure is no XML: %v", err)
	}
	for _, name := range []string{"Beschermd thuis", "Stuurgroep", "Maatschappelijk herstel"} {
		if !strings.Contains(string(data), name) {
			t.Errorf("%q is not in the figure", name)
		}
	}
}

// soon goes on when something is true, and fails when it stays false.
func soon(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatal("never: ", what)
}
