package command

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"snijvlak/internal/landscape"
)

// helpWidth is where the texts of options are wrapped.
const helpWidth = 100

// help is cobra's help function; help that was asked for is an answer.
func (a *app) help(c *cobra.Command, _ []string) { a.writeHelp(a.Out, c) }

func (a *app) writeHelp(w io.Writer, c *cobra.Command) {
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", c.Long, a.say.T("help.usage"), useLine(a, c))
	if c.Example != "" {
		fmt.Fprintf(w, "\n%s\n%s\n", a.say.T("help.examples"), indent(c.Example))
	}
	a.writeCommands(w, c)
	if c.HasAvailableLocalFlags() && c.HasParent() {
		fmt.Fprintf(w, "\n%s\n%s", a.say.T("help.options"), c.LocalFlags().FlagUsagesWrapped(helpWidth))
	}
	fmt.Fprintf(w, "\n%s\n%s", a.say.T("help.global"), c.Root().PersistentFlags().FlagUsagesWrapped(helpWidth))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", a.say.T("help.more", "Command", c.CommandPath()))
	}
}

func useLine(a *app, c *cobra.Command) string {
	if !c.HasParent() {
		return c.Use + " " + a.say.T("help.command")
	}
	return useOf(c)
}

func (a *app) writeCommands(w io.Writer, c *cobra.Command) {
	if c.HasParent() {
		a.writeGroup(w, c, "", a.say.T(partsOf(c)))
		return
	}
	for _, g := range c.Groups() {
		a.writeGroup(w, c, g.ID, g.Title)
	}
}

// partsOf is the heading of what stands below a command: types, or commands.
func partsOf(c *cobra.Command) string {
	if c.Name() == "add" {
		return "help.types"
	}
	return "help.parts"
}

func (a *app) writeGroup(w io.Writer, c *cobra.Command, group, title string) {
	var lines []string
	for _, sub := range c.Commands() {
		if sub.GroupID == group && sub.IsAvailableCommand() {
			lines = append(lines, fmt.Sprintf("  %-14s %s", sub.Name(), sub.Short))
		}
	}
	if len(lines) > 0 {
		fmt.Fprintf(w, "\n%s\n%s\n", title, strings.Join(lines, "\n"))
	}
}

func indent(s string) string { return "  " + strings.ReplaceAll(s, "\n", "\n  ") }

// helpCommand is `help COMMAND`, the same as `COMMAND --help`.
func (a *app) helpCommand() *cobra.Command {
	return a.command("help", "help", func(c *cobra.Command, args []string) error {
		found, rest, err := c.Root().Find(args)
		if err != nil || found == nil || len(rest) > 0 {
			return a.unknownCommand(c.Root(), strings.Join(args, " "))
		}
		a.writeHelp(a.Out, found)
		return nil
	})
}

// flagError says in the chosen language what pflag found wrong.
func (a *app) flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	var badSyntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return a.unknownOption(c, "-"+unknown.GetSpecifiedShortnames(), "")
	case errors.As(err, &unknown):
		return a.unknownOption(c, "--"+unknown.GetSpecifiedName(), unknown.GetSpecifiedName())
	case errors.As(err, &noValue):
		return a.wrong("wrong.no-value", "Option", "--"+noValue.GetFlag().Name)
	case errors.As(err, &badValue):
		return a.wrong("wrong.value", "Option", "--"+badValue.GetFlag().Name, "Value", badValue.GetValue())
	case errors.As(err, &badSyntax):
		return a.unknownOption(c, badSyntax.GetSpecifiedFlag(), "")
	}
	return a.wrong("wrong.options", "Command", c.CommandPath())
}

// unknownOption names the options there are: the nearest, or all of them.
func (a *app) unknownOption(c *cobra.Command, option, name string) error {
	var all []landscape.ID
	c.LocalFlags().VisitAll(func(f *pflag.Flag) { all = append(all, landscape.ID(f.Name)) })
	near := landscape.Nearest(landscape.ID(name), all, 3)
	ofType := c.HasParent() && c.Parent().Name() == "add" // where each type has its own
	switch {
	case len(near) > 0 && ofType:
		return a.wrong("wrong.option-both", "Option", option, "Command", c.CommandPath(), "Near", dashed(near), "All", dashed(all))
	case len(near) > 0:
		return a.wrong("wrong.option-near", "Option", option, "Command", c.CommandPath(), "Near", dashed(near))
	case len(all) > 0:
		return a.wrong("wrong.option-of", "Option", option, "Command", c.CommandPath(), "All", dashed(all))
	}
	return a.wrong("wrong.option", "Option", option, "Command", c.CommandPath())
}

func dashed(ids []landscape.ID) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = "--" + string(id)
	}
	return strings.Join(texts, ", ")
}
