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
	"snijvlak/internal/store"
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
	code := command.Run(ctx, command.System(store.UserFiles(), drawer{}, version), os.Args[1:])
	stop()
	os.Exit(code)
}

// layOut makes this process the layout engine of another.
func layOut() {
	if err := figure.RunChild(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
