// Package inspector is the pane beside the views: everything about the item
// that is selected, and the place where every field, relation, source and
// period of it is changed.
//
// What does not live here: moves on the agenda (the agenda view), and where a
// bottleneck lies as a decision (answers); buttons lead there.
package inspector

import (
	"net/url"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Pane is the inspector.
type Pane struct {
	host  kit.Host
	words *words.Words

	content *fyne.Container
	scroll  *container.Scroll
	rows    *fyne.Container

	state kit.State
	drawn drawn
	shown landscape.Shown
	name  func(landscape.ID) string

	// fields are the rows of fields that can be edited, in order.
	fields []fieldRow
	// open are the groups that a person opened or closed.
	open map[string]bool
	// told is the field whose source is shown where nothing can be changed.
	told    landscape.Field
	editing *editor
	past    *history
	recent  *recent
	// browse opens a page of the web.
	browse func(*url.URL) error
}

// drawn is what the pane was last made of.
type drawn struct {
	item     landscape.ID
	head     workspace.Head
	day      landscape.Date
	readOnly bool
}

type fieldRow struct {
	field landscape.Field
	card  *kit.Card
}

// New makes the pane.
func New(host kit.Host) *Pane {
	p := &Pane{host: host, words: host.State().Words, open: map[string]bool{}, rows: kit.Rows(kit.Space1), browse: browse}
	p.scroll = container.NewVScroll(kit.Pad(kit.Space2, p.rows))
	p.content = container.NewStack(p.scroll)
	return p
}

// Content is part of kit.Pane.
func (p *Pane) Content() fyne.CanvasObject { return p.content }

// Show is part of kit.Pane. What is being typed stays while the same item is
// shown.
func (p *Pane) Show(s kit.State) {
	p.state = s
	now := drawn{head: s.Head, day: s.Day, readOnly: s.ReadOnly}
	if len(s.Selected) > 0 {
		now.item = s.Selected[0]
	}
	if now == p.drawn && len(p.rows.Objects) > 0 {
		return
	}
	other := now.item != p.drawn.item
	save := func() {}
	if other {
		save = p.leave()
	}
	if s.Reads() {
		p.editing = nil
	}
	p.drawn = now
	if p.editing == nil {
		p.draw()
	} else {
		p.editing.follow()
	}
	if other {
		p.scroll.ScrollToTop()
	}
	save()
}

// leave forgets what is about one item. What was typed is saved by what it
// answers, if it can be.
func (p *Pane) leave() (save func()) {
	e := p.editing
	p.editing, p.told, p.past = nil, "", nil
	if e == nil || !e.changed() {
		return func() {}
	}
	c, fault := e.read()
	if fault != "" {
		return func() {}
	}
	return func() { p.host.Change(workspace.Why{}, c.edits, nil) }
}

// draw makes the pane anew.
func (p *Pane) draw() {
	p.fields = nil
	p.rows.Objects = nil
	s, err := p.look()
	if err != nil {
		p.shown = landscape.Shown{}
		p.drawNothing()
		p.scroll.Refresh()
		return
	}
	p.shown = s
	p.drawHead()
	p.drawFields()
	p.drawGroups()
	p.drawFoot()
	p.scroll.Refresh()
}

// look gathers the item as it is on the day shown.
func (p *Pane) look() (landscape.Shown, error) {
	l := p.state.Seen
	p.name = func(id landscape.ID) string {
		if n, ok := l.Node(id); ok {
			return n.ShortName()
		}
		return string(id)
	}
	return l.Show(p.drawn.item, p.state.Day)
}

func (p *Pane) focus(f fyne.Focusable) {
	if f != nil {
		p.host.Window().Canvas().Focus(f)
	}
}

// row is a line of the pane that one can choose; the keyboard brings it in
// sight.
func (p *Pane) row(content fyne.CanvasObject) *kit.Card {
	card := kit.NewCard(content).Bare()
	card.OnFocus = func() { p.reveal(card) }
	return card
}

// reveal scrolls as far as is needed to see an object, its top first.
func (p *Pane) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll).Y
	below := top + o.Size().Height + kit.Space4 - p.scroll.Size().Height
	by := max(min(below, top-kit.Space4), 0)
	if top < 0 {
		by = top - kit.Space4
	}
	if by != 0 {
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(p.scroll.Offset.Y+by, 0)))
	}
}

// focusField puts the keyboard on the row of a field.
func (p *Pane) focusField(f landscape.Field) {
	if at := p.fieldAt(f); at >= 0 {
		p.focus(p.fields[at].card)
	}
}

func (p *Pane) fieldAt(f landscape.Field) int {
	return slices.IndexFunc(p.fields, func(r fieldRow) bool { return r.field == f })
}

// why says why nothing can be changed; empty when it can.
func (p *Pane) why() string {
	if p.drawn.item == "" {
		return p.words.T("window.none-selected")
	}
	return p.state.WhyNot()
}

// Actions are what the pane adds to the menu, the keys and Ctrl+K.
func (p *Pane) Actions() []kit.Action {
	some := func() string {
		if p.drawn.item == "" {
			return p.words.T("window.none-selected")
		}
		return ""
	}
	all := []kit.Action{
		{Key: "inspect.edit", Shortcut: editKey, Do: p.editFirst, Why: p.why},
		{Key: "inspect.relate", Do: p.relate, Why: p.why},
		{Key: "inspect.delete", Do: p.remove, Why: p.why},
		{Key: "inspect.copy", Do: p.copy, Why: some},
	}
	for _, t := range creatable {
		all = append(all, kit.Action{
			Key: "inspect.new." + string(t), Do: func() { NewItem(p.host, t, p.selectMade(t)) },
			Why: func() string { return p.host.State().WhyNot() },
		})
	}
	return all
}
