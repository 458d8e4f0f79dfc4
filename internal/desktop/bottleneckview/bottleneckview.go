// Package bottleneckview is the view Knelpunten: where each bottleneck lies, or
// which tables it may lie with, and the recording of that. What one can do with
// a table that was found is in package answers, the rules are those of agenda.
package bottleneckview

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	chips   *fyne.Container
	list    *kit.List
	none    *fyne.Container
	detail  *detail

	all    []*entry
	rows   []row
	filter filter
	id     landscape.ID // what the detail is about
	head   workspace.Head
	day    landscape.Date
	asked  int
	themes string // those that there are chips of

	counted   *landscape.Landscape // of which attention was counted last
	attention int
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words, filter: filter{themes: map[int]bool{}}, chips: kit.Flow()}
	t := v.words.T
	v.search = kit.NewEntry(t("bottleneck.search"))
	v.search.OnChanged = func(text string) { v.filter.text = text; v.fill() }
	v.search.OnDone = v.Focus
	v.list = kit.NewList(func() int { return len(v.rows) }, newLine, func(i int, o fyne.CanvasObject) {
		if i < len(v.rows) {
			o.(*line).set(v.words, v.rows[i]) //nolint:forcetypeassert // newLine made it
		}
	})
	v.list.HideSeparators = true
	v.list.OnSelected = v.chosen
	v.list.OnMove = func(i int) { v.list.Select(i) }
	v.list.OnEnter = func(int) { v.place() }
	v.none = kit.Empty(t("bottleneck.none"), kit.NewButton(t("bottleneck.clear"), v.clear))
	v.detail = newDetail(v)
	add := kit.PrimaryButton(t("bottleneck.new"), v.add)
	top := container.NewBorder(nil, nil, nil, add, container.New(narrow{320}, v.search))
	head := kit.Pad(kit.Space4, kit.Rows(kit.Space2, top, v.chips))
	left := kit.OnPaper(container.NewStack(v.list, v.none))
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
	if s.Seen != v.counted {
		v.counted, v.attention = s.Seen, 0
		for _, e := range entries(s.Seen, s.Day) {
			if e.asksAttention() {
				v.attention++
			}
		}
	}
	return v.attention
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
	v.asked++
	number := v.asked
	v.makeChips(s.Land)
	v.host.Go(v.words.T("bottleneck.reading"), func(context.Context) func() {
		all := searchable(entries(s.Seen, s.Day))
		return func() {
			if number == v.asked {
				v.all = all
				v.fill()
				v.showDetail()
			}
		}
	})
}

// makeChips makes a chip for each theme, where the themes are others.
func (v *View) makeChips(l *landscape.Landscape) {
	themes := l.Nodes(landscape.Theme)
	var said string
	for _, n := range themes {
		said += string(n.ID) + n.ShortName() + "\n"
	}
	if said == v.themes {
		return
	}
	v.themes = said
	v.chips.RemoveAll()
	v.filter.themes, v.filter.ambitions = map[int]bool{}, false
	for _, n := range themes {
		number := n.Number()
		v.chips.Add(kit.NewThemeChip(number, fmt.Sprintf("%d %s", number, n.ShortName()), func(on bool) {
			v.filter.themes[number] = on
			v.fill()
		}))
	}
	v.chips.Add(kit.NewChip(v.words.T("bottleneck.ambitions"), func(on bool) { v.filter.ambitions = on; v.fill() }))
}

// fill shows what the filter keeps, with what was chosen or else the first.
func (v *View) fill() {
	v.rows = rowsOf(v.all, v.filter)
	v.none.Hidden = len(v.rows) > 0
	v.list.UnselectAll()
	v.list.Refresh()
	if !v.mark() && len(v.rows) > 1 {
		v.id = v.rows[1].entry.node.ID
		v.showDetail()
		v.mark()
	}
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
	for _, o := range v.chips.Objects {
		o.(*kit.Chip).Set(false) //nolint:forcetypeassert // makeChips made them
	}
	v.search.SetText("")
	v.fill()
}

// chosen follows the mark of the list; the head of a group cannot be chosen.
func (v *View) chosen(i int) {
	if i >= len(v.rows) || v.rows[i].entry == nil || v.rows[i].entry.node.ID == v.id {
		return
	}
	v.id = v.rows[i].entry.node.ID
	v.showDetail()
	v.host.Select(v.id)
}

// choose shows a bottleneck, whatever the filter.
func (v *View) choose(id landscape.ID) {
	v.id = id
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
