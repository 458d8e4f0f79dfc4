package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// What is asked, and why it lies where it lies.
const (
	problem = "Ex-gedetineerden staan na vrijlating zonder woning op straat"
	reason  = "Dat staat in de agenda"
)

// TestDay is a day's work of someone of the secretariat.
func TestDay(t *testing.T) {
	need(t)
	home := t.TempDir()
	file := filepath.Join(home, "landschap"+workspace.Ext)
	p := start(t, home, file)

	// Find an item.
	p.find("Beschermd thuis")
	p.wait("view map")
	p.shot("found")

	// The handbook opens, whatever has the focus.
	p.key("F1")
	p.wait("handbook opened")
	handbookOpened(t, home)

	// Ask for overlap and record that it lies elsewhere.
	p.find("vraag: " + problem)
	p.wait("view overlap")
	p.wait("work done")
	p.shot("asked")
	p.key("ctrl+Return", "Return") // to the first card, and its first button: here
	p.wait("form shown")
	p.shot("placing")
	p.key("Right", "Right", "Right", "Tab") // the third theme
	p.write(reason)
	p.shot("filled")
	p.key("ctrl+Return")
	p.wait("saved 2")
	p.wait("work done") // the question is asked again, of what is now a bottleneck
	isPlaced(t, file)
	p.key("ctrl+4")
	p.wait("view agenda")
	p.shot("board")
	p.click("75", "258", "view journal") // the last of the rail
	p.shot("journal")

	// Undo, and do it again.
	p.key("ctrl+z")
	p.wait("saved 3")
	if e := last(t, file); e.Kind != workspace.UndoEntry || e.Of != 2 {
		t.Errorf("undo wrote %s of %d", e.Kind, e.Of)
	}
	if named(t, read(t, file).Landscape(), landscape.Bottleneck, problem) != nil {
		t.Error("the bottleneck is still there after undo")
	}
	p.key("ctrl+y")
	p.wait("saved 4")
	isPlaced(t, file)

	// Another day only shows, and changes nothing.
	p.key("ctrl+d")
	p.wait("form shown")
	p.write("2018")
	p.key("Return")
	p.wait("shown 4 as of 2018")
	p.key("ctrl+z")
	p.wait("message shown") // it says that only looking can be done
	p.shot("2018")
	p.key("Escape")
	p.key("ctrl+shift+d")
	p.wait("shown 4 as of " + landscape.DateOf(time.Now()).String())
	if e := last(t, file); e.Seq != 4 {
		t.Errorf("looking at another day wrote line %d", e.Seq)
	}

	p.exportFigure(filepath.Join(home, "kaart.svg"))

	// Quit, start again: it is all there, and the view too.
	p.quit()
	p = start(t, home, file)
	p.said.again()
	p.wait("view journal")
	isPlaced(t, file)
	p.find(problem)
	p.wait("view bottlenecks")
	p.shot("again")
	p.quit()
}

// isPlaced holds the file against what was recorded: the text is a bottleneck,
// it is on the done list, and waits for the answer of the table.
func isPlaced(t *testing.T, file string) {
	t.Helper()
	ws := read(t, file)
	n := named(t, ws.Landscape(), landscape.Bottleneck, problem)
	if n == nil {
		t.Fatal("the bottleneck is not in the file")
	}
	if got := n.Get(landscape.List); got != landscape.Done {
		t.Errorf("it is on the list %q", got)
	}
	_, waiting := agenda.Follow(ws.Landscape(), ws.Today())
	if len(waiting) != 1 || waiting[0].Node.ID != n.ID {
		t.Errorf("it does not wait for an answer: %v", waiting)
	}
	entries, err := ws.Journal(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Reason == reason && e.Author == "toets" {
			return
		}
	}
	t.Errorf("the journal does not say why: %v", entries)
}

// handbookOpened holds what a browser was asked to show against what is there.
func handbookOpened(t *testing.T, home string) {
	t.Helper()
	var page string
	soon(t, "a browser is asked for the handbook", func() bool {
		asked, err := os.ReadFile(filepath.Join(home, "browser"))
		page = strings.TrimPrefix(strings.TrimSpace(string(asked)), "file://")
		return err == nil && page != ""
	})
	if !strings.HasPrefix(page, home) {
		t.Errorf("the handbook lies at %s, not with the user", page)
	}
	if text, err := os.ReadFile(page); err != nil || !strings.Contains(string(text), "Handboek van Snijvlak") {
		t.Errorf("no handbook at %s: %v", page, err)
	}
}
