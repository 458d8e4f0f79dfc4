package agendaview

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// noteFields are the fields of a cover note, in its order.
var noteFields = []landscape.Field{
	landscape.Requested, landscape.Occasion, landscape.Dilemma, landscape.LiesWith, landscape.Advice, landscape.Consequences,
}

// coverNote lets a person fill in the cover note of an item.
func (v *View) coverNote(item *landscape.Node) {
	t := v.words.T
	if !v.may() {
		return
	}
	treatment := kit.NewChoice(landscape.Treatments, func(v string) string { return prose.Capital(t("treatment." + v)) }, nil)
	treatment.Set(item.Get(landscape.Treatment))
	rows := kit.Rows(kit.Space2, kit.Body(item.Name()), kit.Field(t("board.field.treatment"), treatment.Select, ""))
	areas := map[landscape.Field]*kit.Entry{}
	for _, f := range noteFields {
		area := kit.NewArea(t("board.note."+string(f)+".hint"), 2)
		area.SetText(item.Get(f))
		areas[f] = area
		rows.Add(kit.Field(t("board.note."+string(f)), area, ""))
	}
	save := func() {
		set := []workspace.Assignment{}
		if chosen, ok := treatment.Value(); ok {
			set = append(set, workspace.Assignment{Field: landscape.Treatment, Values: []string{chosen}})
		}
		for _, f := range noteFields {
			set = append(set, assigned(f, areas[f].Text))
		}
		v.setNote(item.ID, set)
	}
	sheet := kit.NewSheet(v.host.Window(), t("board.note"), 680, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("board.keep"), Primary: true, Do: save})
	for _, a := range areas {
		a.OnDone = sheet.Confirm
	}
	sheet.Show(areas[landscape.Requested])
}

func assigned(f landscape.Field, text string) workspace.Assignment {
	a := workspace.Assignment{Field: f}
	if text = strings.TrimSpace(text); text != "" {
		a.Values = []string{text}
	}
	return a
}

func (v *View) setNote(id landscape.ID, set []workspace.Assignment) {
	ws := v.host.Workspace()
	v.host.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return ws.Set(l, id, set, workspace.When{}, workspace.Source{})
	}, nil)
}
