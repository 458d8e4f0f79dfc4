// Package landscapeview is the view Landschap: the overview as a map one can
// zoom, filter and follow, and the same facts as a table.
package landscapeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/exporting"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/mapview"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// View is the view Landschap.
type View struct {
	host  kit.Host
	words *words.Words

	bar     *bar
	canvas  *mapview.Map
	table   *table
	tabs    [2]*kit.Chip
	count   *widget.Label
	all     *kit.Button // "everything", where the filter leaves something out
	zoom    *fyne.Container
	picture *fyne.Container // the map, or what says that there is none
	empty   *fyne.Container
	content *fyne.Container

	asked  wish
	number int
	// drawing says that a drawing is being made.
	drawing bool
	ready   bool
	made    made
	kept    []item
	own     map[string]scene.Point
	old     map[string]scene.Point
	places  string // the key of own
	// wanted is to be shown as soon as it is on the map.
	wanted landscape.ID
	// marked is the organisation whose tables were selected.
	marked landscape.ID
	// around is what the map is to be narrowed to as soon as it is on it.
	around landscape.ID
	// focused is what the map is narrowed to, with what is so many lines away.
	focused landscape.ID
	depth   int
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words, canvas: mapview.New()}
	t := v.words.T
	v.bar = newBar(host, v.sift, func() { v.Show(v.host.State()) })
	v.bar.export.OnTapped = v.offerExports
	v.canvas.SetPalette(kit.Palette())
	v.connectMap()
	v.table = newTable(v.words)
	v.table.chosen = func(id landscape.ID) { v.host.Select(id) }
	v.table.opened, v.table.menu, v.table.copied = v.open, v.showMenu, v.host.Copy
	v.tabs = [2]*kit.Chip{
		kit.NewChip(t("landscape.map"), func(bool) { v.turn(false) }),
		kit.NewChip(t("landscape.table"), func(bool) { v.turn(true) }),
	}
	v.count = kit.Plain(kit.Secondary(""))
	v.all = kit.FlatButton(t("landscape.all"), v.showAll)
	v.zoom = newZoom(v.canvas, v.words)
	v.build()
	v.turn(false)
	return v
}

func (v *View) connectMap() {
	v.canvas.OnSelect = func(ids []string) {
		selected := make([]landscape.ID, len(ids))
		for i, id := range ids {
			selected[i] = landscape.ID(id)
		}
		v.host.Select(selected...)
	}
	v.canvas.OnOpen = func(id string) { v.open(landscape.ID(id)) }
	v.canvas.OnContext = func(id string, at fyne.Position) { v.showMenu(landscape.ID(id), at) }
	v.canvas.OnMove = v.move
	v.canvas.OnFocus = func(id string, depth int) { v.focused, v.depth = landscape.ID(id), depth; v.tell() }
}

func (v *View) build() {
	v.empty = container.NewStack()
	v.empty.Hide()
	v.picture = container.NewStack(v.canvas, v.empty, v.table.content, newFollower(v.repaint))
	foot := kit.Bar([]fyne.CanvasObject{v.tabs[0], v.tabs[1], v.count, v.all}, v.zoom)
	v.content = container.New(between{},
		kit.Rows(0, container.New(margins{top: kit.Space2, bottom: kit.Space2}, v.bar.content), kit.Divider()),
		container.New(anySize{}, v.picture),
		kit.Rows(0, kit.Divider(), container.New(margins{top: kit.Space1, bottom: kit.Space1}, foot)))
}

// ID is part of kit.View, as are those that follow.
func (v *View) ID() kit.ViewID { return kit.MapView }

// Content is what the view shows.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Attention is always none: the map only shows what there is.
func (v *View) Attention(kit.State) int { return 0 }

// Focus puts the keyboard on the map, or in the table.
func (v *View) Focus() {
	var to fyne.Focusable = v.canvas
	if v.tabled() {
		to = v.table.list
	}
	v.host.Window().Canvas().Focus(to)
}

// Show draws anew where something changed that the drawing depends on.
func (v *View) Show(s kit.State) {
	if s.Seen == nil {
		return
	}
	v.showSelected(s)
	v.draw(s)
}

// Go shows an item, for which the map is filled out where it is not on it, or
// looks for a text.
func (v *View) Go(p kit.Place) {
	if p.Text != "" {
		v.bar.text.SetText(p.Text)
	}
	n, ok := v.host.State().Seen.Node(p.Item)
	if !ok {
		return
	}
	v.wanted = n.ID
	v.find()
}

// find brings what is wanted into sight. Where it is not on the map, what it is
// is shown as well; what is being drawn may have it.
func (v *View) find() {
	if v.wanted == "" || v.drawing {
		return
	}
	id := v.wanted
	v.wanted = ""
	if v.has(id) {
		v.canvas.Reveal(string(id))
		return
	}
	n, ok := v.host.State().Seen.Node(id)
	if !ok {
		return
	}
	if on := v.bar.also.of(n.Type); on != nil && !*on {
		v.wanted = id
		v.bar.toggle(on)
	}
}

