// Package desktop is the window: the frame around the views (menus, rail,
// inspector, status line, dialogs, Ctrl+K), opening and following the file, and
// the one place where a change is asked of the workspace and its outcome told.
//
// What does not live here: the views (a package each below), the widgets they
// share (kit), and every rule of the landscape (workspace and below).
package desktop

import (
	"context"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"snijvlak/assets"
	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

// Config is what the window gets from outside.
type Config struct {
	// Path is the landscape file to open; empty is that of the user. Make says
	// that it is made of the shipped landscape where it is not there, as that
	// of the user is.
	Path string
	Make bool
	// Author and Lang go before the settings where they are set.
	Author, Lang string
	Version      string

	Files  workspace.Files
	Data   Data
	Layout scene.Layout
	// Render draws a picture in a format of package figure, a page each.
	Render func(ctx context.Context, p *scene.Picture, format string) ([][]byte, error)
	// Handbook gives the path of a page for a browser; nil where there is none.
	Handbook func() (string, error)
}

// Data is the port to landscapes outside a landscape file: the shipped one,
// and files of other programs.
type Data interface {
	// Shipped is the landscape that comes with the program, and its origin as
	// the journal keeps it.
	Shipped() (*landscape.Landscape, string, error)
	// Lists are the word lists of the overlap engine.
	Lists() (overlap.Lists, error)
	// Read reads a file onto a landscape. What is wrong in the file is Faults.
	Read(path string, onto *landscape.Landscape) (Import, error)
	// Write writes a file whose extension says its form; it replaces a file
	// only as a whole.
	Write(path string, l *landscape.Landscape, head string) error
	// Forms are the extensions that Read and Write know, with a dot.
	Forms() []string
}

// Import is a file of another program, read onto a landscape.
type Import struct {
	Merged *landscape.Landscape
	// Keys are the records of the file.
	Keys   []landscape.Key
	Origin string
}

// Fault is one thing wrong in a file. Code and Args make a sentence of the
// words ("fault.CODE"), or Finding does where the model refused the file.
type Fault struct {
	Line    int
	Code    string
	Args    []string
	Finding *landscape.Finding
}

// Faults is the error for a file that cannot be read.
type Faults []Fault

func (f Faults) Error() string { return "the file has faults" }

// id is the program's name for the system, as in FyneApp.toml.
const id = "nl.snijvlak.app"

// Run opens the window and returns when it is closed.
func Run(c Config) {
	trace("start")
	a := newApp(c.Version)
	memory := remember.Open(remember.Path())
	opened := openAhead(c, author(c, settings{memory}))
	w := newWindow(c, a, memory)
	watchGraphics(w.words)
	trace("toolkit")
	w.begin(<-opened)
	trace("window made")
	w.win.Show()
	a.Run()
	_ = memory.Flush() // the next start asks nothing that cannot be guessed
}

func newApp(version string) fyne.App {
	app.SetMetadata(fyne.AppMetadata{
		ID: id, Name: "Snijvlak", Version: version, Build: 1, Icon: icon(),
		Migrations: map[string]bool{"fyneDo": true},
	})
	_ = os.Setenv("RESOURCE_NAME", id) // so that a dock knows the window as that of the desktop file
	return app.NewWithID(id)
}

func icon() fyne.Resource { return fyne.NewStaticResource("snijvlak.png", assets.Icon) }
