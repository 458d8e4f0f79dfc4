package agendaview

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// many is how many cards a column shows at a time; a button shows so many more.
const many = 30

// column is one list of the board.
type column struct {
	list  string
	words *words.Words

	side   *fyne.Container // what stands at the right of its name
	count  *widget.Label
	area   *kit.Surface
	scroll *container.Scroll
	stack  *fyne.Container
	object *fyne.Container

	all   []agenda.Card
	cards []*card
	shown int
	known map[landscape.ID]*card
	// make gives a card its behaviour.
	make func(*card)
	say  writer
}

func newColumn(w *words.Words, list string, make func(*card)) *column {
	c := &column{list: list, words: w, shown: many, known: map[landscape.ID]*card{}, make: make}
	name := kit.Plain(kit.Strong(prose.Capital(prose.ListName(w, list))))
	c.side = container.NewHBox()
	c.count = kit.Plain(kit.Secondary(""))
	c.area = kit.NewRounded("")
	c.stack = container.New(&stackLayout{room: kit.Space2})
	c.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, kit.Space2, 2, 10), c.stack))
	said := container.NewVBox(layout.NewSpacer(), kit.Tight(kit.Columns(kit.Space2, name, c.count)), layout.NewSpacer())
	head := container.New(layout.NewCustomPaddedLayout(0, kit.Space1, kit.Space1, 0), container.NewBorder(nil, nil, nil, c.side, said))
	c.object = container.NewStack(c.area, container.NewBorder(container.New(high{headHigh}, head), nil, nil, nil, c.scroll))
	return c
}

// headHigh is how high the name of a column stands, with a button or without.
const headHigh float32 = 36

// high keeps an object to a height.
type high struct{ height float32 }

func (l high) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, l.height)
}

func (l high) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.NewPos(0, 0))
}

// set shows other cards; those that say the same stay what they are.
func (c *column) set(all []agenda.Card, say writer) {
	c.all, c.say = all, say
	c.count.SetText(fmt.Sprint(len(all)))
	c.fill()
}

func (c *column) fill() {
	known := map[landscape.ID]*card{}
	c.cards = c.cards[:0:0]
	objects := []fyne.CanvasObject{}
	for i, a := range c.all[:min(c.shown, len(c.all))] {
		f := c.say.card(a, i+1)
		made, ok := c.known[f.ID]
		if !ok || !made.same(f) {
			made = newCard(f)
			c.make(made)
		}
		known[f.ID] = made
		c.cards = append(c.cards, made)
		objects = append(objects, made.grip)
	}
	c.known = known
	if rest := len(c.all) - c.shown; rest > 0 {
		objects = append(objects, kit.FlatButton(c.words.N("board.more", rest), func() { c.shown += many; c.fill() }))
	}
	if len(c.all) == 0 {
		objects = append(objects, kit.Secondary(c.words.T("board.empty."+c.list)))
	}
	c.stack.Objects = objects
	c.stack.Refresh()
	c.scroll.Refresh()
}

// at is the place of a card that is shown, or -1.
func (c *column) at(id landscape.ID) int {
	return slices.IndexFunc(c.cards, func(k *card) bool { return k.ID == id })
}

// reveal scrolls to a card.
func (c *column) reveal(k *card) {
	top, bottom := k.Position().Y, k.Position().Y+k.Size().Height
	switch view := c.scroll.Size().Height; {
	case top < c.scroll.Offset.Y:
		c.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > c.scroll.Offset.Y+view:
		c.scroll.ScrollToOffset(fyne.NewPos(0, min(bottom-view+kit.Space2, top)))
	}
}

// light marks the column as where a card would land.
func (c *column) light(on bool) {
	colour := fyne.ThemeColorName("")
	if on {
		colour = kit.Selected
	}
	c.area.SetColour(colour)
}

// stackLayout puts objects under each other, each as high as its texts are at
// the width there is.
type stackLayout struct{ room, width float32 }

func (l *stackLayout) place(objects []fyne.CanvasObject, width float32, put bool) float32 {
	var y float32
	for _, o := range objects {
		if o.Size().Width != width {
			o.Resize(fyne.NewSize(width, o.Size().Height))
		}
		high := o.MinSize().Height
		if put {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(width, high))
		}
		y += high + l.room
	}
	return max(y-l.room, 0)
}

func (l *stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(4*kit.Space8, l.place(objects, max(l.width, 4*kit.Space8), false))
}

func (l *stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, true)
}
