package command

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
)

func (a *app) exportCommand() *cobra.Command {
	c := a.command("export", "file", func(c *cobra.Command, args []string) error {
		return a.export(c.Context(), args[0], given(c, "as-of"))
	})
	c.Args = a.count(1, 1)
	c.ValidArgsFunction = nil
	return c
}

// export writes the landscape to a file. It is a full copy, history included,
// unless --for or --as-of cuts it down.
func (a *app) export(ctx context.Context, path string, onDay bool) error {
	write, err := a.writer(path)
	if err != nil {
		return err
	}
	l, err := a.recorded(ctx)
	if err != nil {
		return err
	}
	if onDay {
		l = l.AsOf(a.global.day)
	}
	head, err := a.headHash(ctx)
	if err != nil {
		return err
	}
	label := exchange.Label{Head: head, Audience: a.global.sees}
	if err := a.replace(path, func(w io.Writer) error { return write(w, l, label) }); err != nil {
		return err
	}
	nodes, relations := l.Len()
	if a.global.json {
		return writeLine(a.Out, members{{"file", path}, {"nodes", nodes}, {"relations", relations}})
	}
	return a.answer("export.done", "File", path, "Nodes", nodes, "Relations", relations)
}

type writeFile func(io.Writer, *landscape.Landscape, exchange.Label) error

// writer finds the form of a file by its extension.
func (a *app) writer(path string) (writeFile, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
		return exchange.WriteJSON, nil
	case ".yaml", ".yml":
		return exchange.WriteYAML, nil
	}
	return nil, a.wrong("wrong.extension", "File", path, "All", ".json, .yaml, .yml")
}

// headHash is the hash of the entry that the export is of.
func (a *app) headHash(ctx context.Context) (string, error) {
	if a.global.seq == 0 {
		return a.ws.Head().Hash, nil
	}
	entries, err := a.ws.Journal(ctx, a.global.seq)
	if err != nil || len(entries) == 0 {
		return "", err
	}
	return entries[0].Hash, nil
}
