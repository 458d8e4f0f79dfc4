// Package exporting is the dialog that makes a figure or its text twin for a
// report: what to draw, on what page, in what form and for whom, with a preview
// that follows every choice.
//
// What does not live here: drawing itself (scene, figure), and data for other
// programs (the window).
package exporting

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// prefChoice is where the last choice is remembered.
const prefChoice = "export"

// dialog is the open dialog.
type dialog struct {
	host  kit.Host
	words *words.Words
	state kit.State
	now   Choice
	sheet *kit.Sheet

	view     *kit.Choice[scene.View]
	theme    *kit.Choice[landscape.ID]
	focus    *kit.Picker[landscape.ID]
	depth    *kit.Choice[int]
	page     *kit.Choice[string]
	format   *kit.Choice[string]
	audience *kit.Choice[landscape.Audience]
	lang     *kit.Choice[string]
	day      *kit.DateEntry
	since    *kit.DateEntry
	ofTheme  *fyne.Container
	ofFocus  *fyne.Container
	ofSince  *fyne.Container

	tabs     [2]*kit.Chip
	image    *canvas.Image
	text     *widget.RichText
	paper    *fyne.Container
	reading  *fyne.Container
	told     *widget.Label // why there is no preview
	caption  *widget.Label
	count    *widget.Label
	copies   *fyne.Container
	previous *kit.Button
	next     *kit.Button

	// drawing says that a preview is being made; again that the choice has
	// changed since.
	drawing, again bool
	shown          drawn
	at             int
	fault          string // why nothing was written
}

// Show opens the dialog. What initial leaves open is as it was last time.
func Show(host kit.Host, initial Choice) {
	if host.State().Land != nil {
		show(host, initial)
	}
}

func show(host kit.Host, initial Choice) *dialog {
	s := host.State()
	d := &dialog{host: host, words: s.Words, state: s}
	last := kept(host)
	if last.Lang == "" {
		last.Lang = s.Words.Lang
	}
	last.Day = s.Day
	if len(s.Selected) > 0 && initial.Focus == "" {
		initial.Focus = aim(s.Land, s.Selected[0])
	}
	d.now = last.over(initial).sound(s.Land)
	d.fields()
	d.open()
	d.follow()
	return d
}

// aim is what a neighbourhood can be drawn of, or nothing.
func aim(l *landscape.Landscape, id landscape.ID) landscape.ID {
	if n, ok := l.Node(id); ok && n.Type != landscape.Document && n.Type != landscape.Term && n.Type != landscape.Item && n.Type != landscape.Meeting {
		return id
	}
	return ""
}

// fields makes the fields of the form.
func (d *dialog) fields() {
	t, land := d.words.T, d.state.Land
	d.view = kit.NewChoice(scene.Views, func(v scene.View) string { return t("export.view." + string(v)) },
		func(v scene.View) { d.now.View = v; d.follow() })
	d.theme = kit.NewChoice(themes(land), func(id landscape.ID) string { return themeText(d.words, land, id) },
		func(id landscape.ID) { d.now.Theme = id; d.follow() })
	d.focus = kit.NewPicker(d.host.Window(), d.words, t("export.focus.choose"),
		answers.Pickables(d.words, land, nil, landscape.Initiative, landscape.Organisation, landscape.Bottleneck, landscape.Action, landscape.Theme, landscape.Body),
		func(id landscape.ID) { d.now.Focus = id; d.follow() })
	d.depth = kit.NewChoice([]int{1, 2, 3, 4}, func(n int) string { return d.words.N("export.depth.steps", n) },
		func(n int) { d.now.Depth = n; d.follow() })
	d.page = kit.NewChoice(scene.PageNames(), func(p string) string { return t("export.page." + p) },
		func(p string) { d.now.Page = p; d.follow() })
	d.format = kit.NewChoice(formats, func(f string) string { return t("export.format." + f) },
		func(f string) { d.now.Format = f; d.turn(f == "txt") })
	d.audience = kit.NewChoice(landscape.Audiences, func(a landscape.Audience) string { return prose.Capital(t("audience." + string(a))) },
		func(a landscape.Audience) { d.now.Audience = a; d.follow() })
	d.lang = kit.NewChoice(words.Langs, func(l string) string { return t("export.lang." + l) },
		func(l string) { d.now.Lang = l; d.follow() })
	d.day = kit.NewDateEntry(d.words, d.now.Day)
	d.day.OnChanged = func(string) { d.typed(d.day, &d.now.Day) }
	d.since = kit.NewDateEntry(d.words, d.now.Since)
	d.since.OnChanged = func(string) { d.typed(d.since, &d.now.Since) }
	d.set()
}

func (d *dialog) set() {
	c := d.now
	d.view.Set(c.View)
	d.theme.Set(c.Theme)
	d.focus.Set(c.Focus)
	d.depth.Set(c.Depth)
	d.page.Set(c.Page)
	d.format.Set(c.Format)
	d.audience.Set(c.Audience)
	d.lang.Set(c.Lang)
}

