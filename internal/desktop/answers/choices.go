package answers

import (
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// Choices are the equal buttons of every card: placed here, partly here, connect
// or raise, not the same. About gives the subject when one is pressed; done is
// called after something was recorded.
func Choices(host kit.Host, about func() Subject, done func(workspace.JournalEntry)) []Button {
	t := host.State().Words.T
	notSame := Button{t("answers.not-same"), func(c Told) { NotSame(host, about(), c.Node.ID, done) }}
	s := about()
	if !s.placeable(host.State().Land) {
		return []Button{notSame}
	}
	return []Button{
		{t("answers.here"), func(c Told) { Place(host, Placing{Subject: about(), By: c.Node.ID}, done) }},
		{t("answers.partly-here"), func(c Told) { Place(host, Placing{Subject: about(), By: c.Node.ID, Part: true}, done) }},
		{t("answers.connect"), func(c Told) { Connect(host, about(), done, c.Node) }},
		notSame,
	}
}

// Connect thinks of an action to bring the tables of a subject together.
func Connect(host kit.Host, s Subject, done func(workspace.JournalEntry), tables ...*landscape.Node) {
	state := host.State()
	w := prose.Candidates{Words: state.Words, Land: state.Land, Name: prose.Names(state.Land)}
	if n, ok := state.Land.Node(s.Item); ok && n.Type != landscape.Bottleneck {
		s = Subject{}
	}
	name := ""
	if len(tables) > 0 {
		name = state.Words.T("answers.connect.name", "Tables", w.Named(tables))
	}
	AddAction(host, name, s, done)
}
