package landscapeview

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
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

	themes       *kit.ThemeChips
	ambition     *kit.Chip
	text         *kit.Entry
	kind         *kit.Choice[string]
	status       *kit.Choice[string]
	organisation *kit.Opener
	more         *kit.Opener
	export       *kit.Button
	// fields are the text, the choices and what is shown besides; where there
	// is little room they fold away behind a chip.
	fields  *fyne.Container
	unfold  *kit.Chip
	content fyne.CanvasObject

	filter filter
	also   also
}

func newBar(host kit.Host, changed, alsoChanged func()) *bar {
	b := &bar{host: host, words: host.State().Words, changed: changed, alsoChanged: alsoChanged}
	t := b.words.T
	b.text = kit.NewEntry(t("landscape.filter.text"))
	b.text.OnChanged = func(s string) { b.filter.text = s; b.changed() }
	b.ambition = kit.NewChip(t("landscape.filter.ambitions"), func(on bool) { b.filter.ambition = on; b.changed() })
	b.unfold = kit.NewChip(t("landscape.filters"), func(bool) { b.fold() })
	b.themes = kit.NewThemeChips(b.words, b.setThemes, b.ambition, b.unfold)
	b.kind = kit.NewChoice(kinds, b.kindText, func(v string) { b.filter.kind = v; unless(b.kind, v); b.changed() })
	b.kind.PlaceHolder = t("landscape.filter.one-kind")
	b.status = kit.NewChoice(statuses(), b.statusText, func(v string) { b.filter.status = v; unless(b.status, v); b.changed() })
	b.status.PlaceHolder = t("landscape.filter.one-status")
	b.organisation = kit.NewOpener(t("landscape.filter.one-organisation"), b.pickOrganisation)
	b.more = kit.NewOpener(t("landscape.also"), b.showAlso)
	b.export = kit.PrimaryButton(t("landscape.export"), nil)
	b.export.Icon, b.export.IconPlacement = kit.NewIcon("down").In(kit.OnPrimary), widget.ButtonIconTrailingText
	b.filter = noFilter()
	b.build()
	return b
}

func (b *bar) build() {
	first := container.NewBorder(nil, nil, nil, container.NewCenter(b.export),
		container.NewVBox(layout.NewSpacer(), b.themes.Content, layout.NewSpacer()))
	b.fields = container.New(&shares{parts: []float32{0.85, 0.9, 0.9, 1.3, 1.05}},
		b.text, b.kind.Select, b.status.Select, b.organisation, b.more)
	b.content = kit.Folding(func(float32) { b.fold() }, kit.Rows(kit.Space2, first, b.fields))
}

// fold has the bar say as much as there is room for.
func (b *bar) fold() {
	width := b.content.Size().Width
	narrow := width > 0 && width < narrowBar
	b.unfold.Hidden = !narrow
	b.fields.Hidden = narrow && !b.unfold.On()
	b.unfold.SetText(b.words.T("landscape.filters"))
	if n := b.inUse(); n > 0 {
		b.unfold.SetText(b.words.T("landscape.filters.n", "N", n))
	}
	b.themes.Fold(width - b.export.MinSize().Width - kit.Space3)
	b.themes.Content.Refresh()
	b.content.Refresh()
}

// inUse counts the fields that make a difference.
func (b *bar) inUse() int {
	n := 0
	for _, used := range []bool{
		strings.TrimSpace(b.filter.text) != "", b.filter.kind != "", b.filter.status != "",
		b.filter.organisation != "", b.also != also{},
	} {
		if used {
			n++
		}
	}
	return n
}

// find puts the keyboard in the field for a text.
func (b *bar) find() {
	if !b.unfold.Hidden {
		b.unfold.Set(true)
		b.fold()
	}
	b.host.Window().Canvas().Focus(b.text)
}

// fit offers the themes there are.
func (b *bar) fit(l *landscape.Landscape) {
	b.themes.Fit(l.Nodes(landscape.Theme))
	b.filter.themes = b.themes.On()
	b.fold()
}

// fitItems offers the ambitions where something shown belongs to one.
func (b *bar) fitItems(all []item) {
	b.ambition.Hidden = !b.filter.ambition && !slices.ContainsFunc(all, func(it item) bool { return it.ambition })
	b.fold()
}

func (b *bar) setThemes() {
	b.filter.themes = b.themes.On()
	b.changed()
}

// clear takes every filter away.
func (b *bar) clear() {
	b.filter = noFilter()
	b.themes.Clear()
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
	b.under(b.more, menu)
}

// under opens a menu under what it belongs to.
func (b *bar) under(o fyne.CanvasObject, menu *fyne.Menu) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	widget.ShowPopUpMenuAtPosition(menu, b.host.Window().Canvas(), at.AddXY(0, o.Size().Height))
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
