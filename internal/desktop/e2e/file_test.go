package e2e

import (
	"os/exec"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/store"
	"snijvlak/internal/workspace"
)

// read gives what a landscape file holds now, read as another program would.
func read(t *testing.T, file string) *workspace.Workspace {
	t.Helper()
	repo, err := store.Files{BackupFolder: t.TempDir()}.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	ws, err := workspace.Open(t.Context(), repo, "lezer")
	if err != nil {
		t.Fatal(err)
	}
	return ws
}

// last is the newest entry of a file's journal.
func last(t *testing.T, file string) workspace.JournalEntry {
	t.Helper()
	entries, err := read(t, file).Journal(t.Context(), 0)
	if err != nil || len(entries) == 0 {
		t.Fatalf("no journal: %v", err)
	}
	newest := entries[0]
	for _, e := range entries {
		if e.Seq > newest.Seq {
			newest = e
		}
	}
	return newest
}

// command runs the command-line twin on a file.
func command(t *testing.T, home, file string, args ...string) string {
	t.Helper()
	c := exec.Command(programPath("snijvlakctl"), append([]string{"--file", file}, args...)...)
	c.Env = environment(home)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("snijvlakctl %v: %v: %s", args, err, out)
	}
	return string(out)
}

// named gives the one node of a type with a name.
func named(t *testing.T, l *landscape.Landscape, kind landscape.Type, name string) *landscape.Node {
	t.Helper()
	for _, n := range l.Nodes(kind) {
		if n.Name() == name {
			return n
		}
	}
	return nil
}
