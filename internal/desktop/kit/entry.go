package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field. It passes on the keys that mean something to the
// window, and calls its own hooks before Fyne sees a key.
type Entry struct {
	widget.Entry
	// OnKey is asked first; it answers whether it used the key.
	OnKey func(*fyne.KeyEvent) bool
	// OnDone is called by Ctrl+Enter, and in a field of one line by Enter.
	OnDone func()
	// OnTab, where it is set, is called instead of going to the next field.
	OnTab func()

	inside bool
}

// NewEntry makes a field of one line.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.PlaceHolder = placeholder
	e.ExtendBaseWidget(e)
	e.OnSubmitted = func(string) { e.done() }
	return e
}

// NewArea makes a field of at least so many lines that wraps.
func NewArea(placeholder string, rows int) *Entry {
	e := NewEntry(placeholder)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

func (e *Entry) done() {
	if e.OnDone != nil {
		e.OnDone()
	}
}

// TypedKey is part of fyne.Focusable.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case e.OnKey != nil && e.OnKey(key):
	case key.Name == fyne.KeyTab && e.OnTab != nil:
		e.OnTab()
	case isGlobal(key.Name):
		Forward(e, key)
	default:
		e.Entry.TypedKey(key)
	}
}

// TypedShortcut is part of fyne.Shortcutable: Ctrl+Enter is done.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if ok && custom.Modifier == fyne.KeyModifierControl && (custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter) {
		e.done()
		return
	}
	e.Entry.TypedShortcut(s)
}

// AcceptsTab lets Tab leave the field for the next, in an area too: a field is
// no trap.
func (e *Entry) AcceptsTab() bool { return e.OnTab != nil }
