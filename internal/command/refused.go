package command

import (
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/prose"
)

// refused says which rules of the work agenda stand in the way, each on a line
// of its own with what to type against it.
func (a *app) refused(e *agenda.Refused) *problem {
	l := a.ws.Landscape()
	lines := make([]string, len(e.Refusals))
	for i, r := range e.Refusals {
		lines[i] = strings.TrimSpace(prose.Refusal(a.say, l, r) + " " + prose.Remedy(a.say, l, r))
	}
	return &problem{exitUse, strings.Join(lines, "\n")}
}
