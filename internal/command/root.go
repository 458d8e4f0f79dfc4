package command

import (
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
)

// groups are the headings of the list of commands.
var groups = []string{"read", "change", "agenda", "history", "file", "help"}

// mousetrap guards what cobra says to somebody who double-clicks the program.
var mousetrap sync.Mutex

// root builds the whole tree of commands.
func (a *app) root() *cobra.Command {
	mousetrap.Lock() // it is a variable of cobra, for all commands that run
	cobra.MousetrapHelpText = a.say.T("mousetrap")
	mousetrap.Unlock()
	root := &cobra.Command{
		Use: "snijvlakctl", SilenceErrors: true, SilenceUsage: true, DisableSuggestions: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              cobra.ArbitraryArgs,
		PersistentPreRunE: a.understand,
		RunE:              a.noCommand,
	}
	root.Short, root.Long, root.Example = a.say.T("cmd.short"), a.say.T("cmd.long"), a.say.T("cmd.example")
	a.addGlobals(root)
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(a.flagError)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	for _, g := range groups {
		root.AddGroup(&cobra.Group{ID: g, Title: a.say.T("group." + g)})
	}
	root.AddCommand(
		a.listCommand(), a.showCommand(), a.ownerCommand(), a.overlapCommand(), a.sweepCommand(), a.figureCommand(), a.checkCommand(),
		a.addCommand(), a.setCommand(), a.linkCommand(), a.unlinkCommand(), a.removeCommand(),
		a.judgeCommand(), a.termCommand(),
		a.moveCommand(), a.answerCommand(), a.meetingCommand(),
		a.journalCommand(), a.undoCommand(), a.redoCommand(), a.verifyCommand(), a.restoreCommand(),
		a.initCommand(), a.importCommand(), a.exportCommand(),
		a.completionCommand(), a.versionCommand(),
	)
	help := a.helpCommand()
	root.AddCommand(help)
	root.SetHelpCommand(help)
	return root
}

// command makes a command whose texts have the keys cmd.NAME.….
func (a *app) command(name, group string, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{GroupID: group, RunE: run}
	a.describe(c, name, "cmd."+name)
	return c
}

func (a *app) describe(c *cobra.Command, name, key string) {
	c.Use = name
	if a.say.Has(key + ".use") {
		c.Use += " " + a.say.T(key+".use")
	}
	c.Short, c.Long, c.Example = a.say.T(key+".short"), a.say.T(key+".long"), a.say.T(key+".example")
	c.Flags().SortFlags = false
	c.DisableFlagsInUseLine = true
	c.ValidArgsFunction = cobra.NoFileCompletions
}

// changing marks a command that writes.
func changing(c *cobra.Command) *cobra.Command {
	c.Annotations = map[string]string{changes: yes}
	return c
}

// count checks the number of arguments; most below 0 is any number.
func (a *app) count(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return a.wrong("wrong.too-few", "Use", useOf(c), "Command", c.CommandPath())
		case most >= 0 && len(args) > most:
			return a.wrong("wrong.too-many", "Use", useOf(c), "Command", c.CommandPath(), "Extra", strings.Join(args[most:], " "))
		}
		return nil
	}
}

// useOf is the line that shows how a command is written.
func useOf(c *cobra.Command) string {
	if !c.HasParent() {
		return c.Use
	}
	return c.Parent().CommandPath() + " " + c.Use
}

// noCommand answers a line without a command, or with an unknown one.
func (a *app) noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		a.writeHelp(a.Err, c)
		return a.wrong("wrong.no-command")
	}
	return a.unknownCommand(c, args[0])
}

func (a *app) unknownCommand(c *cobra.Command, name string) error {
	var all []landscape.ID
	for _, sub := range c.Commands() {
		all = append(all, landscape.ID(sub.Name()))
	}
	text := a.say.T("wrong.command", "Name", name)
	if near := landscape.Nearest(landscape.ID(strings.ToLower(name)), all, 3); len(near) > 0 {
		text += " " + a.say.T("wrong.command-near", "Near", strings.Join(names(near), ", "))
	}
	return &problem{exitUse, text + " " + a.say.T("wrong.command-help")}
}
