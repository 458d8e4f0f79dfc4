// Command snijvlak is the desktop program: it wires the parts together and
// runs, nothing else.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"runtime/debug"

	"snijvlak/internal/desktop"
	"snijvlak/internal/figure"
	"snijvlak/internal/store"
)

// version is that of FyneApp.toml; a release sets it when it links.
var version = "0.1.0"

func main() {
	if len(os.Args) == 2 && os.Args[1] == figure.ChildArg {
		layOut()
		return
	}
	debug.SetGCPercent(50) // it stays open all day: memory matters more than the collector's time
	lang := flag.String("lang", os.Getenv("SNIJVLAK_LANG"), "nl|en")
	flag.Parse()
	desktop.Run(desktop.Config{
		Path:    cmp.Or(flag.Arg(0), os.Getenv("SNIJVLAK_FILE")),
		Make:    flag.NArg() == 0,
		Author:  os.Getenv("SNIJVLAK_AUTHOR"),
		Lang:    *lang,
		Version: version,
		Files:   store.UserFiles(),
		Data:    data{},
		Layout:  figure.Place,
		Render:  figure.Render,

		Handbook: handbook,
	})
}

// layOut makes this process the layout engine of another.
func layOut() {
	if err := figure.RunChild(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
