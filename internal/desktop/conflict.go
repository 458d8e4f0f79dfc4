package desktop

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// showConflict shows what someone else made of a record beside what one wanted
// to make of it, and asks which it is to be.
func (w *Window) showConflict(r request, c *workspace.Conflict) {
	theirs := w.state.Land.Record(c.Key)
	mine, err := w.wanted(r, c)
	t := w.words.T
	buttons := []kit.SheetButton{{Text: t("window.conflict.keep-theirs"), Primary: err != nil}}
	own := t("window.conflict.lost")
	if err == nil {
		own = w.recordText(mine, theirs)
		buttons = append(buttons,
			kit.SheetButton{Text: t("window.conflict.copy-mine"), Do: func() { w.Copy(w.recordText(mine, nil)) }},
			kit.SheetButton{Text: t("window.conflict.take-mine"), Primary: true, Do: func() { w.change(r) }})
	}
	both := container.NewGridWithColumns(2,
		version(t("window.conflict.theirs", "Author", c.Later.Author), w.recordText(theirs, before(c))),
		version(t("window.conflict.mine"), own))
	lead := kit.Body(t("window.conflict.text", "Author", c.Later.Author, "Time", w.clock(c.Later.At)))
	content := kit.Rows(kit.Space3, lead, kit.Strong(w.subject(c.Key)), both)
	kit.NewSheet(w.win, t("window.conflict.title"), 720, content, buttons...).Show(nil)
	trace("conflict shown")
}

// before is the record as it was until the other changed it.
func before(c *workspace.Conflict) *landscape.Record {
	for _, e := range c.Later.Edits {
		if e.Key == c.Key {
			return e.Before
		}
	}
	return nil
}

// wanted is the record as the change would make it on what there is now; nil
// where it would take it away, an error where the change can no longer be made.
func (w *Window) wanted(r request, c *workspace.Conflict) (*landscape.Record, error) {
	edits, err := r.build(w.state.Land)
	if err != nil {
		return nil, err
	}
	for _, e := range edits {
		if e.Key == c.Key {
			return e.After, nil
		}
	}
	return nil, landscape.ErrConflict
}

func version(title, text string) fyne.CanvasObject {
	return kit.NewCard(kit.Rows(kit.Space1, kit.Strong(title), kit.Body(text)))
}

// recordText is a record in lines: what differs from the other, or all of it
// where there is no other.
func (w *Window) recordText(r, other *landscape.Record) string {
	if r == nil {
		return w.words.T("window.conflict.gone")
	}
	lines, besides := w.recordLines(r), w.recordLines(other)
	var shown []string
	for _, line := range lines {
		if other == nil || !slices.Contains(besides, line) {
			shown = append(shown, line)
		}
	}
	if len(shown) == 0 {
		return w.words.T("window.conflict.same")
	}
	return strings.Join(shown, "\n")
}

func (w *Window) recordLines(r *landscape.Record) []string {
	switch {
	case r == nil:
		return nil
	case r.Node != nil:
		return w.nodeLines(r.Node)
	}
	lines := []string{prose.Joined(w.words, *r.Relation, w.names())}
	for _, part := range []struct{ key, value string }{
		{"detail.extent", r.Relation.Extent},
		{"detail.remainder", r.Relation.Remainder},
		{"detail.stage", w.valueOf("stage", r.Relation.Stage)},
		{"detail.grade", w.valueOf("grade", r.Relation.Grade)},
		{"detail.why", r.Relation.Reason},
		{"detail.start", r.Relation.Start.String()},
		{"detail.end", r.Relation.End.String()},
	} {
		if part.value != "" {
			lines = append(lines, prose.Capital(w.words.T(part.key))+": "+part.value)
		}
	}
	return lines
}

func (w *Window) nodeLines(n *landscape.Node) []string {
	var lines []string
	for _, spec := range landscape.FieldsOf(n.Type) {
		var values []string
		for _, v := range n.All(spec.Field) {
			values = append(values, w.valueOf(string(spec.Field), v))
		}
		if len(values) > 0 {
			lines = append(lines, prose.Capital(w.words.Or("field", string(spec.Field)))+": "+strings.Join(values, "; "))
		}
	}
	return lines
}

func (w *Window) valueOf(prefix, value string) string {
	if value == "" {
		return ""
	}
	return w.words.Or(prefix, value)
}
