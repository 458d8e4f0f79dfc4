package e2e

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// TestTogether has the command and a second window work on the file of a first
// window.
func TestTogether(t *testing.T) {
	need(t)
	home := t.TempDir()
	file := filepath.Join(home, "landschap"+workspace.Ext)
	one := start(t, home, file)

	begun := time.Now()
	command(t, home, file, "add", "bottleneck", "--name", "Geen plek na ontslag", "--belongs-to", "passende-woonplek")
	one.wait("shown 2 as of")
	t.Logf("a change of the command showed within %v, its own start included", time.Since(begun).Round(time.Millisecond))

	two := start(t, t.TempDir(), file)
	begun = time.Now()
	two.key("ctrl+z")
	two.wait("saved 3")
	one.wait("shown 3 as of")
	t.Logf("a change of another window showed within %v", time.Since(begun).Round(time.Millisecond))
	one.key("ctrl+y")
	one.wait("saved 4")
	two.wait("shown 4 as of")
	two.quit()

	one.disagree(home, file)
	one.quit()
	read(t, file)
}

// disagree has the command change what the window is about to change, until
// the window had not seen it yet: it looks once each second.
func (p *program) disagree(home, file string) {
	p.t.Helper()
	p.find("t3-5")
	p.wait("view bottlenecks")
	p.wait("work done")
	p.find("Vastleggen waar dit ligt")
	p.wait("form shown")
	p.write("Dat zeggen zij zelf")
	for try := range 10 {
		command(p.t, home, file, "--author", "ander", "set", "t3-5", fmt.Sprintf("note=Keer %d", try))
		p.key("ctrl+Return")
		if p.wait("conflict shown", saved) != saved {
			p.shot("conflict")
			p.take(file)
			return
		}
		p.key("ctrl+z") // the window had seen the change already
		p.wait(saved)
		p.wait("work done")
		p.find("Vastleggen waar dit ligt")
		p.wait("form shown")
		p.write("Dat zeggen zij zelf")
	}
	p.t.Error("no conflict in ten tries")
}

// take chooses one's own version in the dialog of a conflict; that of the other
// stays in the journal.
func (p *program) take(file string) {
	p.t.Helper()
	p.key("Return") // the primary button: mine
	p.wait(saved)
	n, ok := read(p.t, file).Landscape().Node("t3-5")
	if !ok || n.Get(landscape.List) != landscape.Done {
		p.t.Error("one's own version was not taken")
	}
	if n.Get(landscape.Note) == "" {
		p.t.Error("what the other wrote in another field is gone")
	}
}
