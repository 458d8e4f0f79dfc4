package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// TestFileGone takes the file away while it is open and gives it back.
func TestFileGone(t *testing.T) {
	need(t)
	home := t.TempDir()
	file := filepath.Join(home, "landschap"+workspace.Ext)
	p := start(t, home, file)
	away := filepath.Join(home, "weg")
	if err := os.Rename(file, away); err != nil {
		t.Fatal(err)
	}
	p.wait("banner 1 on")
	p.shot("gone")
	p.addBottleneck("Een knelpunt zonder bestand")
	p.wait(notSaved)
	p.shot("not-saved")
	if err := os.Rename(away, file); err != nil {
		t.Fatal(err)
	}
	p.wait("banner 1 off")
	p.saveAndQuit()
	isThere(t, file, "Een knelpunt zonder bestand")
}

// TestFullDisk fills the disk while the file is open. It asks for the right to
// mount.
func TestFullDisk(t *testing.T) {
	need(t)
	home, disk := t.TempDir(), t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=8m"); err != nil {
		t.Skip("cannot mount: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, syscall.MNT_DETACH) })
	file := filepath.Join(disk, "landschap"+workspace.Ext)
	p := start(t, home, file)
	filler := fill(t, disk)

	// The file has room left in itself for some small changes.
	var last string
	for i := 0; ; i++ {
		if i == 40 {
			t.Fatal("forty changes fit on a full disk")
		}
		last = strings.Repeat("Een lang verhaal over een knelpunt. ", 30) + string(rune('a'+i%26)) + string(rune('a'+i/26))
		p.addBottleneck(last)
		if p.wait(saved, notSaved) == notSaved {
			break
		}
	}
	p.shot("full")
	command(t, home, file, "verify")
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	p.saveAndQuit()
	isThere(t, file, last)
}

// fill takes all room of a disk.
func fill(t *testing.T, disk string) string {
	t.Helper()
	name := filepath.Join(disk, "vol")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for block := make([]byte, 64<<10); len(block) > 0; {
		if _, err := f.Write(block); err != nil {
			block = block[:len(block)/2]
		}
	}
	return name
}

// addBottleneck puts a text on the list by the dialog for it.
func (p *program) addBottleneck(text string) {
	p.t.Helper()
	p.key("ctrl+4")
	p.wait("view agenda")
	p.find("Nieuw knelpunt")
	p.wait("form shown")
	p.write(text)
	p.key("Tab", "Right", "ctrl+Return")
	p.key("shift+Tab", "ctrl+Return")
}

// saveAndQuit quits with a change that is not saved, and says yes to saving.
func (p *program) saveAndQuit() {
	p.t.Helper()
	p.key("ctrl+q")
	p.shot("quit-unsaved")
	p.key("Return")
	p.gone()
}

// isThere says whether a bottleneck is in the file, and the file is sound.
func isThere(t *testing.T, file, text string) {
	t.Helper()
	if named(t, read(t, file).Landscape(), landscape.Bottleneck, text) == nil {
		t.Error("the change that was not saved is lost")
	}
	command(t, t.TempDir(), file, "verify")
}
