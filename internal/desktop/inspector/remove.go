package inspector

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// mostNamed is how many relations the question names.
const mostNamed = 8

// remove asks whether the item may go, and names what goes with it.
func (p *Pane) remove() {
	t, n := p.words.T, p.shown.Node
	lines := goes(p, n.ID)
	rows := kit.Rows(kit.Space2, kit.Strong(n.Name()), kit.Body(p.words.N("inspect.delete.with", len(lines))))
	if len(lines) > mostNamed {
		lines = append(lines[:mostNamed:mostNamed], p.words.N("inspect.and-more", len(lines)-mostNamed))
	}
	if len(lines) > 0 {
		rows.Add(kit.Secondary("• " + strings.Join(lines, "\n• ")))
	}
	rows.Add(kit.Body(t("inspect.delete.text")))
	kit.NewSheet(p.host.Window(), t("inspect.delete.title"), 520, rows,
		kit.SheetButton{Text: t("window.cancel"), Primary: true},
		kit.SheetButton{Text: t("inspect.delete"), Danger: true, Do: func() {
			ws, id := p.host.Workspace(), n.ID
			p.host.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
				return ws.Remove(l, id, workspace.When{}, workspace.Source{})
			}, nil)
		}}).Show(nil)
}

// goes are the relations that go with an item, as sentences; of every day, not
// only those in force.
func goes(p *Pane, id landscape.ID) []string {
	name := prose.Names(p.state.Land)
	var lines []string
	for _, r := range append(p.state.Land.Out(id), p.state.Land.In(id)...) {
		lines = append(lines, prose.Capital(prose.Joined(p.words, r, prose.Namer(name))))
	}
	return lines
}
