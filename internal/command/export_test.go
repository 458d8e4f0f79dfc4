package command

import (
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/words"
)

// Commands gives every command that does something, and whether it changes.
func Commands(env Env) map[string]bool {
	a := &app{Env: env, say: words.In("nl")}
	all := map[string]bool{}
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			walk(sub)
		}
		if c.HasParent() && c.Annotations[changes] == "" && c.HasSubCommands() && c.Name() != "overlap" {
			return // only leads to others
		}
		all[strings.TrimPrefix(c.CommandPath(), "snijvlakctl ")] = c.Annotations[changes] != ""
	}
	for _, c := range a.root().Commands() {
		walk(c)
	}
	return all
}
