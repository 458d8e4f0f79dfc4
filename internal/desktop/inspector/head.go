package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// drawHead shows what the item is, its name, how it stands, and what one can
// do with it.
func (p *Pane) drawHead() {
	n := p.shown.Node
	p.rows.Add(container.New(layout.NewCustomPaddedLayout(kit.Space2, 0, kit.Space2, kit.Space2), kit.Tight(kit.Kind(kit.KindText(p.words, n)))))
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
	p.rows.Add(kit.Gap(kit.Space1))
	p.rows.Add(kit.Inset(p.doing()))
	p.rows.Add(kit.Gap(kit.Space1))
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
