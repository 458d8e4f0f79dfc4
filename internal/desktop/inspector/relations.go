package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// mostOpen is up to how many rows a group stands open by itself; mostRows is
// how many it shows before one asks for all.
const mostOpen, mostRows = 5, 12

func capital(s string) string { return prose.Capital(s) }

// fold is a heading that opens and closes what is under it.
func (p *Pane) fold(key, text string, open bool, fill func()) {
	if chosen, ok := p.open[key]; ok {
		open = chosen
	}
	icon := "right"
	if open {
		icon = "down"
	}
	arrow := container.NewCenter(kit.Picture(kit.NewIcon(icon).In(kit.Ink2), 16))
	card := p.row(container.NewBorder(nil, nil, nil, arrow, kit.Tight(kit.Strong(text))))
	card.OnTapped = func() {
		p.open[key] = !open
		p.draw()
		p.focusFold(key)
	}
	card.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyRight && !open || e.Name == fyne.KeyLeft && open {
			card.OnTapped()
			return true
		}
		return false
	}
	p.fields = append(p.fields, fieldRow{landscape.Field(key), card})
	p.rows.Add(card)
	if open {
		fill()
	}
}

func (p *Pane) focusFold(key string) { p.focusField(landscape.Field(key)) }

// drawGroups shows the relations, and the documents it all rests on.
func (p *Pane) drawGroups() {
	p.rows.Add(kit.Divider())
	for _, g := range groups(p.shown) {
		p.fold(g.key, p.count(g.key, len(g.relations)), len(g.relations) <= mostOpen, func() { p.relations(g) })
	}
	p.drawOther()
	if found := sources(p.shown); len(found) > 0 {
		p.fold("inspect.sources", p.count("inspect.sources", len(found)), false, func() {
			for _, s := range found {
				p.item(s.document, strings.Join(s.sections, " · "), nil)
			}
		})
	}
}

func (p *Pane) count(key string, n int) string {
	return p.words.T("inspect.count", "Name", capital(p.words.T(key)), "N", n)
}

func (p *Pane) relations(g group) {
	all := p.open[g.key+".all"]
	for i, r := range g.relations {
		if i == mostRows && !all {
			p.rows.Add(kit.Inset(kit.Flow(kit.NewQuiet(p.words.N("inspect.more", len(g.relations)-i), func() {
				p.open[g.key+".all"] = true
				p.draw()
			}))))
			return
		}
		p.item(r.Other(p.shown.Node.ID), details(p.words, r), &r)
	}
}

// item is a row that leads to another item; of a relation it has a menu.
func (p *Pane) item(id landscape.ID, detail string, r *landscape.Relation) {
	n, ok := p.state.Seen.Node(id)
	if !ok {
		return
	}
	if n.Type == landscape.Initiative && !landscape.InForce(n, p.state.Day) {
		detail = join(kit.StatusText(p.words, n, p.state.Day), detail)
	}
	text := kit.Rows(0, kit.Body(n.ShortName()))
	if detail != "" {
		text.Add(kit.Secondary(detail))
	}
	row := beside(n, text)
	if r != nil {
		row = withButton(p.more(*r), row)
	} else if u := webPage(n); u != nil {
		open := kit.IconButton(kit.NewIcon("open").In(kit.Ink2), p.words.T("inspect.web"), func() { p.visit(u) })
		row = withButton(open, row)
	}
	card := p.row(row)
	card.OnTapped = func() { p.host.Select(id) }
	if r != nil {
		card.OnMenu = func(at fyne.Position) { p.menu(*r, at) }
		card.OnKey = func(key *fyne.KeyEvent) bool {
			if key.Name != fyne.KeyF2 {
				return false
			}
			p.editRelation(*r)
			return true
		}
	}
	p.rows.Add(card)
}

// beside puts the drawing of an item before the first line of a text.
func beside(n *landscape.Node, text *fyne.Container) fyne.CanvasObject {
	icon := kit.Rows(0, kit.Gap(2), kit.Picture(kit.TypeIcon(n).In(kit.Ink2), 16))
	return container.NewBorder(nil, nil, container.NewHBox(icon, kit.Gap(0)), nil, kit.Tight(text))
}

// withButton puts a button behind a row, level with a row of one line.
func withButton(b, row fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, container.NewVBox(b),
		container.NewVBox(layout.NewSpacer(), row, layout.NewSpacer()))
}

func join(parts ...string) string {
	return strings.Join(filtered(parts, func(s string) bool { return s != "" }), " · ")
}

// more is the button with what one can do with a relation.
func (p *Pane) more(r landscape.Relation) fyne.CanvasObject {
	var b *kit.Button
	b = kit.IconButton(kit.NewIcon("more").In(kit.Ink2), p.words.T("inspect.relation.more"), func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		p.menu(r, at.AddXY(0, b.Size().Height))
	})
	return b
}

func (p *Pane) menu(r landscape.Relation, at fyne.Position) {
	t := p.words.T
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(t("inspect.open"), func() { p.host.Select(r.Other(p.shown.Node.ID)) }),
		fyne.NewMenuItem(t("inspect.relation.source"), func() { p.tellBasis(r) }),
	}
	if !p.state.Reads() && !decided(r.Link) {
		items = append(items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(t("inspect.relation.edit"), func() { p.editRelation(r) }),
			fyne.NewMenuItem(t("inspect.relation.end"), func() { p.endRelation(r) }),
			fyne.NewMenuItem(t("inspect.relation.remove"), func() { p.unlink(r) }))
	}
	if decided(r.Link) {
		items = append(items, fyne.NewMenuItem(t("inspect.to-agenda"), func() {
			p.host.Open(kit.Place{View: kit.AgendaView, Item: r.From})
		}))
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.host.Window().Canvas(), at)
}

// decided are the relations that follow from a move on the agenda.
func decided(link landscape.Link) bool {
	switch link {
	case landscape.HandledBy, landscape.TabledAt, landscape.Names, landscape.Follows:
		return true
	}
	return false
}

// tellBasis shows how a relation is known.
func (p *Pane) tellBasis(r landscape.Relation) {
	t := p.words.T
	text := prose.Joined(p.words, r, p.name)
	more := ""
	if text := details(p.words, r); text != "" {
		more = text + "\n"
	}
	kit.NewSheet(p.host.Window(), t("inspect.relation.source"), 520,
		kit.Rows(kit.Space1, kit.Strong(prose.Sentence(text)), kit.Body(more+basisText(p.words, p.name, r.Basis)), kit.Inset(p.pages(r.Basis))),
		kit.SheetButton{Text: t("window.close"), Primary: true}).Show(nil)
}
