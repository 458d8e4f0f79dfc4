package command

import (
	"context"

	"github.com/spf13/cobra"

	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

func (a *app) undoCommand() *cobra.Command {
	return a.takeBackCommand("undo", (*workspace.Workspace).Undo)
}

func (a *app) redoCommand() *cobra.Command {
	return a.takeBackCommand("redo", (*workspace.Workspace).Redo)
}

type takeBack func(*workspace.Workspace, context.Context) (workspace.JournalEntry, error)

func (a *app) takeBackCommand(name string, back takeBack) *cobra.Command {
	c := changing(a.command(name, "history", func(c *cobra.Command, _ []string) error {
		return a.takeBack(c.Context(), back)
	}))
	c.Args = a.count(0, 0)
	return c
}

// takeBack takes a change or an undo back, and names it.
func (a *app) takeBack(ctx context.Context, back takeBack) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	e, err := back(ws, ctx)
	if err != nil {
		return err
	}
	what := prose.Summary(a.say, e, prose.Names(ws.Landscape(), e))
	if a.global.json {
		return writeLine(a.Out, members{{"seq", e.Seq}, {"kind", e.Kind}, {"of", e.Of}, {"summary", what}})
	}
	return a.answer("changed", "What", prose.Capital(what), "Seq", e.Seq)
}
