package command

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func (a *app) termCommand() *cobra.Command {
	c := a.command("term", "change", func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.wrong("wrong.term-what")
		}
		return a.unknownCommand(c, args[0])
	})
	c.Args = cobra.ArbitraryArgs
	c.AddCommand(a.termListCommand(), a.termAddCommand(), a.termRemoveCommand())
	return c
}

// termPart makes a command below term.
func (a *app) termPart(name string, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{RunE: run}
	a.describe(c, name, "cmd.term."+name)
	return c
}

func (a *app) termListCommand() *cobra.Command {
	c := a.termPart("list", func(c *cobra.Command, _ []string) error { return a.termList(c.Context(), a.Out) })
	c.Args = a.count(0, 0)
	return c
}

// termList writes the user's own words.
func (a *app) termList(ctx context.Context, w io.Writer) error {
	l, err := a.view(ctx)
	if err != nil {
		return err
	}
	v := &look{Landscape: l, day: a.global.day, say: a.say}
	terms := l.Nodes(landscape.Term)
	if a.global.json {
		return writeJSON(w, v.items(terms, columnsOf(landscape.Term)))
	}
	if len(terms) == 0 {
		a.tell("%s", a.say.T("term.none"))
		return nil
	}
	t := table{heads: []string{a.say.T("col.id"), a.say.T("col.sense"), a.say.T("col.words")}}
	for _, n := range terms {
		t.rows = append(t.rows, []string{string(n.ID), a.senseOf(n), strings.Join(n.All(landscape.Words), ", ")})
	}
	return t.write(w, a.Width)
}

// senseOf says how the words of a term belong together, and whether it takes
// that away.
func (a *app) senseOf(n *landscape.Node) string {
	sense := n.Get(landscape.Sense)
	if sense == "" {
		sense = workspace.Same
	}
	text := a.say.Or("sense", sense)
	if n.Flag(landscape.Suppress) {
		return a.say.T("term.suppressed", "Sense", text)
	}
	return text
}

func (a *app) termAddCommand() *cobra.Command {
	var sense string
	var suppress bool
	c := changing(a.termPart("add", func(c *cobra.Command, args []string) error {
		t, err := a.ownTerm(args, sense, suppress)
		if err != nil {
			return err
		}
		return a.termAdd(c.Context(), t)
	}))
	c.Args = a.count(1, -1)
	c.Flags().StringVar(&sense, "sense", "", a.optionText("opt.term.sense", "sense", workspace.Senses()))
	c.Flags().BoolVar(&suppress, "suppress", false, a.say.T("opt.term.suppress"))
	return c
}

// ownTerm reads words with what joins them.
func (a *app) ownTerm(args []string, sense string, suppress bool) (workspace.OwnTerm, error) {
	t := workspace.OwnTerm{Sense: workspace.Same, Suppress: suppress}
	if sense != "" {
		var err error
		if t.Sense, err = a.choice("--sense", "sense", workspace.Senses(), sense); err != nil {
			return t, err
		}
	}
	for _, arg := range args {
		word, err := a.entered(a.fieldName(landscape.Words), arg, false)
		switch {
		case err != nil:
			return t, err
		case word != "":
			t.Words = append(t.Words, word)
		}
	}
	if len(t.Words) == 0 || len(t.Words) == 1 && !suppress {
		return t, a.wrong("wrong.term-words")
	}
	return t, nil
}

func (a *app) termAdd(ctx context.Context, t workspace.OwnTerm) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	var id landscape.ID
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) (edits []landscape.Edit, err error) {
		edits, id, err = ws.AddTerm(l, t)
		return edits, err
	})
	return a.finish(entry, err, member{"id", id})
}

func (a *app) termRemoveCommand() *cobra.Command {
	c := changing(a.termPart("remove", func(c *cobra.Command, args []string) error {
		return a.termRemove(c.Context(), args[0])
	}))
	c.Args = a.count(1, 1)
	return c
}

// termRemove takes a term away, by its id or by one of its words.
func (a *app) termRemove(ctx context.Context, typed string) error {
	if err := a.noBSN(typed); err != nil {
		return err
	}
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	var id landscape.ID
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		if id, err = a.termNamed(l, typed); err != nil {
			return nil, err
		}
		return ws.Remove(l, id, workspace.When{}, workspace.Source{})
	})
	return a.finish(entry, err, member{"id", id})
}

// termNamed finds the one term that was meant.
func (a *app) termNamed(l *landscape.Landscape, typed string) (landscape.ID, error) {
	if n, ok := l.Node(idOf(typed)); ok && n.Type == landscape.Term {
		return n.ID, nil
	}
	var found []landscape.ID
	for _, n := range l.Nodes(landscape.Term) {
		for _, word := range n.All(landscape.Words) {
			if strings.EqualFold(word, strings.TrimSpace(typed)) {
				found = append(found, n.ID)
				break
			}
		}
	}
	switch len(found) {
	case 0:
		return "", a.wrong("wrong.term-none", "Word", shown(typed))
	case 1:
		return found[0], nil
	}
	return "", a.wrong("wrong.term-which", "Word", shown(typed), "IDs", strings.Join(names(found), ", "))
}
