package landscapeview

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// bar is what stands above the map: what one looks for, and what is shown.
type bar struct {
	host  kit.Host
	words *words.Words
	// changed is called when a person chose another filter, alsoChanged when
	// another choice of what is shown.
	changed, alsoChanged func()

	text         *kit.Entry
	chips        *fyne.Container
	byTheme      map[int]*kit.Chip
	ambition     *kit.Chip
	kind         *kit.Choice[string]
	status       *kit.Choice[string]
	organisation *kit.Opener
	more         *kit.Opener
	export       *kit.Button
	content      fyne.CanvasObject

	filter filter
	also   also
	themes []*landscape.Node
}

func newBar(host kit.Host, changed, alsoChanged func()) *bar {
	b := &bar{host: host, words: host.State().Words, changed: changed, alsoChanged: alsoChanged, byTheme: map[int]*kit.Chip{}}
	t := b.words.T
	b.text = kit.NewEntry(t("landscape.filter.text"))
	b.text.OnChanged = func(s string) { b.filter.text = s; b.changed() }
	b.ambition = kit.NewChip(t("landscape.filter.ambitions"), func(on bool) { b.filter.ambition = on; b.changed() })
	b.kind = kit.NewChoice(kinds, b.kindText, func(v string) { b.filter.kind = v; unless(b.kind, v); b.changed() })
	b.kind.PlaceHolder = t("landscape.filter.one-kind")
	b.status = kit.NewChoice(statuses(), b.statusText, func(v string) { b.filter.status = v; unless(b.status, v); b.changed() })
	b.status.PlaceHolder = t("landscape.filter.one-status")
	b.organisation = kit.NewOpener(t("landscape.filter.one-organisation"), b.pickOrganisation)
	b.more = kit.NewOpener(t("landscape.also"), b.showAlso)
	b.export = kit.PrimaryButton(t("landscape.export"), nil)
	b.build()
	b.clear()
	b.sayAlso()
	return b
}

func (b *bar) build() {
	b.chips = kit.Flow()
	first := container.NewBorder(nil, nil, nil, container.NewCenter(b.export), b.chips)
	second := container.New(shares{0.9, 1, 1, 1.12, 1}, b.text, b.kind.Select, b.status.Select, b.organisation, b.more)
	b.content = container.New(&folding{do: b.fold}, kit.Rows(kit.Space2, first, second))
}

// Below these widths the chips of the themes say less.
const (
	wideBar   float32 = 1000
	middleBar float32 = 560
)

// fold has the chips say as much as there is room for.
func (b *bar) fold(width float32) {
	for _, n := range b.themes {
		text := fmt.Sprint(n.Number())
		switch {
		case width >= wideBar:
			text += "  " + n.ShortName()
		case width >= middleBar:
			text = b.words.T("landscape.filter.theme", "N", n.Number())
		}
		b.byTheme[n.Number()].SetText(text)
	}
	b.chips.Refresh()
}

// fit offers the themes there are.
func (b *bar) fit(l *landscape.Landscape) {
	themes := l.Nodes(landscape.Theme)
	same := func(x, y *landscape.Node) bool { return x.Number() == y.Number() && x.ShortName() == y.ShortName() }
	if b.chips.Objects != nil && slices.EqualFunc(themes, b.themes, same) {
		return
	}
	b.themes, b.byTheme = themes, map[int]*kit.Chip{}
	b.chips.RemoveAll()
	for _, n := range themes {
		number := n.Number()
		chip := kit.NewThemeChip(number, "", func(on bool) {
			b.setTheme(number, on)
			b.changed()
		})
		chip.Set(b.filter.themes[number])
		b.byTheme[number] = chip
		b.chips.Add(chip)
	}
	b.chips.Add(b.ambition)
	b.fold(b.content.Size().Width)
}

// fitItems offers the ambitions where something shown belongs to one.
func (b *bar) fitItems(all []item) {
	b.ambition.Hidden = !b.filter.ambition && !slices.ContainsFunc(all, func(it item) bool { return it.ambition })
	b.chips.Refresh()
}

func (b *bar) setTheme(number int, on bool) {
	if on {
		b.filter.themes[number] = true
		return
	}
	delete(b.filter.themes, number)
}

