package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snijvlak/internal/workspace"
)

// TestScale makes everything twice as large while the program runs, as on a
// display of another scale: what is being done goes on, and nothing is lost.
func TestScale(t *testing.T) {
	need(t)
	home := t.TempDir()
	file := filepath.Join(home, "landschap"+workspace.Ext)
	p := start(t, home, file)
	p.addBottleneck("Een knelpunt op honderd procent")
	p.wait("saved 2")
	p.key("ctrl+comma")
	p.wait("form shown")
	p.key("Tab", "Tab", "Right", "Right", "Right", "Right") // language, mode, size: 125 to 200 %
	p.shot("twice")
	p.key("Escape")
	p.addBottleneck("Een knelpunt op tweehonderd procent")
	p.wait("saved 3")
	p.shot("added")
	p.quit()
	for _, name := range []string{"Een knelpunt op honderd procent", "Een knelpunt op tweehonderd procent"} {
		isThere(t, file, name)
	}
	settings, err := os.ReadFile(filepath.Join(home, ".config", "snijvlak", "settings.json"))
	if err != nil || !strings.Contains(string(settings), `"scale": 200`) {
		t.Errorf("the size is not remembered: %s, %v", settings, err)
	}
	p = start(t, home, file)
	p.quit()
}
