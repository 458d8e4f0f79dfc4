package command

import (
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// completeID lets the tab key complete ids, with the names beside them. It
// never makes a file, and says nothing when there is none.
func (a *app) completeID(c *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	path, _, err := a.path()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	repo, err := a.Files.Open(path)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ws, err := workspace.Open(c.Context(), repo, program, workspace.WithClock(a.Now))
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var found []string
	for _, n := range ws.Landscape().AsOf(landscape.DateOf(a.Now())).Nodes() {
		if strings.HasPrefix(string(n.ID), begun) {
			found = append(found, string(n.ID)+"\t"+n.ShortName())
		}
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}

// completeEnds completes FROM RELATION TO.
func (a *app) completeEnds(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 1 {
		return names(allLinks()), cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeID(c, args, begun)
}