// themes are what one can choose from; none stands for all.
func themes(l *landscape.Landscape) []landscape.ID {
	all := []landscape.ID{""}
	for _, n := range l.Nodes(landscape.Theme) {
		all = append(all, n.ID)
	}
	return all
}

func themeText(w *words.Words, l *landscape.Landscape, id landscape.ID) string {
	n, ok := l.Node(id)
	if !ok {
		return w.T("export.theme.all")
	}
	return w.T("answers.theme", "Number", n.Number(), "Name", n.ShortName())
}

// typed follows a day as it is typed, once it is one.
func (d *dialog) typed(in *kit.DateEntry, to *landscape.Date) {
	day, err := in.Date()
	if err != nil || !day.Known() || day.Year() < 1000 {
		return
	}
	if last := day.Last(); last != *to {
		*to = last
		d.follow()
	}
}

// open makes the sheet and shows it.
func (d *dialog) open() {
	t := d.words.T
	d.ofTheme = kit.Rows(0, kit.Field(t("export.theme"), d.theme.Select, ""))
	depth := container.NewGridWrap(fyne.NewSize(104, d.depth.MinSize().Height), d.depth.Select)
	d.ofFocus = kit.Rows(0, container.NewBorder(nil, nil, nil, kit.Field(t("export.depth"), depth, ""), kit.Field(t("export.focus"), d.focus.Card, "")))
	d.ofSince = kit.Rows(0, kit.Field(t("export.since"), d.since, ""))
	form := kit.Rows(kit.Space1, kit.Field(t("export.view"), d.view.Select, ""), d.ofTheme, d.ofFocus, d.ofSince,
		kit.Field(t("export.page"), d.page.Select, ""), kit.Field(t("export.format"), d.format.Select, ""),
		kit.Field(t("export.audience"), d.audience.Select, ""),
		container.NewGridWithColumns(2, kit.Field(t("export.day"), d.day, ""), kit.Field(t("export.lang"), d.lang.Select, "")))
	room := d.host.Window().Canvas().Size()
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, kit.Space3), form)) // beside its bar
	body := container.New(beside{wide: formWide, high: min(max(room.Height-around, 200), 620)}, scroll, d.side())
	d.sheet = kit.NewSheet(d.host.Window(), t("export.title"), min(room.Width-4*kit.Space8, 1180), body,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("export.save"), Primary: true, Stays: true, Do: d.save})
	d.day.OnDone, d.since.OnDone = d.sheet.Confirm, d.sheet.Confirm
	d.sheet.Show(d.view.Select)
}

// follow shows the fields that belong to the choice, and makes the preview. A
// choice that is made meanwhile is drawn after it.
func (d *dialog) follow() {
	d.now = d.now.sound(d.state.Land)
	d.theme.Set(d.now.Theme)
	d.ofTheme.Hidden, d.ofFocus.Hidden, d.ofSince.Hidden = !d.now.asksTheme(), !d.now.asksFocus(), !d.now.asksSince()
	d.sheet.Fault("")
	if d.now.needs() {
		d.tell(d.words.T("export.focus.need"))
		return
	}
	if d.drawing {
		d.again = true
		return
	}
	d.drawing = true
	c, land, host := d.now, d.state.Land, d.host
	host.Go(d.words.T("export.preview"), func(ctx context.Context) func() {
		made, err := draw(ctx, land, c, host.Overlap, host.Layout())
		return func() { d.drew(made, err) }
	})
}

func (d *dialog) drew(made drawn, err error) {
	d.drawing = false
	if d.again {
		d.again = false
		d.follow()
		return
	}
	if err != nil {
		d.tell(d.cause(err))
		return
	}
	d.shown, d.at = made, 0
	d.told.Hide()
	d.copies.Show()
	d.sheet.Allow(true)
	d.text.ParseMarkdown(legible(made.twin))
	d.text.Segments = spaced(d.text.Segments)
	d.text.Refresh()
	d.caption.SetText(made.scenes[0].Caption)
	d.paint()
}

func (d *dialog) cause(err error) string {
	switch {
	case errors.Is(err, scene.ErrDays):
		return d.words.T("export.since.later")
	case errors.Is(err, scene.ErrNothingSince):
		return d.words.T("export.since.nothing")
	case errors.Is(err, scene.ErrNothing):
		return d.words.T("window.error.picture-empty")
	}
	return sentence(d.words, err)
}

// tell says why there is nothing to see.
func (d *dialog) tell(text string) {
	d.shown = drawn{}
	d.image.Image = nil
	d.image.Refresh()
	d.text.ParseMarkdown("")
	d.caption.SetText("")
	d.count.SetText("")
	d.told.SetText(text)
	d.told.Show()
	d.copies.Hide()
	d.sheet.Allow(false)
}
