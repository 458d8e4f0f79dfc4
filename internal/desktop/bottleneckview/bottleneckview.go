// Package bottleneckview is the view Knelpunten: where each bottleneck lies, or
// which tables it may lie with, and the recording of that. What one can do with
// a table that was found is in package answers, the rules are those of agenda.
package bottleneckview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// View is the view Knelpunten.
type View struct {
	host  kit.Host
	words *words.Words

	content *fyne.Container
	search  *kit.Entry
	themes  *kit.ThemeChips
	ambits  *kit.Chip
	list    *kit.List
	none    *fyne.Container
	detail  *detail

	all     []*entry
	rows    []row
	heights []float32 // that the list has of rows
	filter  filter
	id      landscape.ID // the bottleneck that is chosen; see turn
	wish    *wish
	head    workspace.Head
	day     landscape.Date

	reading question
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words, filter: filter{themes: map[int]bool{}}}
	t := v.words.T
	v.search = kit.NewEntry(t("bottleneck.search"))
	v.search.OnChanged = func(text string) { v.filter.text = text; v.fill() }
	v.search.OnDone = v.Focus
	v.ambits = kit.NewChip(t("bottleneck.ambitions"), func(bool) { v.sift() })
	v.themes = kit.NewThemeChips(v.words, v.sift, v.ambits)
	v.list = kit.NewList(func() int { return len(v.rows) }, newLine, func(i int, o fyne.CanvasObject) {
		if i < len(v.rows) {
			o.(*line).set(v.words, v.rows[i]) //nolint:forcetypeassert // newLine made it
		}
	})
	v.list.HideSeparators = true
	v.list.OnSelected = v.chosen
	v.list.OnMove = v.moved
	v.list.OnEnter = func(int) { v.withChosen(v.place) }
	v.none = kit.Empty(t("bottleneck.none"), kit.NewButton(t("bottleneck.clear"), v.clear))
	v.none.Hide() // until the list has been read
	v.detail = newDetail(v)
	add := kit.PrimaryButton(t("bottleneck.new"), v.add)
	top := container.NewBorder(nil, nil, nil, add, container.New(narrow{320}, v.search))
	chips := kit.Folding(func(width float32) { v.themes.Fold(width) }, v.themes.Content)
	head := container.New(layout.NewCustomPaddedLayout(kit.Space2, kit.Space3, kit.Space4, kit.Space4), kit.Rows(kit.Space2, top, chips))
	left := kit.Folding(func(width float32) { v.measure(width); v.mark() }, kit.OnPaper(container.NewStack(v.list, v.none)))
	v.content = container.NewBorder(head, nil, nil, nil, container.New(beside{}, left, v.detail.content))
	return v
}

// ID is part of kit.View, as are those that follow.
func (v *View) ID() kit.ViewID { return kit.BottleneckView }

// Content is what the view shows.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Focus puts the keyboard in the list.
func (v *View) Focus() { v.host.Window().Canvas().Focus(v.list) }

// Attention counts what asks to be looked at; see entry.asksAttention.
func (v *View) Attention(s kit.State) int {
	n := 0
	for _, e := range entries(s.Seen, s.Day) {
		if e.asksAttention() {
			n++
		}
	}
	return n
}

// Go shows a bottleneck, or searches for a text.
func (v *View) Go(p kit.Place) {
	if p.Text != "" {
		v.search.SetText(p.Text)
	}
	if n, ok := v.host.State().Land.Node(p.Item); ok && n.Type == landscape.Bottleneck {
		v.choose(n.ID)
		v.host.Select(n.ID)
	}
}

// Show reads the list again where the landscape or the day is another, and
// follows the selection.
func (v *View) Show(s kit.State) {
	if s.Head != v.head || s.Day != v.day {
		v.head, v.day = s.Head, s.Day
		v.read(s)
	}
	if len(s.Selected) == 0 || s.Selected[0] == v.id {
		return
	}
	if n, ok := s.Land.Node(s.Selected[0]); ok && n.Type == landscape.Bottleneck {
		v.choose(n.ID)
	}
}

