package command

import (
	"strings"

	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	c := a.command("completion", "help", func(c *cobra.Command, args []string) error {
		root := c.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(a.Out, true)
		case "zsh":
			return root.GenZshCompletion(a.Out)
		case "fish":
			return root.GenFishCompletion(a.Out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(a.Out)
		}
		return a.wrong("wrong.shell", "Value", args[0], "All", strings.Join(shells, ", "))
	})
	c.Args = a.count(1, 1)
	c.ValidArgs = shells
	c.ValidArgsFunction = nil
	return c
}
