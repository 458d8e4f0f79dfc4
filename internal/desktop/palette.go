package desktop

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// palette is Ctrl+K: it finds items and commands, and puts a question.
type palette struct {
	window *Window
	field  *kit.Entry
	list   *kit.List
	found  []found
	at     int
	popup  *widget.PopUp
	was    fyne.Focusable
	// waits says that the finder is not ready yet, wants that Enter came before it.
	waits, wants bool
}

// found is one line of the palette.
type found struct {
	icon, text, beside string
	do                 func()
}

// mostFound is how many items the palette shows.
const mostFound = 40

func (w *Window) openPalette() {
	if !w.ready() || kit.SheetOpen() {
		return
	}
	p := &palette{window: w, was: w.win.Canvas().Focused()}
	p.field = kit.NewEntry(w.words.T("window.palette.hint"))
	p.field.OnChanged = p.search
	p.field.OnKey = p.typed
	p.field.OnDone = p.choose
	p.list = kit.NewList(func() int { return len(p.found) }, newFoundRow, func(row int, o fyne.CanvasObject) {
		o.(*foundRow).set(p.found[row], row == p.at)
	})
	p.list.OnSelected = func(row int) {
		p.at = row
		p.choose()
	}
	content := container.New(paletteLayout{w.win.Canvas()},
		kit.Framed(kit.Pad(kit.Space2, container.NewBorder(p.field, nil, nil, nil, p.list))))
	p.popup = widget.NewPopUp(content, w.win.Canvas())
	size := content.MinSize()
	p.popup.ShowAtPosition(fyne.NewPos((w.win.Canvas().Size().Width-size.Width)/2, kit.Space8))
	p.popup.Resize(size)
	w.palette = p
	p.search("")
	w.win.Canvas().Focus(p.field)
}

// typed moves through the list while the text keeps the focus.
func (p *palette) typed(key *fyne.KeyEvent) bool {
	step := map[fyne.KeyName]int{
		fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: 8, fyne.KeyPageUp: -8,
	}[key.Name]
	switch {
	case step != 0:
		p.move(step)
	case key.Name == fyne.KeyEscape:
		p.close()
	default:
		return false
	}
	return true
}

func (p *palette) move(step int) {
	if len(p.found) == 0 {
		return
	}
	before := p.at
	p.at = min(max(p.at+step, 0), len(p.found)-1)
	p.list.RefreshItem(before)
	p.list.RefreshItem(p.at)
	p.list.ScrollTo(p.at)
}

func (p *palette) close() {
	p.popup.Hide()
	p.window.palette = nil
	if p.was != nil {
		p.window.win.Canvas().Focus(p.was)
	}
}

func (p *palette) choose() {
	if p.waits {
		p.wants = true
		return
	}
	if p.at >= len(p.found) {
		return
	}
	do := p.found[p.at].do
	p.close()
	do()
}

// search finds again as one types.
func (p *palette) search(text string) {
	_, ready := p.window.finder.now()
	p.found, p.at, p.wants = p.window.lookFor(text), 0, false
	p.waits = !ready && strings.TrimSpace(text) != ""
	p.list.UnselectAll()
	p.list.Refresh()
	p.list.ScrollToTop()
}

// ready looks again for what was typed before the finder was there; Enter that
// came sooner counts.
func (p *palette) ready() {
	if p == nil || !p.waits || !p.popup.Visible() {
		return
	}
	if _, ready := p.window.finder.now(); !ready {
		return // it was that of an older state
	}
	wants := p.wants
	p.search(p.field.Text)
	if wants {
		p.choose()
	}
}

// lookFor gives what the palette shows for a text: commands and items that
// match, and the question. Without a text it begins with what was looked at
// last.
func (w *Window) lookFor(text string) []found {
	question := w.words.T("window.palette.question")
	if asked, ok := cutFold(text, question); ok {
		return []found{w.question(asked)}
	}
	commands := w.commands(text)
	if strings.TrimSpace(text) == "" {
		return slices.Concat(w.latest(), commands)
	}
	finder, ready := w.finder.now()
	if !ready {
		return commands
	}
	var items []found
	for _, h := range finder.find(text, mostFound) {
		items = append(items, w.item(h.node, h.kind))
	}
	all := slices.Concat(items, commands)
	if len(commands) > 0 && (len(items) == 0 || beginsWord(fold(commands[0].text), fold(text))) {
		all = slices.Concat(commands, items)
	}
	return append(all, w.question(text))
}

// cutFold takes the beginning off a text, whatever its case.
func cutFold(text, beginning string) (string, bool) {
	text = strings.TrimSpace(text)
	if len(text) < len(beginning) || !strings.EqualFold(text[:len(beginning)], beginning) {
		return "", false
	}
	return strings.TrimSpace(text[len(beginning):]), true
}

func (w *Window) question(text string) found {
	return found{"overlap", w.words.T("window.palette.ask", "Text", text), "", func() {
		w.Open(kit.Place{View: kit.OverlapView, Text: text})
	}}
}

// latest are the items that were looked at last and are still there.
func (w *Window) latest() []found {
	var items []found
	for _, id := range w.lately {
		if n, ok := w.state.Seen.Node(id); ok {
			items = append(items, w.item(n, kit.KindText(w.words, n)))
		}
	}
	return items
}

// mostLately is how many of those are kept.
const mostLately = 5

// looked puts an item before those looked at last.
func (w *Window) looked(id landscape.ID) {
	others := slices.DeleteFunc(slices.Clone(w.lately), func(i landscape.ID) bool { return i == id })
	w.lately = slices.Insert(others, 0, id)[:min(len(others)+1, mostLately)]
}

func (w *Window) item(n *landscape.Node, kind string) found {
	view := kit.MapView
	switch n.Type {
	case landscape.Bottleneck:
		view = kit.BottleneckView
	case landscape.Action, landscape.Meeting:
		view = kit.AgendaView
	}
	return found{kit.TypeIcon(n).Drawing(), n.Name(), kind, func() {
		w.Open(kit.Place{View: view, Item: n.ID})
	}}
}

// commands are the actions whose names have every word of a text.
func (w *Window) commands(text string) []found {
	var all []found
	seen := map[string]bool{}
	for _, e := range w.entries() {
		if e.action == nil || seen[w.words.T(e.action.Key)] || e.action.Key == "action.find" {
			continue
		}
		name := w.words.T(e.action.Key)
		if _, ok := within(fold(name), fold(text), strings.Fields(fold(text))); !ok {
			continue
		}
		seen[name] = true
		all = append(all, found{"command", name, keyText(w.words, e.action.Shortcut), func() { w.run(e.action) }})
	}
	return all
}

// paletteLayout is as large as the window lets it be.
type paletteLayout struct{ canvas fyne.Canvas }

func (l paletteLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	room := l.canvas.Size()
	return fyne.NewSize(min(640, room.Width-2*kit.Space4), min(460, room.Height-3*kit.Space8))
}

func (l paletteLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.NewPos(0, 0))
}
