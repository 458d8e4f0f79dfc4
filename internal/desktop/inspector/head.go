package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// drawHead shows what the item is, its name, how it stands, and what one can
// do with it.
func (p *Pane) drawHead() {
	n := p.shown.Node
	p.rows.Add(kit.Pad(kit.Space2, kit.Tight(kit.Kind(kit.KindText(p.words, n)))))
	spec, err := landscape.FieldSpecOf(n.Type, landscape.Name)
	if err == nil {
		p.addField(spec, kit.Tight(kit.Section(n.Name())))
	}
	if marks := p.marks(); len(marks) > 0 {
		p.rows.Add(kit.Inset(kit.Flow(marks...)))
	}
	if why := p.state.WhyNot(); why != "" {
		p.rows.Add(kit.Secondary(why))
	}
	p.rows.Add(kit.Inset(kit.Flow(p.doing()...)))
	p.rows.Add(kit.Divider())
}

// marks are the status and the themes.
func (p *Pane) marks() []fyne.CanvasObject {
	n := p.shown.Node
	var marks []fyne.CanvasObject
	switch n.Type {
	case landscape.Initiative:
		marks = append(marks, kit.StatusMark(p.words, n, p.state.Day))
	case landscape.Bottleneck:
		marks = append(marks, kit.StateMark(p.words, p.shown.State))
	case landscape.Action:
		marks = append(marks, kit.Mark("agenda", prose.ListName(p.words, n.Get(landscape.List)), kit.Ink2))
	}
	if n.Type == landscape.Theme {
		return append(marks, kit.NewBadge(n.Number(), false))
	}
	numbers, inferred := answers.ThemesOf(p.state.Seen, n.ID)
	if len(numbers) > 0 {
		slices.Sort(numbers)
		marks = append(marks, kit.Badges(numbers, func(i int) bool { return inferred[i] }))
	}
	return marks
}

// doing are the buttons that lead to where one works on the item.
func (p *Pane) doing() []fyne.CanvasObject {
	t, n := p.words.T, p.shown.Node
	goTo := func(key string, view kit.ViewID) fyne.CanvasObject {
		return kit.NewQuiet(t(key), func() { p.host.Open(kit.Place{View: view, Item: n.ID}) })
	}
	var all []fyne.CanvasObject
	switch n.Type {
	case landscape.Bottleneck:
		if !p.state.Reads() {
			all = append(all, kit.NewQuiet(t("inspect.place"), func() {
				answers.Place(p.host, answers.Placing{Subject: answers.Subject{Item: n.ID}}, nil)
			}))
		}
		all = append(all, goTo("inspect.to-bottlenecks", kit.BottleneckView), goTo("inspect.to-overlap", kit.OverlapView))
	case landscape.Initiative:
		all = append(all, goTo("inspect.to-overlap", kit.OverlapView), goTo("inspect.to-map", kit.MapView))
	case landscape.Action:
		all = append(all, goTo("inspect.to-agenda", kit.AgendaView), goTo("inspect.to-overlap", kit.OverlapView))
	case landscape.Item, landscape.Meeting:
		all = append(all, goTo("inspect.to-agenda", kit.AgendaView))
	case landscape.Organisation, landscape.Theme:
		all = append(all, goTo("inspect.to-map", kit.MapView))
	}
	return append(all, kit.NewQuiet(t("inspect.copy"), p.copy))
}