// of is what must be on for a type to be shown; nil where it never is.
func (a *also) of(t landscape.Type) *bool {
	switch t {
	case landscape.Initiative:
		return &a.others
	case landscape.Bottleneck:
		return &a.bottlenecks
	case landscape.Organisation:
		return &a.organisations
	case landscape.Action:
		return &a.actions
	}
	return nil
}

func (v *View) has(id landscape.ID) bool {
	if !v.ready || v.made.drawing == nil {
		return false
	}
	_, ok := v.made.drawing.Box(string(id))
	return ok
}

// showSelected shows the selection of the window on the map and in the table.
func (v *View) showSelected(s kit.State) {
	var ids []string
	for _, id := range s.Selected {
		if v.has(id) {
			ids = append(ids, string(id))
		}
	}
	v.canvas.SetSelected(ids...)
	if len(ids) == 0 && len(s.Selected) > 0 {
		v.canvas.Leave() // what is chosen is not on the map
	}
	v.table.setSelected(s.Selected)
}

// turn shows the map or the table.
func (v *View) turn(table bool) {
	v.tabs[0].Set(!table)
	v.tabs[1].Set(table)
	v.table.content.Hidden = !table
	if table {
		v.table.sort()
	}
	v.canvas.Hidden = table || v.empty.Visible()
	v.zoom.Hidden = table
	v.tell()
	v.content.Refresh()
}

func (v *View) tabled() bool { return !v.table.content.Hidden }

func (v *View) turned() {
	v.turn(!v.tabled())
	v.Focus()
}

// open shows what there is to say of an item.
func (v *View) open(id landscape.ID) { v.host.Inspect(id) }

// offerExports opens what a picture is made for most, and the dialog for the
// rest.
func (v *View) offerExports() {
	t := v.words.T
	v.bar.under(v.bar.export, fyne.NewMenu("",
		fyne.NewMenuItem(t("landscape.action.slide"), func() { v.save("16:9") }),
		fyne.NewMenuItem(t("landscape.action.memo"), func() { v.save("memo") }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(t("landscape.export.other"), v.export)))
}

func (v *View) export() { exporting.Show(v.host, v.picturing()) }

// save saves what is shown for a page, without the dialog.
func (v *View) save(page string) {
	c := v.picturing()
	c.Page = page
	exporting.Save(v.host, c)
}

// picturing is the picture that is nearest to what is shown.
func (v *View) picturing() exporting.Choice {
	s := v.host.State()
	c := exporting.Choice{View: scene.Overview, Day: s.Day}
	if v.bar.also.bottlenecks {
		c.View = scene.Ownership
	}
	number, ok := v.bar.filter.theme()
	if !ok {
		return c
	}
	for _, n := range s.Seen.Nodes(landscape.Theme) {
		if n.Number() == number {
			c.Theme = n.ID
		}
	}
	if c.View == scene.Overview {
		c.View = scene.ThemeView
	}
	return c
}

// Actions are what one can do with the map.
func (v *View) Actions() []kit.Action {
	key := func(k fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}
	}
	show := func(key string, on *bool) kit.Action {
		return kit.Action{Key: key, Do: func() { v.bar.toggle(on) }}
	}
	return []kit.Action{
		{Key: "landscape.action.export", Shortcut: key(fyne.KeyE), Do: v.export},
		{Key: "landscape.action.slide", Do: func() { v.save("16:9") }},
		{Key: "landscape.action.memo", Do: func() { v.save("memo") }},
		{},
		{Key: "landscape.action.filter", Shortcut: key(fyne.KeyL), Do: v.bar.find},
		{Key: "landscape.action.turn", Shortcut: key(fyne.KeyT), Do: v.turned},
		{Key: "landscape.action.all", Do: v.showAll, Why: v.whyAll},
		{Key: "landscape.action.copy", Do: func() { v.host.Copy(lines(v.words, sorted(v.kept, v.table.order))) }},
		{},
		{Key: "landscape.action.fit", Shortcut: key(fyne.Key0), Do: v.canvas.Fit},
		{Key: "landscape.action.fit-selected", Shortcut: key(fyne.Key9), Do: v.canvas.FitSelection, Why: v.whyNone},
		{Key: "landscape.action.larger", Shortcut: key(fyne.KeyEqual), Do: v.canvas.ZoomIn},
		{Key: "landscape.action.smaller", Shortcut: key(fyne.KeyMinus), Do: v.canvas.ZoomOut},
		{Key: "landscape.action.places", Do: v.forgetPlaces, Why: v.whyPlaces},
		{},
		{Key: "landscape.action.organisation", Do: v.bar.pickOrganisation},
		show("landscape.also.bottlenecks", &v.bar.also.bottlenecks),
		show("landscape.also.organisations", &v.bar.also.organisations),
		show("landscape.also.actions", &v.bar.also.actions),
		show("landscape.also.others", &v.bar.also.others),
	}
}

func (v *View) whyNone() string {
	if len(v.canvas.Selected()) == 0 {
		return v.words.T("window.select-first")
	}
	return ""
}

func (v *View) whyAll() string {
	if v.bar.filter.idle() && v.focused == "" {
		return v.words.T("landscape.action.all.why")
	}
	return ""
}

func (v *View) whyPlaces() string {
	if len(v.own) == 0 {
		return v.words.T("landscape.action.places.why")
	}
	return ""
}
