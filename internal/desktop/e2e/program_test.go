package e2e

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// patience is how long a test waits for anything before it gives up; it says
// nothing about how quick the program is.
const patience = 60 * time.Second

// What the program says of a change.
const (
	saved    = " ms saved "
	notSaved = " ms not saved"
)

// program is a running Snijvlak with a display of its own.
type program struct {
	t       *testing.T
	display string
	process *exec.Cmd
	said    *lines
	ended   chan error
}

// start opens a file in a window. Home is the folder of the user.
func start(t *testing.T, home, file string) *program {
	t.Helper()
	browser(t, home)
	p := &program{t: t, display: display(t), said: newLines(), ended: make(chan error, 1)}
	p.process = exec.Command(programPath("snijvlak"), "--lang", "nl")
	p.process.Env = append(environment(home),
		"DISPLAY="+p.display, "LIBGL_ALWAYS_SOFTWARE=1", "SNIJVLAK_TRACE=1", "SNIJVLAK_FILE="+file)
	read, write := io.Pipe()
	p.process.Stdout, p.process.Stderr = write, write
	if err := p.process.Start(); err != nil {
		t.Fatal(err)
	}
	go p.said.follow(read)
	go func() {
		err := p.process.Wait()
		_ = write.Close()
		p.ended <- err
	}()
	t.Cleanup(p.stop)
	p.wait("first frame drawn")
	p.said.again()
	p.wait("search ready")
	p.focus()
	return p
}

// environment is that of a user who never used the program.
func environment(home string) []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "XDG_") || strings.HasPrefix(v, "SNIJVLAK_") || strings.HasPrefix(v, "HOME=")
	})
	return append(env, "HOME="+home, "XDG_RUNTIME_DIR="+home, "LC_ALL=C.UTF-8", "SNIJVLAK_AUTHOR=toets",
		"PATH="+filepath.Join(home, "bin")+string(filepath.ListSeparator)+os.Getenv("PATH"))
}

// browser puts a browser in the home of a user that only notes what it was
// asked to show.
func browser(t *testing.T, home string) {
	t.Helper()
	bin := filepath.Join(home, "bin")
	if err := os.MkdirAll(bin, 0o700); err != nil {
		t.Fatal(err)
	}
	note := "#!/bin/sh\nprintf '%s' \"$1\" >\"$HOME/browser\"\n"
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(note), 0o700); err != nil {
		t.Fatal(err)
	}
}

// wait goes on when the program has written a line with one of some texts,
// since the last line that was waited for, and gives the text.
func (p *program) wait(texts ...string) string {
	p.t.Helper()
	text, ok := p.said.next(patience, texts...)
	if !ok {
		p.shot("stuck")
		p.t.Fatalf("the program never said %q; it said:\n%s", texts, p.said.all())
	}
	return text
}

// stop ends a program that a test left, and fails on what it complained of.
func (p *program) stop() {
	_ = p.process.Process.Kill()
	if p.t.Failed() {
		p.t.Logf("the program said:\n%s", p.said.all())
	}
	for _, bad := range []string{"panic:", "DATA RACE", "fatal error:", "Error in Fyne call thread"} {
		if strings.Contains(p.said.all(), bad) {
			p.t.Errorf("%q in what the program said:\n%s", bad, p.said.all())
		}
	}
}

// quit presses Ctrl+Q and waits until the program has gone.
func (p *program) quit() {
	p.t.Helper()
	p.key("Escape") // a dialog that has just opened keeps the keys to itself
	p.key("ctrl+q")
	select {
	case err := <-p.ended:
		p.ended <- err
	case <-time.After(3 * time.Second):
		p.key("Escape")
		p.key("ctrl+q")
	}
	p.gone()
}

func (p *program) gone() {
	p.t.Helper()
	select {
	case err := <-p.ended:
		if err != nil {
			p.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		p.shot("stuck")
		p.t.Fatalf("the program does not end; it said:\n%s", p.said.all())
	}
}

// shot keeps a picture of the window in the folder of SNIJVLAK_SHOTS, if any.
func (p *program) shot(name string) {
	folder := os.Getenv("SNIJVLAK_SHOTS")
	if folder == "" {
		return
	}
	file := filepath.Join(folder, name+".png")
	for before, tries := []byte(nil), 0; tries < 10; tries++ { // until nothing moves any more
		p.run("import", "-window", "root", "-strip", file)
		now, err := os.ReadFile(file)
		if err != nil || bytes.Equal(before, now) {
			return
		}
		before = now
	}
}

// focus gives the window the keyboard: there is no window manager to do so.
func (p *program) focus() {
	p.t.Helper()
	p.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Snijvlak", "windowmove", "0", "0", "windowfocus", "--sync")
}

// key presses keys, as "ctrl+k", one after another.
func (p *program) key(keys ...string) {
	p.t.Helper()
	p.run("xdotool", append([]string{"key", "--delay", "20"}, keys...)...)
}

// write types a text.
func (p *program) write(text string) {
	p.t.Helper()
	p.run("xdotool", "type", "--delay", "8", text)
}

// click presses the mouse at a place of the window until the program says a
// text: a toolkit that draws only now and then may miss a press.
func (p *program) click(x, y, text string) {
	p.t.Helper()
	for range 20 {
		p.run("xdotool", "mousemove", x, y, "sleep", "0.1", "mousedown", "1", "sleep", "0.1", "mouseup", "1")
		if _, ok := p.said.next(time.Second, text); ok {
			return
		}
	}
	p.wait(text)
}

// find chooses the first of what Ctrl+K finds for a text.
func (p *program) find(text string) {
	p.t.Helper()
	p.key("ctrl+k")
	p.write(text)
	p.key("Return")
}

func (p *program) run(name string, args ...string) {
	p.t.Helper()
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+p.display)
	if out, err := c.CombinedOutput(); err != nil {
		p.t.Fatalf("%s %v: %v: %s", name, args, err, out)
	}
}
