package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Fyne gives a key to what has the focus and to nothing else. The widgets of the
// kit pass on the keys that they have no use for, so that Escape closes a dialog
// and F1 opens the handbook wherever the focus is.

// Forward passes a key on to the window. A widget of a view calls it for what it
// does not use itself.
func Forward(from fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := CanvasOf(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

// ForwardRune passes a character on to the window, as Forward does a key.
func ForwardRune(from fyne.CanvasObject, r rune) {
	if c := CanvasOf(from); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// isGlobal says whether a key means something to the window, not to a text field
// or a list.
func isGlobal(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	}
	return false
}

// List is Fyne's list that passes on the keys it has no use for and tells Enter.
type List struct {
	widget.List
	// OnSelected is called when a row is selected, by mouse, Space or Select.
	OnSelected func(row widget.ListItemID)
	// OnEnter is called with the row that has the focus, OnMove when the focus
	// comes to a row by the keyboard.
	OnEnter, OnMove func(row widget.ListItemID)
	// OnCopy is called with that row by Ctrl+C.
	OnCopy func(row widget.ListItemID)
	at     widget.ListItemID
	spoken fyne.CanvasObject // a row to read aloud
	moving bool              // by the keyboard; Fyne highlights what the mouse is over as well
}

// NewList makes a list of rows; see widget.NewList.
func NewList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnHighlighted = func(row widget.ListItemID) {
		if !l.moving {
			return
		}
		l.at = row
		if l.OnMove != nil {
			l.OnMove(row)
		}
	}
	l.List.OnSelected = func(row widget.ListItemID) {
		l.at = row
		if l.OnSelected != nil {
			l.OnSelected(row)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is part of fyne.Focusable.
func (l *List) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isGlobal(key.Name):
		Forward(l, key)
	case (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && l.OnEnter != nil:
		if l.at >= 0 && l.at < l.Length() {
			l.OnEnter(l.at)
		}
	default:
		l.moving = true
		l.List.TypedKey(key)
		l.moving = false
	}
}

// TypedRune is part of fyne.Focusable.
func (l *List) TypedRune(r rune) { ForwardRune(l, r) }

// Put puts the focus of the list and its mark at a row, as where something else
// chose it.
func (l *List) Put(row widget.ListItemID) {
	l.at = row
	l.Highlight(row)
	l.Select(row)
}

// TypedShortcut is part of fyne.Shortcutable: Ctrl+C copies, all others are for
// the window.
func (l *List) TypedShortcut(s fyne.Shortcut) {
	if _, copies := s.(*fyne.ShortcutCopy); copies && l.OnCopy != nil && l.at >= 0 && l.at < l.Length() {
		l.OnCopy(l.at)
		return
	}
	if c, ok := CanvasOf(l).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
