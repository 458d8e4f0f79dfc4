package journalview

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// most is how many changed records are shown of one entry.
const most = 40

// records shows what each record was and became; a click shows it.
func (v *View) records(rows *fyne.Container, e workspace.JournalEntry, name prose.Namer) {
	if len(e.Edits) > 0 {
		rows.Add(kit.Strong(v.words.N("history.records", len(e.Edits))))
	}
	for i, edit := range e.Edits {
		if i == most {
			rows.Add(kit.Secondary(v.words.N("history.more-records", len(e.Edits)-most)))
			return
		}
		one := kit.NewCard(kit.Pad(kit.Space1, kit.Tight(v.record(edit, name))))
		one.OnTapped = func() { v.host.Inspect(subject(edit)) }
		rows.Add(one)
	}
}

// record says what happened to one record, and of a changed one each value
// before and after.
func (v *View) record(edit landscape.Edit, name prose.Namer) *fyne.Container {
	rows := kit.Rows(kit.Space1, kit.Body(title(v, edit, name)))
	if edit.Before == nil || edit.After == nil {
		return rows
	}
	for _, d := range prose.Differences(v.words, edit) {
		rows.Add(kit.Secondary(v.words.T("history.was", "Field", prose.Capital(d.Label), "Text", v.orNone(d.Old))))
		rows.Add(kit.Secondary(v.words.T("history.became", "Field", prose.Capital(d.Label), "Text", v.orNone(d.New))))
	}
	return rows
}

// title says of a record what happened to it.
func title(v *View, edit landscape.Edit, name prose.Namer) string {
	return prose.Capital(prose.Edits(v.words, []landscape.Edit{edit}, name))
}

func (v *View) orNone(text string) string {
	if text == "" {
		return v.words.T("history.nothing")
	}
	return text
}

// subject is the node that an edit is about, or the one its relation leaves.
func subject(e landscape.Edit) landscape.ID {
	for _, r := range []*landscape.Record{e.After, e.Before} {
		switch {
		case r == nil:
		case r.Node != nil:
			return r.Node.ID
		default:
			return r.Relation.From
		}
	}
	return ""
}