// clear takes every filter away.
func (b *bar) clear() {
	b.filter = filter{themes: map[int]bool{}, aside: map[landscape.ID]bool{}}
	for _, chip := range b.byTheme {
		chip.Set(false)
	}
	b.ambition.Set(false)
	unless(b.kind, "")
	unless(b.status, "")
	b.organisation.SetText("")
	if b.text.Text != "" {
		b.text.SetText("") // tells
	}
}

// unless shows the name of a choice instead of its value where that is all.
func unless(c *kit.Choice[string], v string) {
	if v == "" {
		c.Selected = ""
		c.Refresh()
	}
}

func (b *bar) kindText(v string) string {
	t := b.words.T
	switch v {
	case "":
		return t("landscape.filter.kind")
	case tables, programmes:
		return t("landscape.filter." + v)
	case string(landscape.Bottleneck), string(landscape.Action), string(landscape.Organisation):
		return t("type." + v)
	}
	return t("kind." + v)
}

func (b *bar) statusText(v string) string {
	if v == "" {
		return b.words.T("landscape.filter.status")
	}
	return b.words.T(v)
}

// pickOrganisation asks for whom one looks.
func (b *bar) pickOrganisation() {
	l := b.host.State().Seen
	all := []kit.Pickable[landscape.ID]{{Text: b.words.T("landscape.filter.organisation")}}
	for _, n := range l.Nodes(landscape.Organisation) {
		var detail []string
		if short := n.ShortName(); short != n.Name() {
			detail = append(detail, short)
		}
		if group := n.Get(landscape.ActorGroup); group != "" {
			detail = append(detail, b.words.Or("actor-group", group))
		}
		all = append(all, kit.Pickable[landscape.ID]{Value: n.ID, Text: n.Name(), Detail: strings.Join(detail, " · ")})
	}
	kit.Pick(b.host.Window(), b.words, b.words.T("landscape.filter.organisation.title"), all, b.setOrganisation)
}

// setOrganisation looks for where an organisation takes part; none is all.
func (b *bar) setOrganisation(id landscape.ID) {
	b.filter.organisation = id
	text := ""
	if n, ok := b.host.State().Seen.Node(id); ok {
		text = n.ShortName()
	}
	b.organisation.SetText(text)
	b.changed()
}

// showAlso opens what can be shown besides the overview.
func (b *bar) showAlso() {
	menu := fyne.NewMenu("")
	for _, o := range b.also.options() {
		item := fyne.NewMenuItem(b.words.T(o.key), func() { b.toggle(o.on) })
		item.Checked = *o.on
		menu.Items = append(menu.Items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.more)
	widget.ShowPopUpMenuAtPosition(menu, b.host.Window().Canvas(), at.AddXY(0, b.more.Size().Height))
}

type option struct {
	key string
	on  *bool
}

func (a *also) options() []option {
	return []option{
		{"landscape.also.bottlenecks", &a.bottlenecks},
		{"landscape.also.organisations", &a.organisations},
		{"landscape.also.actions", &a.actions},
		{"landscape.also.others", &a.others},
	}
}

func (b *bar) toggle(on *bool) {
	*on = !*on
	b.sayAlso()
	b.alsoChanged()
}

func (b *bar) sayAlso() {
	n := 0
	for _, o := range b.also.options() {
		if *o.on {
			n++
		}
	}
	text := ""
	if n > 0 {
		text = b.words.T("landscape.also.n", "N", n)
	}
	b.more.SetText(text)
}

// folding tells an object's width before it is laid out.
type folding struct {
	do    func(width float32)
	width float32
}

func (l *folding) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l *folding) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.width {
		l.width = size.Width
		l.do(size.Width)
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(size)
}

// shares gives each object its part of the width.
type shares []float32

// widestBar is where the fields are as wide as they need be.
const widestBar float32 = 1160

func (shares) MinSize(o []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, one := range o {
		high = max(high, one.MinSize().Height)
	}
	return fyne.NewSize(kit.Space8, high)
}

func (l shares) Layout(o []fyne.CanvasObject, size fyne.Size) {
	var all float32
	for _, part := range l {
		all += part
	}
	room, x := min(size.Width, widestBar)-float32(len(o)-1)*kit.Space2, float32(0)
	for i, one := range o {
		width := room * l[i] / all
		one.Move(fyne.NewPos(x, 0))
		one.Resize(fyne.NewSize(width, size.Height))
		x += width + kit.Space2
	}
}
