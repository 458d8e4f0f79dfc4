package inspector

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// copy puts everything about the item on the clipboard, with its sources.
func (p *Pane) copy() {
	if p.shown.Node != nil {
		p.host.Copy(copied(p.words, p.name, p.shown, p.state.Day))
	}
}

// copied is an item as plain text, for a memo or a mail.
func copied(w *words.Words, name func(landscape.ID) string, s landscape.Shown, day landscape.Date) string {
	n := s.Node
	lines := []string{n.Name(), standing(w, s, day), ""}
	for _, spec := range landscape.FieldsOf(n.Type) {
		c, ok := n.Claim(spec.Field)
		if !ok || len(c.Values) == 0 || spec.Field == landscape.Name || spec.Field == landscape.AudienceOf {
			continue
		}
		text := strings.NewReplacer("\n• ", "; ", "• ", "").Replace(valuesText(w, name, spec, c.Values))
		lines = append(lines, prose.Capital(w.Or("field", string(spec.Field)))+": "+text+brackets(note(w, spec, c)))
	}
	for _, g := range groups(s) {
		lines = append(lines, "", prose.Capital(w.T(g.key))+":")
		for _, r := range g.relations {
			lines = append(lines, "- "+name(r.Other(n.ID))+brackets(details(w, r)))
		}
	}
	if found := sources(s); len(found) > 0 {
		lines = append(lines, "", prose.Capital(w.T("inspect.sources"))+":")
		for _, o := range found {
			lines = append(lines, "- "+name(o.document)+brackets(strings.Join(o.sections, "; ")))
		}
	}
	return strings.Join(append(lines, "", w.T("answers.copy.day", "Day", w.Date(day)), ""), "\n")
}

// standing is what it is and how it stands.
func standing(w *words.Words, s landscape.Shown, day landscape.Date) string {
	text := kit.KindText(w, s.Node)
	switch s.Node.Type {
	case landscape.Initiative:
		text += ", " + kit.StatusText(w, s.Node, day)
	case landscape.Bottleneck:
		text += ", " + w.T("state."+string(s.State))
	}
	return prose.Capital(text)
}

func brackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}
