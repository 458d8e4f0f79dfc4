package command

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func (a *app) initCommand() *cobra.Command {
	var from string
	var empty bool
	c := changing(a.command("init", "file", func(c *cobra.Command, _ []string) error {
		if given(c, "from") && empty {
			return a.wrong("wrong.both", "One", "--from", "Other", "--empty")
		}
		if given(c, "from") && from == "" {
			return a.wrong("wrong.no-value", "Option", "--from")
		}
		return a.initialise(c.Context(), a.Out, from, empty)
	}))
	c.Args = a.count(0, 0)
	c.Flags().StringVar(&from, "from", "", a.say.T("opt.init.from"))
	c.Flags().BoolVar(&empty, "empty", false, a.say.T("opt.init.empty"))
	return c
}

// initialise makes a landscape file of the shipped landscape, of a file, or
// without anything in it.
func (a *app) initialise(ctx context.Context, w io.Writer, from string, empty bool) error {
	path, named, err := a.path()
	if err != nil {
		return err
	}
	author, err := a.author()
	if err != nil {
		return err
	}
	l, source, err := a.beginning(from, empty)
	if err != nil {
		return err
	}
	if !named {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return a.cannotWrite(path, err)
		}
	}
	if err := a.create(ctx, path, l, author, source); err != nil {
		return a.notMade(path, err)
	}
	nodes, relations := l.Len()
	if a.global.json {
		return writeLine(w, members{{"file", path}, {"nodes", nodes}, {"relations", relations}, {"seq", 1}})
	}
	return a.answer("init.done", "File", path, "Nodes", nodes, "Relations", relations)
}

func (a *app) beginning(from string, empty bool) (*landscape.Landscape, string, error) {
	switch {
	case empty:
		return landscape.New(), "", nil
	case from != "":
		s, err := a.source(from)
		if err != nil {
			return nil, "", err
		}
		l, err := exchange.Read(s)
		return l, origin(filepath.Base(from), s.Data), err
	}
	return shipped()
}

// source reads a file that somebody made.
func (a *app) source(path string) (exchange.Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return exchange.Source{}, a.cannotRead(path, err)
	}
	defer f.Close()
	s, err := exchange.ReadAll(filepath.Base(path), f)
	if err != nil {
		return s, a.cannotRead(path, err)
	}
	s.Name = path
	return s, nil
}

// notMade says why a new file could not be made.
func (a *app) notMade(path string, err error) error {
	if errors.Is(err, workspace.ErrMissing) {
		return a.broken("file.no-such-folder", "File", path, "Folder", filepath.Dir(path))
	}
	return a.ofFile(path, err)
}
