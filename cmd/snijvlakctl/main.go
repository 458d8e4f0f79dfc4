// Command snijvlakctl is Snijvlak on the command line: it wires the parts
// together and runs, nothing else. It needs no cgo and no display.
package main

import (
	"context"
	"os"
	"os/signal"

	"snijvlak/internal/command"
	"snijvlak/internal/landscape"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// version is that of FyneApp.toml; a release sets it when it links.
var version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := command.Run(ctx, command.System(files{}, noDrawer{}, version), os.Args[1:])
	stop()
	os.Exit(code)
}

// files are landscape files as bbolt keeps them.
type files struct{}

func (files) Create(ctx context.Context, path string, first workspace.Commit) error {
	return bolt.Create(ctx, path, first)
}

func (files) Open(path string) (workspace.Repository, error) { return bolt.Open(path) }

// noDrawer stands in until the figure is wired.
type noDrawer struct{}

func (noDrawer) Draw(context.Context, *landscape.Landscape, command.Request) ([][]byte, error) {
	return nil, command.ErrNoDrawer
}