// read makes the list in the background; of several the last is shown.
func (v *View) read(s kit.State) {
	v.themes.Fit(s.Land.Nodes(landscape.Theme))
	v.themes.Fold(v.themes.Content.Size().Width)
	v.inquire(&v.reading, v.words.T("bottleneck.reading"), func() func() {
		all := searchable(entries(s.Seen, s.Day))
		return func() {
			v.all = all
			if !v.fill() {
				v.showDetail()
			}
		}
	})
}

// sift shows what the chips keep.
func (v *View) sift() {
	v.filter.themes, v.filter.ambitions = v.themes.On(), v.ambits.On()
	v.fill()
}

// fill shows what the filter keeps, with what was chosen or else the first; it
// says whether that is another.
func (v *View) fill() bool {
	v.rows = rowsOf(v.all, v.filter)
	v.none.Hidden = len(v.rows) > 0
	v.list.UnselectAll()
	v.measure(v.list.Size().Width)
	v.list.Refresh()
	if v.mark() || len(v.rows) < 2 {
		return false
	}
	v.turn(v.rows[1].entry.node.ID)
	v.mark()
	v.showDetail()
	return true
}

// mark puts the mark of the list at what the detail is about; false where the
// filter leaves that out.
func (v *View) mark() bool {
	at := slices.IndexFunc(v.rows, func(r row) bool { return r.entry != nil && r.entry.node.ID == v.id })
	if at >= 0 {
		v.list.Put(at)
	}
	return at >= 0
}

func (v *View) clear() {
	v.filter = filter{themes: map[int]bool{}}
	v.themes.Clear()
	v.ambits.Set(false)
	v.search.SetText("")
	v.fill()
}

// moved follows the keys through the list, past the heads of groups.
func (v *View) moved(i int) {
	if i < len(v.rows) && v.rows[i].entry == nil {
		next := i + 1
		if i > 0 && v.rows[i-1].entry != nil && v.rows[i-1].entry.node.ID != v.id {
			next = i - 1 // from below
		}
		v.list.Put(next)
		if i == 0 { // the head is seen as well
			v.list.ScrollToTop()
		}
		return
	}
	v.list.Select(i)
}

// chosen follows the mark of the list; the head of a group cannot be chosen.
func (v *View) chosen(i int) {
	if i >= len(v.rows) || v.rows[i].entry == nil || v.rows[i].entry.node.ID == v.id {
		return
	}
	v.turn(v.rows[i].entry.node.ID)
	v.showDetail()
	v.host.Select(v.id)
}

// choose shows a bottleneck, whatever the filter.
func (v *View) choose(id landscape.ID) {
	v.turn(id)
	if e := v.entry(); e != nil && !v.filter.keeps(e) {
		v.clear()
	}
	v.mark()
	v.showDetail()
}

// entry is what the detail is about, or nil.
func (v *View) entry() *entry {
	at := slices.IndexFunc(v.all, func(e *entry) bool { return e.node.ID == v.id })
	if at < 0 {
		return nil
	}
	return v.all[at]
}

func (v *View) add() {
	if why := v.host.State().WhyNot(); why != "" {
		v.host.Notice(why)
		return
	}
	answers.AddBottleneck(v.host, "", func(e workspace.JournalEntry) {
		if id := answers.Made(e, landscape.Bottleneck); id != "" {
			v.choose(id)
			v.host.Select(id)
		}
	})
}

// beside puts the list at the left and the detail in what is left.
type beside struct{}

func (beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(480, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	wide := min(max(size.Width*0.42, 220), 380)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(wide, size.Height))
	o[1].Move(fyne.NewPos(wide, 0))
	o[1].Resize(fyne.NewSize(size.Width-wide, size.Height))
}

// narrow keeps a field to a width, and in the middle of the height.
type narrow struct{ width float32 }

func (n narrow) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (n narrow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(min(n.width, size.Width-kit.Space3), o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(0, (size.Height-o[0].MinSize().Height)/2))
}
