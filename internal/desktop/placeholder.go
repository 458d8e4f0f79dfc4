package desktop

import (
	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// placeholder stands where a view is still being made: a plain list.
type placeholder struct {
	host    kit.Host
	id      kit.ViewID
	nodes   []*landscape.Node
	list    *kit.List
	content fyne.CanvasObject
}

func newPlaceholder(host kit.Host, id kit.ViewID) *placeholder {
	p := &placeholder{host: host, id: id}
	p.list = kit.NewList(
		func() int { return len(p.nodes) },
		func() fyne.CanvasObject { return kit.OneLine(kit.Body("")) },
		func(row int, o fyne.CanvasObject) { o.(interface{ SetText(string) }).SetText(p.nodes[row].Name()) })
	p.list.OnSelected = func(row int) { host.Select(p.nodes[row].ID) }
	p.content = kit.Pad(kit.Space2, kit.OnPaper(p.list))
	return p
}

func (p *placeholder) ID() kit.ViewID             { return p.id }
func (p *placeholder) Content() fyne.CanvasObject { return p.content }
func (p *placeholder) Go(kit.Place)               {}
func (p *placeholder) Focus()                     { p.host.Window().Canvas().Focus(p.list) }
func (p *placeholder) Actions() []kit.Action      { return nil }

func (p *placeholder) Attention(s kit.State) int {
	if p.id != kit.BottleneckView {
		return 0
	}
	n := 0
	for _, b := range s.Seen.Nodes(landscape.Bottleneck) {
		if o := s.Seen.OwnershipOf(b.ID, s.Day).State; o == landscape.Unowned || o == landscape.Orphaned {
			n++
		}
	}
	return n
}

func (p *placeholder) Show(s kit.State) {
	p.nodes = s.Seen.Nodes(landscape.Initiative)
	p.list.Refresh()
}
