package answers

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Subject is what a question is about: an item that is there, or a text. A text
// comes on the bottleneck list as soon as something is recorded about it, in
// the same change.
type Subject struct {
	Item landscape.ID
	Text string
}

// name is the subject in a sentence.
func (s Subject) name(l *landscape.Landscape) string {
	if n, ok := l.Node(s.Item); ok {
		return n.Name()
	}
	return strings.TrimSpace(s.Text)
}

// placeable says whether the agenda has lists for it.
func (s Subject) placeable(l *landscape.Landscape) bool {
	n, ok := l.Node(s.Item)
	return !ok || n.Type == landscape.Bottleneck || n.Type == landscape.Action
}

// belonging is the field that asks where a text belongs; nil for an item.
type belonging struct{ *kit.Choice[landscape.ID] }

func (s Subject) belonging(w *words.Words, l *landscape.Landscape) *belonging {
	if s.Item != "" {
		return nil
	}
	b := &belonging{kit.NewChoice(ids(l, landscape.Theme, landscape.Ambition), namer(w, l), nil)}
	b.PlaceHolder = w.T("answers.choose")
	return b
}

// of is what was chosen; false where it was not and is needed.
func (b *belonging) of() (landscape.ID, bool) {
	if b == nil {
		return "", true
	}
	return b.Value()
}

// changing gives a change about the subject; then makes its edits on a
// landscape in which the subject is an item.
func (s Subject) changing(
	ws *workspace.Workspace, of landscape.ID, then func(*landscape.Landscape, landscape.ID) ([]landscape.Edit, error),
) workspace.Build {
	return func(l *landscape.Landscape) ([]landscape.Edit, error) {
		if s.Item != "" {
			return then(l, s.Item)
		}
		edits, id, err := ws.Add(l, NewBottleneck(s.Text, of))
		if err != nil {
			return nil, err
		}
		now, err := l.Apply(edits)
		if err != nil {
			return nil, err
		}
		if edits, err = then(now, id); err != nil {
			return nil, err
		}
		if now, err = now.Apply(edits); err != nil {
			return nil, err
		}
		return landscape.Diff(l, now), nil
	}
}

// NewBottleneck is a text as a new bottleneck of a theme or ambition.
func NewBottleneck(text string, of landscape.ID) workspace.Added {
	return workspace.Added{
		Type:      landscape.Bottleneck,
		Fields:    map[landscape.Field][]string{landscape.Name: {strings.TrimSpace(text)}},
		Relations: []landscape.Relation{{Link: landscape.BelongsTo, To: of}},
	}
}

// Made is the node of a type that an entry added, or empty.
func Made(e workspace.JournalEntry, t landscape.Type) landscape.ID {
	for _, edit := range e.Edits {
		if edit.Before == nil && edit.After != nil && edit.After.Node != nil && edit.After.Node.Type == t {
			return edit.After.Node.ID
		}
	}
	return ""
}

func ids(l *landscape.Landscape, types ...landscape.Type) []landscape.ID {
	var all []landscape.ID
	for _, n := range l.Nodes(types...) {
		all = append(all, n.ID)
	}
	return all
}

// namer names a node in a list to choose from.
func namer(w *words.Words, land *landscape.Landscape) func(landscape.ID) string {
	return func(id landscape.ID) string {
		n, ok := land.Node(id)
		switch {
		case !ok:
			return string(id)
		case n.Type == landscape.Theme:
			return w.T("answers.theme", "Number", n.Number(), "Name", n.Name())
		}
		return n.Name()
	}
}

// Pickables are items to pick from, by their short name, with the full name
// where that is another.
func Pickables(w *words.Words, l *landscape.Landscape, keep func(*landscape.Node) bool, types ...landscape.Type) []kit.Pickable[landscape.ID] {
	var all []kit.Pickable[landscape.ID]
	for _, n := range l.Nodes(types...) {
		if keep != nil && !keep(n) {
			continue
		}
		detail := kit.KindText(w, n)
		if n.Name() != n.ShortName() {
			detail += " · " + n.Name()
		}
		all = append(all, kit.Pickable[landscape.ID]{Value: n.ID, Text: n.ShortName(), Detail: detail})
	}
	return all
}
