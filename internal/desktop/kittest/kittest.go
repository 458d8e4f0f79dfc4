// Package kittest is a window for the tests of a view: a kit.Host on a
// landscape in memory that does everything at once, on the goroutine of the
// test. It needs no display.
package kittest

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/mapview"
	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/exchange"
	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/scene"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Now is the time of every test: 22 November 2026, two in the afternoon.
var Now = time.Date(2026, 11, 22, 14, 0, 0, 0, time.UTC)

// Host is the window of a test. What a view asked of it stands in its fields.
type Host struct {
	T   testing.TB
	Win fyne.Window
	WS  *workspace.Workspace
	// S is the state; change it with Look, Select and Change.
	S kit.State
	// View is shown each new state; set it after the view was made.
	View kit.View

	Opened    []kit.Place
	Inspected []landscape.ID
	// LookedBack is the entry that was looked back at.
	LookedBack uint64
	Notices    []string
	Failures   []error
	Copied     string
	// Path is what AskSave and AskOpen answer; empty is cancel.
	Path string

	engine *overlap.Engine
	memory *remember.Memory
	holds  bool
	held   []func()

	index   *overlap.Index // of indexed, as making one takes a while
	indexed *landscape.Landscape
}

var _ kit.Host = (*Host)(nil)

// New makes a window of 1200 by 800 on the shipped landscape, in Dutch.
func New(t testing.TB) *Host {
	t.Helper()
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return On(t, l)
}

// On is New on another landscape.
func On(t testing.TB, l *landscape.Landscape) *Host {
	t.Helper()
	kit.Still()
	mapview.Still()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.Light))
	first, err := workspace.First(l, "tester", "", Now)
	if err != nil {
		t.Fatal(err)
	}
	repo := memory.New()
	if _, err := repo.Commit(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	ws, err := workspace.Open(t.Context(), repo, "tester", workspace.WithClock(func() time.Time { return Now }))
	if err != nil {
		t.Fatal(err)
	}
	lists, err := exchange.ShippedWords()
	if err != nil {
		t.Fatal(err)
	}
	h := &Host{T: t, WS: ws, Win: test.NewTempWindow(t, nil), engine: overlap.New(lists), memory: remember.Open("")}
	h.S.Words, h.S.Today, h.S.Day = words.In("nl"), ws.Today(), ws.Today()
	h.Win.SetPadded(false)
	h.Win.Resize(fyne.NewSize(1200, 800))
	h.renew()
	return h
}

// Put puts a view in the window and shows it the state.
func (h *Host) Put(v kit.View) {
	h.View = v
	h.Win.SetContent(v.Content())
	v.Show(h.S)
}

// Say changes the language; views are made anew after that.
func (h *Host) Say(lang string) { h.S.Words = words.In(lang) }

// Look shows another day, written as in the landscape.
func (h *Host) Look(day string) {
	h.S.Day = landscape.MustDate(day)
	h.renew()
}

func (h *Host) renew() {
	h.S.Land, h.S.Head = h.WS.Landscape(), h.WS.Head()
	h.S.Seen = h.S.Land.AsOf(h.S.Day)
	if h.View != nil {
		h.View.Show(h.S)
	}
}

// State is part of kit.Host, as are all that follow.
func (h *Host) State() kit.State { return h.S }

func (h *Host) Window() fyne.Window { return h.Win }

func (h *Host) Workspace() *workspace.Workspace { return h.WS }

func (h *Host) Arrange() {}

func (h *Host) Memory() *remember.Memory { return h.memory }

func (h *Host) Overlap() *overlap.Index {
	if h.index == nil || h.indexed != h.S.Seen {
		h.index, h.indexed = h.engine.Index(h.S.Seen, h.S.Day), h.S.Seen
	}
	return h.index
}

func (h *Host) Layout() scene.Layout { return figure.Place }

func (h *Host) Draw(ctx context.Context, p *scene.Picture, format string) ([][]byte, error) {
	return figure.Render(ctx, p, format)
}

func (h *Host) Select(ids ...landscape.ID) {
	h.S.Selected = ids
	if h.View != nil {
		h.View.Show(h.S)
	}
}

func (h *Host) Inspect(ids ...landscape.ID) {
	h.Inspected = append(h.Inspected, ids...)
	h.Select(ids...)
}

func (h *Host) Open(p kit.Place) { h.Opened = append(h.Opened, p) }

func (h *Host) LookBack(seq uint64) { h.LookedBack = seq }

func (h *Host) Change(why workspace.Why, build workspace.Build, done func(workspace.JournalEntry)) {
	entry, err := h.WS.Change(h.T.Context(), why, build)
	if err != nil {
		h.Fail(err)
		return
	}
	h.renew()
	if done != nil {
		done(entry)
	}
}

func (h *Host) Go(_ string, work func(context.Context) func()) {
	after := work(h.T.Context())
	switch {
	case after == nil:
	case h.holds:
		h.held = append(h.held, after)
	default:
		after()
	}
}

func (h *Host) GoOr(title string, work func(context.Context) func(), _ func()) { h.Go(title, work) }

// Hold keeps back what work in the background answers, as where it takes a
// while, until Release; that gives the answers in the order of asking.
func (h *Host) Hold() { h.holds = true }

// Release ends Hold.
func (h *Host) Release() {
	h.holds = false
	for len(h.held) > 0 {
		after := h.held[0]
		h.held = h.held[1:]
		after()
	}
}

func (h *Host) AskSave(_ string, _ []string, then func(string)) { h.ask(then) }

func (h *Host) AskOpen(_ []string, then func(string)) { h.ask(then) }

func (h *Host) ask(then func(string)) {
	if h.Path != "" {
		then(h.Path)
	}
}

func (h *Host) Fail(err error) {
	if err != nil {
		h.Failures = append(h.Failures, err)
	}
}

func (h *Host) Notice(text string) { h.Notices = append(h.Notices, text) }

func (h *Host) Copy(text string) { h.Copied = text }
