// Command snijvlakctl is Snijvlak on the command line: it wires the parts
// together and runs, nothing else. It needs no cgo and no display.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"

	"snijvlak/internal/command"
	"snijvlak/internal/figure"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// version is that of FyneApp.toml; a release sets it when it links.
var version = "0.1.0"

func main() {
	debug.SetGCPercent(400) // a short life: memory matters less than the time to clean it up
	if len(os.Args) == 2 && os.Args[1] == figure.ChildArg {
		layOut()
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := command.Run(ctx, command.System(files{}, drawer{}, version), os.Args[1:])
	stop()
	os.Exit(code)
}

// files are landscape files as bbolt keeps them.
type files struct{}

func (files) Create(ctx context.Context, path string, first workspace.Commit) error {
	return bolt.Create(ctx, path, first)
}

func (files) Open(path string) (workspace.Repository, error) { return bolt.Open(path) }

// layOut makes this process the layout engine of another.
func layOut() {
	if err := figure.RunChild(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
