package desktop

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Window is the one window. Its fields belong to the UI goroutine, but for
// those that say otherwise.
type Window struct {
	config   Config
	app      fyne.App
	win      fyne.Window
	remember settings
	words    *words.Words
	// start begins work in the background; a test runs it at once.
	start func(func())
	// watch begins work that goes on until the file is left; a test has none.
	watch func(func())

	file    *openFile // nil while none is open
	engine  func() (*overlap.Engine, error)
	index   atomic.Pointer[future[*overlap.Index]] // read from any goroutine
	state   kit.State
	newest  atomic.Uint64 // of the states being made
	visited kit.ViewID    // the view that is on

	views   []kit.View
	pane    kit.Pane
	frame   *frame
	finder  *future[*finder]
	palette *palette       // that is open, or nil
	lately  []landscape.ID // looked at last, the newest first
	saving  int            // changes under way
	saved   string
	settled []func() // waiting until nothing is being saved
}

var _ kit.Host = (*Window)(nil)

func newWindow(c Config, a fyne.App, memory *remember.Memory) *Window {
	w := &Window{config: c, app: a, remember: settings{memory}, start: inBackground, watch: inBackground}
	w.engine = onceEngine(c.Data)
	w.words = words.In(w.lang())
	applyScale(w.remember.scale())
	speak(w.words.Lang)
	a.Settings().SetTheme(kit.NewTheme(w.remember.mode()))
	w.win = a.NewWindow("Snijvlak")
	w.win.SetIcon(icon())
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(w.close)
	w.visited = w.remember.view()
	watchdog()
	return w
}

func inBackground(f func()) { go f() }

// lang is the language of this session: that of the command, else of the
// settings.
func (w *Window) lang() string {
	if w.config.Lang != "" {
		return w.config.Lang
	}
	return w.remember.lang()
}

// build makes everything in the window anew, as after a change of language.
func (w *Window) build() {
	w.views = views(w)
	w.pane = pane(w)
	w.frame = newFrame(w)
	w.win.SetContent(w.frame.content)
	w.setKeys()
	w.show()
	w.visit(w.visited)
}

// State is part of kit.Host.
func (w *Window) State() kit.State { return w.state }

// ready says that there is something to show and to work on.
func (w *Window) ready() bool { return w.file != nil && w.state.Land != nil }

// Window is part of kit.Host.
func (w *Window) Window() fyne.Window { return w.win }

// Memory is part of kit.Host.
func (w *Window) Memory() *remember.Memory { return w.remember.Memory }

// Workspace is part of kit.Host.
func (w *Window) Workspace() *workspace.Workspace { return w.file.ws }

// Overlap is part of kit.Host.
func (w *Window) Overlap() *overlap.Index { return w.index.Load().wait() }

// Layout is part of kit.Host.
func (w *Window) Layout() scene.Layout { return w.config.Layout }

// Draw is part of kit.Host.
func (w *Window) Draw(ctx context.Context, p *scene.Picture, format string) ([][]byte, error) {
	return w.config.Render(ctx, p, format)
}

// Copy is part of kit.Host.
func (w *Window) Copy(text string) {
	w.app.Clipboard().SetContent(text)
	w.Notice(w.words.T("window.copied"))
}

// close asks about what is not saved, and goes once nothing is being saved.
func (w *Window) close() {
	kit.CloseSheets()
	switch {
	case w.unsaved():
		w.askQuit()
	case w.saving > 0:
		w.Notice(w.words.T("window.closing"))
		w.afterSaving(w.close)
	default:
		w.quit()
	}
}

// quit remembers how the window stood, and goes.
func (w *Window) quit() {
	w.remember.setSize(w.win.Canvas().Size())
	w.remember.Put(prefView, w.visited)
	if w.frame != nil {
		w.frame.remember()
	}
	w.leave()
	w.win.Close()
}
