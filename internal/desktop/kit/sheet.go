package kit

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a dialog: a title, content that scrolls when it must, and buttons
// at the foot. Escape closes it; Ctrl+Enter in one of the kit's fields presses
// the primary button where the field's OnDone is set to Confirm.
type Sheet struct {
	// OnClose is called when the sheet has gone, however that came.
	OnClose func()

	window  fyne.Window
	popup   *widget.PopUp
	said    *widget.Label
	fault   *widget.Label
	primary *Button
	was     fyne.Focusable
}

// SheetButton is a button at the foot of a sheet.
type SheetButton struct {
	Text string
	Do   func()
	// Primary is the main one, Danger what cannot be undone.
	Primary, Danger bool
	// Stays keeps the sheet open: Do closes it itself.
	Stays bool
}

// NewSheet makes a sheet of a width; show it with Show. The first button is
// the leftmost.
func NewSheet(w fyne.Window, title string, width float32, content fyne.CanvasObject, buttons ...SheetButton) *Sheet {
	s := &Sheet{window: w, said: Secondary(""), fault: Body("")}
	s.fault.Importance = widget.DangerImportance
	s.said.Hide()
	s.fault.Hide()
	row := Columns(Space2, layout.NewSpacer())
	for _, b := range buttons {
		row.Add(s.button(b))
	}
	content = besideBar(0, content)
	foot := besideBar(Space3, container.NewVBox(s.said, s.fault, row))
	inside := container.NewBorder(besideBar(0, Title(title)), foot, nil, nil, container.NewVScroll(content))
	room := container.New(layout.NewCustomPaddedLayout(Space4, Space4, Space4, Space4-barRoom), inside)
	s.popup = widget.NewModalPopUp(container.New(sheetLayout{s, width, content}, Framed(room)), w.Canvas())
	return s
}

// barRoom is what the bar of the scroller has at the right of everything.
const barRoom = Space3

func besideBar(above float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(above, 0, 0, barRoom), o)
}

func (s *Sheet) button(b SheetButton) *Button {
	made := NewButton(b.Text, func() {
		if !b.Stays {
			s.Close()
		}
		if b.Do != nil {
			b.Do()
		}
	})
	switch {
	case b.Danger:
		made.Importance = widget.DangerImportance
	case b.Primary:
		made.Importance = widget.HighImportance
	}
	if b.Primary {
		s.primary = made
	}
	return made
}

// Show shows the sheet and gives the focus to what is asked first; nil gives it
// to the primary button.
func (s *Sheet) Show(first fyne.Focusable) *Sheet {
	c := s.window.Canvas()
	s.was = c.Focused()
	if len(sheets) == 0 {
		keysBelow = c.OnTypedKey()
	}
	sheets = append(sheets, s)
	c.SetOnTypedKey(closeTop)
	s.popup.Show()
	s.Fit()
	switch {
	case first != nil:
		c.Focus(first)
	case s.primary != nil:
		c.Focus(s.primary)
	}
	if OnSheet != nil {
		OnSheet(first != nil)
	}
	return s
}

// Close takes the sheet away and gives the focus back.
func (s *Sheet) Close() {
	at := slices.Index(sheets, s)
	if at < 0 {
		return
	}
	sheets = slices.Delete(sheets, at, at+1)
	s.popup.Hide()
	c := s.window.Canvas()
	if len(sheets) == 0 {
		c.SetOnTypedKey(keysBelow)
	}
	if s.was != nil {
		c.Focus(s.was)
	}
	if s.OnClose != nil {
		s.OnClose()
	}
}

// Confirm presses the primary button.
func (s *Sheet) Confirm() {
	if s.primary != nil && !s.primary.Disabled() {
		s.primary.OnTapped()
	}
}

// Allow says whether the primary button can be pressed.
func (s *Sheet) Allow(yes bool) {
	switch {
	case s.primary == nil:
	case yes:
		s.primary.Enable()
	default:
		s.primary.Disable()
	}
}

// Fault says above the buttons what is wrong with what was filled in; an empty
// text takes that away.
func (s *Sheet) Fault(text string) {
	s.fault.SetText(text)
	s.fault.Hidden = text == ""
	s.popup.Content.Refresh()
}

// Say says above the buttons what the primary one sets in motion, where it is
// seen however far the content is scrolled; an empty text takes that away.
func (s *Sheet) Say(text string) {
	s.said.SetText(text)
	s.said.Hidden = text == ""
	s.popup.Content.Refresh()
}

// Said is what stands above the buttons.
func (s *Sheet) Said() string { return s.said.Text }

// Size is how large the sheet is.
func (s *Sheet) Size() fyne.Size { return s.popup.Content.Size() }

// Fit lays the sheet out again after its content has changed in height: twice,
// since texts that wrap know theirs once they have a width.
func (s *Sheet) Fit() {
	for range 2 {
		s.popup.Resize(s.popup.Content.MinSize())
	}
}

// sheets are those that are open, the uppermost last; keysBelow is what the
// keys of the window do without them. They belong to the UI goroutine.
var (
	sheets    []*Sheet
	keysBelow func(*fyne.KeyEvent)
)

// OnSheet is called, on the UI goroutine, after a sheet was shown and has the
// keys, with whether it asks for something: for who drives the window. It is
// nil in the program as it is used.
var OnSheet func(asks bool)

// SheetOpen says whether a sheet has the window: keys of the window wait.
func SheetOpen() bool { return len(sheets) > 0 }

// CloseSheets closes every sheet, as before the window goes.
func CloseSheets() {
	for len(sheets) > 0 {
		sheets[len(sheets)-1].Close()
	}
}

// closeTop lets Escape close the uppermost sheet.
func closeTop(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && len(sheets) > 0 {
		sheets[len(sheets)-1].Close()
	}
}

// sheetLayout is as high as its content, but never higher than the window.
type sheetLayout struct {
	sheet   *Sheet
	width   float32
	content fyne.CanvasObject
}

const sheetRoom = 2 * Space8

func (l sheetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	room := l.sheet.window.Canvas().Size()
	width := min(l.width, max(room.Width-sheetRoom, 0))
	inside := width - 2*Space4 + barRoom
	if l.content.Size().Width != inside {
		l.content.Resize(fyne.NewSize(inside, l.content.Size().Height)) // text that wraps knows its height by its width
	}
	height := objects[0].MinSize().Height - scrollLeast + l.content.MinSize().Height
	height = float32(math.Ceil(float64(height))) // a hair too low, and a bar shows
	return fyne.NewSize(width, min(height, max(room.Height-sheetRoom, 0)))
}

// scrollLeast is what a scroller asks for itself.
const scrollLeast float32 = 32

func (l sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
}

// Pad puts so much room around an object.
func Pad(room float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(room, room, room, room), o)
}

// Gap is empty room of a height.
func Gap(height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(0, height))
	return r
}
