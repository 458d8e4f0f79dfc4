package agendaview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// board is the four lists beside each other. It knows no services: what a
// person wants it tells.
type board struct {
	// OnOpen is called when a card is pressed, OnMenu by the right button or the
	// menu key, OnMove when it is dropped on a list.
	OnOpen func(landscape.ID)
	OnMenu func(landscape.ID, fyne.Position)
	OnMove func(id landscape.ID, list string)
	OnHere func(landscape.ID)
	// Canvas is where the board stands; a card just made does not know it yet.
	Canvas func() fyne.Canvas

	columns []*column
	sides   *container.Scroll
	layer   *fyne.Container
	object  *fyne.Container
	ghost   *fyne.Container
	over    *column
	chosen  landscape.ID
}

func newBoard(w *words.Words) *board {
	b := &board{layer: container.NewWithoutLayout()}
	lay := &whole{least: leastColumn, room: kit.Space3}
	row := container.New(lay)
	for _, list := range agenda.Lists() {
		c := newColumn(w, list, b.behave)
		b.columns = append(b.columns, c)
		row.Add(c.object)
	}
	b.sides = container.NewHScroll(row)
	b.object = container.New(lay.inside(), b.sides, b.layer)
	return b
}

// set shows the cards that the filter keeps. The card with the focus keeps it,
// though it is drawn anew.
func (b *board) set(of agenda.Board, f filter, say writer) {
	held := b.held()
	defer func() {
		if held != nil && b.held() == nil {
			b.reach(held.ID)
		}
	}()
	for _, c := range b.columns {
		var kept []agenda.Card
		for _, a := range of.List(c.list) {
			if f.keeps(a) {
				kept = append(kept, a)
			}
		}
		c.set(kept, say)
	}
	b.choose(b.chosen)
}

// adds puts a way to add to the list of the bottlenecks and to the stock.
func (b *board) adds(w *words.Words, bottleneck, action func()) {
	b.columns[0].side.Add(kit.IconButton(kit.NewIcon("plus"), w.T("board.new-bottleneck"), bottleneck))
	b.columns[1].side.Add(kit.IconButton(kit.NewIcon("plus"), w.T("board.new-action"), action))
}

// choose marks the card of what is selected.
func (b *board) choose(id landscape.ID) {
	b.chosen = id
	for _, c := range b.columns {
		for _, k := range c.cards {
			k.face.Choose(id != "" && k.ID == id)
		}
	}
}

// behave gives a card what a person can do with it.
func (b *board) behave(k *card) {
	k.face.OnTapped = func() { b.OnOpen(k.ID) }
	k.face.OnMenu = func(at fyne.Position) { b.OnMenu(k.ID, at) }
	k.face.OnKey = func(key *fyne.KeyEvent) bool { return b.step(k, key) }
	k.face.OnFocus = func() {
		b.OnHere(k.ID)
		if c := b.columnOf(k); c != nil {
			c.reveal(k)
			b.reveal(c)
		}
	}
	k.OnDrag = func(at fyne.Position) { b.drag(k, at) }
	k.OnDrop = func() { b.drop(k) }
}

// reveal scrolls sideways to a column.
func (b *board) reveal(c *column) {
	left, right := c.object.Position().X, c.object.Position().X+c.object.Size().Width
	switch wide := b.sides.Size().Width; {
	case left < b.sides.Offset.X:
		b.sides.ScrollToOffset(fyne.NewPos(left, 0))
	case right > b.sides.Offset.X+wide:
		b.sides.ScrollToOffset(fyne.NewPos(right-wide, 0))
	}
}

func (b *board) columnOf(k *card) *column {
	for _, c := range b.columns {
		if c.at(k.ID) >= 0 {
			return c
		}
	}
	return nil
}

// step goes to another card by the arrows.
func (b *board) step(k *card, key *fyne.KeyEvent) bool {
	for at, c := range b.columns {
		row := c.at(k.ID)
		if row < 0 {
			continue
		}
		switch key.Name {
		case fyne.KeyDown:
			b.focus(c, row+1)
		case fyne.KeyUp:
			b.focus(c, row-1)
		case fyne.KeyHome:
			b.focus(c, 0)
		case fyne.KeyEnd:
			b.focus(c, len(c.cards)-1)
		case fyne.KeyRight:
			b.across(at, 1, row)
		case fyne.KeyLeft:
			b.across(at, -1, row)
		case desktop.KeyMenu, fyne.KeyM:
			b.OnMenu(k.ID, fyne.CurrentApp().Driver().AbsolutePositionForObject(k.face).AddXY(kit.Space4, kit.Space4))
		default:
			return false
		}
		return true
	}
	return false
}

// across goes to the nearest column with cards on that side.
func (b *board) across(from, step, row int) {
	for at := from + step; at >= 0 && at < len(b.columns); at += step {
		if n := len(b.columns[at].cards); n > 0 {
			b.focus(b.columns[at], min(row, n-1))
			return
		}
	}
}

func (b *board) focus(c *column, row int) {
	if row < 0 || row >= len(c.cards) {
		return
	}
	b.Canvas().Focus(c.cards[row].face)
}

// held is the card on the board with the focus, or nil.
func (b *board) held() *card {
	for _, c := range b.columns {
		for _, k := range c.cards {
			if b.Canvas().Focused() == fyne.Focusable(k.face) {
				return k
			}
		}
	}
	return nil
}

// reach puts the keyboard on the card of an item, and shows so many cards that
// it is there; it answers whether it is on the board.
func (b *board) reach(id landscape.ID) bool {
	for _, c := range b.columns {
		for i, a := range c.all {
			if a.Node.ID != id {
				continue
			}
			if i >= c.shown {
				c.shown = i + many
				c.fill()
			}
			b.choose(b.chosen)
			b.focus(c, i)
			return true
		}
	}
	return false
}

// begin puts the keyboard on the chosen card, else on the first.
func (b *board) begin() bool {
	if b.chosen != "" && b.reach(b.chosen) {
		return true
	}
	for _, c := range b.columns {
		if len(c.cards) > 0 {
			b.focus(c, 0)
			return true
		}
	}
	return false
}

// leastColumn is the least width at which a card reads.
const leastColumn float32 = 164

// whole puts objects beside each other in equal widths, so that a whole number
// of them is seen at a time: the rest one scrolls to.
type whole struct{ least, room, seen float32 }

// each is how wide one of n objects is.
func (l *whole) each(n float32) float32 {
	fit := max(1, min(n, float32(int((l.seen+l.room)/(l.least+l.room)))))
	return max(l.least, (l.seen-(fit-1)*l.room)/fit)
}

func (l *whole) MinSize(o []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, c := range o {
		high = max(high, c.MinSize().Height)
	}
	n := float32(len(o))
	return fyne.NewSize(n*l.each(n)+(n-1)*l.room, high)
}

func (l *whole) Layout(o []fyne.CanvasObject, size fyne.Size) {
	each := l.each(float32(len(o)))
	for i, c := range o {
		c.Resize(fyne.NewSize(each, size.Height))
		c.Move(fyne.NewPos(float32(i)*(each+l.room), 0))
	}
}

// inside is the layout of what scrolls the objects: it says how much is seen.
func (l *whole) inside() fyne.Layout { return seen{l} }

type seen struct{ of *whole }

func (s seen) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (s seen) Layout(o []fyne.CanvasObject, size fyne.Size) {
	s.of.seen = size.Width
	for _, c := range o {
		c.Resize(size)
		c.Move(fyne.NewPos(0, 0))
	}
}
