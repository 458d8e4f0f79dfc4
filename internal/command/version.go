package command

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	c := a.command("version", "help", func(*cobra.Command, []string) error {
		if a.global.json {
			return writeLine(a.Out, members{{"program", program}, {"version", a.Version}})
		}
		_, err := fmt.Fprintln(a.Out, program, a.Version)
		return err
	})
	c.Args = a.count(0, 0)
	return c
}
