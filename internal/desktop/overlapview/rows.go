package overlapview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
)

// sentence is the verdict with what it means.
func (v *View) sentence(a *shownAnswer) fyne.CanvasObject {
	text := kit.Strong(v.words.T("asking.verdict."+string(a.answer.Verdict), "Tables", a.tables))
	icon := kit.Picture(kit.NewIcon(string(a.answer.Verdict)).In(kit.Ink), 20)
	return kit.Bar([]fyne.CanvasObject{icon, kit.Plain(text)}, kit.FlatButton(v.words.T("asking.copy"), v.copy))
}

// below is what stands under the cards: more of them, and what else to do.
func (v *View) below(more int) fyne.CanvasObject {
	var left []fyne.CanvasObject
	if more > 0 {
		left = append(left, kit.FlatButton(v.words.N("asking.more", more), func() {
			v.all = true
			v.show(v.shown)
		}))
	}
	if v.host.State().Reads() {
		return kit.Bar(left)
	}
	list := kit.NewButton(v.words.T("asking.to-list"), v.toList)
	stock := kit.NewButton(v.words.T("asking.to-stock"), v.toStock)
	if v.item != "" {
		list.Hide()
	}
	return kit.Bar(left, list, stock)
}
