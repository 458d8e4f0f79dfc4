package kit

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"

	"snijvlak/internal/words"
)

// Pickable is one of many to pick from: its name and, in smaller print, what
// tells it from others. Both are searched.
type Pickable[T any] struct {
	Value        T
	Text, Detail string
}

// Pick asks for one of many in a dialog with a search field. Done is called
// with what was picked, not at all where nothing was.
func Pick[T any](win fyne.Window, w *words.Words, title string, all []Pickable[T], done func(T)) {
	p := &picking{rows: make([]pickRow, len(all))}
	for i, o := range all {
		p.rows[i] = pickRow{i, o.Text, o.Detail, Folded(o.Text + " " + o.Detail)}
	}
	p.done = func(at int) { done(all[at].Value) }
	p.show(win, w, title)
}

// Picker is a field that shows what was picked from many; a press or Enter
// opens the list with a search field.
type Picker[T comparable] struct {
	*Card
	all  []Pickable[T]
	hint string
	at   int
	text *Lines
}

// NewPicker makes the field; hint stands there while nothing is picked, and is
// the title of the list. Changed is called when a person picks, not by Set.
func NewPicker[T comparable](win fyne.Window, w *words.Words, hint string, all []Pickable[T], changed func(T)) *Picker[T] {
	p := &Picker[T]{all: all, hint: hint, at: -1, text: NewLines(1, SizeBody, Ink2, false)}
	p.text.Set(hint)
	icon := container.NewCenter(Picture(NewIcon("search").In(Ink2), 16))
	p.Card = NewCard(container.NewBorder(nil, nil, nil, icon, p.text)).Field()
	p.OnTapped = func() {
		Pick(win, w, hint, p.all, func(v T) {
			p.Set(v)
			if changed != nil {
				changed(v)
			}
		})
	}
	return p
}

// Set picks a value without telling; one that is not there picks nothing.
func (p *Picker[T]) Set(v T) {
	p.at = slices.IndexFunc(p.all, func(o Pickable[T]) bool { return o.Value == v })
	if p.at < 0 {
		p.text.Set(p.hint)
		p.text.SetLook(Ink2, false)
		return
	}
	p.text.Set(p.all[p.at].Text)
	p.text.SetLook(Ink, false)
}

// Value is what is picked; false where nothing is.
func (p *Picker[T]) Value() (T, bool) {
	if p.at < 0 {
		var none T
		return none, false
	}
	return p.all[p.at].Value, true
}

// picking is the dialog.
type picking struct {
	rows, found []pickRow
	at          int
	done        func(int)
	sheet       *Sheet
	field       *Entry
	list        *List
	none        *widget.Label
}

type pickRow struct {
	number               int
	text, detail, folded string
}

func (p *picking) show(win fyne.Window, w *words.Words, title string) {
	p.field = NewEntry(w.T("window.pick.hint"))
	p.field.OnChanged = p.search
	p.field.OnKey = p.typed
	p.field.OnDone = func() { p.choose(p.at) }
	p.none = Secondary(w.T("window.pick.none"))
	p.list = NewList(func() int { return len(p.found) }, newPickLine, func(row int, o fyne.CanvasObject) {
		o.(*pickLine).set(p.found[row], row == p.at)
	})
	p.list.OnSelected = p.choose
	rows := container.New(asHigh{320}, container.NewStack(p.list, p.none))
	p.sheet = NewSheet(win, title, 560, Rows(Space2, p.field, rows), SheetButton{Text: w.T("window.cancel")})
	p.search("")
	p.sheet.Show(p.field)
}

func (p *picking) search(text string) {
	asked := strings.Fields(Folded(text))
	p.at, p.found = 0, p.found[:0]
	for _, row := range p.rows {
		if !slices.ContainsFunc(asked, func(word string) bool { return !strings.Contains(row.folded, word) }) {
			p.found = append(p.found, row)
		}
	}
	p.none.Hidden = len(p.found) > 0
	p.list.UnselectAll()
	p.list.Refresh()
	p.list.ScrollToTop()
}

// typed moves through the list while the text keeps the focus.
func (p *picking) typed(key *fyne.KeyEvent) bool {
	step := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: 6, fyne.KeyPageUp: -6}[key.Name]
	if step == 0 || len(p.found) == 0 {
		return step != 0
	}
	p.at = min(max(p.at+step, 0), len(p.found)-1)
	p.list.Refresh()
	p.list.ScrollTo(p.at)
	return true
}

func (p *picking) choose(row int) {
	if row < 0 || row >= len(p.found) {
		return
	}
	number := p.found[row].number
	p.sheet.Close()
	p.done(number)
}

// pickLine is a row of the dialog.
type pickLine struct {
	widget.BaseWidget
	area         *Surface
	text, detail *Lines
}

func newPickLine() fyne.CanvasObject {
	l := &pickLine{area: NewRounded(Paper), text: NewLines(1, SizeBody, Ink, true), detail: NewLines(2, SizeSecondary, Ink2, false)}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *pickLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.area, Pad(Space1, Inset(Rows(0, l.text, l.detail)))))
}

func (l *pickLine) set(row pickRow, on bool) {
	l.text.Set(row.text)
	l.detail.Set(row.detail)
	colour := Paper
	if on {
		colour = Selected
	}
	l.area.SetColour(colour)
}

// asHigh keeps an object to a height.
type asHigh struct{ height float32 }

func (l asHigh) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, l.height)
}

func (l asHigh) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.NewPos(0, 0))
}

// Folded is a text as it is searched: in small letters, without accents.
func Folded(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
