// Package kit holds what the views of the window share: the contract between a
// view and the window, and the widgets that draw the marks of VISUAL 3. It
// knows no view.
package kit

import (
	"context"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// State is what the window shows at one moment. It is a value: the window makes
// a new one when something changes and hands it to every view.
type State struct {
	// Land is the landscape as the file has it; Seen is the same as of Day.
	Land, Seen *landscape.Landscape
	Day, Today landscape.Date
	Head       workspace.Head
	// Selected are the ids of the selection, the one last chosen first.
	Selected []landscape.ID
	// ReadOnly says that the file cannot be written.
	ReadOnly bool
	// Past says that Land is not the newest, but that after entry Head.Seq.
	Past bool
	// Words writes in the language of the window.
	Words *words.Words
}

// Reads says that the window looks at another day than today, at the file as it
// was, or at one that cannot be written, so that nothing can be changed.
func (s State) Reads() bool { return s.Day != s.Today || s.ReadOnly || s.Past }

// WhyNot says, as a sentence, why nothing can be changed now; empty when it can.
func (s State) WhyNot() string {
	switch {
	case s.Words == nil || !s.Reads():
		return ""
	case s.ReadOnly:
		return s.Words.T("window.error.read-only")
	case s.Past:
		return s.Words.T("history.past.why")
	}
	return s.Words.T("window.error.reads")
}

// Place is somewhere in the window one can go to.
type Place struct {
	View ViewID
	// Item is shown and selected there, if the view has it.
	Item landscape.ID
	// Text is the question for the overlap view, or the search of another.
	Text string
}

// ViewID names a view; it is also its key among the words ("views.map").
type ViewID string

// The six views of DESIGN 7.
const (
	MapView        ViewID = "map"
	BottleneckView ViewID = "bottlenecks"
	OverlapView    ViewID = "overlap"
	AgendaView     ViewID = "agenda"
	TimelineView   ViewID = "timeline"
	JournalView    ViewID = "journal"
)

// View is one of the six. All its methods but Attention are called on the UI
// goroutine.
type View interface {
	ID() ViewID
	// Content is the same object for the life of the view.
	Content() fyne.CanvasObject
	// Show is called when the state differs from the last one shown, and only
	// while the view is visible.
	Show(State)
	// Go shows an item or text of the view; the state has been shown before.
	Go(Place)
	// Focus puts the keyboard where the work of the view begins.
	Focus()
	// Actions are what the view adds to the menu, the keys and Ctrl+K.
	Actions() []Action
	// Attention is how many things in the view ask for attention (the number in
	// the rail). It is called in the background, for a view that is hidden too,
	// and looks at the state only.
	Attention(State) int
}

// Alone is a View that now and then wants the window for itself, as for a
// meeting: the rail folds and the inspector waits.
type Alone interface {
	View
	Alone() bool
}

// Pane is what stands beside the views: the inspector. Its methods are called
// on the UI goroutine.
type Pane interface {
	Content() fyne.CanvasObject
	// Show is called when the state differs from the last one shown, and only
	// while the pane is visible. Selected[0] is what it is about.
	Show(State)
	// Actions are what the pane adds to the menu, the keys and Ctrl+K.
	Actions() []Action
}

// Action is one thing a person can do, by menu, key or name; the zero Action is
// a line between others in a menu.
type Action struct {
	// Key is that of its text among the words.
	Key      string
	Shortcut fyne.Shortcut
	Do       func()
	// Why says, as a text, why it cannot be done now; empty when it can.
	Why func() string
}

// Host is the window, as a view sees it. Its methods are called on the UI
// goroutine.
type Host interface {
	State() State
	Window() fyne.Window
	Workspace() *workspace.Workspace
	// Arrange gives the view that is on the room it wants now; see Alone.
	Arrange()
	// Memory is what the program remembers of a person, not of the file.
	Memory() *remember.Memory
	// Overlap is the engine on the landscape as of the day shown. It may be
	// called from any goroutine, and waits while a large landscape is being
	// made ready: ask it inside the work of Go.
	Overlap() *overlap.Index
	// Layout finds places for a picture of scene; Draw makes the files of one,
	// a page each. Both may be called from any goroutine.
	Layout() scene.Layout
	Draw(ctx context.Context, p *scene.Picture, format string) ([][]byte, error)

	Select(ids ...landscape.ID)
	// Inspect selects, and shows the inspector where it is not seen.
	Inspect(ids ...landscape.ID)
	// LookBack shows the landscape as the file had it after an entry of the
	// journal, only to read; 0 goes back to the newest.
	LookBack(seq uint64)
	Open(Place)

	// Change makes a change in the background and tells the outcome: a notice
	// with "ongedaan maken", or a dialog that says what to do. Done is called
	// after it succeeded; it may be nil.
	Change(why workspace.Why, build workspace.Build, done func(workspace.JournalEntry))
	// Go works in the background. What work answers is run on the UI goroutine
	// unless ctx was cancelled; over a second it shows progress, with cancel.
	Go(title string, work func(ctx context.Context) func())
	// GoOr is Go that calls stopped, on the UI goroutine, as soon as a person
	// stops the work.
	GoOr(title string, work func(ctx context.Context) func(), stopped func())
	// AskSave asks where a new file is to lie, with one of the extensions; an
	// existing file is named only after a yes. AskOpen asks for a file that is
	// there. Neither touches the file.
	AskSave(name string, forms []string, then func(path string))
	AskOpen(forms []string, then func(path string))
	// Fail tells an error in a dialog, in words that say what to do.
	Fail(error)
	// Notice tells something in the status line.
	Notice(text string)
	// Copy puts a text on the clipboard and says so.
	Copy(text string)
}
