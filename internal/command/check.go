package command

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
)

func (a *app) checkCommand() *cobra.Command {
	c := a.command("check", "read", func(c *cobra.Command, _ []string) error {
		return a.check(c.Context(), a.Out)
	})
	c.Args = a.count(0, 0)
	return c
}

// check writes what a person should look at.
func (a *app) check(ctx context.Context, w io.Writer) error {
	l, err := a.recorded(ctx)
	if err != nil {
		return err
	}
	a.naming = l.AsOf(a.global.day)
	found := landscape.Check(l, a.global.day)
	if a.global.json {
		err = writeJSON(w, a.findingsJSON(found))
	} else {
		err = a.writeFindings(w, found)
	}
	if err == nil && len(found) > 0 {
		err = errFound
	}
	return err
}

func (a *app) findingsJSON(found []landscape.Finding) []members {
	items := make([]members, len(found))
	for i, f := range found {
		items[i] = members{{"code", f.Code}, {"subject", f.Subject()}, {"field", orNull(f.Field)}, {"text", a.finding(f)}}
	}
	return items
}

// checked are the findings of check in the order in which they are told, the
// gravest first.
var checked = []landscape.Code{
	landscape.OwnerEnded, landscape.NoOwner, landscape.NoSource, landscape.NoDocument, landscape.DoubleName,
	landscape.DoubleLink, landscape.HasEnded, landscape.Unreachable, landscape.Unfindable,
}

// writeFindings tells the findings by what they have in common.
func (a *app) writeFindings(w io.Writer, found []landscape.Finding) error {
	if len(found) == 0 {
		return a.answer("check.none")
	}
	for _, code := range checked {
		var lines []string
		for _, f := range found {
			if f.Code == code {
				lines = append(lines, "  - "+a.finding(f))
			}
		}
		if len(lines) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s (%d)\n", a.say.T("check."+string(code)), len(lines)); err != nil {
			return err
		}
		for _, line := range lines {
			fmt.Fprintln(w, line)
		}
		fmt.Fprintln(w)
	}
	_, err := fmt.Fprintln(w, a.say.N("check.total", len(found)))
	return err
}
