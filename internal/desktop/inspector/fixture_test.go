package inspector

import (
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

var why workspace.Why

func addedAction() workspace.Added {
	return workspace.Added{
		Type: landscape.Action,
		Fields: map[landscape.Field][]string{
			landscape.Name: {"Een landelijk meldpunt"}, landscape.List: {landscape.Stock}, landscape.MovedOn: {"2026-11-01"},
		},
		Relations: []landscape.Relation{{Link: landscape.Resolves, To: "t1-1"}},
	}
}
